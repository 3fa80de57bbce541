import type { Words } from '../piece'
import { type DeviceId, type DoneAct, devices, type Mode, type Station } from './acts'
import type { Effect, Scenario, Signal } from './scenario'

/** What waits to happen: the story's own, and what the panel and people do after a while. */
export type Waiting =
  | { readonly kind: 'story'; readonly event: string }
  | { readonly kind: 'effect'; readonly effect: Effect; readonly from: HeardFrom }
  | { readonly kind: 'answer'; readonly device: DeviceId; readonly since: number }
  | { readonly kind: 'arrive'; readonly station: Station }
  | { readonly kind: 'again' }
  | { readonly kind: 'back' }
export type Pending = { readonly at: number; readonly what: Waiting }

/** What the panel prints: `what` names the words of the line; point or device says of what. */
export type LineKind = Signal | 'cleared' | 'start' | 'answer' | 'stop' | 'automatic' | 'manual' | 'stillAutomatic' | 'reset' | 'mute'
export type OtherLine = 'shield' | 'unshield' | 'mainsOff' | 'mainsOn' | 'noAnswer'
export type Line = { readonly at: number; readonly what: LineKind | OtherLine; readonly of: string | null }

export type HeardFrom = 'camera' | 'phone' | 'partner' | 'eyes' | 'story'
/** What was said to the one at the panel; words null: nobody answers, nothing to be seen. */
export type Heard = { readonly at: number; readonly from: HeardFrom; readonly words: Words | null }

export type Device = { readonly start: number | null; readonly answer: number | null }
export type Shown = { readonly point: string; readonly signal: Signal; readonly at: number }

/** Everything about a run at one second. */
export type PanelState = {
  readonly at: number
  readonly mode: Mode
  readonly key: 'automatic' | 'manual'
  /** The buzzer of the panel. */
  readonly sounding: boolean
  readonly mains: boolean
  /** What is so at the points themselves. */
  readonly conditions: ReadonlyMap<string, Signal>
  /** What the panel shows of it. */
  readonly shown: readonly Shown[]
  readonly shielded: ReadonlySet<string>
  readonly silent: ReadonlySet<DeviceId>
  readonly devices: Readonly<Record<DeviceId, Device>>
  readonly linkedAt: number | null
  readonly partner: { readonly at: Station | 'room'; readonly onTheWay: boolean; readonly looked: boolean }
  /** Until when nobody sits at the panel. */
  readonly emptyUntil: number | null
  readonly pending: readonly Pending[]
  readonly lines: readonly Line[]
  readonly heard: readonly Heard[]
  readonly done: readonly DoneAct[]
  /** First second of every act, event and mark. */
  readonly marks: ReadonlyMap<string, number>
}

const still: Device = { start: null, answer: null }
export const allStill: PanelState['devices'] = {
  sounders: still,
  broadcast: still,
  shutter: still,
  exhaust: still,
  lift: still,
  'hydrant-pump': still,
  'sprinkler-pump': still,
}

/** The panel as the person finds it. */
export function atStart({ start, events }: Scenario, mode: Mode): PanelState {
  return {
    at: 0,
    mode,
    key: start.key,
    sounding: false,
    mains: true,
    conditions: new Map(),
    shown: [],
    shielded: new Set(start.shielded),
    silent: new Set(start.silent),
    devices: allStill,
    linkedAt: null,
    partner: { at: 'room', onTheWay: false, looked: false },
    emptyUntil: null,
    pending: events.flatMap(({ id, at }) => (at === undefined ? [] : [{ at, what: { kind: 'story' as const, event: id } }])),
    lines: [],
    heard: [],
    done: [],
    marks: new Map(),
  }
}

export const lampNames = ['fire', 'start', 'feedback', 'supervisory', 'shielded', 'fault'] as const
export const smallLampNames = ['mains', 'battery', 'automatic', 'manual'] as const
export type LampName = (typeof lampNames)[number] | (typeof smallLampNames)[number]

/** Which lamps are lit. Fire, supervisory and flow come from what is shown, which only reset clears. */
export function lampsOf(state: PanelState): Record<LampName, boolean> {
  const shows = (signal: Signal) => state.shown.some((one) => one.signal === signal)
  return {
    fire: shows('fire'),
    start: devices.some((id) => state.devices[id].start !== null),
    feedback: shows('flow') || devices.some((id) => state.devices[id].answer !== null),
    supervisory: shows('supervisory'),
    shielded: state.shielded.size > 0,
    fault: shows('fault') || !state.mains,
    mains: state.mains,
    battery: !state.mains,
    automatic: state.key === 'automatic',
    manual: state.key === 'manual',
  }
}

/** Independent fire points that the panel shows: two of them set the linkage going. */
export const firePoints = ({ shown }: PanelState): number =>
  new Set(shown.filter(({ signal }) => signal === 'fire').map(({ point }) => point)).size
