import type { LicenceState } from '~/domain/credentials/licence'
import type { PrintedField } from '~/domain/credentials/licence-entry'
import type { IconName } from '~/ui/kit/icons'

/** A licence as a page shows it; days are YYYY-MM-DD. */
export type LicenceView = {
  id: string
  kind: string
  name: string
  short: string
  lets: string
  state: LicenceState
  through: string | null
  /** Days left, today being 0; negative when it is over; null without a last day. */
  days: number | null
  /** The last day is that of the review, not of expiry. */
  byReview: boolean
  isLapsing: boolean
  /** When the official page should be looked at again, and whether that day is past. */
  nextDue: string | null
  isRecheckDue: boolean
  /** What a check of it is evidence of; null where the place does not accept it. */
  gives: string | null
  number: string
  isMasked: boolean
  holder: string
  printed: { field: PrintedField; text: string | null; day: string | null }[]
  hasPhoto: boolean
  recordedOn: string
  recordedBy: string | null
  renewal: string[]
}

export type CheckView = {
  id: string
  at: string
  by: string | null
  how: string
  page: string | null
  result: 'matches' | 'differs' | 'not-found'
  note: string | null
  nextDue: string | null
  second: { at: string; by: string | null; agrees: boolean; note: string | null } | null
  needsSecond: boolean
}

export type LawView = {
  rules: { says: string; of: string; mark: string; quote: string | null; page: string | null; from: string | null; to: string | null }[]
  local: { says: string; of: string; mark: string; quote: string | null; page: string | null; from: string | null; to: string | null }[]
  unconfirmed: string[]
}

export type OfficialPage = { host: string; address: string; name: string; asks: string; source: string }

export type FieldView = {
  field: PrintedField
  asks: 'needed' | 'wanted' | 'rare'
  hint: string
  options: { value: string; label: string }[] | null
}

export type KindView = { id: string; name: string; from: string; lets: string; nothing: string | null; fields: FieldView[] }

type Look = { icon: IconName; tone: 'text-met' | 'text-due' | 'text-vermilion' | 'text-ink2' }

/** Icon and colour of a state; its word carries the meaning. */
export function lookOf({ state, isLapsing }: Pick<LicenceView, 'state' | 'isLapsing'>): Look {
  switch (state) {
    case 'valid':
      return isLapsing ? { icon: 'due', tone: 'text-due' } : { icon: 'met', tone: 'text-met' }
    case 'unverified':
    case 'waiting':
      return { icon: 'due', tone: 'text-due' }
    case 'expired':
    case 'review-overdue':
    case 'false':
      return { icon: 'barred', tone: 'text-vermilion' }
    case 'withdrawn':
    case 'superseded':
      return { icon: 'waived', tone: 'text-ink2' }
  }
}
