import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

/** Whom changes of the facts touch. `people` and `units` (their own duties) are worked out again; of `staff` the whole unit is. */
export type Touched = { people: ReadonlySet<string>; units: ReadonlySet<string>; staff: ReadonlySet<string> }

const change = z.object({
  seq: z.number(),
  kind: z.enum(['person', 'unit', 'staff', 'waived', 'place', 'name', 'all']),
  subjectId: z.string(),
})
const seqRow = z.object({ first: z.number().nullable(), last: z.number().nullable() })
const ofUnits = `SELECT 1 FROM "StandingChange" WHERE "seq" > ? AND "kind" IN ('staff', 'place', 'name', 'all') LIMIT 1`
const idRow = z.object({ id: z.string() })

const ends = `SELECT (SELECT MIN("seq") FROM "StandingChange") AS "first", (SELECT MAX("seq") FROM "StandingChange") AS "last"`
const since = `SELECT DISTINCT MAX("seq") AS "seq", "kind", "subjectId" FROM "StandingChange" WHERE "seq" > ? GROUP BY "kind", "subjectId"`
const listed = 'IN (SELECT "value" FROM json_each(?))'
const holders = `SELECT "personId" AS "id" FROM "Post" WHERE "id" ${listed}`
const unitsBelow = `SELECT u."id" FROM "Place" p
  JOIN "Place" at ON substr(at."path", 1, length(p."path")) = p."path" JOIN "Unit" u ON u."placeId" = at."id" WHERE p."id" ${listed}`

/** The number of the last change of the facts; 0 where nothing has ever changed. */
export function lastChange(): number {
  return seqRow.parse(statement(ends).get()).last ?? 0
}

/** Whether units, their traits, places or any of their names changed after a number. */
export function unitsChangedSince(seq: number): boolean {
  const { first, last } = seqRow.parse(statement(ends).get())
  if (last === null ? seq > 0 : seq > last || (first ?? 0) > seq + 1) return true
  return statement(ofUnits).get(seq) !== undefined
}

/** Whom the changes after a number touch, and up to which change; null where they are no longer all known. */
export function touchedSince(seq: number): { touched: Touched; upTo: number } | null {
  const { first, last } = seqRow.parse(statement(ends).get())
  if (last === null ? seq > 0 : seq > last || (first ?? 0) > seq + 1) return null
  const changes = statement(since)
    .all(seq)
    .map((row) => change.parse(row))
  const of = (kind: z.output<typeof change>['kind']) => changes.flatMap((found) => (found.kind === kind ? [found.subjectId] : []))
  if (of('all').length > 0) return null
  const ids = (sql: string, wanted: readonly string[]) =>
    wanted.length === 0
      ? []
      : statement(sql)
          .all(JSON.stringify(wanted))
          .map((row) => idRow.parse(row).id)
  const waived = of('waived')
  return {
    touched: {
      people: new Set([...of('person'), ...waived, ...ids(holders, waived)]),
      units: new Set([...of('unit'), ...waived]),
      staff: new Set([...of('staff'), ...ids(unitsBelow, of('place'))]),
    },
    upTo: last ?? 0,
  }
}

/** Has everybody who keeps standings work out all of them anew. */
export async function markAllChanged(tx: Tx): Promise<void> {
  await tx.standingChange.create({ data: { kind: 'all', subjectId: '' } })
}
