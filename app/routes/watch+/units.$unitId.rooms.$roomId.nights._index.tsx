import { useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { titled } from '~/ui/shell/title'
import { NightsView } from '~/ui/watch/nights-view'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { nightsOf, rangeText, readRange } from './night-range.server'
import { roomView } from './room-view.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const { room } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const range = readRange(request, room, ctx.today)
  const nights = await nightsOf(ctx, room, range)
  return {
    room: roomView(room, ctx.today),
    ...rangeText(range),
    nights: nights.map(({ day, shifts, plannedMinutes, actualMinutes }) => ({
      day,
      shifts: shifts.length,
      taken: shifts.filter(({ takenOverAt }) => takenOverAt !== null).length,
      entries: shifts.reduce((sum, { entries }) => sum + entries.length, 0),
      plannedMinutes,
      actualMinutes,
    })),
  }
})

export const handle = titled<typeof loader>((t, { room }) => `${t('watch:nights.title')} · ${room.name}`)

export default function Nights() {
  return <NightsView page={useLoaderData<typeof loader>()} />
}
