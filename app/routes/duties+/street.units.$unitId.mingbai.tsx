import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { UnitMingbaiView } from '~/ui/duties/responsibility/mingbai-view'
import { ResponsibilityDone } from '~/ui/duties/responsibility/responsibility-frame'
import { titled } from '~/ui/shell/title'
import { mingbaiOfUnit } from './mingbai.server'
import { actOnMingbai } from './mingbai-acts.server'

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'supervise'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return mingbaiOfUnit(unit, request, ctx.today, ctx.locale)
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'supervise'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return actOnMingbai(ctx, request, unit.id, `/street/units/${unit.id}/mingbai`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${unit.name} · ${t('duties:responsibility.tab.mingbai')}`)

export default function SupervisedMingbai() {
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  return (
    <>
      <p className="no-print mb-2 flex flex-wrap gap-x-6">
        <a href="/street/responsibility/mingbai" className="inline-flex min-h-touch items-center">
          {t('responsibility.mingbai.back')}
        </a>
        <a href={`/street/units/${facts.unit.id}`} className="inline-flex min-h-touch items-center">
          {t('waive.back', { unit: facts.unit.name })}
        </a>
      </p>
      <ResponsibilityDone />
      <p className="text-ink2">
        {facts.unit.name} · {facts.unit.place}
      </p>
      <UnitMingbaiView facts={facts} answer={answer} />
    </>
  )
}
