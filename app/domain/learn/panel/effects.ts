import type { DeviceId } from './acts'
import { firePoints, type Heard, type HeardFrom, type Line, type PanelState, type Waiting } from './panel-state'
import type { Effect, Said, Scenario, Signal } from './scenario'

/** Seconds of the story, not of any standard: until a device answers, and until a point that was reset reports again. */
export const answersAfter = 4
export const reportsAgainAfter = 8

export const printed = (state: PanelState, what: Line['what'], of: string | null = null): PanelState => ({
  ...state,
  lines: [...state.lines, { at: state.at, what, of }],
})

export const waitsFor = (state: PanelState, seconds: number, what: Waiting): PanelState => ({
  ...state,
  pending: [...state.pending, { at: state.at + seconds, what }],
})

/** Notes that something came for the first time, and lets the story follow on it. */
export function marked(state: PanelState, scenario: Scenario, mark: string): PanelState {
  if (state.marks.has(mark)) return state
  const follows = scenario.events.filter(({ after }) => after === mark)
  const noted = { ...state, marks: new Map(state.marks).set(mark, state.at) }
  return follows.reduce<PanelState>((now, { id, in: seconds = 0 }) => waitsFor(now, seconds, { kind: 'story', event: id }), noted)
}

/** Sets a device going: by the linkage, by hand or by the pressure switch. Its answer comes later, or never. */
export function started(state: PanelState, scenario: Scenario, device: DeviceId): PanelState {
  if (state.devices[device].start !== null && state.devices[device].answer !== null) return state
  const moving = { ...state, devices: { ...state.devices, [device]: { start: state.at, answer: null } } }
  const noted = marked(printed(moving, 'start', device), scenario, `started:${device}`)
  return waitsFor(noted, answersAfter, { kind: 'answer', device, since: state.at })
}

export function stopped(state: PanelState, device: DeviceId): PanelState {
  if (state.devices[device].start === null) return state
  return printed({ ...state, devices: { ...state.devices, [device]: { start: null, answer: null } } }, 'stop', device)
}

/** What a device that was set going says after a while. One that was stopped meanwhile says nothing. */
export function answered(state: PanelState, scenario: Scenario, device: DeviceId, since: number): PanelState {
  if (state.devices[device].start !== since || state.devices[device].answer !== null) return state
  if (state.silent.has(device)) return marked(printed(state, 'noAnswer', device), scenario, `silent:${device}`)
  const now = { ...state, devices: { ...state.devices, [device]: { start: since, answer: state.at } } }
  return marked(printed(now, 'answer', device), scenario, `answer:${device}`)
}

/** With the key on automatic, two independent fire points start what is linked (GB 55036-2022 12.0.11). */
export function linkage(state: PanelState, scenario: Scenario): PanelState {
  const twice = firePoints(state) >= 2 ? marked(state, scenario, 'confirmed') : state
  if (twice.key !== 'automatic' || twice.linkedAt !== null || firePoints(twice) < 2) return twice
  const linked = marked({ ...twice, linkedAt: twice.at }, scenario, 'linkage')
  return scenario.linked.reduce((now, device) => started(now, scenario, device), linked)
}

/** Shows what a point says; a shielded one is not heard. */
export function shows(state: PanelState, scenario: Scenario, point: string, signal: Signal): PanelState {
  const known = state.shown.some((one) => one.point === point && one.signal === signal)
  if (known || state.shielded.has(point)) return state
  const lit = { ...state, sounding: true, shown: [...state.shown, { point, signal, at: state.at }] }
  return linkage(printed(lit, signal, point), scenario)
}

export function hears(state: PanelState, scenario: Scenario, from: HeardFrom, said: Said | null): PanelState {
  const line: Heard = { at: state.at, from, words: said?.words ?? null }
  const now = { ...state, heard: [...state.heard, line] }
  if (said?.finds === undefined) return now
  const seen = marked(now, scenario, 'seen')
  return said.finds === 'fire' ? marked(seen, scenario, 'confirmed') : seen
}

function cleared(state: PanelState, point: string): PanelState {
  const conditions = new Map(state.conditions)
  conditions.delete(point)
  const wasFault = state.shown.some((one) => one.point === point && one.signal === 'fault')
  const shown = state.shown.filter((one) => one.point !== point || one.signal !== 'fault')
  return wasFault ? printed({ ...state, conditions, shown }, 'cleared', point) : { ...state, conditions }
}

/** What the story does. */
export function affected(state: PanelState, scenario: Scenario, effect: Effect, from: HeardFrom): PanelState {
  switch (effect.kind) {
    case 'signal': {
      const conditions = new Map(state.conditions).set(effect.point, effect.signal)
      return shows({ ...state, conditions }, scenario, effect.point, effect.signal)
    }
    case 'clear':
      return cleared(state, effect.point)
    case 'pressure':
      return started(state, scenario, 'sprinkler-pump')
    case 'mains':
      return printed({ ...state, mains: effect.on, sounding: effect.on ? state.sounding : true }, effect.on ? 'mainsOn' : 'mainsOff')
    case 'heard':
      return hears(state, scenario, from, effect)
  }
}
