import type { CourseProgress } from '~/domain/learn/progress'
import { useTranslation } from '~/i18n/words'

type Card = {
  id: string
  title: string
  summary: string
  who: string
  isSigned: boolean
  progress: CourseProgress
  minutes: number
  seats: readonly { id: string; unit: string; position: string; gives: readonly string[]; href: string }[]
}

/** A course in the list: what it is, how far one is, and for which of one's posts with what it gives there. */
export function CourseCard({ id, title, summary, who, isSigned, progress, minutes, seats }: Card) {
  const { t } = useTranslation('learn')
  const left = progress.total - progress.done
  const far = left === 0 ? 'allRead' : progress.done === 0 ? 'notBegun' : 'underWay'
  const [only] = seats
  const isBegun = isSigned && far !== 'notBegun'
  return (
    <li className="border-b border-line py-6">
      <h3 className="text-18">
        <a href={only !== undefined && seats.length === 1 ? only.href : `/courses/${id}`}>{title}</a>
      </h3>
      <p className="mt-1 text-14 text-ink2">{t('courses.lessons', { count: progress.total, minutes })}</p>
      <p className="mt-2">{summary}</p>
      {seats.length === 0 && <p className="mt-1 text-ink2">{who}</p>}
      {isBegun && <p className="mt-2 font-semibold">{t(`course.${far}`, { ...progress, left, minutes: progress.minutesLeft })}</p>}
      <ul className="mt-2">
        {seats.map(({ id: seat, unit, position, gives, href }) => (
          <li key={seat}>
            <a href={href} className="inline-flex min-h-touch items-center">
              {t('courses.for', { unit, position })}
            </a>
            <p className="text-14 text-ink2">{t('courses.gives', { what: gives.join(t('course.and')) })}</p>
          </li>
        ))}
      </ul>
    </li>
  )
}
