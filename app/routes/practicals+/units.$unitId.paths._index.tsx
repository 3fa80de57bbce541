import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { UnitPathsView } from '~/ui/practicals/unit-paths-view'
import { titled } from '~/ui/shell/title'
import { unitPaths } from './unit-paths.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { page: unitPaths(ctx, unit, request), joinsWaiting: joinsWaiting(unit) }
})

export const handle = titled<typeof loader>((t, { page }) => `${page.unit.name} · ${t('practicals:path.title')}`)

export default function PathsAtUnit() {
  const { page, joinsWaiting } = useLoaderData<typeof loader>()
  return (
    <>
      <UnitNav id={page.unit.id} waiting={joinsWaiting} here="paths" />
      <UnitPathsView page={page} />
    </>
  )
}
