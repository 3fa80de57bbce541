import Database from 'better-sqlite3'
import { z } from 'zod'

const row = z.record(z.string(), z.unknown())
/** Made by chance, or out of what was. */
const chance = /token|code|hash|secret|seed|seal|sign|key|nonce|cipher|previous|^prev|session|^mark$|^kid$/i
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Written by jobs, whenever their turn comes. */
const byJobs = new Set(['Session', 'PosterPack', 'CertificateBatch', 'FolderBatch', 'ChainCheck', 'Notice', 'StandingChange'])

export type Kept = { rows: Map<string, string[]>; ids: Set<string> }

/** Everything a database holds, a line for a row; ids that are not among `known` are all the same, as is what is made by chance. */
export function rowsOf(data: string, known?: ReadonlySet<string>): Kept {
  const database = new Database(`${data}/mingbai.db`, { readonly: true })
  const tables = z
    .array(z.object({ name: z.string() }))
    .parse(database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all())
  const ids = new Set<string>()
  const written = (name: string, value: unknown): unknown => {
    if (value === null) return null
    if (chance.test(name) || value instanceof Uint8Array) return '…'
    return String(value)
      .replace(/"number":"[0-9a-f]{8}"/, '"number":"…"')
      .replace(uuid, (id) => {
        ids.add(id)
        return known === undefined || known.has(id) ? id : '#'
      })
  }
  const rows = new Map<string, string[]>()
  for (const { name } of tables) {
    if (byJobs.has(name)) continue
    const found = z.array(row).parse(database.prepare(`SELECT * FROM "${name}"`).all())
    rows.set(
      name,
      found.map((one) => JSON.stringify(Object.entries(one).map(([column, value]) => [column, written(column, value)]))).sort(),
    )
  }
  database.close()
  return { rows, ids }
}

/** The rows that one has and the other has not, with their table. */
export function differences(one: Kept, other: Kept): string[] {
  return [...one.rows].flatMap(([table, rows]) => {
    const left = [...(other.rows.get(table) ?? [])]
    const more = rows.filter((line) => {
      const at = left.indexOf(line)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    const some = (what: string, lines: readonly string[]) => lines.slice(0, 3).map((line) => `${what} ${table} ${line}`)
    return [...some('plain', more), ...some('with more', left)]
  })
}

/** Ids of things that lie elsewhere: of a unit in another street, and of who answers for it. */
export function elsewhere(data: string): Record<'unitId' | 'placeId' | 'personId' | 'postId' | 'accountId', string> {
  const database = new Database(`${data}/mingbai.db`, { readonly: true })
  const found = database
    .prepare(
      `SELECT k."id" AS "postId", k."personId", k."unitId", u."placeId", a."id" AS "accountId" FROM "Post" k JOIN "Unit" u ON u."id" = k."unitId"
       JOIN "Place" l ON l."id" = u."placeId" JOIN "Account" a ON a."personId" = k."personId" WHERE l."path" LIKE '/qinghe/xiqiao/%' ORDER BY k."id" LIMIT 1`,
    )
    .get()
  database.close()
  const id = z.string()
  return z.object({ unitId: id, placeId: id, personId: id, postId: id, accountId: id }).parse(found)
}
