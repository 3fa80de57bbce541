import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { AttendanceView } from '~/ui/drills/attendance-view'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { unitAttendance } from './unit-attendance.server'

const pageSize = 200

/** For whoever manages the unit, and to read for whoever supervises it. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const managed = await findUnit(actorScope(ctx, 'manage'), unitId, ctx.today)
  const unit = managed ?? (await findUnit(actorScope(ctx, 'see'), unitId, ctx.today))
  if (unit === null) throw new NotFound()
  return {
    page: await unitAttendance(ctx, unit, { request, manages: managed !== null, size: pageSize }),
    waiting: managed && joinsWaiting(managed),
  }
})

export const handle = titled<typeof loader>((t, { page }) => `${page.unit.name} · ${t('drillyear:unit.title', { year: page.year })}`)

export default function AttendanceAtUnit() {
  const { page, waiting } = useLoaderData<typeof loader>()
  return (
    <>
      {waiting !== null && <UnitNav id={page.unit.id} waiting={waiting} here="drills" />}
      <AttendanceView page={page} isManaged={waiting !== null} />
    </>
  )
}
