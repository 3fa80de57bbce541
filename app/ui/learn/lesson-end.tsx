import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'

export type EndProps = {
  done: boolean
  /** What is still missing, in the order of the page. `prompt` null is the video. */
  left: { anchor: string; prompt: string | null }[]
  next: { href: string; title: string } | null
  paper: string
  course: string
  /** Read for a refresher: that is where to go on. */
  isRefreshing: boolean
}

/** The end of a lesson: done and where to go on, or what is still missing. */
export function LessonEnd({ done, left, next, paper, course, isRefreshing }: EndProps) {
  const { t } = useTranslation('learn')
  return (
    <section className="lesson-end" id="end" data-lesson-end>
      {done ? (
        <>
          <p className="lesson-end-title piece-right" role="status">
            <Icon name="met" size={24} />
            {t('lesson.end.done')}
          </p>
          {next === null && !isRefreshing && <p className="mt-2">{t('lesson.end.all')}</p>}
          {!isRefreshing && (
            <p className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
              <LinkButton href={next?.href ?? paper} weight="primary">
                {next ? t('lesson.end.next', { title: next.title }) : t('lesson.end.paper')}
              </LinkButton>
              <a className="inline-flex min-h-touch items-center" href={course}>
                {t('lesson.end.course')}
              </a>
            </p>
          )}
        </>
      ) : (
        <>
          <p className="lesson-end-title">{t('lesson.end.left', { count: left.length })}</p>
          <ul className="lesson-left">
            {left.map(({ anchor, prompt }) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>{prompt ?? t('lesson.end.video')}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isRefreshing && (
        <p className="no-print mt-4">
          <LinkButton href="/refreshers" weight="primary">
            {t('refresher.backButton')}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
