import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton, type Weight } from '~/ui/kit/button'
import { useLocale } from '../duties/use-locale'

/** A refresher that is owed now, or the day on which the next one opens. Days are YYYY-MM-DD. */
export type RefresherNow =
  | {
      kind: 'open'
      every: 'P1M' | 'P3M' | 'P6M' | 'P1Y'
      first: string
      last: string
      overdueSince: string | null
      /** A round is under way already. */
      isBegun: boolean
      minutes: number
    }
  | { kind: 'later'; every: 'P1M' | 'P3M' | 'P6M' | 'P1Y'; opens: string }

/** The button that begins a round, or goes on with it. */
export function RefresherButton({ isBegun, weight, className = '' }: { isBegun: boolean; weight: Weight; className?: string }) {
  const { t } = useTranslation('learn')
  if (isBegun)
    return (
      <LinkButton href="/refreshers" weight={weight} className={className}>
        {t('refresher.goOn')}
      </LinkButton>
    )
  return (
    <form method="post" action="/refreshers">
      <Button weight={weight} className={className}>
        {t('refresher.begin')}
      </Button>
    </form>
  )
}

/** On one's own page: what the refresher is, by when, and the button; or when the next one opens. */
export function RefresherCard({ refresher, isLead }: { refresher: RefresherNow; isLead: boolean }) {
  const { t } = useTranslation('learn')
  const locale = useLocale()
  const name = t(`refresher.name.${refresher.every}`)
  if (refresher.kind === 'later')
    return (
      <section aria-labelledby="refresher" className="mt-10">
        <h2 id="refresher" className="text-18">
          {name}
        </h2>
        <p className="text-ink2">{t('refresher.later', { day: dayText(refresher.opens, locale) })}</p>
      </section>
    )
  const { first, last, overdueSince, isBegun, minutes } = refresher
  const days = { first: dayText(first, locale), last: dayText(last, locale) }
  return (
    <section aria-labelledby="refresher" className="mt-8 rounded border border-line bg-raised p-5">
      <h2 id="refresher">{name}</h2>
      <p className="mt-1 font-semibold">{t('refresher.shape', { minutes })}</p>
      <p className="mt-2">
        {overdueSince === null ? t('refresher.due', days) : t('refresher.overdue', { ...days, since: dayText(overdueSince, locale) })}
      </p>
      <div className="mt-4">
        <RefresherButton isBegun={isBegun} weight={isLead ? 'primary' : 'plain'} className="w-full text-18 sm:w-auto sm:px-8" />
      </div>
    </section>
  )
}

/** On the pages of a course that is passed: the half-year asks for the refresher, not for the course again. */
export function RefresherInstead({ refresher, isLead }: { refresher: RefresherNow; isLead: boolean }) {
  const { t } = useTranslation('learn')
  const locale = useLocale()
  const name = t(`refresher.name.${refresher.every}`)
  return (
    <div className="my-6 rounded border-l-4 border-met bg-raised p-4">
      <p className="font-semibold">{t('refresher.passedCourse')}</p>
      <p className="mt-1">
        {refresher.kind === 'later'
          ? t('refresher.insteadLater', { name, day: dayText(refresher.opens, locale) })
          : t('refresher.instead', { name, last: dayText(refresher.last, locale) })}
      </p>
      {refresher.kind === 'open' && (
        <div className="no-print mt-3">
          <RefresherButton isBegun={refresher.isBegun} weight={isLead ? 'primary' : 'plain'} />
        </div>
      )}
    </div>
  )
}
