import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ id: z.string() })
const sql = `SELECT e."id" FROM "EvidenceEntry" e JOIN "Drill" d ON d."id" = e."sourceId"
  WHERE e."id" IN (SELECT "value" FROM json_each(?)) AND e."sourceKind" = 'drill' AND d."way" = 'paper'
  UNION ALL SELECT b."id" FROM "BroughtTraining" b WHERE b."id" IN (SELECT "value" FROM json_each(?))`

/**
 * Of these pieces of evidence those that were entered after the fact: drills of before, which the drill says and not the chain, and past
 * trainings that a sheet brought.
 */
export function enteredAfterwards(pieces: Iterable<{ id: string; kind: string }>): ReadonlySet<string> {
  const asked = [...pieces]
  const ofKind = (wanted: string) => asked.flatMap(({ id, kind }) => (kind === wanted ? [id] : []))
  const [drills, classes] = [ofKind('drill'), ofKind('class')]
  if (drills.length + classes.length === 0) return new Set()
  const found = statement(sql).all(JSON.stringify(drills), JSON.stringify(classes))
  return new Set(found.map((one) => row.parse(one).id))
}
