import { type Day, formatDay } from '../shared/day'
import { mayWork } from './may-work'
import type { Ask, Scenario } from './scenario'
import { type FactIndex, indexFacts, standingOf } from './standing'
import type { Clearance, Standing } from './verdict'

/** A standing with its days written out, as the standing command prints it. */
export type WrittenStanding = {
  readonly standing: Standing['standing']
  readonly due: string | null
  readonly through: string | null
  readonly since: string | null
  readonly by: string | null
}

/** The answers to a scenario's questions, in the order they were asked. */
export function answersTo(scenario: Scenario): readonly (WrittenStanding | Clearance)[] {
  const index = indexFacts(scenario)
  return scenario.ask.map((question) => answerTo(index, question))
}

function answerTo(index: FactIndex, question: Ask): WrittenStanding | Clearance {
  if ('mayWork' in question) return mayWork(index, question.mayWork, question.on)
  const { standing, due, through, since, by } = standingOf(index, question.duty, question.subject, question.on)
  return { standing, due: written(due), through: written(through), since: written(since), by }
}

function written(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}
