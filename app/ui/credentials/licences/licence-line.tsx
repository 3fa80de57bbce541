import type { ReactNode } from 'react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'
import { type LicenceView, lookOf } from './view'

/** The state in words, and the day that goes with it. */
export function StateWords({ licence }: { licence: LicenceView }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  const { tone } = lookOf(licence)
  const { state, through, days, byReview } = licence
  const isOver = state === 'expired' || state === 'review-overdue'
  const day = through === null ? null : dayText(through, locale)
  return (
    <span className={tone}>
      <span className="font-semibold">{t(licence.isLapsing ? 'state.lapsing' : `state.${state}`, { count: days ?? 0 })}</span>
      {day !== null && (state === 'valid' || isOver) && (
        <span className="ml-2">{t(isOver ? 'date.ran' : byReview ? 'date.review' : 'date.through', { day })}</span>
      )}
      {day === null && state === 'valid' && <span className="ml-2">{t('date.none')}</span>}
    </span>
  )
}

/** One licence in a list: icon, name, state with its day, and what comes next. */
export function LicenceLine({ licence, href, children }: { licence: LicenceView; href: string; children?: ReactNode }) {
  const { t } = useTranslation('licences')
  const { icon, tone } = lookOf(licence)
  return (
    <li className="flex gap-3 border-b border-line py-4 last:border-b-0">
      <span className={`mt-1 ${tone}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        <p>
          <a href={href} className="-my-[9px] inline-flex min-h-touch items-center font-semibold">
            {licence.name}
          </a>
        </p>
        <p>
          <StateWords licence={licence} />
        </p>
        <NextStep licence={licence} />
        <p className="text-ink2">{t('numberIs', { number: licence.number })}</p>
        {children}
      </div>
    </li>
  )
}

/** What comes next, in a sentence; nothing where nothing does. */
export function NextStep({ licence }: { licence: LicenceView }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  const { state, isLapsing, isRecheckDue, nextDue, renewal } = licence
  if (state === 'valid' && !isLapsing) {
    if (nextDue === null) return null
    return <p className="text-ink2">{t(isRecheckDue ? 'next.recheckDue' : 'next.recheck', { day: dayText(nextDue, locale) })}</p>
  }
  return (
    <>
      <p>{t(isLapsing ? 'next.lapsing' : `next.${state}`)}</p>
      {(isLapsing || state === 'expired' || state === 'review-overdue') &&
        renewal.map((says) => (
          <p key={says} className="text-ink2">
            {says}
          </p>
        ))}
    </>
  )
}
