import { useLoaderData } from '@remix-run/react'
import { gateKeepers } from '~/content/jobs.server'
import { keptUnits } from '~/data/duties/gate-keeping.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { offlineFacts } from '~/http/offline.server'
import { serve } from '~/http/serve.server'
import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { GateList } from '~/ui/duties/gate-list'
import { Empty } from '~/ui/kit/notice'
import { OfflinePage } from '~/ui/kit/offline-page'
import { titled } from '~/ui/shell/title'
import { gateList, midnightAfter } from './gate-list.server'

/** The day's list of one unit, for who keeps its gate: read only, kept on the phone until midnight. */
export const loader = serve('person', (ctx, { request }) => {
  const { today, now, locale } = ctx
  const kept = keptUnits(ctx.actor.personId, gateKeepers(), actorScope(ctx, 'manage'), today)
  const asked = new URL(request.url).searchParams.get('unit')
  const unit = asked === null ? kept[0] : kept.find(({ id }) => id === asked)
  if (unit === undefined) throw new NotFound()
  return {
    unit,
    day: dayText(today, locale),
    madeAt: instantText(now, locale),
    until: midnightAfter(today),
    lines: gateList(unit.id, today, locale),
    offline: offlineFacts(ctx, 'private'),
  }
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('gate:list.title')} · ${unit.name}`)

export default function DayList() {
  const { unit, day, madeAt, until, lines, offline } = useLoaderData<typeof loader>()
  const { t } = useTranslation('gate')
  const cleared = lines.filter(({ answers }) => answers[0]?.verdict === 'cleared').length
  return (
    <div className="mx-auto max-w-2xl">
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mt-1">{t('list.answer', { day, cleared, count: lines.length })}</h1>
      <p className="mt-2 text-ink2">{t('list.made', { at: madeAt })}</p>
      {lines.length === 0 ? <Empty title={t('list.empty')} /> : <GateList lines={lines} />}
      <OfflinePage kind="gate-list" offline={offline} until={until} />
    </div>
  )
}
