import { z } from 'zod'
import type { RegisteredPost } from '~/domain/classes/draw-list'
import { survivors } from '~/domain/duties/merged'
import { statement } from '../db.server'
import { type DirectoryUnit, unitDirectory } from '../org/unit-directory.server'
import { storedSpan } from '../stored-day.server'

/** Every unit of a place and all below it, closed ones too, in the order of the register. The place must be in scope. */
export const registeredUnits = (placePath: string): DirectoryUnit[] =>
  unitDirectory().units.filter(({ place }) => place.path.startsWith(placePath))

const postRow = z.object({ personId: z.string(), unitId: z.string(), position: z.string(), from: z.string(), to: z.string().nullable() })
const postsSql = `SELECT "personId", "unitId", "position", "from", "to" FROM "Post"
  WHERE "unitId" IN (SELECT "value" FROM json_each(?)) AND "position" IN (SELECT "value" FROM json_each(?)) ORDER BY "from", "id"`
const mergedRow = z.object({ id: z.string(), mergedInto: z.string().nullable() })
const mergedSql = `SELECT "id", "mergedIntoId" AS "mergedInto" FROM "Person" WHERE "mergedIntoId" IS NOT NULL
  OR "id" IN (SELECT "mergedIntoId" FROM "Person" WHERE "mergedIntoId" IS NOT NULL)`

/** Under which id somebody is known who was joined with another record. */
export function survivorOf(): (id: string) => string {
  const ends = survivors(
    statement(mergedSql)
      .all()
      .map((found) => mergedRow.parse(found)),
  )
  return (id) => ends.get(id) ?? id
}

/** Who ever held one of these positions at these units; joined records stand under one id. The units must come from a scoped finder. */
export function registeredPosts(unitIds: readonly string[], positions: readonly string[]): RegisteredPost[] {
  const endOf = survivorOf()
  return statement(postsSql)
    .all(JSON.stringify(unitIds), JSON.stringify(positions))
    .map((found) => postRow.parse(found))
    .map(({ personId, unitId, position, from, to }) => ({ person: endOf(personId), unit: unitId, position, ...storedSpan({ from, to }) }))
}
