import type { Scenario } from '../../../app/domain/duties/scenario'
import { parseScenario } from '../../../app/domain/duties/scenario'
import { answersTo } from '../../../app/domain/duties/scenario-answers'
import { type Day, parseDay } from '../../../app/domain/shared/day'
import { type Period, parsePeriod } from '../../../app/domain/shared/period'
import type { RawDuty, RawEvidence, RawPost, RawScenario, RawUnit } from './reference'

export function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`no such day: ${text}`)
  return day
}

export function periodOf(text: string): Period {
  const period = parsePeriod(text)
  if (period === null) throw new Error(`no such period: ${text}`)
  return period
}

export function aDuty(parts: Partial<RawDuty> = {}): RawDuty {
  return {
    id: 'd',
    binds: 'person',
    positions: ['*'],
    traits: [],
    bars: false,
    from: '2002-05-01',
    to: null,
    counts: [{ kind: 'course', topic: 'basics', sameUnit: false }],
    cadence: { kind: 'calendar', every: 'P6M', lead: 'P30D' },
    ...parts,
  }
}

export function aUnit(parts: Partial<RawUnit> = {}): RawUnit {
  return { id: 'u1', from: '2000-01-01', to: null, traits: [], ...parts }
}

export function aPost(parts: Partial<RawPost> = {}): RawPost {
  return { id: 'k1', person: 'p1', unit: 'u1', position: 'employee', from: '2024-03-01', to: null, ...parts }
}

export function aCourse(on: string, parts: Partial<RawEvidence> = {}): RawEvidence {
  return {
    id: 'e1',
    kind: 'course',
    topic: 'basics',
    subject: 'p1',
    unit: 'u1',
    on,
    passed: true,
    validThrough: null,
    revokedOn: null,
    ...parts,
  }
}

/** One person p1 in post k1 at unit u1 who trains half-yearly, unless told otherwise. */
export function aStory(parts: Partial<RawScenario> = {}): RawScenario {
  return {
    duties: [aDuty()],
    units: [aUnit()],
    people: [{ id: 'p1', mergedInto: null }],
    posts: [aPost()],
    evidence: [],
    waivers: [],
    ask: [],
    ...parts,
  }
}

export function scenarioOf(story: RawScenario): Scenario {
  const parsed = parseScenario(JSON.stringify(story))
  if (!parsed.ok) throw new Error(`${parsed.path}: ${parsed.message}`)
  return parsed.scenario
}

/** How the subject stands on a day, in a few words: `due 2024-06-30`, `overdue 2024-06-30`, `met e1 2024-06-30`, `idle`. */
export function stands(story: RawScenario, on: string, subject = 'p1', duty = 'd'): string {
  const [answer] = answersTo(scenarioOf({ ...story, ask: [{ duty, subject, on }] }))
  if (answer === undefined || !('standing' in answer)) throw new Error('no standing')
  return [answer.standing, answer.by, answer.due, answer.through].filter((part) => part !== null).join(' ')
}

/** Whether the holder of the post may work: `yes`, or `no` with the duties in the way. */
export function mayWorkAt(story: RawScenario, on: string, post = 'k1'): string {
  const [answer] = answersTo(scenarioOf({ ...story, ask: [{ mayWork: post, on }] }))
  if (answer === undefined || !('mayWork' in answer)) throw new Error('no clearance')
  return answer.mayWork ? 'yes' : ['no', ...answer.because].join(' ')
}
