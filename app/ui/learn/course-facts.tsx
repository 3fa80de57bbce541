import { useTranslation } from '~/i18n/words'

type Clause = { of: string; mark: string; quote: string | null }
type Duty = { id: string; title: string; of: string; isReprint: boolean; isAdopted: boolean }
type Facts = {
  summary: string
  who: string
  /** The posts it is for, by name; none where it is for everybody. */
  positions: readonly string[]
  gives: readonly string[]
  duties: readonly Duty[]
  shape: { lessons: number; minutes: number; questions: number; paperMinutes: number }
  clauses: readonly Clause[]
}

/** What a course is, for whom, how long it takes, what it counts as and for which duties, and the clause that asks for it. */
export function CourseFacts({ summary, who, positions, gives, duties, shape, clauses }: Facts) {
  const { t } = useTranslation('learn')
  return (
    <>
      <p className="mt-2">{summary}</p>
      <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
        <dt className="text-ink2">{t('course.who')}</dt>
        <dd>
          <p>{who}</p>
          {positions.length > 0 && <p className="text-ink2">{t('course.positions', { positions: positions.join(t('course.and')) })}</p>}
        </dd>
        <dt className="text-ink2">{t('course.length')}</dt>
        <dd>{t('course.shape', shape)}</dd>
        <dt className="text-ink2">{t('course.gives')}</dt>
        <dd>
          {gives.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </dd>
        {duties.length > 0 && (
          <>
            <dt className="text-ink2">{t('course.meets')}</dt>
            <dd>
              <Duties duties={duties} />
            </dd>
          </>
        )}
        <dt className="text-ink2">{t('course.why')}</dt>
        <dd className="space-y-2">
          {clauses.map(({ of, mark, quote }) => (
            <div key={of}>
              {quote && <p>{quote}</p>}
              <p className="text-ink2">
                {of}
                <Reprint isReprint={mark === 'V2'} />
              </p>
            </div>
          ))}
        </dd>
      </dl>
    </>
  )
}

function Reprint({ isReprint }: { isReprint: boolean }) {
  const { t } = useTranslation('learn')
  return isReprint ? <span className="lesson-reprint">{t('course.reprint')}</span> : null
}

const shownAtOnce = 3

function Duties({ duties }: { duties: readonly Duty[] }) {
  const { t } = useTranslation('learn')
  const rest = duties.slice(shownAtOnce)
  return (
    <>
      <DutyList duties={duties.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary className="min-h-touch py-2 text-indigo">{t('course.moreDuties', { count: rest.length })}</summary>
          <DutyList duties={rest} />
        </details>
      )}
    </>
  )
}

function DutyList({ duties }: { duties: readonly Duty[] }) {
  const { t } = useTranslation('learn')
  return (
    <ul className="space-y-2">
      {duties.map(({ id, title, of, isReprint, isAdopted }) => (
        <li key={id}>
          <a href={`/duties/${id}`} className="inline-flex min-h-touch items-center sm:min-h-0">
            {title}
          </a>
          <span className="block text-ink2">
            {of}
            <Reprint isReprint={isReprint} />
            {isAdopted && <span className="block text-14">{t('course.adopted')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
