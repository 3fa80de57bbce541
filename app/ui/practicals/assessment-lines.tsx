import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'
import type { AssessmentLine } from './practical'

const looks = {
  open: { icon: 'due', tone: 'text-due' },
  passed: { icon: 'met', tone: 'text-met' },
  failed: { icon: 'barred', tone: 'text-vermilion' },
  'called-off': { icon: 'waived', tone: 'text-ink2' },
  revoked: { icon: 'barred', tone: 'text-vermilion' },
} as const

/** Assessments, a line each: who, by what, how it stands, since when. */
export function AssessmentLines({ lines, withUnit = false }: { lines: readonly AssessmentLine[]; withUnit?: boolean }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  return (
    <ul className="mt-2">
      {lines.map(({ id, title, person, unit, state, waitsFor, isMyTurn, round, day }) => (
        <li key={id} className="border-t border-line">
          <a href={`/practicals/${id}`} className="flex flex-wrap items-baseline justify-between gap-x-6 py-3 no-underline">
            <span>
              <span className="font-semibold underline underline-offset-4">{person}</span> · {title}
              {withUnit && <span className="block text-14 text-ink2">{unit}</span>}
            </span>
            <span className={`inline-flex items-center gap-1 ${looks[state].tone}`}>
              <Icon name={looks[state].icon} size={18} />
              {state !== 'open'
                ? t('line.state', { state: t(`state.${state}`), day: dayText(day, locale) })
                : isMyTurn
                  ? t('line.mine')
                  : t('line.waits', { names: waitsFor.join(locale === 'zh' ? '、' : ', ') })}
              {state === 'open' && round > 1 && ` · ${t('line.round', { n: round })}`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
