import { civilDay } from '../shared/civil-day'
import type { Missing, NotNow, PermitAct, PermitFacts, PermitStep } from './permit'

type Phase = 'waiting' | 'refused' | 'cancelled' | 'halted' | 'approved' | 'burning' | 'watching' | 'closed'
export type Course = {
  phase: Phase
  checked: ReadonlySet<string>
  guard: boolean
  notice: boolean
  since: Date
  stopped: boolean
  /** From when the looks are counted: the end, or the last look that found something. */
  counted: Date
  done: number
}

const minute = 60_000
const later = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * minute)
export const nextLook = (facts: PermitFacts, course: Course): Date => later(course.counted, facts.looks[course.done] ?? 0)

export function missingOf({ workers }: PermitFacts, { checked, guard, notice }: Course): Missing {
  return { workers: workers.filter((id) => !checked.has(id)), guard: !guard, notice: !notice }
}
export const isReady = (facts: PermitFacts, course: Course): boolean => {
  const { workers, guard, notice } = missingOf(facts, course)
  return facts.workers.length > 0 && workers.length === 0 && !guard && !notice
}

/** Before the work: an approval, on the day itself, within the hours. */
function beforeWork(facts: PermitFacts, { phase }: Course, at: Date): NotNow | null {
  if (phase === 'waiting') return at >= facts.until ? 'expired' : 'notApproved'
  if (phase !== 'approved') return 'over'
  if (at >= facts.until) return 'expired'
  return civilDay(at) < civilDay(facts.from) ? 'notThatDay' : null
}

/** Why an act cannot follow what has happened; null where it can. */
export function whyNot(facts: PermitFacts, course: Course, act: PermitAct, at: Date, good: boolean): NotNow | null {
  const { phase } = course
  switch (act) {
    case 'approved':
    case 'refused':
      return phase !== 'waiting' ? 'decided' : at >= facts.until ? 'expired' : null
    case 'cancelled':
      return phase !== 'waiting' && phase !== 'approved' ? 'over' : at >= facts.until ? 'expired' : null
    case 'worker-checked':
      return beforeWork(facts, course, at)
    case 'guard-present':
      return beforeWork(facts, course, at) ?? (course.guard ? 'done' : null)
    case 'notice-posted':
      return beforeWork(facts, course, at) ?? (course.notice ? 'done' : null)
    case 'started':
      return beforeWork(facts, course, at) ?? (!isReady(facts, course) ? 'notReady' : at < facts.from ? 'tooEarly' : null)
    case 'ended':
      return phase === 'burning' ? null : 'notBurning'
    case 'stopped':
      return phase === 'burning' ? null : phase !== 'approved' ? 'over' : at >= facts.until ? 'expired' : null
    case 'looked':
      if (phase !== 'watching') return 'notWatching'
      return good && at < nextLook(facts, course) ? 'lookTooEarly' : null
  }
}

function after(facts: PermitFacts, course: Course, step: PermitStep): Course {
  const { at } = step
  const watching: Course = { ...course, phase: 'watching', counted: at, done: 0 }
  switch (step.kind) {
    case 'approved':
    case 'refused':
    case 'cancelled':
      return { ...course, phase: step.kind }
    case 'worker-checked':
      if (!step.good) return { ...course, phase: 'halted' }
      return step.worker === null ? course : { ...course, checked: new Set([...course.checked, step.worker]) }
    case 'guard-present':
      return { ...course, guard: true }
    case 'notice-posted':
      return { ...course, notice: true }
    case 'started':
      return { ...course, phase: 'burning', since: at }
    case 'ended':
      return watching
    case 'stopped':
      return course.phase === 'burning' ? { ...watching, stopped: true } : { ...course, phase: 'halted' }
    case 'looked':
      if (!step.good) return { ...course, counted: at, done: 0 }
      return { ...course, done: course.done + 1, since: at, phase: course.done + 1 < facts.looks.length ? 'watching' : 'closed' }
  }
}

/** What has happened until now. A row that could not be at its time changes nothing. */
export function courseOf(facts: PermitFacts, now: Date): Course {
  const begun: Course = {
    phase: 'waiting',
    checked: new Set(),
    guard: false,
    notice: false,
    since: facts.from,
    stopped: false,
    counted: facts.from,
    done: 0,
  }
  return facts.steps.reduce((course, step) => {
    if (step.at > now) return course
    const good = 'good' in step ? step.good : true
    return whyNot(facts, course, step.kind, step.at, good) === null ? after(facts, course, step) : course
  }, begun)
}
