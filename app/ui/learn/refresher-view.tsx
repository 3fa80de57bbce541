import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'

/** A reason in words: a key under refresher.reason and what goes into it. */
export type ShownReason = {
  key: 'question' | 'piece' | 'changed' | 'changedTo' | 'longAgo' | 'never'
  values: Record<string, string | number>
}
type Lesson = { id: string; title: string; href: string; isRead: boolean; reasons: ShownReason[] }
export type PaperState =
  | { kind: 'start'; last: string | null }
  | { kind: 'wait'; until: string; last: string | null }
  | { kind: 'resume'; href: string; until: string }
export type RefresherFacts = {
  id: string
  every: 'P1M' | 'P3M' | 'P6M' | 'P1Y'
  state: 'live' | 'passed' | 'lapsed'
  /** Last day of its period, in words. */
  last: string
  /** Lessons and case not opened yet. */
  left: number
  next: Lesson | 'case' | 'paper' | null
  lessons: Lesson[]
  warning: { title: string; href: string; isRead: boolean }
  paper: { count: number; minutes: number; pass: number; state: PaperState; result: string | null }
}

/** One round of a refresher: how far it is, the one thing to go on with, and what it is made of. */
export function RefresherView({ page, answer }: { page: RefresherFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('learn')
  const { paper } = page
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href="/me" className="inline-flex min-h-touch items-center">
          {t('refresher.toMe')}
        </a>
      </p>
      <h1>{t(`refresher.name.${page.every}`)}</h1>
      <div className="mt-4">
        <FormErrors answer={answer} />
        <Answer page={page} />
      </div>
      <h2 className="mb-3 mt-10">{t('refresher.parts')}</h2>
      <ol className="course-lessons">
        {page.lessons.map((lesson, nth) => (
          <Part key={lesson.id} number={nth + 1} title={lesson.title} href={lesson.href} isRead={lesson.isRead}>
            {lesson.reasons.map(({ key, values }) => (
              <span key={key} className="block text-16 text-ink2">
                {t(`refresher.reason.${key}`, values)}
              </span>
            ))}
          </Part>
        ))}
        <Part number={page.lessons.length + 1} title={page.warning.title} href={page.warning.href} isRead={page.warning.isRead}>
          <span className="block text-16 text-ink2">{t('refresher.caseNote')}</span>
        </Part>
        <li>
          <p className="course-lesson">
            <span className="course-lesson-number">{page.lessons.length + 2}</span>
            <span className="course-lesson-title">
              {t('refresher.paper', { count: paper.count })}
              <span className="block text-16 text-ink2">{t('refresher.paperNote', { minutes: paper.minutes, pass: paper.pass })}</span>
            </span>
          </p>
        </li>
      </ol>
      <p className="mt-6 text-ink2">{t('refresher.rule')}</p>
    </div>
  )
}

function Part(props: { number: number; title: string; href: string; isRead: boolean; children: React.ReactNode }) {
  const { t } = useTranslation('learn')
  return (
    <li>
      <a href={props.href} className="course-lesson">
        <span className="course-lesson-number">{props.number}</span>
        <span className="course-lesson-title">
          {props.title}
          {props.children}
        </span>
        {props.isRead && (
          <span className="course-lesson-state piece-right">
            <Icon name="met" size={18} />
            {t('refresher.read')}
          </span>
        )}
      </a>
    </li>
  )
}

/** Where the round stands, in words, and the one thing to do. */
function Answer({ page: { state, last, left, next, warning, paper } }: { page: RefresherFacts }) {
  const { t } = useTranslation('learn')
  if (state === 'passed')
    return (
      <>
        <p className="flex items-center gap-2 text-18 font-semibold text-met">
          <Icon name="met" size={24} />
          {t('refresher.passed')}
        </p>
        {paper.result !== null && (
          <p className="mt-2">
            <a href={paper.result} className="inline-flex min-h-touch items-center">
              {t('refresher.result')}
            </a>
          </p>
        )}
      </>
    )
  if (state === 'lapsed')
    return (
      <>
        <p className="text-18">{t('refresher.lapsed', { last })}</p>
        <p className="mt-4">
          <LinkButton href="/me" weight="primary">
            {t('refresher.toMe')}
          </LinkButton>
        </p>
      </>
    )
  if (next !== 'paper' && paper.state.kind !== 'resume')
    return (
      <>
        <p className="text-18">{t('refresher.left', { count: left, last })}</p>
        <p className="mt-4">
          <LinkButton href={next === 'case' || next === null ? warning.href : next.href} weight="primary">
            {next === 'case' || next === null ? t('refresher.readCase') : t('refresher.readLesson', { title: next.title })}
          </LinkButton>
        </p>
      </>
    )
  return <Paper state={paper.state} count={paper.count} last={last} />
}

function Paper({ state, count, last }: { state: PaperState; count: number; last: string }) {
  const { t } = useTranslation('learn')
  if (state.kind === 'resume')
    return (
      <LinkButton href={state.href} weight="primary">
        {t('refresher.resume', { until: state.until })}
      </LinkButton>
    )
  const earlier = state.last !== null && (
    <p className="mt-2">
      <a href={state.last} className="inline-flex min-h-touch items-center">
        {t('refresher.lastResult')}
      </a>
    </p>
  )
  if (state.kind === 'wait')
    return (
      <>
        <p className="text-18">{t('refresher.wait', { until: state.until })}</p>
        {earlier}
      </>
    )
  return (
    <>
      <p className="text-18">{t('refresher.ready', { last })}</p>
      <form method="post" className="mt-4">
        <Button weight="primary">{t('refresher.start', { count })}</Button>
      </form>
      {earlier}
    </>
  )
}
