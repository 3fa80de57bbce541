import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import type { Tx } from '../transact.server'

const shown = {
  id: true,
  on: true,
  title: true,
  text: true,
  sentBy: true,
  places: { select: { placeId: true, place: { select: { name: true } } } },
} as const

/** Tips sent to any of these villages up to a day, the latest first. The places must be in scope. `take` null is all. */
export const findTips = (placeIds: readonly string[], until: Day, take: number | null = null) =>
  db().tipSent.findMany({
    where: { on: { lte: formatDay(until) }, places: { some: { placeId: { in: [...placeIds] } } } },
    select: { ...shown, places: { ...shown.places, where: { placeId: { in: [...placeIds] } } } },
    orderBy: [{ on: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
    ...(take === null ? {} : { take }),
  })
export type TipRow = Awaited<ReturnType<typeof findTips>>[number]

export type NewTip = {
  id: string
  on: Day
  title: string
  text: string
  sentBy: string
  createdAt: Date
  placeIds: readonly string[]
}

/** A tip was sent to these villages. */
export async function recordTipSent(tx: Tx, { on, placeIds, ...tip }: NewTip): Promise<void> {
  await tx.tipSent.create({ data: { ...tip, on: formatDay(on), places: { create: placeIds.map((placeId) => ({ placeId })) } } })
}
