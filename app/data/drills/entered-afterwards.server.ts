import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ id: z.string() })
const sql = `SELECT e."id" FROM "EvidenceEntry" e JOIN "Drill" d ON d."id" = e."sourceId"
  WHERE e."id" IN (SELECT "value" FROM json_each(?)) AND e."sourceKind" = 'drill' AND d."way" = 'paper'`

/** Of these pieces of evidence those of drills that were entered after the fact: the chain does not say it, the drill does. */
export function enteredAfterwards(pieces: Iterable<{ id: string; kind: string }>): ReadonlySet<string> {
  const drills = [...pieces].filter(({ kind }) => kind === 'drill').map(({ id }) => id)
  if (drills.length === 0) return new Set()
  const found = statement(sql).all(JSON.stringify(drills))
  return new Set(found.map((one) => row.parse(one).id))
}
