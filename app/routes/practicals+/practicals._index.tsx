import { useLoaderData } from '@remix-run/react'
import { assessmentsOfPerson } from '~/data/practicals/assessments.server'
import { familyIds } from '~/data/practicals/candidates.server'
import { islandAddress } from '~/gateways/islands.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { AssessmentLines } from '~/ui/practicals/assessment-lines'
import { titled } from '~/ui/shell/title'
import { assessmentLines } from './practical-lines.server'

export const loader = serve('person', async ({ actor, locale }) => {
  const family = familyIds(actor.personId)
  const lines = assessmentLines(await assessmentsOfPerson(family), family, locale)
  return {
    mine: lines.filter(({ isMyTurn }) => isMyTurn),
    others: lines.filter(({ isMyTurn }) => !isMyTurn),
    island: islandAddress('practical'),
  }
})

export const handle = titled<typeof loader>((t) => t('practicals:title'))

export default function MyPracticals() {
  const { t } = useTranslation('practicals')
  const { mine, others, island } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-measure">
      <h1>{mine.length === 0 ? t('list.none') : t('list.mine', { count: mine.length })}</h1>
      <p
        data-practicals-waiting
        data-word-some={t('list.waitingSome', { count: '{count}' })}
        data-word-none={t('list.waitingNone')}
        hidden
        role="status"
        className="mt-3 border-l-4 border-due pl-3"
      />
      <AssessmentLines lines={mine} withUnit />
      {others.length > 0 && (
        <section className="mt-10">
          <h2>{t('list.others')}</h2>
          <AssessmentLines lines={others} withUnit />
        </section>
      )}
      {mine.length + others.length === 0 && <Empty title={t('list.empty')}>{t('list.emptyWhat')}</Empty>}
      {island !== '' && <script type="module" src={island} />}
    </div>
  )
}
