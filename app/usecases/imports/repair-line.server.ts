import { db } from '~/data/db.server'
import { findLines, type RosterImport, recordLines } from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { maskedLicenceNumber, plainNumber } from '~/domain/credentials/licence-number'
import { type Cells, columnsOf, keptCell } from '~/domain/imports/headings'
import type { LineResult } from '~/domain/imports/line-result'
import { plainCell } from '~/domain/imports/plain-cell'
import { maskedIdNumber } from '~/domain/org/id-number'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { changedFrom, openedLines, sealedLines } from './drafts.server'
import { judgingOf } from './judging.server'
import { reachedImport } from './reached-import.server'

/** cells: what the row says now. answer: who it means, as the buttons of the page send it. */
type Repair = { id: string; line: number; cells?: Cells; answer?: string }

/**
 * Puts right what a row of a sheet says, or whom it means, and judges the sheet again: other rows may have waited for this one. Nothing is
 * in the register before the sheet is confirmed.
 */
export async function repairLine(
  acting: Acting,
  { id, line, cells, answer }: Repair,
): Promise<{ kind: 'repaired'; result: LineResult } | Refused> {
  const sheet = await reachedImport(acting, id)
  if (sheet.state !== 'open') return refuse(`imports:refusal.${sheet.state}`)
  const before = await openedLines(findLines(id))
  const known = before.find((one) => one.line === line)
  if (known === undefined) throw new NotFound()
  const said = cells === undefined ? known.cells : cellsTyped(cells, known.cells, sheet)
  const repaired = { line, cells: said, answer: answer ?? (cells === undefined ? known.answer : null) }
  const judge = await judgingOf(
    acting,
    sheet,
    before.map((one) => (one.line === line ? repaired : one)),
    false,
  )
  const { lines } = await judge(db())
  const moved = changedFrom(before, lines)
  const sealed = await sealedLines(moved)
  await transact((tx) => recordLines(tx, id, sealed))
  const result = lines.find((one) => one.line === line)?.result
  if (result === undefined) throw new NotFound()
  return { kind: 'repaired', result }
}

/** A masked number, of an identity card or of a licence, that was left as it is stays the one that it masks. */
function cellsTyped(cells: Cells, known: Cells, { kind }: RosterImport): Cells {
  const typed = columnsOf[kind].map((column) => [column, keptCell(column, cells[column] ?? '')] as const)
  const said = Object.fromEntries(typed)
  const idNumber = plainCell(known.idNumber ?? '')
  const number = known.number ?? ''
  const isLeft = (typed: string | undefined, masked: string): boolean => typed !== undefined && typed !== '' && typed === masked
  return {
    ...said,
    ...(isLeft(said.idNumber, maskedIdNumber(idNumber.toUpperCase())) ? { idNumber } : {}),
    ...(isLeft(said.number, maskedLicenceNumber(plainNumber(number))) ? { number } : {}),
  }
}
