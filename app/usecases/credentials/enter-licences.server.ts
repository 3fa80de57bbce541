import { licenceKindNamed } from '~/content/licences.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { postHolders } from '~/data/credentials/licence-holders.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { readCard } from '~/domain/credentials/licence-entry'
import { plainName } from '~/domain/credentials/licence-number'
import { type PastedRow, readDirectionWord, readLevelWord } from '~/domain/credentials/licence-rows'
import { newId } from '~/gateways/secrets.server'
import { keptCard, writeLicence } from './licence-record.server'

/** What is wrong with a row, as keys of the locales; `field` says where. */
export type RowResult = { line: number; name: string; kind: string | null; number: string; faults: { field: string | null; key: string }[] }
export type Bulk = { kind: 'entered'; count: number } | { kind: 'shown'; rows: readonly RowResult[] }

type Ready = { result: RowResult; licence: Parameters<typeof writeLicence>[1] | null }

/** Nothing of what was tried is kept. */
class NotKept extends Error {}

type People = ReadonlyMap<string, readonly { personId: string; name: string }[]>

function ready({ line, cells }: PastedRow, people: People, acting: Acting, unitId: string): Ready {
  const found = people.get(plainName(cells.person)) ?? []
  const [holder] = found
  const shape = licenceKindNamed(cells.kind)
  const faults: RowResult['faults'] = []
  if (holder === undefined) faults.push({ field: 'person', key: 'licences:bulk.nobody' })
  else if (found.length > 1) faults.push({ field: 'person', key: 'licences:bulk.severalOfName' })
  if (shape === undefined) faults.push({ field: 'kind', key: 'licences:bulk.noKind' })
  else if (shape.authorisesNothing !== undefined) faults.push({ field: 'kind', key: 'licences:refusal.authorisesNothing' })
  const result = { line, name: cells.person, kind: shape?.id ?? null, number: cells.number, faults }
  if (holder === undefined || shape === undefined) return { result, licence: null }
  const typed = { ...cells, printedName: holder.name, level: readLevelWord(cells.level), direction: readDirectionWord(cells.direction) }
  const read = readCard(shape, typed, holder.name, acting.today)
  if ('faults' in read) faults.push(...read.faults.map(({ field, why }) => ({ field, key: `licences:fault.${why}` })))
  if (faults.length > 0 || 'faults' in read) return { result, licence: null }
  const by = { recordedAt: acting.now, recordedBy: acting.actor.accountId }
  return {
    result,
    licence: { ...keptCard(read.card), id: newId(acting.now), personId: holder.personId, kind: shape.id, photo: null, unitId, ...by },
  }
}

/** Tries every row as it would be written; a row that the rows before it rule out is found, too. */
async function writeAll(tx: Tx, rows: readonly Ready[]): Promise<void> {
  for (const { result, licence } of rows) {
    const refused = licence === null ? null : await writeLicence(tx, licence, null)
    if (refused !== null) result.faults.push({ field: 'number', key: refused.reason })
  }
}

/**
 * Enters a pasted list for a unit: all of it, or nothing. Without `confirm`, or with one row that cannot be, the result of each row comes
 * back and nothing is kept: what is shown is what was tried.
 */
export async function enterLicences(acting: Acting, wish: { unitId: string; rows: readonly PastedRow[]; confirm: boolean }): Promise<Bulk> {
  const { now, today, actor } = acting
  const people = new Map<string, { personId: string; name: string }[]>()
  const seen = new Set<string>()
  for (const holder of postHolders(scopeFor(actor.grants, 'manage', today), wish.unitId, today)) {
    if (seen.has(holder.personId)) continue
    seen.add(holder.personId)
    people.set(plainName(holder.name), [...(people.get(plainName(holder.name)) ?? []), holder])
  }
  const rows = wish.rows.map((row) => ready(row, people, acting, wish.unitId))
  const results = rows.map(({ result }) => result)
  const auditId = newId(now)
  const work = async (tx: Tx): Promise<Bulk> => {
    await writeAll(tx, rows)
    if (!wish.confirm || results.some(({ faults }) => faults.length > 0)) throw new NotKept()
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'licences.enteredList',
      target: { kind: 'unit', id: wish.unitId },
      unitId: wish.unitId,
      detail: { count: rows.length },
    })
    return { kind: 'entered', count: rows.length }
  }
  return transact(work).catch((fault: unknown) => {
    if (fault instanceof NotKept) return { kind: 'shown', rows: results }
    throw fault
  })
}
