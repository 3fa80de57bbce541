import { useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { UnitConsoleView } from '~/ui/duties/console/unit-console'
import { titled } from '~/ui/shell/title'
import { consoleOf } from './unit-console.server'

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'supervise'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { console: consoleOf(unit, new URL(request.url).searchParams, ctx.today, ctx.locale) }
})

export const handle = titled<typeof loader>((t, { console }) => `${console.unit.name} · ${t('duties:console.title')}`)

export default function SupervisedUnitDuties() {
  const { console } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  return (
    <>
      <p className="no-print mb-2">
        <a href={`/street/units/${console.unit.id}`} className="inline-flex min-h-touch items-center">
          {t('waive.back', { unit: console.unit.name })}
        </a>
      </p>
      <UnitConsoleView
        console={console}
        yearHref={`/street/units/${console.unit.id}/year`}
        personHref={(personId) => `/street/units/${console.unit.id}/people/${personId}`}
      />
    </>
  )
}
