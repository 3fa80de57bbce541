import { catalogue } from '~/content/catalogue.server'
import { findSeats, type Seat } from '~/data/org/seats.server'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import type { Ctx } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'

export type NamedSeat = { id: string; unit: string; position: string; positionId: string }

/** A seat in the words of the page. */
export const inWords = (seat: Seat, ctx: Pick<Ctx, 'locale'>): NamedSeat => ({
  id: seat.id,
  unit: seat.unitName,
  position: catalogue().vocabulary.positions.get(seat.position)?.[ctx.locale] ?? seat.position,
  positionId: seat.position,
})

/** The seat that the address names. Somebody else's is not found. */
export function seatIn(request: Asked, ctx: Signed): NamedSeat | null {
  const id = new URL(request.url).searchParams.get('seat')
  if (!id) return null
  const seat = findSeats(ctx.actor.personId).find((one) => one.id === id)
  if (!seat) throw new NotFound()
  return inWords(seat, ctx)
}

/** An address that keeps the seat. */
export const withSeat = (address: string, seat: NamedSeat | null): string =>
  seat ? `${address}?seat=${encodeURIComponent(seat.id)}` : address
