import { db } from '~/data/db.server'
import {
  findImport,
  type RosterImport,
  recordImportRead,
  recordImportTold,
  recordImportUnreadable,
  recordLines,
} from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { rowsInSheet } from '~/domain/imports/rows-in-sheet'
import { NotFound } from '~/domain/shared/faults'
import { readClock } from '~/gateways/clock.server'
import { log } from '~/gateways/log.server'
import { readTable, type TableLine } from '~/gateways/table-files.server'
import { seldom } from '~/gateways/waiting-work.server'
import { sealedLines } from './drafts.server'
import { judgingOf } from './judging.server'

/** Reads a sheet that was brought and judges its rows, telling now and then how far it is. One that cannot be read says why. */
export async function readSheet(acting: Acting, id: string, bytes: Uint8Array): Promise<void> {
  const sheet = await findImport(acting.actor.accountId, id)
  if (sheet === null) throw new NotFound()
  const fault = await rowsJudged(acting, sheet, bytes).catch((thrown: unknown) => {
    log.error({ fault: thrown, id }, 'a sheet could not be read')
    return 'damaged'
  })
  if (fault !== null) await transact((tx) => recordImportUnreadable(tx, id, fault, readClock()))
}

/** Judges and keeps every row; returns why the sheet is not read, or null. */
async function rowsJudged(acting: Acting, sheet: RosterImport, bytes: Uint8Array): Promise<string | null> {
  const lines: TableLine[] = []
  const tell = seldom(() => transact((tx) => recordImportTold(tx, sheet.id, { done: lines.length, total: null, toldAt: readClock() })))
  const { refused } = await readTable(bytes, async (batch) => {
    lines.push(...batch)
    await tell()
  })
  if (refused !== null) return refused
  if (lines.length === 0) return 'empty'
  const read = rowsInSheet(lines, sheet.kind)
  if ('fault' in read) return read.fault
  const judge = await judgingOf(acting, sheet, read.rows, false)
  const { lines: judged } = await judge(db())
  const sealed = await sealedLines(judged)
  await transact(async (tx) => {
    await recordLines(tx, sheet.id, sealed)
    await recordImportRead(tx, sheet.id, sealed.length, readClock())
  })
  return null
}
