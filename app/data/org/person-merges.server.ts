import type { Scope } from '~/domain/accounts/scope'
import type { RecordToMerge } from '~/domain/org/person-merge'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import { unitsInScope } from './scope-where.server'

const shown = {
  id: true,
  name: true,
  phone: true,
  account: { select: { staffNumber: true } },
} as const

/** Records that may be the same person as this one: the same name or phone; at one unit, or anywhere where none is named. */
export async function findAlike(scope: Scope, person: { id: string; name: string; phone: string | null }, unitId: string | null) {
  const unit = unitsInScope(scope)
  const alike = [{ name: person.name }, ...(person.phone === null ? [] : [{ phone: person.phone }])]
  return db().person.findMany({
    where: {
      id: { not: person.id },
      mergedIntoId: null,
      OR: alike,
      ...(unitId === null && scope.everything ? {} : { posts: { some: { unit, ...(unitId === null ? {} : { unitId }) } } }),
    },
    select: {
      ...shown,
      posts: {
        where: unitId === null ? { unit } : { unitId, unit },
        select: { id: true, position: true, from: true, to: true, unit: { select: { name: true } } },
        orderBy: [{ from: 'desc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 20,
  })
}

/** A record as the use case that merges it sees it; null where there is none. */
export async function recordToMerge(tx: Tx, id: string, today: Day): Promise<(RecordToMerge & { name: string }) | null> {
  const person = await tx.person.findUnique({ where: { id }, select: { id: true, name: true, mergedIntoId: true, idHash: true } })
  if (person === null) return null
  const open = { OR: [{ to: null }, { to: { gte: formatDay(today) } }] }
  return { ...person, grants: await tx.grant.count({ where: { account: { personId: id }, ...open } }) }
}

/**
 * One record goes into another. Its posts become the other's; evidence, papers, lessons, certificates and waivers stay written as they
 * were and are found through `mergedIntoId`. The kept record takes over the phone, the ID number and the way in where it has none.
 * Returns the ids of the posts that changed hands.
 */
export async function recordPeopleMerged(tx: Tx, goneId: string, keptId: string): Promise<string[]> {
  const select = { phone: true, idCipher: true, idHash: true, account: true } as const
  const gone = await tx.person.findUniqueOrThrow({ where: { id: goneId }, select })
  const kept = await tx.person.findUniqueOrThrow({ where: { id: keptId }, select })
  const posts = await tx.post.findMany({ where: { personId: goneId }, select: { id: true }, orderBy: { id: 'asc' } })
  await tx.post.updateMany({ where: { personId: goneId }, data: { personId: keptId } })
  await tx.person.update({ where: { id: goneId }, data: { mergedIntoId: keptId, idCipher: null, idHash: null } })
  const idNumber = kept.idHash === null ? { idCipher: gone.idCipher, idHash: gone.idHash } : {}
  await tx.person.update({ where: { id: keptId }, data: { phone: kept.phone ?? gone.phone, ...idNumber } })
  if (gone.account !== null) await closeAccount(tx, gone.account, kept.account)
  return posts.map(({ id }) => id)
}

type Account = { id: string; phone: string | null; passwordHash: string | null }

async function closeAccount(tx: Tx, gone: Account, kept: Account | null): Promise<void> {
  await tx.account.update({ where: { id: gone.id }, data: { phone: null, passwordHash: null } })
  await tx.session.deleteMany({ where: { accountId: gone.id } })
  if (kept === null) return
  await tx.account.update({
    where: { id: kept.id },
    data: { phone: kept.phone ?? gone.phone, passwordHash: kept.passwordHash ?? gone.passwordHash },
  })
}
