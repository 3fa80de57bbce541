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
  counts: { words: string; sameUnit: boolean }[]
  evidence: { words: string; on: string; unitName: string | null } | null
}

/** `mark` says how far the clause was checked. */
export type DutySource = { of: string; mark: 'V1' | 'V1r' | 'V2' | 'S'; quote: string | null }
