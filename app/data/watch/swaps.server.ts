import { z } from 'zod'
import type { Prisma } from '#db'
import { type Minute, minuteOf } from '~/domain/watch/minutes'
import type { SwapAnswer } from '~/domain/watch/swap'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import { familyOf, survivorsOf } from './survivors.server'

const seat = {
  id: true,
  personId: true,
  counts: true,
  removal: { select: { seatId: true } },
  shift: {
    select: {
      id: true,
      roomId: true,
      from: true,
      to: true,
      removal: { select: { shiftId: true } },
      room: { select: { unitId: true, name: true } },
    },
  },
} satisfies Prisma.WatchSeatSelect
const whole = {
  id: true,
  toPersonId: true,
  note: true,
  askedAt: true,
  askedBy: true,
  seat: { select: seat },
  otherSeat: { select: seat },
  answer: { select: { answer: true, at: true, by: true } },
} satisfies Prisma.WatchSwapSelect

type Row = Prisma.WatchSwapGetPayload<{ select: typeof whole }>
export type SwapSeat = {
  id: string
  personId: string
  counts: boolean
  held: boolean
  shiftId: string
  roomId: string
  unitId: string
  roomName: string
  from: Minute
  to: Minute
}
export type StoredSwap = {
  id: string
  toPersonId: string
  note: string | null
  askedAt: Date
  askedBy: string
  seat: SwapSeat
  otherSeat: SwapSeat | null
  answer: { answer: SwapAnswer; at: Date; by: string } | null
}
const answerOf = z.enum(['accepted', 'declined', 'withdrawn', 'done'])

async function read(client: Tx, rows: Row[]): Promise<StoredSwap[]> {
  const people = rows.flatMap(({ toPersonId, seat: given, otherSeat }) => [toPersonId, given.personId, otherSeat?.personId ?? toPersonId])
  const survivor = await survivorsOf(client, people)
  const seatOf = ({ id, personId, counts, removal, shift }: Row['seat']): SwapSeat => ({
    id,
    personId: survivor(personId),
    counts,
    held: removal === null && shift.removal === null,
    shiftId: shift.id,
    roomId: shift.roomId,
    unitId: shift.room.unitId,
    roomName: shift.room.name,
    from: minuteOf(shift.from),
    to: minuteOf(shift.to),
  })
  return rows.map(({ seat: given, otherSeat, answer, toPersonId, ...swap }) => ({
    ...swap,
    toPersonId: survivor(toPersonId),
    seat: seatOf(given),
    otherSeat: otherSeat === null ? null : seatOf(otherSeat),
    answer: answer === null ? null : { ...answer, answer: answerOf.parse(answer.answer) },
  }))
}

const newestFirst: Prisma.WatchSwapOrderByWithRelationInput[] = [{ askedAt: 'desc' }, { id: 'desc' }]

/** Swaps that this person asked for or was asked about, newest first. */
export async function swapsOfPerson(personId: string): Promise<StoredSwap[]> {
  const family = await familyOf(db(), [personId])
  const where = { OR: [{ toPersonId: { in: family } }, { seat: { personId: { in: family } } }] }
  return read(db(), await db().watchSwap.findMany({ where, select: whole, orderBy: newestFirst, take: 100 }))
}

/** Swaps that touched these shifts, newest first: the history beside a roster. */
export async function swapsOfShifts(shiftIds: readonly string[]): Promise<StoredSwap[]> {
  const ids = { in: [...shiftIds] }
  const where = { OR: [{ seat: { shiftId: ids } }, { otherSeat: { shiftId: ids } }] }
  return read(db(), await db().watchSwap.findMany({ where, select: whole, orderBy: newestFirst, take: 200 }))
}

export async function findSwap(swapId: string, client: Tx = db()): Promise<StoredSwap | null> {
  const row = await client.watchSwap.findUnique({ where: { id: swapId }, select: whole })
  return row === null ? null : ((await read(client, [row]))[0] ?? null)
}

/** A seat that is still held, wherever it is: the caller asks whose it is and whether he may. */
export async function findSeat(seatId: string, client: Tx = db()): Promise<SwapSeat | null> {
  const row = await client.watchSeat.findFirst({ where: { id: seatId, removal: null, shift: { removal: null } }, select: seat })
  if (row === null) return null
  const [swap] = await read(client, [
    { id: '', toPersonId: row.personId, note: null, askedAt: new Date(0), askedBy: '', seat: row, otherSeat: null, answer: null },
  ])
  return swap?.seat ?? null
}

export type NewSwap = {
  id: string
  seatId: string
  toPersonId: string
  otherSeatId: string | null
  note: string | null
  askedAt: Date
  askedBy: string
}

/** False where the same was asked before and waits for its answer. */
export async function recordSwap(tx: Tx, swap: NewSwap): Promise<boolean> {
  const { seatId, toPersonId, otherSeatId } = swap
  if ((await tx.watchSwap.count({ where: { seatId, toPersonId, otherSeatId, answer: null } })) > 0) return false
  await tx.watchSwap.create({ data: swap })
  return true
}

/** False where it was answered before. */
export async function recordSwapAnswer(tx: Tx, answer: { swapId: string; answer: SwapAnswer; at: Date; by: string }): Promise<boolean> {
  if (await tx.watchSwapAnswer.findUnique({ where: { swapId: answer.swapId } })) return false
  await tx.watchSwapAnswer.create({ data: answer })
  return true
}
