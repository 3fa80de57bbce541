import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { UnitRoll } from '~/ui/duties/unit-roll'
import { rollOfUnit } from './unit-roll.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  const roll = rollOfUnit(unit, new URL(request.url).searchParams, ctx.today, ctx.locale)
  return { roll, joinsWaiting: joinsWaiting(unit) }
})

export default function UnitToday() {
  const { roll, joinsWaiting } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const base = `/units/${roll.unit.id}`
  const isEmpty = roll.inPost + roll.counts.soon + roll.counts.ready === 0
  const ways = [
    { href: `${base}/people`, label: t('unit.people') },
    { href: `${base}/joins`, label: joinsWaiting > 0 ? t('unit.joinsWaiting', { n: joinsWaiting }) : t('unit.joins') },
    { href: `${base}/join-code`, label: t('unit.joinCode') },
  ]
  return (
    <UnitRoll roll={roll} personHref={(personId) => `${base}/people/${personId}`}>
      {isEmpty && <p className="mt-2 max-w-measure">{t('unit.emptyHint')}</p>}
      <nav aria-label={t('unit.ways')} className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-1">
        {ways.map(({ href, label }) => (
          <a key={href} href={href} className="inline-flex min-h-touch items-center">
            {label}
          </a>
        ))}
      </nav>
    </UnitRoll>
  )
}
