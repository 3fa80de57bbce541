import { z } from 'zod'
import type { Prisma } from '#db'
import type { Role } from '~/domain/accounts/grants'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'

export type GrantFilter = {
  role: Role | null
  state: 'inForce' | 'coming' | 'ended' | null
  text: string | null
  accountId: string | null
  unitId: string | null
}
export const grantsAPage = 50

const role = z.enum(['administrator', 'supervisor', 'manager'])
const sectors = z.string().transform((text): '*' | string[] => (text === '*' ? '*' : z.array(z.string()).parse(JSON.parse(text))))

function inState(state: GrantFilter['state'], today: Day): Prisma.GrantWhereInput {
  const on = formatDay(today)
  const lasts = { OR: [{ to: null }, { to: { gte: on } }] }
  const began = { from: { lte: on } }
  const empty = { AND: [{ to: { not: null } }, { to: { lt: db().grant.fields.from } }] }
  if (state === null) return {}
  if (state === 'inForce') return { AND: [began, lasts] }
  if (state === 'coming') return { AND: [{ from: { gt: on } }, { NOT: empty }] }
  return { OR: [{ to: { lt: on } }, empty] }
}

/** Who holds what over the whole installation, those in force first; the administrator's reading. */
export async function listGrants(filter: GrantFilter, today: Day, page = 1) {
  const where: Prisma.GrantWhereInput = {
    AND: [
      filter.role === null ? {} : { role: filter.role },
      filter.accountId === null ? {} : { accountId: filter.accountId },
      filter.unitId === null ? {} : { unitId: filter.unitId },
      filter.text === null
        ? {}
        : { OR: [{ account: { person: { name: { contains: filter.text } } } }, { unit: { name: { contains: filter.text } } }] },
      inState(filter.state, today),
    ],
  }
  const [total, found] = await Promise.all([
    db().grant.count({ where }),
    db().grant.findMany({
      where,
      orderBy: [{ role: 'asc' }, { from: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * grantsAPage,
      take: grantsAPage,
      include: {
        account: { select: { staffNumber: true, person: { select: { id: true, name: true } } } },
        place: { select: { id: true, name: true } },
        unit: { select: { id: true, name: true } },
      },
    }),
  ])
  const rows = found.map((grant) => ({ ...grant, role: role.parse(grant.role), sectors: sectors.parse(grant.sectors) }))
  return { rows, total }
}

export async function findGrantForPage(id: string) {
  const found = await db().grant.findUnique({
    where: { id },
    include: {
      account: { select: { staffNumber: true, person: { select: { id: true, name: true } } } },
      place: { select: { id: true, name: true } },
      unit: { select: { id: true, name: true } },
    },
  })
  return found && { ...found, role: role.parse(found.role), sectors: sectors.parse(found.sectors) }
}
