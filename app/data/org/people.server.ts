import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import { unitsInScope } from './scope-where.server'

/** A unit inside the scope; null for every other. */
export async function findManagedUnit(scope: Scope, unitId: string) {
  const found = await db().unit.findFirst({
    where: { AND: [{ id: unitId }, unitsInScope(scope)] },
    select: { id: true, name: true, shortCode: true, sector: true, from: true, to: true, place: { select: { path: true } } },
  })
  if (found === null) return null
  const { place, ...unit } = found
  return { ...unit, placePath: place.path }
}
export type ManagedUnit = NonNullable<Awaited<ReturnType<typeof findManagedUnit>>>

export type PeopleFilter = { text: string; position: string | null; state: 'present' | 'ended' | 'all' }
export const peopleSorts = ['name', 'position', 'from', 'to'] as const
export type PeopleSort = (typeof peopleSorts)[number]
export type PeopleOrder = { sort: PeopleSort; descending: boolean; page: number }

export const peopleAPage = 50

const presentOn = (today: Day): Prisma.PostWhereInput => ({ OR: [{ to: null }, { to: { gte: formatDay(today) } }] })

function postsWhere(scope: Scope, unitId: string, { text, position, state }: PeopleFilter, today: Day): Prisma.PostWhereInput {
  const plain = text.replace(/[%_]/g, '')
  return {
    AND: [
      { unitId, unit: unitsInScope(scope) },
      plain === '' ? {} : { person: { name: { contains: plain } } },
      position === null ? {} : { position },
      state === 'all' ? {} : state === 'present' ? presentOn(today) : { to: { lt: formatDay(today) } },
    ],
  }
}

const orders: Record<PeopleSort, (direction: 'asc' | 'desc') => Prisma.PostOrderByWithRelationInput> = {
  name: (direction) => ({ person: { name: direction } }),
  position: (direction) => ({ position: direction }),
  from: (direction) => ({ from: direction }),
  to: (direction) => ({ to: direction }),
}

const listed = {
  id: true,
  position: true,
  from: true,
  to: true,
  person: { select: { id: true, name: true, phone: true } },
} satisfies Prisma.PostSelect

/** Chinese names in the order of their sounds, which the database does not know. */
const bySound = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

/** The page of a unit's posts in the order of names: a unit's list is short enough to be put in order here. */
async function pageByName(where: Prisma.PostWhereInput, { descending, page }: PeopleOrder) {
  const every = await db().post.findMany({ where, select: { id: true, person: { select: { name: true } } }, orderBy: { id: 'asc' } })
  const turn = descending ? -1 : 1
  const ids = every
    .sort((one, other) => turn * bySound.compare(one.person.name, other.person.name))
    .slice((page - 1) * peopleAPage, page * peopleAPage)
    .map(({ id }) => id)
  const rows = await db().post.findMany({ where: { id: { in: ids } }, select: listed })
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

const pageInOrder = (where: Prisma.PostWhereInput, { sort, descending, page }: PeopleOrder) =>
  db().post.findMany({
    where,
    select: listed,
    orderBy: [orders[sort](descending ? 'desc' : 'asc'), { id: 'asc' }],
    skip: (page - 1) * peopleAPage,
    take: peopleAPage,
  })

/** One page of a unit's posts, and the counts of both halves under the same search: present and ended add up to all. */
export async function listPosts(scope: Scope, unitId: string, filter: PeopleFilter, today: Day, order: PeopleOrder) {
  const where = (state: PeopleFilter['state']) => postsWhere(scope, unitId, { ...filter, state }, today)
  const [present, all, rows] = await Promise.all([
    db().post.count({ where: where('present') }),
    db().post.count({ where: where('all') }),
    order.sort === 'name' ? pageByName(where(filter.state), order) : pageInOrder(where(filter.state), order),
  ])
  return { rows, counts: { present, ended: all - present, all } }
}

/** The positions that occur among a unit's posts. */
export async function listPositions(scope: Scope, unitId: string): Promise<string[]> {
  const found = await db().post.findMany({
    where: { unitId, unit: unitsInScope(scope) },
    distinct: ['position'],
    select: { position: true },
  })
  return found.map(({ position }) => position)
}

/** A person with his posts at this unit; null where he never had one here. */
export const findPersonAt = (scope: Scope, unitId: string, personId: string) =>
  db().person.findFirst({
    where: { id: personId, mergedIntoId: null, posts: { some: { unitId, unit: unitsInScope(scope) } } },
    select: {
      id: true,
      name: true,
      phone: true,
      idCipher: true,
      posts: { where: { unitId }, orderBy: [{ from: 'desc' }, { id: 'asc' }], select: { id: true, position: true, from: true, to: true } },
      account: { select: { id: true, phone: true, staffNumber: true, passwordHash: true } },
    },
  })

/** Does this person hold a post at this unit today or from a later day on? */
export const worksAt = async (client: Tx, unitId: string, personId: string, today: Day): Promise<boolean> =>
  (await client.post.count({ where: { unitId, personId, ...presentOn(today) } })) > 0

/** What an account opens beyond the units of `scope`: grants in force or to come, and posts that have not ended. */
export async function reachOf(client: Tx, personId: string, scope: Scope, today: Day): Promise<{ grants: number; postsElsewhere: number }> {
  const open = [{ to: null }, { to: { gte: formatDay(today) } }]
  return {
    grants: await client.grant.count({ where: { account: { personId }, OR: open } }),
    postsElsewhere: scope.everything ? 0 : await client.post.count({ where: { personId, OR: open, unit: { NOT: unitsInScope(scope) } } }),
  }
}

/** The account a slip would be for, with its person. */
export const findSlipHolder = (client: Tx, accountId: string) =>
  client.account.findFirst({
    where: { id: accountId, person: { mergedIntoId: null } },
    select: { id: true, staffNumber: true, phone: true, passwordHash: true, person: { select: { id: true, name: true } } },
  })

export const postForChange = (tx: Tx, postId: string, unitId: string) =>
  tx.post.findFirst({ where: { id: postId, unitId }, select: { id: true, personId: true, position: true, from: true, to: true } })

/** The last day of a post; null opens it again. */
export async function recordPostEnded(tx: Tx, postId: string, to: Day | null): Promise<void> {
  await tx.post.update({ where: { id: postId }, data: { to: to === null ? null : formatDay(to) } })
}

export async function recordPersonCorrected(tx: Tx, personId: string, known: { name?: string; phone?: string | null }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: known })
}

export async function recordIdNumber(tx: Tx, personId: string, sealed: { idCipher: string; idHash: string }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: sealed })
}

export const personForUpdate = (tx: Tx, personId: string) => tx.person.findUnique({ where: { id: personId }, include: { account: true } })
