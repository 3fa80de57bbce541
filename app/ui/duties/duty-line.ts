/** What a standing line shows. Days are YYYY-MM-DD; words are in the reader's language, quotations as the source has them. */
export type DutyLine = {
  duty: string
  title: string
  isGate: boolean
  bars: boolean
  standing: 'unbound' | 'idle' | 'due' | 'met' | 'overdue' | 'waived'
  due: string | null
  through: string | null
  since: string | null
  /** The first day of the post, where it lies ahead. */
  startsOn: string | null
  why: DutyReason
}

export type DutyReason = {
  plain: string
  sources: DutySource[]
  /** What is ours and not the clause's. */
  policy: string | null
  bindings: { position: string; unitName: string; from: string; to: string | null; traits: { name: string; from: string }[] }[]
  /** Of a unit's own duty: the traits through which it binds; none where it binds every unit. Null for people and posts. */
  unitTraits: { name: string; from: string }[] | null
  /** Other duties that ask the same, at longer intervals. */
  also: { duty: string; title: string; of: string }[]
  counts: { words: string; sameUnit: boolean }[]
  evidence: EvidenceShown | null
  /** What did not count, newest first, and how many more there are that are older. */
  others: { list: { id: string; evidence: EvidenceShown; reason: OtherReason }[]; more: number }
}

/** `unitName` is null where there is none, or where it lies outside the reader's sight. isAfterwards: it was entered after the fact. */
export type EvidenceShown = { words: string; on: string; unitName: string | null; isAfterwards: boolean }

export type OtherReason =
  | { kind: 'notYet' | 'failed' | 'otherUnit' | 'waived' | 'spare' | 'outlasted' }
  | { kind: 'revoked'; on: string }
  | { kind: 'tooEarly'; from: string }
  | { kind: 'earlierPeriod'; first: string; last: string }
  | { kind: 'ranOut'; through: string }

/** `mark` says how far the clause was checked: `page` is where a reprint was read, `document` the local document that holds the quotation. */
export type DutySource = {
  of: string
  mark: 'V1' | 'V1r' | 'V2' | 'S'
  quote: string | null
  page: string | null
  document: string | null
}
