import { useTranslation } from '~/i18n/words'
import { type Reason, Reasons, type Study, StudyAgain } from '~/ui/exams/paper-result'
import { LinkButton } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'
import { Notice } from '~/ui/kit/notice'

export type TestResult = {
  id: string
  classId: string
  title: string
  partName: string
  score: number
  pass: number
  passed: boolean
  closedAt: string
  atEnd: boolean
  late: boolean
  triesLeft: number
  isOpen: boolean
  study: Study[]
  /** null where they would give the keys away. */
  reasons: Reason[] | null
  takesFeedback: boolean
}

/** How the test of a class went, and what can still be done. */
export function TestResultView({ result }: { result: TestResult }) {
  const { t } = useTranslation('classtest')
  const { passed, score, pass, closedAt, reasons, study } = result
  return (
    <div className="mx-auto max-w-measure" data-paper-done={result.id}>
      {result.late && (
        <Notice kind="warn" live>
          {t('result.late')}
        </Notice>
      )}
      <p className="text-ink2">
        {result.title} · {result.partName}
      </p>
      <h1 className={`mt-1 flex items-center gap-3 text-36 ${passed ? 'text-met' : 'text-ink'}`}>
        {passed && <Icon name="met" size={32} />}
        {t(passed ? 'result.passed' : 'result.failed', { score })}
      </h1>
      <p className="mt-2 text-ink2">{t(result.atEnd ? 'result.atEnd' : 'result.handedIn', { pass, at: closedAt })}</p>
      {passed ? <p className="mt-6">{t('result.passedText')}</p> : <Next result={result} />}
      {result.takesFeedback && (
        <p className="mt-4">
          <a href={`/classes/${result.classId}/feedback`} className="inline-flex min-h-touch items-center">
            {t('result.feedback')}
          </a>
        </p>
      )}
      {!passed && study.length > 0 && <StudyAgain study={study} />}
      {reasons !== null && (reasons.length > 0 ? <Reasons reasons={reasons} /> : <p className="mt-10">{t('result.allRight')}</p>)}
    </div>
  )
}

function Next({ result: { triesLeft, isOpen } }: { result: TestResult }) {
  const { t } = useTranslation('classtest')
  if (triesLeft <= 0) return <p className="mt-6">{t('result.spent')}</p>
  if (!isOpen) return <p className="mt-6">{t('result.closed')}</p>
  return (
    <div className="mt-6">
      <p className="mb-3">{t('result.again', { count: triesLeft })}</p>
      <LinkButton href="/classes/test" weight="primary" className="w-full sm:w-auto">
        {t('result.againDo')}
      </LinkButton>
    </div>
  )
}
