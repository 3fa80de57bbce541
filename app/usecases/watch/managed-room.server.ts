import { watchRules } from '~/content/watch-rules.server'
import { findPersonAccount } from '~/data/watch/account-people.server'
import { findRoom, findRoomOf, type StoredRoom } from '~/data/watch/rooms.server'
import { shiftsOfPerson } from '~/data/watch/shifts.server'
import { watchersOf } from '~/data/watch/watchers.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type Day, holdsDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { DAY_MINUTES, minuteOf } from '~/domain/watch/minutes'
import { getManagedUnit } from '../org/managed-unit.server'

/** A room of a unit that the actor manages today; otherwise it is not there. */
export async function getManagedRoom(acting: Acting, unitId: string, roomId: string): Promise<StoredRoom> {
  await getManagedUnit(acting, unitId)
  const room = await findRoom(scopeFor(acting.actor.grants, 'manage', acting.today), unitId, roomId)
  if (room === null) throw new NotFound()
  return room
}

/** What somebody is to a room. manager: may plan. watcher: holds a post at the unit today that sees its rooms, or is on the room's roster around now. reader: may see it. */
export type RoomSide = 'manager' | 'watcher' | 'reader'

/** Does one of this person's posts of today see the unit's control rooms? */
export async function seesRooms(unitId: string, personId: string, today: Day): Promise<boolean> {
  const { sees } = watchRules()
  const mine = (await watchersOf(unitId)).find((watcher) => watcher.personId === personId)
  return mine?.posts.some(({ position, from, to }) => sees.includes(position) && holdsDay(from, to, today)) ?? false
}

const daysAround = { before: 2 * DAY_MINUTES, after: 60 * DAY_MINUTES }

/** A room in the actor's sight with what he is to it; otherwise it is not there. `personId` is the actor's own. */
export async function getSeenRoom(
  acting: Acting,
  unitId: string,
  roomId: string,
): Promise<{ room: StoredRoom; side: RoomSide; personId: string }> {
  const { actor, today, now } = acting
  const personId = await findPersonAccount(actor.accountId)
  const managed = await findRoom(scopeFor(actor.grants, 'manage', today), unitId, roomId)
  if (managed !== null) return { room: managed, side: 'manager', personId }
  const minute = minuteOf(now)
  const around = { from: minute - daysAround.before, to: minute + daysAround.after }
  const isHere =
    (await seesRooms(unitId, personId, today)) || (await shiftsOfPerson(personId, around)).some((shift) => shift.roomId === roomId)
  const room = isHere ? await findRoomOf(unitId, roomId) : null
  if (room !== null) return { room, side: 'watcher', personId }
  const seen = await findRoom(scopeFor(actor.grants, 'see', today), unitId, roomId)
  if (seen === null) throw new NotFound()
  return { room: seen, side: 'reader', personId }
}
