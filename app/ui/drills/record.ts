import type { DrillState } from '~/domain/drills/drill-state'
import type { DrillRecord, Gap } from '~/domain/drills/record'
import type { Difference, NoteKind } from '~/domain/drills/record-versions'
import type { RedrillShown } from './redrill'

export type RecordPage = {
  id: string
  unit: { id: string; name: string }
  state: DrillState
  /** May sign, open again and write; may see photographs. */
  leads: boolean
  sees: boolean
  manages: boolean
  record: DrillRecord
  /** Parts that were written after the signature. */
  later: NoteKind[]
  gaps: Gap[]
  mustReport: boolean
  /** The version shown; null where it was never signed, or is being corrected. */
  version: number | null
  isNewest: boolean
  signed: { version: number; at: string; signer: string }[]
  differences: Difference[]
  reopened: { reason: string; at: string } | null
  undecided: number
  isOver: boolean
  redrill: RedrillShown
}
