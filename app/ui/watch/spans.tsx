import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'
import type { GapShown, SpanShown } from './shown'

/** 3 h, 3.5 h, 20 min: a length in words. */
export function useLength(): (minutes: number) => string {
  const { t } = useTranslation('watch')
  return (minutes) => (minutes < 60 ? t('length.minutes', { n: minutes }) : t('length.hours', { n: Math.round((minutes / 60) * 10) / 10 }))
}

/** From a day and time to another, saying the day again only where it is another. */
export function useSpan(): (span: SpanShown) => string {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return ({ day, from, toDay, to }) =>
    day === toDay
      ? t('span.day', { day: dayText(day, locale), from, to })
      : t('span.days', { day: dayText(day, locale), from, toDay: dayText(toDay, locale), to })
}

/** One stretch without cover: when, how many of how many, and who is there and does not count. */
export function Gap({ gap }: { gap: GapShown }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  const length = useLength()
  return (
    <li className="flex gap-3 border-b border-line py-3">
      <span className="pt-0.5 text-vermilion">
        <Icon name="overdue" />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          {span(gap)} <span className="font-normal text-ink2">{length(gap.minutes)}</span>
        </p>
        <p>{gap.isEmpty ? t('gap.empty', { needed: gap.needed }) : t('gap.short', { needed: gap.needed, fit: gap.fit })}</p>
        <WhyNot gap={gap} />
      </div>
    </li>
  )
}

export function WhyNot({ gap }: { gap: Pick<GapShown, 'unfit' | 'trainees'> }) {
  const { t } = useTranslation('watch')
  return (
    <>
      {gap.unfit.map(({ name, word }) => (
        <p key={name} className="text-ink2">
          {t('gap.unfit', { name, why: t(`why.${word}`) })}
        </p>
      ))}
      {gap.trainees.length > 0 && <p className="text-ink2">{t('gap.trainees', { names: gap.trainees.join(t('join')) })}</p>}
    </>
  )
}
