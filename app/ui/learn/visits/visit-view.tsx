import type { Door } from '~/domain/learn/visit/visit'
import type { VisitVerdict } from '~/domain/learn/visit/visit-verdict'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { VisitClosed } from './visit-closed'
import { LookStep, TurnStep } from './visit-forms'
import type { PointFacts, StepFacts } from './visit-parts'

export type VisitRunFacts = {
  id: string
  /** How many answers were handed in: what a form sends back, so that an old page changes nothing. */
  step: number
  on: string
  stage: 'look' | 'turn' | 'closed'
  points: PointFacts[]
  steps: StepFacts[]
  now: { part: 'talk' | 'report'; text: string; again: boolean; choices: { number: number; text: string }[] } | null
  door: Door
  verdict: VisitVerdict | null
  comeback: string | null
  record: { where: string; lines: { kind: 'seen' | 'done' | 'said' | 'reported' | 'again' | 'closed'; text: string }[] } | null
}
export type VisitFacts = {
  title: string
  where: string
  situation: string
  action: string
  alt: string
  drawing: string
  lesson: { href: string; title: string } | null
  next: { href: string; title: string } | null
  run: VisitRunFacts | null
  earlier: { href: string; on: string }[]
}
export type VisitProps = { page: VisitFacts; run: VisitRunFacts; answer: FormAnswer | undefined }

function Steps({ run }: { run: VisitRunFacts }) {
  const { t } = useTranslation('visits')
  const here = run.stage === 'look' ? 'look' : run.now?.part
  return (
    <ol className="visit-steps" aria-label={t('steps')}>
      {(['look', 'talk', 'report'] as const).map((step) => (
        <li key={step} aria-current={step === here ? 'step' : undefined}>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

/** One door of the street: before it, at it, and looking back. */
export function VisitView({ page, answer }: { page: VisitFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('visits')
  const { run } = page
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href="/visits" className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      <p className="no-print text-ink2">{page.where}</p>
      <h1 className="no-print mt-1">{page.title}</h1>
      {run?.stage !== 'closed' && <p className="lesson-situation">{page.situation}</p>}
      {run !== null && run.stage !== 'closed' && <Steps run={run} />}
      {run === null && <Knock page={page} />}
      {run?.stage === 'look' && <LookStep page={page} run={run} answer={answer} />}
      {run?.stage === 'turn' && <TurnStep page={page} run={run} answer={answer} />}
      {run?.stage === 'closed' && <VisitClosed page={page} run={run} />}
    </div>
  )
}

function Knock({ page }: { page: VisitFacts }) {
  const { t } = useTranslation('visits')
  return (
    <>
      <p className="mt-4">{t('intro')}</p>
      <form method="post" action={page.action} className="mt-4">
        <Button weight="primary">{t('knock')}</Button>
      </form>
      {page.lesson && (
        <p className="mt-6">
          <a href={page.lesson.href}>{t('lesson', { title: page.lesson.title })}</a>
        </p>
      )}
      <p className="mt-4 text-ink2">{t('counts')}</p>
    </>
  )
}
