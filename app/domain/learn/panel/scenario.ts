import type { Words } from '../piece'
import type { DeviceId, Station } from './acts'

/** What a point says: fire and supervisory stay shown until reset, a fault goes when it is mended, flow is an answer from the pipes. */
export type Signal = 'fire' | 'supervisory' | 'flow' | 'fault'
export type PointKind = 'smoke' | 'heat' | 'call-point' | 'flow-switch' | 'valve' | 'line'

/** A point of the panel, as its address is written: loop and number. */
export type Point = {
  readonly id: string
  readonly kind: PointKind
  readonly loop: number
  readonly address: number
  readonly place: Words
}

/** fire: somebody saw fire or smoke. nothing: somebody looked and there is no fire. */
export type Finding = 'fire' | 'nothing'
export type Said = { readonly words: Words; readonly finds?: Finding | undefined }

/** What the story does to the panel and to those in front of it. */
export type Effect =
  | { readonly kind: 'signal'; readonly signal: Signal; readonly point: string }
  | { readonly kind: 'clear'; readonly point: string }
  | { readonly kind: 'pressure' }
  | { readonly kind: 'mains'; readonly on: boolean }
  | ({ readonly kind: 'heard' } & Said)

/**
 * Something that happens: at a second of the story, or some seconds after a mark (an act, another event), unless one of some marks came
 * before it. Its id is itself a mark.
 */
export type StoryEvent = {
  readonly id: string
  readonly at?: number | undefined
  readonly after?: string | undefined
  readonly in?: number | undefined
  readonly unless?: readonly string[] | undefined
  readonly does: Effect
}

export type Reply = Said & { readonly in: number }
/** Who is sent to a place: how long he takes, what he sees there, what he reports. */
export type Visit = { readonly to: Station; readonly arrives: number; readonly sees: Words } & Said

/**
 * One step of the required order: met by any of its acts, counted from the mark `since` where there is one. `holds`: met without an act
 * where the key stands on automatic, or the linkage has started the device.
 */
export type Step = {
  readonly id: string
  readonly does: readonly string[]
  readonly since?: string | undefined
  readonly holds?: 'automatic' | DeviceId | undefined
  readonly text: Words
  readonly missing: Words
  readonly because: Words
  readonly source: string
}

/** A wrong order: `came` came though `first` had not come yet; without `first`, it is wrong whenever it comes. */
export type Wrong = {
  readonly id: string
  readonly first?: string | undefined
  readonly came: string
  readonly told: Words
  readonly because: Words
  readonly source: string
}

export type Scenario = {
  readonly id: string
  /** Seconds after which the exercise ends by itself. */
  readonly ends: number
  readonly points: readonly Point[]
  readonly start: {
    readonly key: 'automatic' | 'manual'
    readonly shielded: readonly string[]
    /** Pumps whose cabinet does not answer until somebody starts them there. */
    readonly silent: readonly DeviceId[]
  }
  /** What the linkage starts when two independent points report. */
  readonly linked: readonly DeviceId[]
  readonly camera?: Reply | undefined
  readonly phone?: Reply | undefined
  readonly visits: readonly Visit[]
  readonly events: readonly StoryEvent[]
  readonly steps: readonly Step[]
  readonly wrongs: readonly Wrong[]
}
