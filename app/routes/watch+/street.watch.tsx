import { useLoaderData } from '@remix-run/react'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { roomsOf, unitIdsWithRooms } from '~/data/watch/rooms.server'
import { holdsDay } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { titled } from '~/ui/shell/title'
import { StreetWatchView } from '~/ui/watch/street-watch-view'
import { unitSight } from '~/usecases/watch/watch-sight.server'
import { coverOf } from './room-cover.server'

export const loader = serve('supervisor', async (ctx) => {
  const withRooms = new Set(await unitIdsWithRooms(ctx.today))
  const units = await findUnits(actorScope(ctx, 'supervise'), ctx.today)
  const watched = units.filter(({ id }) => withRooms.has(id))
  const rooms = (await roomsOf(watched.map(({ id }) => id))).filter(({ from, to }) => holdsDay(from, to, ctx.today))
  const rows = []
  for (const unit of watched) {
    const sight = await unitSight(unit.id)
    for (const room of rooms.filter(({ unitId }) => unitId === unit.id)) {
      const { gaps, minutes, needed } = await coverOf(sight, room, ctx.now, ctx.today)
      rows.push({
        id: room.id,
        name: room.name,
        unitId: unit.id,
        unitName: unit.name,
        place: unit.place.name,
        minutes,
        needed,
        next: gaps[0] ?? null,
      })
    }
  }
  const unregistered = units.filter(({ id, traits }) => traits.includes('control-room') && !withRooms.has(id))
  return {
    rows: rows.sort((one, other) => Number(other.minutes > 0) - Number(one.minutes > 0)),
    unregistered: unregistered.map(({ id, name, place }) => ({ id, name, place: place.name })),
  }
})

export const handle = titled<typeof loader>((t) => t('watch:street.title'))

export default function StreetWatch() {
  return <StreetWatchView page={useLoaderData<typeof loader>()} />
}
