import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'
import type { GapShown, SpanShown } from './shown'
import { Gap, useLength, useSpan } from './spans'

export type CoverShown = { roomId: string; needed: number; rule: string | null; minutes: number; gaps: GapShown[] }
export type ComingShown = {
  key: string
  day: string
  /** Null where a rule is the cause. */
  name: string | null
  word: string
  people: number
  minutes: number
  count: number
  first: (SpanShown & { fit: number; needed: number; isExpected: boolean })[]
}

/** The hours without cover, one under the other; the first dozen, and the rest behind a click. */
export function GapList({ gaps }: { gaps: GapShown[] }) {
  const { t } = useTranslation('watch')
  const [first, rest] = [gaps.slice(0, 12), gaps.slice(12)]
  return (
    <>
      <ul className="max-w-measure">
        {first.map((gap) => (
          <Gap key={gap.key} gap={gap} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="opens inline-flex min-h-touch items-center">{t('gap.more', { n: rest.length })}</summary>
          <ul className="max-w-measure">
            {rest.map((gap) => (
              <Gap key={gap.key} gap={gap} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What lies ahead: who will be missing from which day on, and which shifts that leaves short. */
export function ComingList({ coming, plannedTo }: { coming: ComingShown[]; plannedTo: string | null }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  if (coming.length === 0)
    return (
      <p className="mt-2 inline-flex items-center gap-2 text-met">
        <Icon name="met" /> {t('coming.none')}
      </p>
    )
  return (
    <>
      <ul className="max-w-measure">
        {coming.map((one) => (
          <ComingItem key={one.key} one={one} />
        ))}
      </ul>
      <p className="mt-2 max-w-measure text-14 text-ink2">
        {plannedTo === null ? t('coming.nothingPlanned') : t('coming.goesOn', { day: dayText(plannedTo, locale) })}
      </p>
    </>
  )
}

function ComingItem({ one }: { one: ComingShown }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const span = useSpan()
  const length = useLength()
  const isShort = one.minutes > 0
  const day = dayText(one.day, locale)
  return (
    <li className="border-b border-line py-3">
      <p className={`flex gap-2 font-semibold ${isShort ? 'text-vermilion' : 'text-due'}`}>
        <span className="pt-0.5">
          <Icon name={isShort ? 'overdue' : 'due'} />
        </span>
        {one.name === null
          ? t('coming.rule', { day, people: one.people })
          : t('coming.person', { day, name: one.name, why: t(`lapse.${one.word}`) })}
      </p>
      <p className="pl-7">{isShort ? t('coming.short', { count: one.count, length: length(one.minutes) }) : t('coming.enough')}</p>
      {isShort && (
        <details className="pl-7">
          <summary className="opens inline-flex min-h-touch items-center">{t('coming.which')}</summary>
          <ul>
            {one.first.map((shift) => (
              <li key={`${shift.day}${shift.from}`} className="py-1">
                {t('coming.fallsTo', { span: span(shift), fit: shift.fit, needed: shift.needed })}
                {shift.isExpected && <span className="text-ink2"> {t('coming.expected')}</span>}
              </li>
            ))}
          </ul>
          {one.count > one.first.length && <p className="text-ink2">{t('gap.more', { n: one.count - one.first.length })}</p>}
        </details>
      )}
    </li>
  )
}
