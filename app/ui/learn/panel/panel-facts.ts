import type { DeviceId, Mode, Role, Station } from '~/domain/learn/panel/acts'
import type { StepVerdict } from '~/domain/learn/panel/debrief'
import type { Heard, LampName, Line } from '~/domain/learn/panel/panel-state'
import type { PointKind, Signal } from '~/domain/learn/panel/scenario'

/** A point as the panel names it; `place` null until somebody has read it on the plan. */
export type ShownPoint = { id: string; kind: PointKind; loop: string; address: string; place: string | null; isShielded: boolean }
export type ScreenLine = { time: string; signal: Signal; point: ShownPoint }
export type PrintedLine = { id: string; time: string; what: Line['what']; device: DeviceId | null; point: ShownPoint | null }
export type HeardLine = { id: string; time: string; from: Heard['from']; words: string | null }
export type ActLine = { id: string; time: string; by: Role; verb: string; target: string | null; point: ShownPoint | null }
export type ShownDevice = { id: DeviceId; started: boolean; answered: boolean }

/** A run under way, in the reader's language. */
export type PanelFacts = {
  kind: 'live'
  title: string
  scene: string
  mode: Mode
  time: string
  seconds: number
  ends: number
  /** Seconds until something happens by itself. */
  next: number
  sounding: boolean
  isEmpty: boolean
  lamps: Record<LampName, boolean>
  screen: ScreenLine[]
  printed: PrintedLine[]
  heard: HeardLine[]
  /** What was done so far, the newest first. */
  acts: ActLine[]
  devices: ShownDevice[]
  points: ShownPoint[]
  /** Null until somebody has asked for the list. */
  shielded: ShownPoint[] | null
  partner: { at: Station | 'room'; onTheWay: boolean }
}

export type ShownSource = { of: string; mark: 'V1' | 'V1r' | 'V2' | 'house'; says: string }
export type ShownStep = {
  id: string
  kind: StepVerdict['kind']
  time: string | null
  by: Role | null
  text: string
  missing: string
  because: string
  source: ShownSource
}
export type ShownWrong = { id: string; time: string; told: string; because: string; source: ShownSource }
export type TimelineRow =
  | ({ kind: 'act' } & ActLine)
  | { kind: 'line'; id: string; time: string; line: PrintedLine }
  | { kind: 'heard'; id: string; time: string; heard: HeardLine }

/** A run that is over, against the required order. */
export type DebriefFacts = {
  kind: 'over'
  title: string
  scenario: string
  mode: Mode
  steps: ShownStep[]
  wrongs: ShownWrong[]
  timeline: TimelineRow[]
}
