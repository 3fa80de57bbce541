import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { toneText } from '../tone'
import { useLocale } from '../use-locale'
import type { DateKind } from './year'
import { dateLook } from './year-look'

export const opener = 'inline-flex min-h-touch items-center text-indigo underline underline-offset-4'

/** What a date is, icon and words. */
export function Kind({ kind, words }: { kind: DateKind; words: string }) {
  const { icon, tone } = dateLook[kind]
  return (
    <p className={`flex gap-2 ${toneText[tone]}`}>
      <span className="mt-1">
        <Icon name={icon} size={16} />
      </span>
      <span>{words}</span>
    </p>
  )
}

/** The day in words: when it was met, by when it is asked, since when it is late and when that ended. */
export function useDateWords(): (kind: DateKind, date: { day: string; since: string | null; madeUpOn: string | null }) => string {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (kind, { day, since, madeUpOn }) =>
    t(`year.on.${kind}`, { day: dayText(day, locale), since: dayText(since ?? day, locale), madeUp: dayText(madeUpOn ?? day, locale) })
}
