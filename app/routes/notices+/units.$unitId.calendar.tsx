import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { FeedView } from '~/ui/notices/feed-view'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { feedAsked, feedSince } from './feed-page.server'

/** A unit that the reader manages today: a calendar stops when he does so no longer. */
async function managed(ctx: Signed, unitId: string) {
  const unit = await findUnit(actorScope(ctx, 'manage'), unitId, ctx.today)
  if (unit === null) throw new NotFound()
  return unit
}

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await managed(ctx, param(params, 'unitId'))
  return {
    unit: { id: unit.id, name: unit.name, waiting: joinsWaiting(unit) },
    since: feedSince(ctx, unit.id),
    isWithdrawn: readQuery(request).text('done') === 'withdrawn',
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unit = await managed(ctx, param(params, 'unitId'))
  return feedAsked(ctx, request, unit.id, `/units/${unit.id}/calendar`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${unit.name} · ${t('inbox:calendar.unitTitle')}`)

export default function UnitCalendar() {
  const { unit, ...page } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const { t } = useTranslation('inbox')
  return (
    <UnitFrame unit={unit} title={t('calendar.unitTitle')} here="calendar">
      <div className="max-w-measure">
        <p className="mt-2 text-ink2">{t('calendar.unitLead')}</p>
        <FeedView {...page} url={made?.url ?? null} />
      </div>
    </UnitFrame>
  )
}
