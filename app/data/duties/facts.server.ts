import { z } from 'zod'
import type { Duty, Evidence, Facts, Person, Post, Unit, Waiver } from '~/domain/duties/facts'
import { type Day, parseDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'
import { familyOf } from '../org/family.server'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day in the database: ${text}`)
  return parsed
}
const openDay = (text: string | null): Day | null => (text === null ? null : day(text))

const unitRow = z.object({ id: z.string(), from: z.string(), to: z.string().nullable() })
const traitRow = z.object({ unitId: z.string(), trait: z.string(), from: z.string(), to: z.string().nullable() })
const personRow = z.object({ id: z.string(), mergedIntoId: z.string().nullable() })
const postRow = z.object({
  id: z.string(),
  personId: z.string(),
  unitId: z.string(),
  position: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})
const evidenceRow = z.object({
  id: z.string(),
  kind: z.string(),
  topic: z.string(),
  subjectId: z.string(),
  unitId: z.string().nullable(),
  on: z.string(),
  passed: z.number(),
  validThrough: z.string().nullable(),
  revokedOn: z.string().nullable(),
})

const adoptionRow = z.object({ dutyId: z.string(), unitId: z.string(), from: z.string(), to: z.string().nullable() })
const waiverRow = z.object({ dutyId: z.string(), subjectId: z.string(), from: z.string(), through: z.string() })

const rows = <S extends z.ZodType>(sql: string, ids: readonly string[], shape: S): z.output<S>[] =>
  statement(sql)
    .all(JSON.stringify(ids))
    .map((row) => shape.parse(row))

const listed = 'IN (SELECT "value" FROM json_each(?))'
const evidenceOf = `SELECT e."id", e."kind", e."topic", e."subjectId", e."unitId", e."on", e."passed", e."validThrough",
  (SELECT MIN(r."on") FROM "EvidenceEntry" r WHERE r."revokes" = e."id") AS "revokedOn"
  FROM "EvidenceEntry" e WHERE e."entry" = 'evidence' AND e."subjectId" ${listed}`

const adoptionsOf = `SELECT a."dutyId", u."id" AS "unitId", a."from", a."to" FROM "DutyAdoption" a
  JOIN "Place" p ON p."id" = a."placeId"
  JOIN "Place" at ON substr(at."path", 1, length(p."path")) = p."path"
  JOIN "Unit" u ON u."placeId" = at."id" WHERE u."id" ${listed} AND (a."to" IS NULL OR a."to" >= a."from")`
const waiversOf = `SELECT "dutyId", "subjectId", "from", "through" FROM "Waiver" WHERE "subjectId" ${listed}`

const toUnit =
  (traits: ReadonlyMap<string, z.output<typeof traitRow>[]>) =>
  (row: z.output<typeof unitRow>): Unit => ({
    id: row.id,
    from: day(row.from),
    to: openDay(row.to),
    traits: (traits.get(row.id) ?? []).map(({ trait, from, to }) => ({ trait, from: day(from), to: openDay(to) })),
  })

/** Units with their traits, for posts that are not held yet. */
export function loadUnits(unitIds: readonly string[]): Unit[] {
  const traits = groupedBy(
    rows(`SELECT "unitId", "trait", "from", "to" FROM "UnitTrait" WHERE "unitId" ${listed}`, unitIds, traitRow),
    (row) => row.unitId,
  )
  return rows(`SELECT "id", "from", "to" FROM "Unit" WHERE "id" ${listed}`, unitIds, unitRow).map(toUnit(traits))
}

const toPost = (row: z.output<typeof postRow>): Post => ({
  id: row.id,
  person: row.personId,
  unit: row.unitId,
  position: row.position,
  from: day(row.from),
  to: openDay(row.to),
})

const toEvidence = (row: z.output<typeof evidenceRow>): Evidence => ({
  id: row.id,
  kind: row.kind,
  topic: row.topic,
  subject: row.subjectId,
  unit: row.unitId,
  on: day(row.on),
  passed: row.passed === 1,
  validThrough: openDay(row.validThrough),
  revokedOn: openDay(row.revokedOn),
})

/**
 * The duties as they are in force at these units: those that a place has to switch on, where and since when one has. A duty that is
 * switched on at none of them is left out.
 */
export function dutiesAt(duties: readonly Duty[], unitIds: readonly string[]): Duty[] {
  const adoptions = groupedBy(rows(adoptionsOf, unitIds, adoptionRow), (row) => row.dutyId)
  return duties.flatMap((duty) => {
    if (duty.adopted === undefined) return [duty]
    const found = adoptions.get(duty.id)
    if (found === undefined) return []
    const byUnit = groupedBy(found, (row) => row.unitId)
    const adopted = new Map([...byUnit].map(([unit, held]) => [unit, held.map(({ from, to }) => ({ from: day(from), to: openDay(to) }))]))
    return [{ ...duty, adopted }]
  })
}

const waiversFor = (subjectIds: readonly string[]): Waiver[] =>
  rows(waiversOf, subjectIds, waiverRow).map(({ dutyId, subjectId, from, through }) => ({
    duty: dutyId,
    subject: subjectId,
    from: day(from),
    through: day(through),
  }))

/**
 * Everything the rule needs to answer for these people, and for these units too: all their posts anywhere, the units of those,
 * merged records, evidence, waivers.
 */
export function factsOfPeople(personIds: readonly string[], duties: readonly Duty[], unitIds: readonly string[] = []): Facts {
  const people: Person[] = rows(familyOf, personIds, personRow).map(({ id, mergedIntoId }) => ({ id, mergedInto: mergedIntoId }))
  const ids = people.map((person) => person.id)
  const posts = rows(
    `SELECT "id", "personId", "unitId", "position", "from", "to" FROM "Post" WHERE "personId" ${listed}`,
    ids,
    postRow,
  ).map(toPost)
  const units = loadUnits([...new Set([...posts.map((post) => post.unit), ...unitIds])])
  const owners = [...ids, ...units.map((unit) => unit.id)]
  return {
    duties: dutiesAt(
      duties,
      units.map((unit) => unit.id),
    ),
    units,
    people,
    posts,
    evidence: rows(evidenceOf, owners, evidenceRow).map(toEvidence),
    waivers: waiversFor([...owners, ...posts.map((post) => post.id)]),
  }
}

/** The same for everybody who ever held a post at these units. */
export function factsOfUnits(unitIds: readonly string[], duties: readonly Duty[]): Facts {
  const holders = rows(
    `SELECT DISTINCT "personId" AS "id", NULL AS "mergedIntoId" FROM "Post" WHERE "unitId" ${listed}`,
    unitIds,
    personRow,
  )
  return factsOfPeople(
    holders.map((holder) => holder.id),
    duties,
    unitIds,
  )
}
