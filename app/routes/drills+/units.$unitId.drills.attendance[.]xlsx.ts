import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { attendanceSheets } from './attendance-sheets.server'
import { unitAttendance } from './unit-attendance.server'

/** Exactly what the page shows for the same question, all pages of it. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const managed = await findUnit(actorScope(ctx, 'manage'), unitId, ctx.today)
  const unit = managed ?? (await findUnit(actorScope(ctx, 'see'), unitId, ctx.today))
  if (unit === null) throw new NotFound()
  const page = await unitAttendance(ctx, unit, { request, manages: managed !== null, size: null })
  const { sheets, title } = attendanceSheets(page, ctx.locale)
  return sheetsLeave(ctx, request, { title, plain: `drills-${page.year}` }, sheets)
})
