import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { UnitPracticalsView } from '~/ui/practicals/unit-practicals-view'
import { titled } from '~/ui/shell/title'
import { unitPracticals } from './unit-practicals.server'

export const loader = serve('manager', async (ctx, { params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { page: await unitPracticals(ctx, unit), joinsWaiting: joinsWaiting(unit) }
})

export const handle = titled<typeof loader>((t, { page }) => `${page.unit.name} · ${t('practicals:title')}`)

export default function PracticalsOfUnit() {
  const { page, joinsWaiting } = useLoaderData<typeof loader>()
  return (
    <>
      <UnitNav id={page.unit.id} waiting={joinsWaiting} here="practicals" />
      <UnitPracticalsView page={page} />
    </>
  )
}
