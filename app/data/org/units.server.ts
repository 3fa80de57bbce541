import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { unitsInScope } from './scope-where.server'

/** What a list of units is narrowed to; null is no condition. `placePath` reaches everything below it. */
export type UnitFilter = {
  text: string | null
  placePath: string | null
  sector: string | null
  trait: string | null
  state: 'open' | 'closed' | null
}
export const unitSorts = ['name', 'place', 'sector', 'from'] as const
export type UnitSort = (typeof unitSorts)[number]

export const unitsAPage = 50

const listed = {
  id: true,
  name: true,
  sector: true,
  shortCode: true,
  from: true,
  to: true,
  mergedIntoId: true,
  place: { select: { id: true, name: true, path: true } },
} satisfies Prisma.UnitSelect

/** Every piece of what was typed; `%` and `_` would be wild cards to the database. */
const containing = (text: string) => text.split(/[%_\s]+/).map((contains) => ({ contains }))

function unitsWhere(scope: Scope, { text, placePath, sector, trait, state }: UnitFilter, today: Day): Prisma.UnitWhereInput {
  const on = formatDay(today)
  const closed = { to: { lt: on } }
  const open = { OR: [{ to: null }, { to: { gte: on } }] }
  return {
    AND: [
      unitsInScope(scope),
      text === null ? {} : { OR: [{ AND: containing(text).map((name) => ({ name })) }, { shortCode: text.toUpperCase() }] },
      placePath === null ? {} : { place: { path: { startsWith: placePath } } },
      sector === null ? {} : { sector },
      trait === null ? {} : { traits: { some: { trait, from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] } } },
      state === null ? {} : state === 'closed' ? closed : open,
    ],
  }
}

const orders: Record<UnitSort, (direction: 'asc' | 'desc') => Prisma.UnitOrderByWithRelationInput> = {
  name: (direction) => ({ name: direction }),
  place: (direction) => ({ place: { path: direction } }),
  sector: (direction) => ({ sector: direction }),
  from: (direction) => ({ from: direction }),
}

export type ListedUnit = Prisma.UnitGetPayload<{ select: typeof listed }>

/** One page of the units of a scope, and how many there are in all. */
export async function listUnits(
  scope: Scope,
  filter: UnitFilter,
  today: Day,
  { sort, descending, page }: { sort: UnitSort; descending: boolean; page: number },
): Promise<{ rows: ListedUnit[]; total: number }> {
  const where = unitsWhere(scope, filter, today)
  const [total, rows] = await Promise.all([
    db().unit.count({ where }),
    db().unit.findMany({
      where,
      select: listed,
      orderBy: [orders[sort](descending ? 'desc' : 'asc'), { id: 'asc' }],
      skip: (page - 1) * unitsAPage,
      take: unitsAPage,
    }),
  ])
  return { rows, total }
}

/** Open units of a scope by a part of their name, for choosing one. */
export const searchUnits = (scope: Scope, text: string, today: Day, take = 20) =>
  listUnits(scope, { text, placePath: null, sector: null, trait: null, state: 'open' }, today, {
    sort: 'name',
    descending: false,
    page: 1,
  }).then(({ rows, total }) => ({ rows: rows.slice(0, take), total }))

const whole = {
  ...listed,
  endReason: true,
  mergedInto: { select: { id: true, name: true } },
  absorbed: { select: { id: true, name: true, to: true } },
  traits: { select: { id: true, trait: true, from: true, to: true }, orderBy: [{ from: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.UnitSelect

/** A unit of the scope with its traits over time; null outside the scope. */
export const findUnit = (scope: Scope, id: string) => db().unit.findFirst({ where: { AND: [unitsInScope(scope), { id }] }, select: whole })

/** How much goes on at a unit of the scope today: who works there, who waits, and the join code in force. */
export async function findUnitLife(scope: Scope, id: string, today: Day) {
  const unit = { AND: [unitsInScope(scope), { id }] }
  const on = formatDay(today)
  const openPosts = { OR: [{ to: null }, { to: { gte: on } }] }
  const [posts, later, waiting, managers] = await Promise.all([
    db().post.count({ where: { unit, from: { lte: on }, ...openPosts } }),
    db().post.count({ where: { unit, from: { gt: on }, ...openPosts } }),
    db().joinRequest.count({ where: { unit, decidedAt: null } }),
    db().grant.findMany({
      where: { unit, role: 'manager', OR: [{ to: null }, { to: { gte: on } }] },
      select: {
        id: true,
        from: true,
        to: true,
        account: { select: { id: true, staffNumber: true, person: { select: { id: true, name: true } } } },
      },
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
    }),
  ])
  return { posts, later, waiting, managers }
}

/** Are there any units at all? For the first steps of an installation. */
export const countUnits = (scope: Scope): Promise<number> => db().unit.count({ where: unitsInScope(scope) })
