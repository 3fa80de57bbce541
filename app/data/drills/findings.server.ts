import { z } from 'zod'
import { stepKinds } from '~/domain/drills/drill-state'
import { type Finding, findingsOf } from '~/domain/drills/finding'
import { type Day, holdsDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'
import { factsOfPeople } from '../duties/facts.server'

const row = z.object({
  id: z.string(),
  nth: z.number(),
  kind: z.enum(stepKinds),
  at: z.string().transform((text) => new Date(text)),
  by: z.string(),
  personId: z.string(),
  detail: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
  drillId: z.string(),
  unitId: z.string(),
  way: z.string(),
  title: z.string(),
  on: z.string(),
})
/** Of a signed drill the day is that of its record. */
const stepsSql = `SELECT s."id", s."nth", s."kind", s."at", s."by", s."personId", s."detail", s."drillId", d."unitId", d."way",
    v."body" ->> '$.title' AS "title", COALESCE((SELECT g."detail" ->> '$.record.on' FROM "DrillStep" g WHERE g."drillId" = d."id"
      AND g."kind" = 'signed' ORDER BY g."nth" DESC LIMIT 1), v."body" ->> '$.on') AS "on"
  FROM "Drill" d JOIN "DrillStep" s ON s."drillId" = d."id" AND s."kind" IN ('finding', 'finding-closed')
  JOIN "DrillRevision" v ON v."drillId" = d."id" AND v."nth" = (SELECT MAX(w."nth") FROM "DrillRevision" w WHERE w."drillId" = d."id")
  WHERE d."unitId" IN (SELECT "value" FROM json_each(?)) ORDER BY s."drillId", s."nth"`

/** A finding with the drill that it comes from. */
export type FindingOfDrill = { finding: Finding; drill: { id: string; unitId: string; title: string; on: string; isPaper: boolean } }

/** What drills of these units found that has, or had, to be put right. The units must come from a scoped finder. */
export function findingsAtUnits(units: readonly { id: string }[]): FindingOfDrill[] {
  const steps = statement(stepsSql)
    .all(JSON.stringify(units.map(({ id }) => id)))
    .map((found) => row.parse(found))
  return [...groupedBy(steps, ({ drillId }) => drillId).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { drillId: id, unitId, title, on, way } = first
    return findingsOf(own).map((finding) => ({ finding, drill: { id, unitId, title, on, isPaper: way === 'paper' } }))
  })
}

/** What somebody has, or had, to put right at the units where he works on a day. */
export function findingsOwnedBy(personId: string, today: Day): FindingOfDrill[] {
  const { people, posts } = factsOfPeople([personId], [])
  const family = people.map(({ id }) => id)
  const units = new Set(
    posts.filter(({ person, from, to }) => family.includes(person) && holdsDay(from, to, today)).map(({ unit }) => unit),
  )
  return findingsAtUnits([...units].map((id) => ({ id }))).filter(({ finding: { owner } }) => family.includes(owner.id))
}
