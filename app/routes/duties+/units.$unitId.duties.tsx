import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { UnitConsoleView } from '~/ui/duties/console/unit-console'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { consoleOf } from './unit-console.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { console: consoleOf(unit, new URL(request.url).searchParams, ctx.today, ctx.locale), joinsWaiting: joinsWaiting(unit) }
})

export const handle = titled<typeof loader>((t, { console }) => `${console.unit.name} · ${t('duties:console.title')}`)

export default function UnitDuties() {
  const { console, joinsWaiting } = useLoaderData<typeof loader>()
  return (
    <>
      <UnitNav id={console.unit.id} waiting={joinsWaiting} here="duties" />
      <UnitConsoleView
        console={console}
        yearHref={`/units/${console.unit.id}/year`}
        personHref={(personId) => `/units/${console.unit.id}/people/${personId}`}
      />
    </>
  )
}
