import type { ReactNode } from 'react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import type { DutyLine } from './duty-line'
import { StandingWhy } from './standing-why'
import { dateOf, lookOf, toneText } from './tone'
import { useLocale } from './use-locale'

/** One duty: icon, word, date, and 为什么 opening the clause, its quotation and the evidence. The same everywhere. */
export function StandingLine({ line, children }: { line: DutyLine; children?: ReactNode }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { icon, tone, word } = lookOf(line)
  const date = dateOf(line)
  return (
    <li className="flex gap-3 border-b border-line py-4 last:border-b-0">
      <span className={`mt-1 ${toneText[tone]}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{line.title}</p>
        <p className={toneText[tone]}>
          <span className="font-semibold">{t(word)}</span>
          {date && <span className="ml-2">{t(date.key, { day: dayText(date.day, locale) })}</span>}
        </p>
        <div className="flex flex-wrap gap-x-6">
          {children}
          <details className="open:basis-full">
            <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('why.summary')}</summary>
            <StandingWhy duty={line.duty} why={line.why} />
          </details>
        </div>
      </div>
    </li>
  )
}

/** `isNested`: inside a row that has its own line above. */
export function StandingLines({ lines, isNested = false }: { lines: DutyLine[]; isNested?: boolean }) {
  return (
    <ul className={isNested ? '' : 'border-t border-line'}>
      {lines.map((line) => (
        <StandingLine key={line.duty} line={line} />
      ))}
    </ul>
  )
}
