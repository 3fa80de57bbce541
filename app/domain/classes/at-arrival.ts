import type { Day } from '../shared/day'
import type { Member } from './members'
import { isListed } from './members'
import { type Claim, seatingOf } from './seating'

/** The lines of a list by which somebody may come in on a day: his own, and those of units for which he answers. */
export const ownLines = <Line extends Pick<Member, 'from' | 'end' | 'subjectKind' | 'subjectId' | 'unitId'>>(
  lines: readonly Line[],
  { family, units }: { family: readonly string[]; units: readonly string[] },
  on: Day,
): Line[] =>
  lines.filter(
    (line) => isListed(line, on) && (line.subjectKind === 'person' ? family.includes(line.subjectId) : units.includes(line.unitId)),
  )

/** Whether a claim that is made now in this classroom has a place, and is not for the waiting list. */
export function hasFreeSeat(claims: readonly Claim[], room: { id: string; seats: number }, person: string): boolean {
  const last = Math.max(0, ...claims.map(({ seq }) => seq))
  const next: Claim = { id: 'next', seq: last + 1, classroom: room.id, person, isEnded: false }
  return seatingOf([...claims, next], new Map([[room.id, room.seats]])).get(next.id)?.kind === 'seated'
}
