import { workbookParts } from '~/documents/duties/workbook-parts'
import { bytesFromWorker } from '~/gateways/workers.server'
import { param, serve } from '~/http/serve.server'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { nightsOf, rangeText, readRange } from './night-range.server'
import { nightSheets } from './night-sheets.server'

/** The nights of the page as a workbook: shifts with who was there, and the log. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const { room } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const range = readRange(request, room, ctx.today)
  const sheets = nightSheets(await nightsOf(ctx, room, range), ctx.locale)
  const { from, to } = rangeText(range)
  return new Response(bytesFromWorker('workbook', workbookParts(sheets)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="nights.xlsx"; filename*=UTF-8''${encodeURIComponent(`${room.name} ${from} ${to}`)}.xlsx`,
      'Cache-Control': 'private, no-store',
    },
  })
})
