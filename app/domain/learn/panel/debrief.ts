import { actKey, type Role } from './acts'
import type { PanelState } from './panel-state'
import type { Scenario, Step, Wrong } from './scenario'

/**
 * done: by an act. held: it stood so without one (the key on automatic, a device started by the linkage). unreached: the run ended before
 * its turn came. missing: it was not done.
 */
export type StepVerdict = {
  readonly step: Step
  readonly kind: 'done' | 'held' | 'unreached' | 'missing'
  readonly at: number | null
  readonly by: Role | null
}
export type WrongVerdict = { readonly wrong: Wrong; readonly at: number }

function heldAt({ holds }: Step, state: PanelState): number | null {
  if (holds === undefined) return null
  if (holds !== 'automatic') return state.marks.get(`started:${holds}`) ?? null
  const turned = state.done.some(({ act }) => act.verb === 'automatic' || act.verb === 'manual')
  return !turned && state.key === 'automatic' ? 0 : null
}

function stepVerdict(step: Step, state: PanelState): StepVerdict {
  const since = step.since === undefined ? 0 : state.marks.get(step.since)
  if (since === undefined) return { step, kind: 'unreached', at: null, by: null }
  const done = state.done.find(({ at, act }) => at >= since && step.does.includes(actKey(act)))
  if (done && !(step.holds === 'automatic' && state.key === 'manual')) return { step, kind: 'done', at: done.at, by: done.by }
  const held = heldAt(step, state)
  return held === null ? { step, kind: 'missing', at: null, by: null } : { step, kind: 'held', at: held, by: null }
}

/**
 * A run against the required order of its scenario: every step, and every wrong order with the second it came at. What the standards
 * call simultaneous has no order here; both wordings for the linkage key are met by turning it and by finding it on automatic.
 */
export function debriefOf(scenario: Scenario, state: PanelState): { steps: StepVerdict[]; wrongs: WrongVerdict[] } {
  const steps = scenario.steps.map((step) => stepVerdict(step, state))
  const timeOf = (ref: string): number | null => {
    const own = steps.find(({ step }) => step.id === ref)
    return own ? own.at : (state.marks.get(ref) ?? null)
  }
  const wrongs = scenario.wrongs.flatMap((wrong) => {
    const came = timeOf(wrong.came)
    if (came === null) return []
    const before = wrong.first === undefined ? null : timeOf(wrong.first)
    return before !== null && before <= came ? [] : [{ wrong, at: came }]
  })
  return { steps, wrongs: wrongs.sort((one, other) => one.at - other.at) }
}
