import type { RosterImport, WrittenCounts } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { DraftLine } from '~/domain/imports/line-result'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import { drillsJudging } from './drills-judging.server'
import { licencesJudging } from './licences-judging.server'
import { peopleJudging } from './people-judging.server'
import { trainingsJudging } from './trainings-judging.server'
import { unitsJudging } from './units-judging.server'

/** The rows as they stand against the register that was asked, and what writes them. */
export type Judged = { lines: DraftLine[]; write: (tx: Tx) => Promise<WrittenCounts> }
/** Rows made ready to be judged, before or inside a transaction. */
export type Judging = (client: Tx) => Promise<Judged>

/**
 * Makes the rows of a sheet ready, before a transaction. toWrite: numbers are sealed, too, so that nothing is sealed inside a transaction.
 */
export async function judgingOf(acting: Acting, sheet: RosterImport, rows: readonly RawLine[], toWrite: boolean): Promise<Judging> {
  switch (sheet.kind) {
    case 'people':
      return peopleJudging(acting, sheet, rows, toWrite)
    case 'units':
      return unitsJudging(acting, rows, toWrite)
    case 'licences':
      return licencesJudging(acting, sheet, rows)
    case 'trainings':
      return trainingsJudging(acting, sheet, rows)
    case 'drills':
      return drillsJudging(acting, sheet, rows)
  }
}
