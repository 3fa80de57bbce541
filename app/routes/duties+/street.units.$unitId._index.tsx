import { useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { UnitRoll } from '~/ui/duties/unit-roll'
import { titled } from '~/ui/shell/title'
import { rollOfUnit } from './unit-roll.server'

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'supervise'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return { roll: rollOfUnit(unit, new URL(request.url).searchParams, ctx.today, ctx.locale) }
})

export const handle = titled<typeof loader>((t, { roll }) => `${roll.unit.name} · ${t('duties:street.title')}`)

export default function SupervisedUnit() {
  const { roll } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const isEmpty = roll.inPost + roll.counts.soon + roll.counts.ready === 0
  return (
    <>
      <p className="no-print mb-2">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('unit.back')}
        </a>
        <a href={`/street/units/${roll.unit.id}/duties`} className="ml-6 inline-flex min-h-touch items-center">
          {t('street.duties')}
        </a>
        <a href={`/street/units/${roll.unit.id}/year`} className="ml-6 inline-flex min-h-touch items-center">
          {t('year.link')}
        </a>
        <a href={`/street/units/${roll.unit.id}/waivers`} className="ml-6 inline-flex min-h-touch items-center">
          {t('street.waivers')}
        </a>
        <a href={`/imports?unit=${roll.unit.id}`} className="ml-6 inline-flex min-h-touch items-center">
          {t('imports:link.people')}
        </a>
      </p>
      <UnitRoll roll={roll} personHref={(personId) => `/street/units/${roll.unit.id}/people/${personId}`}>
        {isEmpty && <p className="mt-2 max-w-measure">{t('unit.emptyReadOnly')}</p>}
      </UnitRoll>
    </>
  )
}
