import { useLoaderData } from '@remix-run/react'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { titled } from '~/ui/shell/title'
import { NightView } from '~/ui/watch/night-view'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { unitSight } from '~/usecases/watch/watch-sight.server'
import { nightPage } from './night-page.server'

export const loader = serve('person', async (ctx, { params }) => {
  const { room } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const day = parseDay(param(params, 'date'))
  if (day === null || day > ctx.today || day < room.from) throw new NotFound()
  return { night: await nightPage(ctx, room, day, await unitSight(room.unitId)) }
})

export const handle = titled<typeof loader>((t, { night }) => `${t('watch:night.title')} ${night.day} · ${night.room.name}`)

export default function Night() {
  return <NightView night={useLoaderData<typeof loader>().night} />
}
