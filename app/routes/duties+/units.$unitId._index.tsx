import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LapsingLicences } from '~/ui/credentials/licences/lapsing-licences'
import { UnitRoll } from '~/ui/duties/unit-roll'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { unitLapses } from '../credentials+/lapse-views.server'
import { rollOfUnit } from './unit-roll.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findUnit(scope, param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  const roll = rollOfUnit(unit, new URL(request.url).searchParams, ctx.today, ctx.locale)
  return { roll, joinsWaiting: joinsWaiting(unit), lapses: unitLapses(scope, unit.id, ctx) }
})

export const handle = titled<typeof loader>((t, { roll }) => `${roll.unit.name} · ${t('duties:unit.title')}`)

export default function UnitToday() {
  const { roll, joinsWaiting, lapses } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const isEmpty = roll.inPost + roll.counts.soon + roll.counts.ready === 0
  return (
    <>
      <UnitNav id={roll.unit.id} waiting={joinsWaiting} here="today" />
      <UnitRoll roll={roll} personHref={(personId) => `/units/${roll.unit.id}/people/${personId}`}>
        {isEmpty && <p className="mt-2 max-w-measure">{t('unit.emptyHint')}</p>}
        <LapsingLicences lapses={lapses} more={`/units/${roll.unit.id}/licences`} most={4} />
      </UnitRoll>
    </>
  )
}
