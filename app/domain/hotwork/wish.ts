import type { Day } from '../shared/day'

/** A worker from outside, by the licence that he shows. number: as printed; kept sealed. */
export type SeenWorker = {
  readonly name: string
  readonly employer: string | null
  readonly licenceKind: string
  readonly number: string
  readonly validTo: Day
  readonly reviewDue: Day | null
  readonly issuer: string | null
}

/** What somebody asks for, as typed. id: made with the form, so that it is asked for once. Times are HH:MM. */
export type PermitWish = {
  readonly id: string
  readonly place: string
  readonly work: string
  readonly kind: string
  readonly day: Day
  readonly from: string
  readonly to: string
  readonly opens: string | null
  readonly closes: string | null
  readonly isOpen: boolean
  /** Said to stay closed that day. */
  readonly isClosed: boolean
  readonly isHidden: boolean
  readonly hasGas: boolean
  readonly machine: string | null
  readonly guardPostId: string
  readonly workerPostIds: readonly string[]
  /** The code of a card that was shown, as typed or scanned. */
  readonly card: string | null
  /** The post behind a card that was shown before, for the same again. */
  readonly cardPostId?: string | null
  readonly seen: SeenWorker | null
  readonly measures: readonly string[]
  readonly repeatOf: string | null
}
