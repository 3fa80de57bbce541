import type { Prisma } from '#db'
import type { Minute, Stretch } from '~/domain/watch/minutes'
import { instantOf, minuteOf } from '~/domain/watch/minutes'
import type { Busy } from '~/domain/watch/roster-problems'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import { familyOf, survivorsOf } from './survivors.server'

const whole = {
  id: true,
  roomId: true,
  from: true,
  to: true,
  way: true,
  createdAt: true,
  createdBy: true,
  room: { select: { unitId: true, name: true } },
  handover: { select: { at: true, personId: true } },
  seats: {
    where: { removal: null },
    select: { id: true, personId: true, counts: true, addedAt: true, addedBy: true, swapId: true },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.WatchShiftSelect
type Row = Prisma.WatchShiftGetPayload<{ select: typeof whole }>

export type StoredSeat = { id: string; personId: string; counts: boolean; addedAt: Date; addedBy: string; swapId: string | null }
/** A shift of a roster with who is on it now; merged people are named by the record that is left. */
export type StoredShift = Stretch & {
  id: string
  roomId: string
  unitId: string
  roomName: string
  way: string
  createdAt: Date
  createdBy: string
  takenOverAt: Date | null
  seats: StoredSeat[]
}

async function read(client: Tx, rows: Row[]): Promise<StoredShift[]> {
  const survivor = await survivorsOf(
    client,
    rows.flatMap(({ seats }) => seats.map(({ personId }) => personId)),
  )
  return rows.map(({ from, to, room, handover, seats, ...shift }) => ({
    ...shift,
    from: minuteOf(from),
    to: minuteOf(to),
    unitId: room.unitId,
    roomName: room.name,
    takenOverAt: handover?.at ?? null,
    seats: seats.map(({ personId, ...seat }) => ({ ...seat, personId: survivor(personId) })),
  }))
}

const within = ({ from, to }: Stretch): Prisma.WatchShiftWhereInput => ({
  from: { lt: instantOf(to) },
  to: { gt: instantOf(from) },
  removal: null,
})
const inOrder: Prisma.WatchShiftOrderByWithRelationInput[] = [{ from: 'asc' }, { to: 'asc' }, { id: 'asc' }]

/** The shifts of these rooms that touch a stretch of time, in order; the rooms must come from a scoped finder. */
export async function shiftsOf(roomIds: readonly string[], span: Stretch, client: Tx = db()): Promise<StoredShift[]> {
  return read(
    client,
    await client.watchShift.findMany({ where: { roomId: { in: [...roomIds] }, ...within(span) }, select: whole, orderBy: inOrder }),
  )
}

/** One shift that is still on the roster. */
export async function findShift(roomId: string, shiftId: string, client: Tx = db()): Promise<StoredShift | null> {
  const row = await client.watchShift.findFirst({ where: { id: shiftId, roomId, removal: null }, select: whole })
  return row === null ? null : ((await read(client, [row]))[0] ?? null)
}

/** All shifts of a person that touch a stretch, in any room. */
export async function shiftsOfPerson(personId: string, span: Stretch, client: Tx = db()): Promise<StoredShift[]> {
  const family = await familyOf(client, [personId])
  const seats = { some: { removal: null, personId: { in: family } } }
  return read(client, await client.watchShift.findMany({ where: { seats, ...within(span) }, select: whole, orderBy: inOrder }))
}

/** When and where these people are on watch, by person. */
export async function busyOf(client: Tx, personIds: readonly string[], span: Stretch): Promise<ReadonlyMap<string, readonly Busy[]>> {
  const family = await familyOf(client, personIds)
  const rows = await client.watchSeat.findMany({
    where: { removal: null, personId: { in: family }, shift: within(span) },
    select: { personId: true, shift: { select: { id: true, roomId: true, from: true, to: true } } },
  })
  const survivor = await survivorsOf(client, family)
  const found = new Map<string, Busy[]>()
  for (const { personId, shift } of rows) {
    const busy = { shiftId: shift.id, roomId: shift.roomId, from: minuteOf(shift.from), to: minuteOf(shift.to) }
    found.set(survivor(personId), [...(found.get(survivor(personId)) ?? []), busy])
  }
  return found
}

/** When the last planned shift of a room ends; null where none is planned after `from`. */
export async function plannedUntil(roomId: string, from: Minute): Promise<Minute | null> {
  const last = await db().watchShift.findFirst({
    where: { roomId, removal: null, to: { gt: instantOf(from) } },
    orderBy: { to: 'desc' },
    select: { to: true },
  })
  return last === null ? null : minuteOf(last.to)
}

export type NewSeat = { id: string; personId: string; counts: boolean; swapId?: string }
export type NewShift = Stretch & { id: string; roomId: string; way: 'planned' | 'copied' | 'pattern'; seats: readonly NewSeat[] }
export type By = { at: Date; by: string }

export async function recordShifts(tx: Tx, shifts: readonly NewShift[], { at, by }: By): Promise<void> {
  await tx.watchShift.createMany({
    data: shifts.map(({ seats: _, from, to, ...shift }) => ({
      ...shift,
      from: instantOf(from),
      to: instantOf(to),
      createdAt: at,
      createdBy: by,
    })),
  })
  for (const { id, seats } of shifts) await recordSeats(tx, id, seats, { at, by })
}

export async function recordSeats(tx: Tx, shiftId: string, seats: readonly NewSeat[], { at, by }: By): Promise<void> {
  if (seats.length > 0) await tx.watchSeat.createMany({ data: seats.map((seat) => ({ ...seat, shiftId, addedAt: at, addedBy: by })) })
}

/** False where it is gone already. */
export async function recordShiftRemoved(tx: Tx, shiftId: string, who: By): Promise<boolean> {
  if (await tx.watchShiftRemoval.findUnique({ where: { shiftId } })) return false
  await tx.watchShiftRemoval.create({ data: { shiftId, ...who } })
  return true
}

/** False where it is gone already. */
export async function recordSeatRemoved(tx: Tx, seatId: string, who: By & { swapId?: string }): Promise<boolean> {
  if (await tx.watchSeatRemoval.findUnique({ where: { seatId } })) return false
  await tx.watchSeatRemoval.create({ data: { seatId, ...who } })
  return true
}
