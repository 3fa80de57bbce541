import type { DutyLine, EvidenceShown, OtherReason } from '../duty-line'

/** What comes next of a duty; days are YYYY-MM-DD. */
export type ComingShown =
  | { kind: 'overdue' | 'asked'; on: string }
  | { kind: 'lapses' | 'waiverEnds' | 'begins'; on: string; again: string | null }
  | { kind: 'nothing' }

/** `position`: of a duty of one post, which. */
export type HeldLine = { key: string; thing: string; position: string | null; line: DutyLine; coming: ComingShown }

/** What a piece did for one duty; `isOver` where the post is over that it was for. */
export type EffectShown = { duty: string; title: string; isOver: boolean; reason: OtherReason | { kind: 'counted' } }

/** A piece of evidence, or a paper that was not passed and is none. Newest first. */
export type HistoryRow =
  | {
      kind: 'evidence'
      id: string
      on: string
      evidence: EvidenceShown
      elsewhere: boolean
      revokedOn: string | null
      /** The sheet that brought it, and who held it as the sheet has it; null for all else. */
      sheet: { organiser: string; file: string; by: string } | null
      effects: EffectShown[]
    }
  | { kind: 'failedPaper'; id: string; on: string; course: string; position: string; score: number | null }

/** How a person stands at a unit: what comes next, in the order of its dates, and what is on record. */
export type PersonStanding = { lines: HeldLine[]; history: HistoryRow[]; missing: number }
