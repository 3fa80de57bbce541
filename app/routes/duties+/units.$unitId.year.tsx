import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { UnitYearView } from '~/ui/duties/console/unit-year'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { yearOfUnit } from './unit-year.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { year: await yearOfUnit(unit, new URL(request.url).searchParams, ctx.today, ctx.locale), joinsWaiting: joinsWaiting(unit) }
})

export const handle = titled<typeof loader>((t, { year }) => `${year.unit.name} · ${t('duties:year.title', { year: year.year })}`)

export default function UnitYearPage() {
  const { year, joinsWaiting } = useLoaderData<typeof loader>()
  return (
    <>
      <UnitNav id={year.unit.id} waiting={joinsWaiting} here="duties" />
      <UnitYearView year={year} base={`/units/${year.unit.id}`} />
    </>
  )
}
