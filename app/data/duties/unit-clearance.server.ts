import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { db, type Prisma, statement } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'

export type ScopedUnit = {
  id: string
  name: string
  sector: string
  place: { id: string; name: string; path: string }
  traits: string[]
}

const inForce = (today: string) => ({ from: { lte: today }, OR: [{ to: null }, { to: { gte: today } }] })

function unitsWhere(scope: Scope, today: Day, more: Prisma.UnitWhereInput) {
  const text = formatDay(today)
  return db().unit.findMany({
    where: { AND: [unitsInScope(scope), inForce(text), more] },
    select: {
      id: true,
      name: true,
      sector: true,
      place: { select: { id: true, name: true, path: true } },
      traits: { where: inForce(text), select: { trait: true }, orderBy: { trait: 'asc' } },
    },
    orderBy: [{ place: { path: 'asc' } }, { name: 'asc' }],
  })
}
const toUnit = ({ traits, ...unit }: Awaited<ReturnType<typeof unitsWhere>>[number]): ScopedUnit => ({
  ...unit,
  traits: traits.map(({ trait }) => trait),
})

/** The units of a scope that are open today, by place and name. */
export const findUnits = async (scope: Scope, today: Day): Promise<ScopedUnit[]> => (await unitsWhere(scope, today, {})).map(toUnit)

/** One unit of a scope that is open today; null where there is none, or it lies outside. */
export async function findUnit(scope: Scope, unitId: string, today: Day): Promise<ScopedUnit | null> {
  const [found] = await unitsWhere(scope, today, { id: unitId })
  return found === undefined ? null : toUnit(found)
}

/** Places by which the units of a scope can be gathered: those of `units` and the ones above them that the scope reaches. */
export async function placesAbove(scope: Scope, units: readonly ScopedUnit[]): Promise<{ id: string; name: string; path: string }[]> {
  const paths = new Set(units.flatMap(({ place }) => pathsUpTo(place.path)))
  const reached = [...paths].filter((path) => scope.everything || scope.places.some((place) => path.startsWith(place.path)))
  return db().place.findMany({
    where: { path: { in: reached } },
    select: { id: true, name: true, path: true },
    orderBy: { path: 'asc' },
  })
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
