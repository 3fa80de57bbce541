import type { Classroom } from './class-body'
import { type Claim, seatingOf } from './seating'

/** A claim with the unit for which somebody comes. */
export type Seating = Claim & { unit: string; asDeputy: boolean; way: 'invited' | 'door' }
/** Somebody who is expected in a classroom for a unit. */
export type Comer = { person: string; unit: string; classroom: string; asDeputy: boolean }

/**
 * Whom a class expects: everybody who has a place, and whoever was let in at the door, also where all seats are taken. In order of receipt;
 * the same person for the same unit once, as he was let in last.
 */
export function comersOf(seats: readonly Seating[], classrooms: readonly Pick<Classroom, 'id' | 'seats'>[]): Comer[] {
  const places = seatingOf(seats, new Map(classrooms.map((room) => [room.id, room.seats])))
  const found = new Map<string, Comer>()
  for (const { id, person, unit, classroom, asDeputy, way, isEnded } of seats) {
    if (isEnded || (way !== 'door' && places.get(id)?.kind !== 'seated')) continue
    found.set(JSON.stringify([person, unit]), { person, unit, classroom, asDeputy })
  }
  return [...found.values()]
}
