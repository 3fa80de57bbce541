import type { RosterImport, WrittenCounts } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { DraftLine } from '~/domain/imports/line-result'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import { peopleJudging } from './people-judging.server'
import { unitsJudging } from './units-judging.server'

/** The rows as they stand against the register that was asked, and what writes them. */
export type Judged = { lines: DraftLine[]; write: (tx: Tx) => Promise<WrittenCounts> }
/** Rows made ready to be judged, before or inside a transaction. */
export type Judging = (client: Tx) => Promise<Judged>

/** Makes the rows of a sheet ready. toWrite: numbers are sealed, too, so that nothing is sealed inside a transaction. */
export const judgingOf = (acting: Acting, sheet: RosterImport, rows: readonly RawLine[], toWrite: boolean): Judging =>
  sheet.kind === 'people' ? peopleJudging(acting, sheet, rows, toWrite) : unitsJudging(acting, rows, toWrite)
