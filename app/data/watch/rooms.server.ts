import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import type { RoomTrait } from '~/domain/watch/rules'
import { db } from '../db.server'
import { openDay, storedDay, storedSpan } from '../stored-day.server'
import type { Tx } from '../transact.server'
import { inUnitsOf } from './unit-scope.server'

const whole = {
  id: true,
  unitId: true,
  name: true,
  jurisdiction: true,
  from: true,
  to: true,
  traits: { select: { id: true, trait: true, from: true, to: true }, orderBy: [{ from: 'asc' }, { id: 'asc' }] },
  exceptions: {
    select: { id: true, exception: true, proof: true, since: true, from: true, to: true, recordedAt: true, recordedBy: true },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ControlRoomSelect

const readRoom = ({ from, to, traits, exceptions, ...room }: Prisma.ControlRoomGetPayload<{ select: typeof whole }>) => ({
  ...room,
  from: storedDay(from),
  to: openDay(to),
  traits: traits.map(({ id, trait, ...span }) => ({ id, trait, ...storedSpan(span) })),
  exceptions: exceptions.map(({ from: begins, to: ends, since, ...held }) => ({
    ...held,
    since: storedDay(since),
    ...storedSpan({ from: begins, to: ends }),
  })),
})

/** A control room with its traits and proofs over time. */
export type StoredRoom = ReturnType<typeof readRoom>

/** The rooms of these units, by name; the units must come from a scoped finder. Rooms that were given up come last. */
export async function roomsOf(unitIds: readonly string[]): Promise<StoredRoom[]> {
  const rows = await db().controlRoom.findMany({
    where: { unitId: { in: [...unitIds] } },
    select: whole,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(readRoom).sort((one, other) => Number(one.to !== null) - Number(other.to !== null))
}

/** A room of a unit of the scope; null outside of it. */
export async function findRoom(scope: Scope, unitId: string, roomId: string): Promise<StoredRoom | null> {
  const found = await db().controlRoom.findFirst({ where: { id: roomId, unitId, ...inUnitsOf(scope, unitId) }, select: whole })
  return found === null ? null : readRoom(found)
}

/** The same without scope, for who is on its roster; the caller asks whether he is. */
export async function findRoomOf(unitId: string, roomId: string): Promise<StoredRoom | null> {
  const found = await db().controlRoom.findFirst({ where: { id: roomId, unitId }, select: whole })
  return found === null ? null : readRoom(found)
}

/** Units of a scope that have rooms in use on a day. */
export async function unitIdsWithRooms(on: Day): Promise<string[]> {
  const day = formatDay(on)
  const rows = await db().controlRoom.findMany({
    where: { from: { lte: day }, OR: [{ to: null }, { to: { gte: day } }] },
    distinct: ['unitId'],
    select: { unitId: true },
  })
  return rows.map(({ unitId }) => unitId)
}

export type NewRoom = { id: string; unitId: string; name: string; jurisdiction: string; from: Day; createdAt: Date; createdBy: string }
export type NewTrait = { id: string; roomId: string; trait: RoomTrait; from: Day; recordedAt: Date; recordedBy: string }

/** Adds a room; false where the unit has one of this name in use. */
export async function recordRoom(tx: Tx, { from, ...room }: NewRoom, traits: readonly NewTrait[]): Promise<boolean> {
  if ((await tx.controlRoom.count({ where: { unitId: room.unitId, name: room.name, to: null } })) > 0) return false
  await tx.controlRoom.create({ data: { ...room, from: formatDay(from) } })
  for (const trait of traits) await recordTrait(tx, trait)
  return true
}

export async function recordTrait(tx: Tx, { from, ...trait }: NewTrait): Promise<void> {
  await tx.roomTrait.create({ data: { ...trait, from: formatDay(from) } })
}

type Ended = { to: Day; endedAt: Date; endedBy: string }
const ending = ({ to, ...who }: Ended) => ({ ...who, to: formatDay(to) })

/** The last day of a trait that has none yet. */
export const recordTraitEnded = (tx: Tx, id: string, ended: Ended) =>
  tx.roomTrait.updateMany({ where: { id, to: null }, data: ending(ended) }).then(({ count }) => count > 0)

export type NewException = {
  id: string
  roomId: string
  exception: string
  proof: string
  since: Day
  from: Day
  recordedAt: Date
  recordedBy: string
}

/** False where the room holds a proof for it already. */
export async function recordException(tx: Tx, { from, since, ...held }: NewException): Promise<boolean> {
  if ((await tx.roomException.count({ where: { roomId: held.roomId, exception: held.exception, to: null } })) > 0) return false
  await tx.roomException.create({ data: { ...held, from: formatDay(from), since: formatDay(since) } })
  return true
}

export const recordExceptionEnded = (tx: Tx, id: string, roomId: string, ended: Ended) =>
  tx.roomException.updateMany({ where: { id, roomId, to: null }, data: ending(ended) }).then(({ count }) => count > 0)

/** Gives a room up; false where it was already. */
export const recordRoomEnded = (tx: Tx, id: string, ended: Ended) =>
  tx.controlRoom.updateMany({ where: { id, to: null }, data: ending(ended) }).then(({ count }) => count > 0)
