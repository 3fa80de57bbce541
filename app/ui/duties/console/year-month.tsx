import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { StandingWhy } from '../standing-why'
import { useLocale } from '../use-locale'
import type { OwnDate, YearMonth } from './year'
import { Kind, opener, useDateWords } from './year-date'
import { People } from './year-people'

/** One month: what the unit owes, what its people owe, what to think of, what is lifted. */
export function YearMonthSection({ month, year, base }: { month: YearMonth; year: number; base: string }) {
  const { t } = useTranslation('duties')
  const { own, people, reminders, waivers, when } = month
  const isEmpty = own.length + people.length + reminders.length + waivers.length === 0
  const place = `m${month.month}`
  return (
    <section aria-labelledby={place} className={`break-inside-avoid border-t py-4 ${when === 'now' ? 'border-ink' : 'border-line'}`}>
      <h2 id={place} className="scroll-mt-4 text-18">
        {t(`year.month.${month.month}`, { year })}
        {when === 'now' && <span className="ml-3 text-14 font-normal text-ink2">{t('year.now')}</span>}
      </h2>
      {isEmpty && <p className="text-ink2">{t('year.monthEmpty')}</p>}
      <MonthDates month={month} base={base} place={place} />
      {reminders.length > 0 && <Reminders reminders={reminders} />}
      {waivers.length > 0 && <Waivers waivers={waivers} />}
    </section>
  )
}

export function MonthDates({
  month: { own, people },
  base,
  place,
}: {
  month: Pick<YearMonth, 'own' | 'people'>
  base: string
  place: string
}) {
  if (own.length + people.length === 0) return null
  return (
    <ul className="mt-1">
      {own.map((date) => (
        <Own key={date.key} date={date} place={place} />
      ))}
      {people.map((dates) => (
        <People key={dates.key} dates={dates} base={base} place={place} />
      ))}
    </ul>
  )
}

function Own({ date, place }: { date: OwnDate; place: string }) {
  const { t } = useTranslation('duties')
  const inWords = useDateWords()
  return (
    <li id={`${place}-own-${date.thing}-${date.kind}`} className="scroll-mt-4 py-2">
      <p className="font-semibold">
        {date.title} <span className="text-14 font-normal text-ink2">{t('year.ofUnit')}</span>
      </p>
      <Kind kind={date.kind} words={inWords(date.kind, date)} />
      <details>
        <summary className={opener}>{t('why.summary')}</summary>
        <StandingWhy duty={date.duty} why={date.why} />
      </details>
    </li>
  )
}

function Reminders({ reminders }: Pick<YearMonth, 'reminders'>) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <ul className="mt-1">
      {reminders.map(({ key, duty, what, title, from, to }) => (
        <li key={key} className="py-2">
          <p>
            {what} <span className="text-14 text-ink2">{t('year.reminder')}</span>
          </p>
          <p className="text-ink2">
            {from === to ? dayText(from, locale) : t('year.window', { from: dayText(from, locale), to: dayText(to, locale) })}
          </p>
          <a href={`/duties/${duty}`} className="inline-flex min-h-touch items-center">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Waivers({ waivers }: Pick<YearMonth, 'waivers'>) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <ul className="mt-1">
      {waivers.map(({ key, title, name, from, through, reason }) => (
        <li key={key} className="py-2">
          <Kind kind="lifted" words={t('year.waiver', { title, name })} />
          <p className="text-ink2">
            {t('year.window', { from: dayText(from, locale), to: dayText(through, locale) })} · {t('waive.because', { reason })}
          </p>
        </li>
      ))}
    </ul>
  )
}
