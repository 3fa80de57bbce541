import { useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { UnitYearView } from '~/ui/duties/console/unit-year'
import { titled } from '~/ui/shell/title'
import { yearOfUnit } from './unit-year.server'

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'supervise'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { year: await yearOfUnit(unit, new URL(request.url).searchParams, ctx.today, ctx.locale) }
})

export const handle = titled<typeof loader>((t, { year }) => `${year.unit.name} · ${t('duties:year.title', { year: year.year })}`)

export default function SupervisedUnitYear() {
  const { year } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const base = `/street/units/${year.unit.id}`
  return (
    <>
      <p className="no-print mb-2">
        <a href={base} className="inline-flex min-h-touch items-center">
          {t('waive.back', { unit: year.unit.name })}
        </a>
      </p>
      <UnitYearView year={year} base={base} />
    </>
  )
}
