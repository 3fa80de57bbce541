import { useLoaderData } from '@remix-run/react'
import { familyIds } from '~/data/org/family.server'
import { assessmentsOfPerson } from '~/data/practicals/assessments.server'
import { islandAddress } from '~/gateways/islands.server'
import { offlineFacts } from '~/http/offline.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { OfflinePage } from '~/ui/kit/offline-page'
import { AssessmentLines } from '~/ui/practicals/assessment-lines'
import { KeptSheets } from '~/ui/practicals/kept-sheets'
import { titled } from '~/ui/shell/title'
import { assessmentLines, marksLock } from './practical-lines.server'

export const loader = serve('person', async (ctx) => {
  const { actor, locale } = ctx
  const family = familyIds(actor.personId)
  const lines = assessmentLines(await assessmentsOfPerson(family), family, locale)
  return {
    mine: lines.filter(({ isMyTurn }) => isMyTurn),
    others: lines.filter(({ isMyTurn }) => !isMyTurn),
    sheets: lines.flatMap(({ id, observes, person, title }) =>
      observes === null ? [] : [{ id, observer: observes, label: `${person} · ${title}`, lock: marksLock(id, observes) }],
    ),
    island: islandAddress('practical'),
    offline: offlineFacts(ctx, 'private'),
  }
})

export const handle = titled<typeof loader>((t) => t('practicals:title'))

export default function MyPracticals() {
  const { t } = useTranslation('practicals')
  const { mine, others, sheets, island, offline } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-measure">
      <h1>{mine.length === 0 ? t('list.none') : t('list.mine', { count: mine.length })}</h1>
      <KeptSheets sheets={sheets} />
      <AssessmentLines lines={mine} withUnit />
      {others.length > 0 && (
        <section className="mt-10">
          <h2>{t('list.others')}</h2>
          <AssessmentLines lines={others} withUnit />
        </section>
      )}
      {mine.length + others.length === 0 && <Empty title={t('list.empty')}>{t('list.emptyWhat')}</Empty>}
      <OfflinePage kind="practicals" offline={offline} />
      {island !== '' && <script type="module" src={island} />}
    </div>
  )
}
