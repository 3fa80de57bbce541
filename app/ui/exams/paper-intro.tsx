import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { FormErrors } from '../kit/field'
import { Empty, Notice } from '../kit/notice'
import { RefresherInstead, type RefresherNow } from '../learn/refresher-card'

type Seat = { id: string; position: string; unitName: string; waiting: boolean; isPassed: boolean }
type Start =
  | { kind: 'start'; passed: boolean }
  | { kind: 'wait'; until: string }
  | { kind: 'resume'; attemptId: string; until: string; position: string; unitName: string }
export type IntroFacts = {
  course: string
  title: string
  count: number
  minutes: number
  pass: number
  retakeAfterMinutes: number
  seats: Seat[]
  /** Where the reader has posts, and none that the course is for: the positions it is for. */
  others: string[]
  seatId: string | null
  missing: { id: string; title: string }[]
  start: Start
  /** What takes the place of the paper for a post whose course is passed. */
  refresher: RefresherNow | null
  attempts: { id: string; startedAt: string; outcome: 'Open' | 'Passed' | 'Failed'; score: number }[]
}

/** What the paper is, for which post, and the button; or why not yet and what to do. */
export function PaperIntro({ intro, answer }: { intro: IntroFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('exams')
  const seat = intro.seats.find((one) => one.id === intro.seatId)
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('intro.title', { course: intro.title })}</h1>
      {!(seat?.isPassed && intro.refresher) && intro.others.length === 0 && <p className="mt-2 text-18">{t('intro.question')}</p>}
      <div className="mt-6">
        <FormErrors answer={answer} />
        {seat ? <StartBox intro={intro} seat={seat} /> : <NoSeat others={intro.others} />}
      </div>
      <About intro={intro} />
      {intro.attempts.length > 0 && <Earlier attempts={intro.attempts} />}
      <p className="mt-8">
        <a href={`/courses/${intro.course}`} className="inline-flex min-h-touch items-center">
          {t('intro.toCourse')}
        </a>
      </p>
    </div>
  )
}

function NoSeat({ others }: { others: string[] }) {
  const { t } = useTranslation('exams')
  if (others.length === 0) return <Empty title={t('intro.noSeatTitle')}>{t('intro.noSeatText')}</Empty>
  return <Empty title={t('intro.notYoursTitle')}>{t('intro.notYoursText', { positions: others.join(t('intro.and')) })}</Empty>
}

function StartBox({ intro: { course, seats, missing, start, refresher }, seat }: { intro: IntroFacts; seat: Seat }) {
  const { t } = useTranslation('exams')
  if (start.kind === 'resume')
    return (
      <>
        <p>{t('intro.resumeOther', { position: start.position, unit: start.unitName })}</p>
        <LinkButton href={`/papers/${start.attemptId}`} weight="primary" className="mt-4">
          {t('intro.resume', { until: start.until })}
        </LinkButton>
      </>
    )
  if (seat.isPassed && refresher !== null) return <RefresherInstead refresher={refresher} isLead />
  if (missing.length > 0)
    return (
      <>
        {start.kind === 'start' && start.passed && <p className="mb-4 text-met">{t('intro.passedBefore')}</p>}
        <Missing course={course} missing={missing} />
      </>
    )
  if (start.kind === 'wait') return <Notice kind="warn">{t('intro.wait', { until: start.until })}</Notice>
  return (
    <form method="post">
      {start.passed && <p className="mb-4 text-met">{t('intro.again')}</p>}
      <SeatChoice seats={seats} seat={seat} />
      <Button weight={start.passed ? 'plain' : 'primary'} className="mt-4">
        {t(start.passed ? 'intro.startAgain' : 'intro.start')}
      </Button>
    </form>
  )
}

function Missing({ course, missing }: { course: string; missing: IntroFacts['missing'] }) {
  const { t } = useTranslation('exams')
  return (
    <>
      <p className="font-semibold">{t('intro.missing', { count: missing.length })}</p>
      <ul className="mt-2">
        {missing.map((lesson) => (
          <li key={lesson.id} className="border-b border-line">
            <a href={`/courses/${course}/lessons/${lesson.id}`} className="flex min-h-touch items-center">
              {lesson.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function SeatChoice({ seats, seat }: { seats: Seat[]; seat: Seat }) {
  const { t } = useTranslation('exams')
  const words = (one: Seat) => t('intro.seat', { position: one.position, unit: one.unitName })
  if (seats.length === 1)
    return (
      <>
        <input type="hidden" name="seat" value={seat.id} />
        <p>{words(seat)}</p>
        {seat.waiting && <p className="mt-1 text-ink2">{t('intro.seatWaiting')}</p>}
      </>
    )
  return (
    <fieldset>
      <legend className="font-semibold">{t('intro.chooseSeat')}</legend>
      {seats.map((one) => (
        <label key={one.id} className="flex min-h-touch items-start gap-3 border-b border-line py-3">
          <input
            type="radio"
            name="seat"
            value={one.id}
            defaultChecked={one.id === seat.id}
            className="mt-0.5 h-5 w-5 shrink-0 accent-[var(--indigo)]"
          />
          <span>
            {words(one)}
            {one.waiting && <span className="block text-14 text-ink2">{t('intro.seatWaiting')}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function About({ intro: { count, minutes, pass, retakeAfterMinutes } }: { intro: IntroFacts }) {
  const { t } = useTranslation('exams')
  const facts = [
    [t('intro.count', { count }), t('intro.countText')],
    [t('intro.minutes', { minutes }), t('intro.minutesText')],
    [t('intro.pass', { pass }), t('intro.passText')],
    [t('intro.saves'), t('intro.savesText')],
    [t('intro.fail'), t('intro.failText', { minutes: retakeAfterMinutes })],
  ] as const
  return (
    <section className="mt-10">
      <h2>{t('intro.facts')}</h2>
      <dl className="mt-3">
        {facts.map(([term, text]) => (
          <div key={term} className="border-t border-line py-3 sm:flex sm:gap-6">
            <dt className="font-semibold sm:w-40 sm:shrink-0">{term}</dt>
            <dd className="text-ink2">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Earlier({ attempts }: { attempts: IntroFacts['attempts'] }) {
  const { t } = useTranslation('exams')
  return (
    <section className="mt-10">
      <h2>{t('intro.earlier')}</h2>
      <ul className="mt-3">
        {attempts.map(({ id, startedAt, outcome, score }) => (
          <li key={id} className="border-t border-line">
            <a
              href={outcome === 'Open' ? `/papers/${id}` : `/papers/${id}/result`}
              className="flex min-h-touch flex-wrap items-center justify-between gap-x-4"
            >
              <span>{startedAt}</span>
              <span className="text-ink">{t(`intro.attempt${outcome}`, { score })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
