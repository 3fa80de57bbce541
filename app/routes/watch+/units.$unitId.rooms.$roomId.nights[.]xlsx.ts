import { param, serve } from '~/http/serve.server'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { nightsOf, rangeText, readRange } from './night-range.server'
import { nightSheets } from './night-sheets.server'

/** The nights of the page as a workbook: shifts with who was there, and the log. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const { room } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const range = readRange(request, room, ctx.today)
  const sheets = nightSheets(await nightsOf(ctx, room, range), ctx.locale)
  const { from, to } = rangeText(range)
  return sheetsLeave(ctx, request, { title: `${room.name} ${from} ${to}`, plain: 'nights' }, sheets)
})
