import type { NextDrill } from '~/domain/drills/drill-year'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'

/** The next drill, as far as the reader may know it. `isDay`: its day alone, where the place says what it is. */
export function NextDrillWords({ next, isDay = false }: { next: NextDrill; isDay?: boolean }) {
  const { t } = useTranslation('drillyear')
  const locale = useLocale()
  if (next.kind === 'hidden') return <>{t('next.hidden')}</>
  if (isDay) return <span className="whitespace-nowrap">{dayText(next.on, locale)}</span>
  return <>{t('next.known', { day: dayText(next.on, locale), time: next.startsAt, title: next.title })}</>
}
