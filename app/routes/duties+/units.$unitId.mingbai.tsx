import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { UnitMingbaiView } from '~/ui/duties/responsibility/mingbai-view'
import { ResponsibilityDone } from '~/ui/duties/responsibility/responsibility-frame'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { mingbaiOfUnit } from './mingbai.server'
import { actOnMingbai } from './mingbai-acts.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { ...(await mingbaiOfUnit(unit, request, ctx.today, ctx.locale)), joinsWaiting: joinsWaiting(unit) }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return actOnMingbai(ctx, request, unit.id, `/units/${unit.id}/mingbai`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${unit.name} · ${t('duties:responsibility.tab.mingbai')}`)

export default function ManagedMingbai() {
  const { joinsWaiting, ...facts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <UnitNav id={facts.unit.id} waiting={joinsWaiting} here="mingbai" />
      <ResponsibilityDone />
      <p className="text-ink2">{facts.unit.name}</p>
      <UnitMingbaiView facts={facts} answer={answer} />
    </>
  )
}
