import type { CourseProgress } from '~/domain/learn/progress'
import { useTranslation } from '~/i18n/words'

type Card = {
  id: string
  title: string
  summary: string
  progress: CourseProgress
  minutes: number
  seats: readonly { id: string; unit: string; position: string; href: string }[]
}

/** A course in the list: what it is, how far one is, and for which of one's posts. */
export function CourseCard({ id, title, summary, progress, minutes, seats }: Card) {
  const { t } = useTranslation('learn')
  const left = progress.total - progress.done
  const far = left === 0 ? 'allDone' : progress.done === 0 ? 'notBegun' : 'underWay'
  return (
    <li className="border-b border-line py-6">
      <h2>
        <a href={seats.length === 1 ? (seats[0]?.href ?? `/courses/${id}`) : `/courses/${id}`}>{title}</a>
      </h2>
      {far !== 'notBegun' && <p className="mt-1 text-14 text-ink2">{t('courses.lessons', { count: progress.total, minutes })}</p>}
      <p className="mt-2">{summary}</p>
      <p className="mt-2 font-semibold">{t(`course.${far}`, { ...progress, left, minutes: progress.minutesLeft })}</p>
      <ul className="mt-1">
        {seats.map(({ id: seat, unit, position, href }) => (
          <li key={seat}>
            <a href={href} className="inline-flex min-h-touch items-center">
              {t('courses.for', { unit, position })}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
