import { claimsBefore } from '~/data/classes/claims-before.server'
import type { ClassFacts } from '~/data/classes/classes.server'
import { seatsHeldBy } from '~/data/classes/seats.server'
import { findCall } from '~/data/rollcall/calls.server'
import { partSubject } from '~/domain/classes/class-body'

/**
 * Does somebody take part in a class: has a seat (not on the waiting list), was let in at the door, or stands on the roll of one of its
 * parts? family: all of his records.
 */
export async function takesPart({ id, body }: ClassFacts, family: readonly string[]): Promise<boolean> {
  const seats = new Map(body.classrooms.map((room) => [room.id, room.seats]))
  const holds = seatsHeldBy(family).some(
    (seat) => seat.classId === id && (seat.way === 'door' || claimsBefore(seat) < (seats.get(seat.classroom) ?? 0)),
  )
  if (holds) return true
  const calls = await Promise.all(body.parts.map(({ key }) => findCall('class', partSubject(id, key))))
  return calls.some((call) => call?.expected.some((one) => one.kind === 'person' && family.includes(one.id)))
}
