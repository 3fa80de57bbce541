import { useTranslation } from '~/i18n/words'
import { MarkedLines, MarkedText } from '../banks/marked-text'
import { LinkButton } from '../kit/button'
import { Icon } from '../kit/icons'
import { Notice } from '../kit/notice'

export type Study = { topic: string; title: string; wrong: number; of: number; lessons: { href: string; title: string | null }[] }
export type Reason = { ordinal: number; stem: string; explanation: string; source: string; reprint: boolean; isMarked?: boolean }
export type ResultFacts = {
  id: string
  courseTitle: string
  unitName: string
  score: number
  passMark: number
  passed: boolean
  atDeadline: boolean
  closedAt: string
  late: boolean
  certificateId: string | null
  /** Of a refresher: the period that the pass counts for, in words. */
  counted: { first: string; last: string } | null
  study: Study[]
  reasons: Reason[]
  retake: { until: string | null } | null
  paperAddress: string
}

/** How it went, and the one thing to do next. */
export function PaperResult({ result }: { result: ResultFacts }) {
  const { t } = useTranslation('exams')
  const { passed, score, passMark, atDeadline, closedAt } = result
  return (
    <div className="mx-auto max-w-measure" data-paper-done={result.id}>
      {result.late && (
        <Notice kind="warn" live>
          {t('refusal.closed')}
        </Notice>
      )}
      <p className="text-ink2">
        {result.courseTitle} · {t('result.title')}
      </p>
      <h1 className={`mt-1 flex items-center gap-3 text-36 ${passed ? 'text-met' : 'text-ink'}`}>
        {passed && <Icon name="met" size={32} />}
        {t(passed ? 'result.passed' : 'result.failed', { score })}
      </h1>
      <p className="mt-2 text-ink2">
        {t('result.passMark', { pass: passMark })} · {t('result.handedIn', { at: closedAt })}
      </p>
      {atDeadline && <p className="text-ink2">{t('result.atDeadline')}</p>}
      {passed ? <Passed result={result} /> : <Failed result={result} />}
    </div>
  )
}

function Passed({ result }: { result: ResultFacts }) {
  const { t } = useTranslation('exams')
  return (
    <>
      {result.counted !== null ? (
        <div className="mt-8">
          <Notice kind="done" title={t('result.counted', result.counted)}>
            <p>{t('result.countedText')}</p>
          </Notice>
          <LinkButton href="/me" weight="primary">
            {t('result.next')}
          </LinkButton>
        </div>
      ) : result.certificateId === null ? (
        <div className="mt-8">
          <Notice title={t('result.held')}>
            <p>{t('result.heldText', { unit: result.unitName })}</p>
          </Notice>
          <LinkButton href="/me" weight="primary">
            {t('result.heldNext')}
          </LinkButton>
        </div>
      ) : (
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href={`/certificates/${result.certificateId}`} weight="primary">
            {t('result.certificate')}
          </LinkButton>
          <a href="/me" className="inline-flex min-h-touch items-center">
            {t('result.next')}
          </a>
        </div>
      )}
      {result.reasons.length === 0 ? <p className="mt-10">{t('result.allRight')}</p> : <Reasons reasons={result.reasons} />}
    </>
  )
}

/** Of what went wrong: the question, why the answer is what it is, and its source. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation('exams')
  return (
    <details className="mt-10 border-t border-line pt-2">
      <summary className="inline-flex min-h-touch items-center font-semibold text-indigo underline underline-offset-4">
        {t('result.reasons', { count: reasons.length })}
      </summary>
      <ol>
        {reasons.map(({ ordinal, stem, explanation, source, reprint, isMarked }) => (
          <li key={ordinal} className="border-b border-line py-4">
            <p className="font-semibold">
              {ordinal}. {isMarked ? <MarkedLines text={stem} /> : stem}
            </p>
            {isMarked ? <MarkedText text={explanation} className="mt-2" /> : <p className="mt-2">{explanation}</p>}
            <p className="mt-1 text-14 text-ink2">{t(reprint ? 'result.sourceReprint' : 'result.source', { source })}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Failed({ result }: { result: ResultFacts }) {
  const { t } = useTranslation('exams')
  const { study, retake } = result
  return (
    <>
      <StudyAgain study={study} />
      <div className="mt-6 border-t border-line pt-6">
        <p>{retake?.until ? t('result.retake', { until: retake.until }) : t('result.retakeNow')}</p>
        {retake?.until === null && (
          <LinkButton href={result.paperAddress} weight="primary" className="mt-4">
            {t('result.again')}
          </LinkButton>
        )}
      </div>
    </>
  )
}

/** What to read again, the weakest topic first; which questions were wrong is not said. */
export function StudyAgain({ study }: { study: Study[] }) {
  const { t } = useTranslation('exams')
  return (
    <>
      <h2 className="mt-10">{t('result.study')}</h2>
      <p className="mt-1 text-ink2">{t('result.studyText')}</p>
      <ul className="mt-4">
        {study.map(({ topic, title, wrong, of, lessons }) => (
          <li key={topic} className="border-t border-line py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-semibold">{title}</span>
              <span className="text-14 text-ink2">{t('result.wrong', { wrong, of })}</span>
            </div>
            {lessons.map((lesson) => (
              <a key={lesson.href} href={lesson.href} className="mr-6 inline-flex min-h-touch items-center">
                {lesson.title ?? t('result.studyCourse')}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
