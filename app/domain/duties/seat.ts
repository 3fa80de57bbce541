import type { Day } from '../shared/day'
import type { Evidence, Facts } from './facts'
import { isMissing, type Requirement } from './requirement'

/** A join request that waits, as the post it would become. */
export type WaitingSeat = {
  readonly id: string
  readonly person: string
  readonly unit: string
  readonly position: string
  readonly from: Day
}

/** A paper passed before the seat was confirmed: what it will count as, dated when it was passed. */
export type PassedPaper = {
  readonly attempt: string
  readonly person: string
  readonly unit: string
  readonly position: string
  readonly on: Day
  readonly gives: readonly { readonly kind: string; readonly topic: string }[]
}

/**
 * The facts, with the units of these seats, as they will be once the join requests are confirmed: each is a post under its own id, each passed paper
 * is evidence under the attempt's id and the topic. For showing what is still missing; nothing of it is written.
 */
export function asIfConfirmed(facts: Facts, seats: readonly WaitingSeat[], passed: readonly PassedPaper[]): Facts {
  const evidence = passed.flatMap(({ attempt, person, unit, on, gives }): Evidence[] =>
    gives.map(({ kind, topic }) => ({
      id: `${attempt}/${kind}/${topic}`,
      kind,
      topic,
      subject: person,
      unit,
      on,
      passed: true,
      validThrough: null,
      revokedOn: null,
    })),
  )
  return {
    ...facts,
    posts: [...facts.posts, ...seats.map((seat) => ({ ...seat, to: null }))],
    evidence: [...facts.evidence, ...evidence],
  }
}

/** cleared: may work. missing: something bars. waiting: everything passed, and the unit has not confirmed yet. */
export type SeatState = 'cleared' | 'missing' | 'waiting'

export function seatState(isConfirmed: boolean, requirements: readonly Requirement[]): SeatState {
  if (requirements.some((requirement) => requirement.bars && isMissing(requirement))) return 'missing'
  return isConfirmed ? 'cleared' : 'waiting'
}

/** What to go on with for a course: its first lesson that is not completed, or the paper when all are. */
export type NextStep =
  | { readonly kind: 'lesson'; readonly course: string; readonly lesson: string; readonly done: number; readonly of: number }
  | { readonly kind: 'paper'; readonly course: string; readonly done: number; readonly of: number }

export function nextStep(course: string, lessons: readonly string[], completed: ReadonlySet<string>): NextStep {
  const counts = { course, done: lessons.filter((lesson) => completed.has(lesson)).length, of: lessons.length }
  const lesson = lessons.find((candidate) => !completed.has(candidate))
  return lesson === undefined ? { kind: 'paper', ...counts } : { kind: 'lesson', lesson, ...counts }
}
