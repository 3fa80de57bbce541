import { recordAudit } from '~/data/accounts/audit.server'
import { db } from '~/data/db.server'
import { ownIds } from '~/data/personal/own-ids.server'
import { type OwnRow, type OwnTable, ownRows } from '~/data/personal/own-rows.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { readPhotograph } from '~/gateways/photographs.server'
import { newId, unseal } from '~/gateways/secrets.server'

type Told = string | number | boolean | null
export type TakenTable = { table: string; rows: readonly Readonly<Record<string, Told>>[] }
export type OwnData = { tables: TakenTable[]; photographs: { name: string; bytes: Buffer }[] }

function told(value: unknown): Told {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** A row as it is handed out: sealed fields opened, secrets, hashes and what opens an unfinished paper left out. */
function handedOut({ holding }: OwnTable, row: OwnRow): Readonly<Record<string, Told>> {
  const withheld = new Set(holding.withheld ?? [])
  const sealed = new Set(holding.sealed ?? [])
  const columns = Object.entries(row).filter(([column]) => !withheld.has(column))
  return Object.fromEntries(
    columns.map(([column, value]) => [
      column,
      sealed.has(column) && typeof value === 'string' && value !== '' ? unseal(value) : told(value),
    ]),
  )
}

async function photographsOf(tables: readonly OwnTable[]): Promise<OwnData['photographs']> {
  const ids = tables
    .filter(({ holding }) => holding.table === 'Licence')
    .flatMap(({ rows }) => rows.flatMap(({ photo }) => (typeof photo === 'string' ? [photo] : [])))
  const read = await Promise.all(ids.map(async (id) => ({ name: `${id}.jpg`, bytes: await readPhotograph(id) })))
  return read.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
}

/** Everything that is kept of whoever asks, all his records that were joined included. That he took it is written down. */
export async function takeOwnData({ actor, now }: Acting, personId: string): Promise<OwnData> {
  const ids = await ownIds(db(), personId)
  if (!ids.accounts.includes(actor.accountId)) throw new NotFound()
  const tables = await ownRows(db(), ids.all)
  const taken = tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({ table: table.holding.table, rows: table.rows.map((row) => handedOut(table, row)) }))
  const photographs = await photographsOf(tables)
  const auditId = newId(now)
  await transact((tx) =>
    recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'personal.ownDataTaken', target: { kind: 'person', id: personId } },
      detail: { rows: taken.reduce((sum, { rows }) => sum + rows.length, 0) },
    }),
  )
  return { tables: taken, photographs }
}
