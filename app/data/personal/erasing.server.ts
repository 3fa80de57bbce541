import { z } from 'zod'
import { inJson, type Traces } from '~/domain/personal/erasure'
import { type Cleared, erasedMark, type Holding } from '~/domain/personal/holding'
import { holdings } from '~/domain/personal/holdings'
import type { Tx } from '../transact.server'
import type { Condition, OwnTable } from './own-rows.server'

type Found = OwnTable & Condition

const instead = (to: Cleared, sealedMark: string): string | null => {
  switch (to) {
    case 'marker':
      return erasedMark
    case 'sealedMarker':
      return sealedMark
    case 'empty':
      return ''
    case 'nothing':
      return null
  }
}

/**
 * Takes rows away that need not stay and writes over what names somebody in the others. Returns how many rows were changed.
 * A table that belongs to another one comes before it.
 */
export async function recordCleared(tx: Tx, tables: readonly Found[], ids: readonly string[], sealedMark: string): Promise<number> {
  let changed = 0
  for (const { holding, where, values, rows } of tables.toReversed()) {
    if (rows.length === 0) continue
    if (holding.drop) {
      changed += await tx.$executeRawUnsafe(`DELETE FROM "${holding.table}" WHERE ${where}`, ...values)
      continue
    }
    const columns = Object.entries(holding.clear ?? {})
    if (columns.length > 0) {
      const set = columns.map(([column]) => `"${column}" = ?`).join(', ')
      const into = columns.map(([, to]) => instead(to, sealedMark))
      changed += await tx.$executeRawUnsafe(`UPDATE "${holding.table}" SET ${set} WHERE ${where}`, ...into, ...values)
    }
    changed += await clearNamed(tx, holding, ids, sealedMark)
  }
  return changed
}

async function clearNamed(tx: Tx, { table, clearWhere }: Holding, ids: readonly string[], sealedMark: string): Promise<number> {
  let changed = 0
  for (const [column, { names, to }] of Object.entries(clearWhere ?? {})) {
    const where = names.map((name) => `"${name}" IN (SELECT "value" FROM json_each(?))`).join(' OR ')
    const list = names.map(() => JSON.stringify(ids))
    changed += await tx.$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = ? WHERE ${where}`, instead(to, sealedMark), ...list)
  }
  return changed
}

const written = (trace: string): string[] => [...new Set([trace, inJson(trace)])]

/**
 * Takes numbers, and names that are his alone, out of free words everywhere; names that others bear too, only from rows about him and
 * from words in which one of his ids stands.
 */
export async function recordWordsCleared(
  tx: Tx,
  { tables, ids, traces, alone }: { tables: readonly Found[]; ids: readonly string[]; traces: Traces; alone: readonly string[] },
): Promise<number> {
  let changed = 0
  const everywhere = [...traces.numbers, ...alone].flatMap(written)
  const shared = traces.names.filter((name) => !alone.includes(name)).flatMap(written)
  for (const { table, words } of holdings) {
    const own = tables.find(({ holding }) => holding.table === table)
    for (const column of words ?? []) {
      const replace = `UPDATE "${table}" SET "${column}" = replace("${column}", ?, ?) WHERE instr("${column}", ?) > 0`
      for (const trace of everywhere) changed += await tx.$executeRawUnsafe(replace, trace, erasedMark, trace)
      for (const trace of shared) {
        const mention = `EXISTS (SELECT 1 FROM json_each(?) WHERE instr("${table}"."${column}", "value") > 0)`
        const his = own === undefined ? mention : `${mention} OR ${own.where}`
        const values = [JSON.stringify(ids), ...(own?.values ?? [])]
        changed += await tx.$executeRawUnsafe(`${replace} AND (${his})`, trace, erasedMark, trace, ...values)
      }
    }
  }
  return changed
}

const named = z.array(z.object({ name: z.string() }))

/** The names of all others in which one of these names stands. */
export async function namesOfOthers(tx: Tx, names: readonly string[], people: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT p."name" FROM "Person" p WHERE p."id" NOT IN (SELECT "value" FROM json_each(?))
    AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(p."name", "value") > 0)`
  return named.parse(await tx.$queryRawUnsafe(sql, JSON.stringify(people), JSON.stringify(names))).map(({ name }) => name)
}
