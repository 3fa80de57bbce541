import { type Refused, refuse } from '../shared/refusal'
import type { ClassBody } from './class-body'

/**
 * May a class become this, with so many claims in its classrooms? Whoever has a seat keeps it: a classroom with claims is not taken out, and
 * none gets fewer seats than are taken. claims: how many persons want a place, by classroom.
 */
export function changeRefused(before: ClassBody, after: ClassBody, claims: ReadonlyMap<string, number>): Refused | null {
  for (const room of before.classrooms) {
    const claimed = claims.get(room.id) ?? 0
    const place = after.classrooms.findIndex(({ id }) => id === room.id)
    const kept = after.classrooms[place]
    if (kept === undefined && claimed > 0) return refuse('classroom:refusal.roomTaken', 'room0', { room: room.name, count: claimed })
    const seated = Math.min(claimed, room.seats)
    if (kept !== undefined && kept.seats < seated)
      return refuse('classroom:refusal.fewerSeats', `seats${place}`, { room: kept.name, count: seated })
  }
  return null
}
