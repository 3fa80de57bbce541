import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { db } from '../db.server'
import type { Tx } from '../transact.server'

export type Adoption = { id: string; dutyId: string; place: { id: string; name: string; path: string }; from: string; to: string | null }

const shown = { id: true, dutyId: true, from: true, to: true, place: { select: { id: true, name: true, path: true } } } as const

/** Where duties of the catalogue are or were switched on, by place and day; of one duty, or of all. Not secret: no scope. */
export const findAdoptions = (dutyId?: string): Promise<Adoption[]> =>
  db().dutyAdoption.findMany({
    where: dutyId === undefined ? {} : { dutyId },
    select: shown,
    orderBy: [{ place: { path: 'asc' } }, { from: 'asc' }, { id: 'asc' }],
  })

export type NewAdoption = { id: string; dutyId: string; placeId: string; from: Day; adoptedBy: string; createdAt: Date }

/** Switches a duty on at a place. Says so where the place is gone, or where the duty is on there on that day or later. */
export async function recordAdopted(tx: Tx, { from, ...adoption }: NewAdoption): Promise<'adopted' | 'noPlace' | 'already'> {
  const { dutyId, placeId } = adoption
  if ((await tx.place.findUnique({ where: { id: placeId }, select: { id: true } })) === null) return 'noPlace'
  const first = formatDay(from)
  const later = await tx.dutyAdoption.findFirst({ where: { dutyId, placeId, OR: [{ to: null }, { to: { gte: first } }] } })
  if (later !== null) return 'already'
  await tx.dutyAdoption.create({ data: { ...adoption, from: first } })
  return 'adopted'
}

/** Ends an adoption after a last day. Says so where it is gone, has ended, or would end before it began. */
export async function recordAdoptionEnded(
  tx: Tx,
  id: string,
  lastDay: Day,
): Promise<{ dutyId: string; placeId: string } | 'gone' | 'ended' | 'beforeFirst'> {
  const adoption = await tx.dutyAdoption.findUnique({ where: { id } })
  if (adoption === null) return 'gone'
  if (adoption.to !== null) return 'ended'
  const from = parseDay(adoption.from)
  if (from === null || lastDay < from) return 'beforeFirst'
  await tx.dutyAdoption.update({ where: { id }, data: { to: formatDay(lastDay) } })
  return { dutyId: adoption.dutyId, placeId: adoption.placeId }
}
