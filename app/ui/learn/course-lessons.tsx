import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'

type Line = { id: string; number: number; title: string; minutes: number; href: string; state: 'done' | 'next' | 'open' }

/** The lessons of a course in order, each done, next or still to come. */
export function CourseLessons({ lessons }: { lessons: readonly Line[] }) {
  const { t } = useTranslation('learn')
  return (
    <ol className="course-lessons">
      {lessons.map(({ id, number, title, minutes, href, state }) => (
        <li key={id}>
          <a href={href} className="course-lesson" aria-current={state === 'next' ? 'step' : undefined}>
            <span className="course-lesson-number">{number}</span>
            <span className={`course-lesson-title ${state === 'next' ? 'font-semibold' : ''}`}>{title}</span>
            {state === 'done' ? (
              <span className="course-lesson-state piece-right">
                <Icon name="met" size={18} />
                {t('course.done')}
              </span>
            ) : (
              <span className="course-lesson-state">{state === 'next' ? t('course.next') : t('course.minutes', { minutes })}</span>
            )}
          </a>
        </li>
      ))}
    </ol>
  )
}
