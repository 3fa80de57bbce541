import type { Classroom } from './class-body'
import { type Claim, seatingOf } from './seating'

/** A claim with the unit for which somebody comes. */
export type Seating = Claim & { unit: string; asDeputy: boolean; way: 'invited' | 'door' }
/** Somebody who is expected in a classroom for a unit. */
export type Comer = { person: string; unit: string; classroom: string; asDeputy: boolean }

const sits = ({ person, classroom }: Pick<Claim, 'person' | 'classroom'>): string => JSON.stringify([person, classroom])

/**
 * Whom a class expects: everybody who has a place, and whoever was let in at the door, also where all seats are taken, for each unit for
 * which he comes. In order of receipt; the same person for the same unit once, as he was let in last.
 */
export function comersOf(seats: readonly Seating[], classrooms: readonly Pick<Classroom, 'id' | 'seats'>[]): Comer[] {
  const places = seatingOf(seats, new Map(classrooms.map((room) => [room.id, room.seats])))
  const letIn = new Set(seats.filter(({ way, isEnded }) => way === 'door' && !isEnded).map(sits))
  const found = new Map<string, Comer>()
  for (const seat of seats) {
    const { id, person, unit, classroom, asDeputy, isEnded } = seat
    if (isEnded || (!letIn.has(sits(seat)) && places.get(id)?.kind !== 'seated')) continue
    found.set(JSON.stringify([person, unit]), { person, unit, classroom, asDeputy })
  }
  return [...found.values()]
}
