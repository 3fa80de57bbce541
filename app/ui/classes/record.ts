import type { SittingState } from '~/domain/classes/attendance'
import type { RecordCounts } from '~/domain/classes/class-record'

/** How one part went for somebody. from, to: ISO instants at which he was seen and left, null where nobody said so. */
export type PartCell = { state: SittingState | 'unclear'; from: string | null; to: string | null; isWritten: boolean }
/** One person for one unit, part by part in the order of the class. */
export type RecordRow = { id: string; name: string; unit: string; room: string; asDeputy: boolean; whole: boolean; parts: PartCell[] }
export type RecordPart = { key: string; name: string; kind: 'lesson' | 'test'; on: string; from: string; to: string }

export type ClosePage = {
  classId: string
  title: string
  late: number
  isClosed: boolean
  isAgain: boolean
  /** Why it cannot be closed yet, in the reader's words; null where it can. */
  hindered: string | null
  parts: RecordPart[]
  counts: RecordCounts
  guests: string[]
  /** Tests of which papers are still open, and of how many people. */
  openPapers: { key: string; name: string; count: number }[]
  rows: RecordRow[]
}

export type RecordPage = {
  classId: string
  title: string
  leads: boolean
  isOver: boolean
  closing: { version: number; at: string; signer: string } | null
  reopened: string | null
  parts: RecordPart[]
  rooms: { name: string; place: string }[]
  counts: RecordCounts
  rows: RecordRow[]
  evidence: { id: string; kind: 'person' | 'unit'; name: string; unit: string; on: string }[]
}
export const recordDone = ['closed', 'reopened'] as const
