import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import type { ProgrammeLine, Programmes } from './programmes'

/** Every year's trainings: how many are covered, what comes next. */
export function ProgrammesView({ page: { years, mayMake, thisYear } }: { page: Programmes }) {
  const { t } = useTranslation('classes')
  const now = years.find(({ year }) => year === thisYear)?.lines ?? []
  const missing = now.reduce((sum, { listed, covered }) => sum + listed - covered, 0)
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('index.back')}
        </a>
      </p>
      <p className="text-ink2">{t('index.title')}</p>
      <h1 className="mt-1">
        {now.length === 0
          ? t('index.headNone', { year: thisYear })
          : missing === 0
            ? t('index.headAll', { year: thisYear })
            : t('index.head', { year: thisYear, count: missing })}
      </h1>
      <div className="no-print mt-5 flex flex-wrap gap-3">
        {mayMake && (
          <LinkButton href="/street/classes/new" weight="primary" className="w-full sm:w-auto">
            {t('index.make')}
          </LinkButton>
        )}
        {years.length > 0 && <LinkButton href="/street/classes/coverage">{t('index.coverage')}</LinkButton>}
      </div>
      {years.length === 0 && <Empty title={t('index.none')}>{t('index.noneWhat')}</Empty>}
      {years.map(({ year, lines }) => (
        <section key={year} aria-labelledby={`year-${year}`} className="mt-8">
          <h2 id={`year-${year}`}>{t('index.year', { year })}</h2>
          <ul className="mt-2 border-t border-line">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Line({ line: { id, title, place, binds, state, listed, covered, next } }: { line: ProgrammeLine }) {
  const { t } = useTranslation('classes')
  const locale = useLocale()
  return (
    <li className="border-b border-line py-3 sm:flex sm:items-baseline sm:justify-between sm:gap-6">
      <div>
        <a href={`/street/classes/${id}`} className="inline-flex min-h-touch items-center text-18 font-semibold">
          {title}
        </a>
        <p className="text-14 text-ink2">
          {[place, t(`state.${state}`), next === null ? '' : t('index.next', { day: dayText(next, locale) })].filter(Boolean).join(' · ')}
        </p>
      </div>
      {state === 'frozen' && (
        <p className="tabular-nums">
          <span className={covered === listed ? 'font-semibold text-met' : 'font-semibold'}>
            {t(`index.covered.${binds}`, { covered, count: listed })}
          </span>
          {covered < listed && <span className="ml-3 font-semibold text-vermilion">{t('index.missing', { count: listed - covered })}</span>}
        </p>
      )}
    </li>
  )
}
