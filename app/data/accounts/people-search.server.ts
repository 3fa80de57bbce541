import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import { readPhone } from '~/domain/org/phone'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'

export const peopleAPage = 50

/** People of a scope: who holds, held or asked for a seat at one of its units. Merged records are their survivor's. */
const peopleInScope = (scope: Scope): Prisma.PersonWhereInput => {
  if (scope.everything) return { mergedIntoId: null }
  const unit = unitsInScope(scope)
  return { mergedIntoId: null, OR: [{ posts: { some: { unit } } }, { joins: { some: { unit } } }] }
}

function named(typed: string): Prisma.PersonWhereInput {
  const phone = readPhone(typed)
  if (phone !== null) return { OR: [{ phone }, { account: { phone } }] }
  const plain = typed.normalize('NFKC')
  const pieces = plain.split(/[%_\s]+/).map((contains) => ({ name: { contains } }))
  return { OR: [{ AND: pieces }, { account: { staffNumber: plain.replace(/\s/g, '').toUpperCase() } }] }
}

const openOn = (on: string) => ({ from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] })

/** People of a scope by a part of the name, a whole telephone number or a staff number; with what they do there today. */
export async function searchPeople(scope: Scope, typed: string, today: Day, page = 1, take = peopleAPage) {
  const where = { AND: [peopleInScope(scope), named(typed)] }
  const [total, rows] = await Promise.all([
    db().person.count({ where }),
    db().person.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * take,
      take,
      select: {
        id: true,
        name: true,
        phone: true,
        account: { select: { id: true, staffNumber: true } },
        posts: {
          where: { AND: [openOn(formatDay(today)), { unit: unitsInScope(scope) }] },
          select: { position: true, unit: { select: { name: true } } },
          orderBy: { from: 'asc' },
        },
      },
    }),
  ])
  return { rows, total }
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
