import { addDays, type Day } from '../shared/day'
import type { CoverShift } from './cover'
import { type Minute, type Stretch, startOf } from './minutes'

/** The night of a day: from noon to noon, so that nights follow each other without a hole and none is cut at midnight. */
const noon = 12 * 60
export const nightOf = (day: Day): Stretch => ({ from: startOf(day) + noon, to: startOf(addDays(day, 1)) + noon })

export const mostNights = 31

/** A quarter of an hour late is in time. Policy, as with a shift that nobody has taken over yet. */
const grace = 15

type Signed = { readonly personId: string; readonly kind: 'on' | 'off'; readonly at: Minute }

/**
 * Who was really there, as cover sees it: from signing on (a few minutes late counts from the beginning) to signing off, at most to the
 * end of the shift. Who never signed on was not there. counts: as planned; somebody who was not planned counts.
 */
export function presence(
  shift: Stretch & { readonly id: string; readonly seats: readonly { readonly personId: string; readonly counts: boolean }[] },
  signatures: readonly Signed[],
): CoverShift[] {
  return signatures
    .filter(({ kind }) => kind === 'on')
    .flatMap(({ personId, at }) => {
      const off = signatures.find((one) => one.kind === 'off' && one.personId === personId)
      const from = at <= shift.from + grace ? shift.from : at
      const to = off === undefined || off.at >= shift.to - grace ? shift.to : off.at
      const counts = shift.seats.find((seat) => seat.personId === personId)?.counts ?? true
      return to > from ? [{ id: shift.id, from, to, seats: [{ personId, counts }] }] : []
    })
}
