import { acted } from './acting'
import type { DoneAct, Mode } from './acts'
import { affected, answered, hears, marked, shows } from './effects'
import { atStart, type PanelState, type Pending } from './panel-state'
import type { Scenario } from './scenario'

function arrived(state: PanelState, scenario: Scenario, station: string): PanelState {
  if (state.partner.at !== station || !state.partner.onTheWay) return state
  const there = marked({ ...state, partner: { ...state.partner, onTheWay: false } }, scenario, `there:${station}`)
  if (state.mode === 'two') return there
  const visit = scenario.visits.find(({ to }) => to === station)
  const looked = { ...there, partner: { ...there.partner, looked: true } }
  return marked(hears(looked, scenario, 'partner', visit ?? null), scenario, `told:${station}`)
}

function told(state: PanelState, scenario: Scenario, id: string): PanelState {
  const event = scenario.events.find((one) => one.id === id)
  if (!event || event.unless?.some((mark) => state.marks.has(mark))) return state
  return affected(marked(state, scenario, id), scenario, event.does, 'story')
}

function happens(state: PanelState, scenario: Scenario, { what }: Pending): PanelState {
  switch (what.kind) {
    case 'story':
      return told(state, scenario, what.event)
    case 'effect':
      return affected(state, scenario, what.effect, what.from)
    case 'answer':
      return answered(state, scenario, what.device, what.since)
    case 'arrive':
      return arrived(state, scenario, what.station)
    case 'again':
      return [...state.conditions].reduce((now, [point, signal]) => shows(now, scenario, point, signal), state)
    case 'back':
      return { ...state, emptyUntil: null }
  }
}

const earliest = (pending: readonly Pending[]): Pending | undefined =>
  pending.reduce<Pending | undefined>((first, one) => (first === undefined || one.at < first.at ? one : first), undefined)

/** The panel at a later second: everything due by then has happened, in order. An earlier second changes nothing. */
export function advanced(state: PanelState, scenario: Scenario, to: number): PanelState {
  let now = state
  for (let next = earliest(now.pending); next !== undefined && next.at <= to; next = earliest(now.pending)) {
    const due = next
    const rest = now.pending.filter((one) => one !== due)
    now = happens({ ...now, at: Math.max(now.at, due.at), pending: rest }, scenario, due)
  }
  return { ...now, at: Math.max(now.at, to) }
}

/** A run from its acts: the same acts always give the same panel. Acts after the end of the exercise do not count. */
export function replay(scenario: Scenario, mode: Mode, acts: readonly DoneAct[], until: number): PanelState {
  const last = Math.min(Math.max(0, Math.floor(until)), scenario.ends)
  const inTime = acts.filter(({ at }) => at <= last)
  const played = inTime.reduce((state, done) => acted(advanced(state, scenario, done.at), scenario, done), atStart(scenario, mode))
  return advanced(played, scenario, last)
}

/** Seconds until something happens by itself; null where nothing waits before the end. */
export function untilNext(state: PanelState, { ends }: Scenario): number {
  const next = earliest(state.pending)
  return Math.max(1, Math.min(next?.at ?? ends, ends) - state.at)
}
