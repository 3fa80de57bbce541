import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '../use-locale'
import type { UnitYear, YearMonth } from './year'
import { YearGrid } from './year-grid'
import { MonthDates, YearMonthSection } from './year-month'

/** What falls due when in a year: the answer, the year at a glance on a desk, then month by month. `base` is the unit's address. */
export function UnitYearView({ year, base }: { year: UnitYear; base: string }) {
  const { t } = useTranslation('duties')
  const { unit, behind, carried, months } = year
  const isEmpty = year.own.length + year.people.length === 0 && months.every((month) => month.reminders.length === 0)
  return (
    <>
      <p className="text-ink2">
        {unit.name} · {unit.place}
      </p>
      <Answer year={year} />
      {behind.own + behind.people > 0 && (
        <p className="mt-2 text-vermilion">
          <span className="font-semibold">{t('year.behind')}</span> {t('year.behindOf', behind)}
        </p>
      )}
      <YearLinks year={year} base={base} />
      {isEmpty ? (
        <p className="mt-8 max-w-measure text-ink2">{t('year.empty')}</p>
      ) : (
        <>
          <YearGrid year={year} />
          {carried.own.length + carried.people.length > 0 && (
            <section aria-labelledby="carried" className="mt-10">
              <h2 id="carried" className="text-18">
                {t('year.carried', { year: year.year })}
              </h2>
              <MonthDates month={carried} base={base} place="m0" />
            </section>
          )}
          <div className="mt-10 lg:max-w-3xl">
            {runsOf(months).map(([first, ...rest]) => {
              const last = rest.at(-1)
              if (first === undefined) return null
              if (last !== undefined) return <EmptyMonths key={first.month} first={first.month} last={last.month} year={year.year} />
              return <YearMonthSection key={first.month} month={first} year={year.year} base={base} />
            })}
          </div>
        </>
      )}
    </>
  )
}

const isEmptyMonth = ({ when, own, people, reminders, waivers }: YearMonth): boolean =>
  when !== 'now' && own.length + people.length + reminders.length + waivers.length === 0

/** Months one by one; those without a date that follow each other together. */
function runsOf(months: readonly YearMonth[]): YearMonth[][] {
  const runs: YearMonth[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && isEmptyMonth(before) && isEmptyMonth(month)) run.push(month)
    else runs.push([month])
  }
  return runs
}

function EmptyMonths({ first, last, year }: { first: number; last: number; year: number }) {
  const { t } = useTranslation('duties')
  return (
    <section className="border-t border-line py-4">
      <h2 className="text-18">{t('year.emptySpan', { year, from: t(`year.short.${first}`), to: t(`year.short.${last}`) })}</h2>
      <p className="text-ink2">{t('year.monthEmpty')}</p>
    </section>
  )
}

function Answer({ year: { year, next, isOver } }: { year: UnitYear }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (next === null) return <h1 className="mt-1">{t(isOver ? 'year.over' : 'year.nothing', { year })}</h1>
  const { own, people } = next
  const key = own === 0 ? 'year.nextPeople' : people === 0 ? 'year.nextOwn' : 'year.next'
  return <h1 className="mt-1">{t(key, { day: dayText(next.day, locale), own, people })}</h1>
}

function YearLinks({ year: { year, previous, following, months }, base }: { year: UnitYear; base: string }) {
  const { t } = useTranslation('duties')
  const link = 'inline-flex min-h-touch items-center'
  const now = months.find(({ when }) => when === 'now')
  return (
    <nav aria-label={t('year.nav')} className="no-print mt-4 flex flex-wrap items-center gap-x-6">
      {previous !== null && (
        <a rel="prev" href={`?year=${previous}`} className={link}>
          ← {t('year.of', { year: previous })}
        </a>
      )}
      <span aria-current="page" className="text-18 font-semibold">
        {t('year.of', { year })}
      </span>
      {following !== null && (
        <a rel="next" href={`?year=${following}`} className={link}>
          {t('year.of', { year: following })} →
        </a>
      )}
      {now !== undefined && (
        <a href={`#m${now.month}`} className={`${link} lg:hidden`}>
          {t('year.toNow')}
        </a>
      )}
      <a href={`${base}/duties`} className={link}>
        {t('year.toConsole')}
      </a>
    </nav>
  )
}
