import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'
import { type AskedPeople, peopleNear } from '../search/people-near.server'

export const peopleAPage = 50

/** People of a scope: who holds, held or asked for a seat at one of its units. Merged records are their survivor's. */
const peopleInScope = (scope: Scope): Prisma.PersonWhereInput => {
  if (scope.everything) return { mergedIntoId: null }
  const unit = unitsInScope(scope)
  return { mergedIntoId: null, OR: [{ posts: { some: { unit } } }, { joins: { some: { unit } } }] }
}

const openOn = (on: string) => ({ from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] })

/** People of a scope by name or its pinyin, a whole telephone number or a staff number; with what they do there today. The nearest first. */
export async function searchPeople(scope: Scope, asked: AskedPeople, today: Day, page = 1, take = peopleAPage) {
  const found = await peopleNear(scope, asked)
  const ids = found.slice((page - 1) * take, page * take)
  const rows = await db().person.findMany({
    where: { AND: [peopleInScope(scope), { id: { in: ids } }] },
    select: {
      id: true,
      name: true,
      phone: true,
      account: { select: { id: true, staffNumber: true } },
      posts: {
        where: { AND: [openOn(formatDay(today)), { unit: unitsInScope(scope) }] },
        select: { position: true, unit: { select: { id: true, name: true } } },
        orderBy: { from: 'asc' },
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: found.length }
}

/** The record that goes on for a merged one; the id itself where it was not merged. */
export async function survivorOf(personId: string): Promise<string> {
  const found = await db().person.findUnique({ where: { id: personId }, select: { mergedIntoId: true } })
  return found?.mergedIntoId ? survivorOf(found.mergedIntoId) : personId
}

/** A person of the scope with account, posts at its units, waiting requests and grants. */
export const findPerson = (scope: Scope, id: string) =>
  db().person.findFirst({
    where: { AND: [peopleInScope(scope), { id }] },
    select: {
      id: true,
      name: true,
      phone: true,
      idCipher: true,
      posts: {
        where: { unit: unitsInScope(scope) },
        select: { id: true, position: true, from: true, to: true, unit: { select: { id: true, name: true } } },
        orderBy: [{ from: 'desc' }, { id: 'asc' }],
      },
      joins: {
        where: { decidedAt: null, unit: unitsInScope(scope) },
        select: { id: true, position: true, from: true, unit: { select: { id: true, name: true } } },
      },
      account: {
        select: {
          id: true,
          phone: true,
          staffNumber: true,
          passwordHash: true,
          createdAt: true,
          slips: { where: { usedAt: null }, orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true, expiresAt: true } },
        },
      },
    },
  })

/** Who is behind an account. */
export const findHolder = (accountId: string) =>
  db().account.findFirst({
    where: { id: accountId, person: { mergedIntoId: null } },
    select: { id: true, staffNumber: true, person: { select: { id: true, name: true } } },
  })
