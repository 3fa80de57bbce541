import { findUnit } from '~/data/duties/unit-clearance.server'
import { workbookParts } from '~/documents/duties/workbook-parts'
import { NotFound } from '~/domain/shared/faults'
import { bytesFromWorker } from '~/gateways/workers.server'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { attendanceSheets } from './attendance-sheets.server'
import { unitAttendance } from './unit-attendance.server'

/** Exactly what the page shows for the same question, all pages of it. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const managed = await findUnit(actorScope(ctx, 'manage'), unitId, ctx.today)
  const unit = managed ?? (await findUnit(actorScope(ctx, 'see'), unitId, ctx.today))
  if (unit === null) throw new NotFound()
  const page = await unitAttendance(ctx, unit, { request, manages: managed !== null, size: null })
  const { sheets, file } = attendanceSheets(page, ctx.locale)
  return new Response(bytesFromWorker('workbook', workbookParts(sheets)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="drills-${page.year}.xlsx"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'Cache-Control': 'private, no-store',
    },
  })
})
