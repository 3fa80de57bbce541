import { useTranslation } from '~/i18n/words'

type Clause = { of: string; mark: string; quote?: string | undefined }

/** What a course is, for whom, what it counts as, and the clause that asks for it. */
export function CourseFacts(props: { summary: string; who: string; gives: readonly string[]; clause: Clause }) {
  const { t } = useTranslation('learn')
  const { summary, who, gives, clause } = props
  return (
    <>
      <p className="mt-2">{summary}</p>
      <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
        <dt className="text-ink2">{t('course.who')}</dt>
        <dd>{who}</dd>
        <dt className="text-ink2">{t('course.gives')}</dt>
        <dd>
          {gives.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </dd>
        <dt className="text-ink2">{t('course.why')}</dt>
        <dd>
          {clause.quote && <p>{clause.quote}</p>}
          <p className="text-ink2">
            {clause.of}
            {clause.mark === 'V2' && <span className="lesson-reprint">{t('course.reprint')}</span>}
          </p>
        </dd>
      </dl>
    </>
  )
}
