import type { LocalDutyWish } from '~/domain/duties/local-duty'
import type { LocalDutyState } from '~/domain/duties/local-duty-life'
import type { Move } from '~/domain/duties/local-duty-preview'
import type { Option } from '~/ui/kit/field'
import type { Bound, Rhythm } from '../catalogue/entry'
import type { DutySource } from '../duty-line'

/** A duty by its name, to be led to. */
export type NamedDuty = { id: string; title: string }

/** What the form offers, and what is in it so far. places: empty where the place is settled. */
export type LocalDutyForm = {
  places: Option[]
  place: string
  supersedes: NamedDuty | null
  back: string
  said: LocalDutyWish
  positions: Option[]
  traits: Option[]
  counts: { kind: string; label: string; options: Option[] }[]
  courses: Option[]
}

/** Days are YYYY-MM-DD. */
export type LocalDutyLine = NamedDuty & {
  place: string
  of: string
  state: LocalDutyState
  from: string | null
  lastDay: string | null
  successor: NamedDuty | null
}

export type LocalDutyList = { lines: LocalDutyLine[]; canWrite: boolean }

export type PreviewExample = { id: string; name: string; unit: string; move: Move; was: StandingWord | null; becomes: StandingWord | null }
export type StandingWord = { standing: 'unbound' | 'idle' | 'due' | 'met' | 'overdue' | 'waived'; on: string | null }

export type ShownPreview = {
  from: string
  on: string
  bound: { unit: number; person: number; post: number }
  units: number
  standings: { due: number; overdue: number; met: number; idle: number; waived: number }
  dues: { day: string; count: number }[]
  /** How many more days there are on which something is due. */
  moreDues: number
  /** Null where it takes over from nothing. */
  moves: Record<Move, number> | null
  examples: PreviewExample[]
  fingerprint: string
}

/** A local duty as those see it who write and publish it. */
export type LocalDutyPage = LocalDutyLine & {
  plain: string
  bound: Bound
  rhythm: Rhythm
  counts: { words: string; sameUnit: boolean }[]
  source: DutySource
  policy: string | null
  file: { name: string; href: string } | null
  fileRefused: string | null
  supersedes: NamedDuty | null
  endReason: string | null
  writers: string[]
  /** Whether the reader wrote a part of it, and so leaves publishing to somebody else. */
  isMine: boolean
  preview: ShownPreview | null
  /** Why the day that was asked for cannot be previewed, as a key of the locales. */
  previewFault: string | null
  today: string
  done: 'drafted' | 'changed' | 'published' | 'withdrawn' | 'file' | null
}
