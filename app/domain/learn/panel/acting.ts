import { type Act, actKey, type DoneAct, deviceOf, stationOf } from './acts'
import { hears, linkage, marked, printed, reportsAgainAfter, shows, started, stopped, waitsFor } from './effects'
import { allStill, type PanelState } from './panel-state'
import type { Reply, Scenario } from './scenario'

/** Seconds of the story for which nobody sits at the panel when both have gone. */
export const bothAwayFor = 60
const walk = 30

function replies(state: PanelState, from: 'camera' | 'phone', reply: Reply | undefined): PanelState {
  const { words, finds, in: seconds } = reply ?? { words: null, finds: undefined, in: 6 }
  if (words === null) return { ...state, heard: [...state.heard, { at: state.at, from, words: null }] }
  return waitsFor(state, seconds, { kind: 'effect', effect: { kind: 'heard', words, finds }, from })
}

function sent(state: PanelState, scenario: Scenario, target: string | null): PanelState {
  const station = stationOf(target)
  if (station === null) return state
  const { arrives } = scenario.visits.find(({ to }) => to === station) ?? { arrives: walk }
  const going = { ...state, partner: { at: station, onTheWay: true, looked: false } }
  return waitsFor(going, arrives, { kind: 'arrive', station })
}

function keyTurned(state: PanelState, scenario: Scenario, key: 'automatic' | 'manual'): PanelState {
  if (state.key !== key) return linkage(printed({ ...state, key }, key), scenario)
  return key === 'automatic' ? printed(state, 'stillAutomatic') : state
}

/** What is shown goes, what moves stops; what still burns reports again. */
function reset(state: PanelState): PanelState {
  const kept = state.shown.filter(({ signal }) => signal === 'fault')
  const clean = printed({ ...state, shown: kept, devices: allStill, linkedAt: null, sounding: false }, 'reset')
  return state.conditions.size === 0 ? clean : waitsFor(clean, reportsAgainAfter, { kind: 'again' })
}

function shield(state: PanelState, scenario: Scenario, point: string, on: boolean): PanelState {
  if (state.shielded.has(point) === on) return state
  const shielded = new Set(state.shielded)
  if (on) shielded.add(point)
  else shielded.delete(point)
  const now = printed({ ...state, shielded }, on ? 'shield' : 'unshield', point)
  const condition = state.conditions.get(point)
  return on || condition === undefined ? now : shows(now, scenario, point, condition)
}

/** The pump's own cabinet is turned to manual and started there. */
function atCabinet(state: PanelState, scenario: Scenario): PanelState {
  const stuck = [...state.silent]
  const freed = { ...state, silent: new Set<never>() }
  return stuck.reduce<PanelState>((now, device) => started(now, scenario, device), freed)
}

function onTheSpot(state: PanelState, scenario: Scenario, { verb }: Act): PanelState {
  const visit = scenario.visits.find(({ to }) => to === state.partner.at)
  const looked = { ...state, partner: { ...state.partner, looked: true } }
  if (verb === 'look') return hears(looked, scenario, 'eyes', visit ? { words: visit.sees } : null)
  if (verb === 'tell') return marked(hears(looked, scenario, 'partner', visit ?? null), scenario, `told:${state.partner.at}`)
  return verb === 'cabinet' ? atCabinet(state, scenario) : state
}

function changed(state: PanelState, scenario: Scenario, act: Act): PanelState {
  const device = deviceOf(act.target)
  switch (act.verb) {
    case 'mute':
      return printed({ ...state, sounding: false }, 'mute')
    case 'camera':
    case 'phone':
      return replies(state, act.verb, scenario[act.verb])
    case 'send':
      return sent(state, scenario, act.target)
    case 'both-go': {
      const gone = { ...sent(state, scenario, 'zone'), emptyUntil: state.at + bothAwayFor }
      return waitsFor(gone, bothAwayFor, { kind: 'back' })
    }
    case 'automatic':
    case 'manual':
      return keyTurned(state, scenario, act.verb)
    case 'start':
      return device === null ? state : started(state, scenario, device)
    case 'stop':
      return device === null ? state : stopped(state, device)
    case 'open-shutter':
      return stopped(state, 'shutter')
    case 'shield':
    case 'unshield':
      return act.target === null ? state : shield(state, scenario, act.target, act.verb === 'shield')
    case 'reset':
      return reset(state)
    case 'look':
    case 'tell':
    case 'cabinet':
      return onTheSpot(state, scenario, act)
    default:
      return state
  }
}

/** One act upon the panel as it stands at its second. */
export function acted(state: PanelState, scenario: Scenario, done: DoneAct): PanelState {
  const noted = marked({ ...state, done: [...state.done, { ...done, at: state.at }] }, scenario, actKey(done.act))
  return changed(noted, scenario, done.act)
}
