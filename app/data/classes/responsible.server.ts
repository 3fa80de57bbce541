import { z } from 'zod'
import type { Responsible } from '~/domain/classes/coverage'
import { survivors } from '~/domain/duties/merged'
import { type Day, holdsDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { findSubjectNames } from '../duties/subject-names.server'
import { familyOf } from '../org/family.server'
import { openDay, storedDay } from '../stored-day.server'

const postRow = z.object({ personId: z.string(), unitId: z.string(), from: z.string(), to: z.string().nullable() })
const posts = `SELECT "personId", "unitId", "from", "to" FROM "Post" WHERE "unitId" IN (SELECT "value" FROM json_each(@units))
  AND (@positions IS NULL OR "position" IN (SELECT "value" FROM json_each(@positions))) ORDER BY "unitId", "from", "id"`
const personRow = z.object({ id: z.string(), mergedIntoId: z.string().nullable() })

/** To whom each of these records belongs: the id at the end of its merges. Ids that were never joined are their own. */
export function ownersOf(personIds: readonly string[]): (id: string) => string {
  const people = statement(familyOf)
    .all(JSON.stringify([...new Set(personIds)]))
    .map((one) => personRow.parse(one))
  const ends = survivors(people.map(({ id, mergedIntoId }) => ({ id, mergedInto: mergedIntoId })))
  return (id) => ends.get(id) ?? id
}

/** Who holds, held or will hold one of these positions (null: every position) at these units. The units must come from a scoped finder. */
export const responsibleAt = (unitIds: readonly string[], positions: readonly string[] | null): Responsible[] =>
  statement(posts)
    .all({ units: JSON.stringify(unitIds), positions: positions === null ? null : JSON.stringify(positions) })
    .map((one) => postRow.parse(one))
    .map(({ personId, unitId, from, to }) => ({ person: personId, unit: unitId, from: storedDay(from), to: openDay(to) }))

const heldSql = `SELECT "personId", "unitId", "from", "to" FROM "Post" WHERE "personId" IN (SELECT "value" FROM json_each(?))
  AND "position" IN (SELECT "value" FROM json_each(?)) ORDER BY "unitId", "from", "id"`

/** The units where one of these records of a person holds one of these positions on a day. */
export const unitsHeldBy = (family: readonly string[], positions: readonly string[], on: Day): string[] =>
  statement(heldSql)
    .all(JSON.stringify(family), JSON.stringify(positions))
    .map((one) => postRow.parse(one))
    .filter(({ from, to }) => holdsDay(storedDay(from), openDay(to), on))
    .map(({ unitId }) => unitId)

/** People who hold one of these positions (null: every position) at a unit on a day, each once, by name. */
export function peopleHolding(unitId: string, positions: readonly string[] | null, on: Day): { id: string; name: string }[] {
  const held = responsibleAt([unitId], positions).filter(({ from, to }) => holdsDay(from, to, on))
  const owner = ownersOf(held.map(({ person }) => person))
  const ids = [...new Set(held.map(({ person }) => owner(person)))]
  const names = findSubjectNames(ids)
  return ids.map((id) => ({ id, name: names.get(id) ?? '' })).sort((one, other) => byName(one.name, other.name))
}
const byName = new Intl.Collator('zh-CN').compare

const unitRow = z.object({ unitId: z.string() })
const unitsOf = `SELECT DISTINCT "unitId" FROM "Post" WHERE "personId" IN (SELECT "value" FROM json_each(@family))
  AND "from" <= @on AND ("to" IS NULL OR "to" >= @on)`

/** The units at which somebody holds a post on a day (YYYY-MM-DD). */
export const unitsWithPost = (family: readonly string[], on: string): string[] =>
  statement(unitsOf)
    .all({ family: JSON.stringify(family), on })
    .map((one) => unitRow.parse(one).unitId)
