import { z } from 'zod'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { type Day, formatDay, holdsDay, parseDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { type DirectoryUnit, unitDirectory } from '../org/unit-directory.server'

export type ScopedUnit = {
  id: string
  name: string
  sector: string
  place: { id: string; name: string; path: string }
  traits: string[]
}

const toScoped = ({ id, name, sector, place, traits }: DirectoryUnit, on: Day): ScopedUnit => ({
  id,
  name,
  sector,
  place,
  traits: traits.filter((held) => holdsDay(held.from, held.to, on)).map(({ trait }) => trait),
})

const isOpenTo =
  (scope: Scope, on: Day) =>
  ({ id, sector, place, from, to }: DirectoryUnit): boolean =>
    holdsDay(from, to, on) && inScope(scope, { id, sector, placePath: place.path })

/** The units of a scope that are open on a day, by place (as readers know the tree) and name. */
export const findUnits = async (scope: Scope, on: Day): Promise<ScopedUnit[]> =>
  unitDirectory()
    .units.filter(isOpenTo(scope, on))
    .map((unit) => toScoped(unit, on))

/** One unit of a scope that is open on a day; null where there is none, or it lies outside. */
export async function findUnit(scope: Scope, unitId: string, on: Day): Promise<ScopedUnit | null> {
  const unit = unitDirectory().byId.get(unitId)
  return unit !== undefined && isOpenTo(scope, on)(unit) ? toScoped(unit, on) : null
}

/** Places by which the units of a scope can be gathered: those of `units` and the ones above them that the scope reaches, in tree order. */
export async function placesAbove(scope: Scope, units: readonly ScopedUnit[]): Promise<{ id: string; name: string; path: string }[]> {
  const lowest = new Set(units.map(({ place }) => place.path))
  const paths = new Set([...lowest].flatMap(pathsUpTo))
  return unitDirectory().places.filter(
    ({ path }) => paths.has(path) && (scope.everything || scope.places.some((place) => path.startsWith(place.path))),
  )
}

function pathsUpTo(path: string): string[] {
  const steps = path.split('/').filter(Boolean)
  return steps.map((_step, nth) => `/${steps.slice(0, nth + 1).join('/')}/`)
}

export type HeldPost = { id: string; personId: string; name: string; unitId: string; position: string; from: Day; to: Day | null }

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `not a day: ${text}` })
  return z.NEVER
})
const postRow = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  position: z.string(),
  from: day,
  to: day.nullable(),
})
const heldPosts = `SELECT k."id", k."personId", p."name", k."unitId", k."position", k."from", k."to"
  FROM "Post" k JOIN "Person" p ON p."id" = k."personId"
  WHERE k."unitId" IN (SELECT "value" FROM json_each(?)) AND (k."to" IS NULL OR k."to" >= ?)`

const byName = new Intl.Collator('zh-CN').compare

/** Posts at these units, in force or to come, by name. The units must come from a scoped finder. */
export const postsAt = (units: readonly ScopedUnit[], today: Day): HeldPost[] =>
  statement(heldPosts)
    .all(JSON.stringify(units.map((unit) => unit.id)), formatDay(today))
    .map((found) => postRow.parse(found))
    .sort((one, other) => byName(one.name, other.name) || one.from - other.from)

const waitingJoins = 'SELECT COUNT(*) AS "count" FROM "JoinRequest" WHERE "unitId" = ? AND "decidedAt" IS NULL'

/** How many people wait to be confirmed at a unit. */
export const joinsWaiting = (unit: ScopedUnit): number => z.object({ count: z.number() }).parse(statement(waitingJoins).get(unit.id)).count
