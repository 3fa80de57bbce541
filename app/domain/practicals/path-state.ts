import type { Countable, Evidence } from '../duties/facts'
import { addDays, type Day, earlierOf, laterOf } from '../shared/day'
import { isOneOf, stands } from './held'
import type { Lapse, Part, PathFacts, PathState, PathStep, PostPath, StepState } from './path'

type Met = { on: Day | null; through: Day | null }
type Answer = { met: Met | null; part: Part | null; lapsed: Lapse | null }

const nothing: Answer = { met: null, part: null, lapsed: null }
const metOn = (on: Day | null): Answer => ({ ...nothing, met: { on, through: null } })

/**
 * Where the holder of a post stands on a path on a day: each step is done, can be done now, or waits for another. Derived from facts
 * alone; the order in which they came changes nothing.
 */
export function pathState(path: PostPath, facts: PathFacts, on: Day): PathState {
  const answers = new Map(path.steps.map((step) => [step.id, answerFor(step, facts, on)]))
  const steps = path.steps.map((step) => ({ step, state: stateOf(step, answers, facts.post.from) }))
  const first = steps.find(({ state }) => state.kind === 'waiting')
  const next = first?.state.kind === 'waiting' ? { step: first.step, since: first.state.since, lapsed: first.state.lapsed } : null
  return { steps, done: steps.filter(({ state }) => state.kind === 'done').length, next }
}

function stateOf({ id, after }: PathStep, answers: ReadonlyMap<string, Answer>, begins: Day): StepState {
  const { met, part, lapsed } = answers.get(id) ?? nothing
  if (met !== null) return { kind: 'done', ...met }
  const by = after.filter((before) => answers.get(before)?.met === null)
  if (by.length > 0) return { kind: 'blocked', by, part, lapsed }
  const opened = after.flatMap((before) => answers.get(before)?.met?.on ?? [])
  const since = lapsed === null ? opened.reduce(laterOf, begins) : laterOf(lapsed.on, begins)
  return { kind: 'waiting', since, part, lapsed }
}

function answerFor(step: PathStep, facts: PathFacts, on: Day): Answer {
  switch (step.kind) {
    case 'assigned':
      return facts.post.isConfirmed ? metOn(facts.post.from) : nothing
    case 'duty': {
      const since = facts.met.get(step.duty.replace('{position}', facts.post.position))
      return since === undefined ? nothing : metOn(since)
    }
    case 'evidence':
      return evidenceAnswer(facts, countsFor(step.cases, facts.traits), on)
    case 'panel':
      return everyOne(step.scenarios, (scenario) =>
        facts.panel.filter((run) => run.scenario === scenario && step.modes.includes(run.mode) && run.on <= on).map((run) => run.on),
      )
    case 'permits':
      return everyOne(step.scenes, (scene) => facts.permits.filter((run) => run.scene === scene && run.on <= on).map((run) => run.on))
    case 'clearance':
      return facts.mayWork ? metOn(null) : nothing
    case 'rostered':
      return facts.rostered === null ? nothing : metOn(facts.rostered)
  }
}

const countsFor = (cases: Extract<PathStep, { kind: 'evidence' }>['cases'], traits: readonly string[]): readonly Countable[] =>
  cases.find((one) => one.traits.length === 0 || one.traits.some((trait) => traits.includes(trait)))?.counts ?? []

function evidenceAnswer({ evidence, post }: PathFacts, counts: readonly Countable[], on: Day): Answer {
  const own = evidence.filter((piece) => piece.on <= on && piece.passed && isOneOf(piece, counts, post.unit))
  const standing = own.filter((piece) => stands(piece, on))
  const [first] = standing
  if (first === undefined) return { ...nothing, lapsed: lapseOf(own) }
  const open = standing.some(({ validThrough }) => validThrough === null)
  const through = open ? null : standing.flatMap(({ validThrough }) => validThrough ?? []).reduce(laterOf)
  return { ...nothing, met: { on: standing.map((piece) => piece.on).reduce(earlierOf), through } }
}

/** Why what was there is not any more: by what ended last. */
function lapseOf(own: readonly Evidence[]): Lapse | null {
  const ends = own.flatMap(({ revokedOn, validThrough }): Lapse[] => {
    const runsOut = validThrough === null ? null : addDays(validThrough, 1)
    if (revokedOn !== null && (runsOut === null || revokedOn <= runsOut)) return [{ how: 'revoked', on: revokedOn }]
    return runsOut === null ? [] : [{ how: 'expired', on: runsOut }]
  })
  return ends.length === 0
    ? null
    : ends.reduce((last, end) => (end.on > last.on || (end.on === last.on && end.how < last.how) ? end : last))
}

/** Each of several things at least once: done on the day on which the last of them was first done. */
function everyOne(ids: readonly string[], daysOf: (id: string) => readonly Day[]): Answer {
  const firsts = ids.flatMap((id) => {
    const days = daysOf(id)
    return days.length === 0 ? [] : [days.reduce(earlierOf)]
  })
  const part = { done: firsts.length, of: ids.length }
  return firsts.length < ids.length ? { ...nothing, part } : { ...metOn(firsts.reduce(laterOf)), part }
}
