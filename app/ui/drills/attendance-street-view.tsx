import type { TFunction } from 'i18next'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Icon, type IconName } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { YearLinks } from './attendance-filter'
import { Months, MonthsKey } from './attendance-months'
import { NextDrillWords } from './attendance-next'
import { type DrillStanding, drillStandings, type StreetDrillRow, type StreetDrills } from './attendance-street'

const looks: Record<DrillStanding, { icon: IconName; tone: string }> = {
  overdue: { icon: 'overdue', tone: 'text-vermilion' },
  due: { icon: 'due', tone: 'text-due' },
  met: { icon: 'met', tone: 'text-met' },
  waived: { icon: 'waived', tone: 'text-ink2' },
  idle: { icon: 'none', tone: 'text-ink2' },
  none: { icon: 'waived', tone: 'text-ink2' },
}

/** The drills of a supervisor's units in a year, by place and name. */
export function StreetDrillsView({ page }: { page: StreetDrills }) {
  const { t } = useTranslation('drillyear')
  const { year, units, standings, filter, total, people, there } = page
  const columns = useColumns(year)
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('street.back')}
        </a>
      </p>
      <p className="text-ink2">{t('street.title', { year })}</p>
      <h1 className="mt-1">{headline(t, page)}</h1>
      {units > 0 && (
        <>
          <p className="mt-2">{t('street.held', { count: page.held, withDrill: page.withDrill, without: units - page.withDrill })}</p>
          <p className="text-ink2">{t('street.people', { people, there, not: people - there })}</p>
        </>
      )}
      <YearLinks page={page} path="/street/drills" />
      <Filter page={page} />
      {units > 0 && (
        <p className="flex flex-wrap gap-x-4 text-ink2">
          <span>{t('street.standings', { count: units })}</span>
          {drillStandings
            .filter((kind) => standings[kind] > 0)
            .map((kind) => (
              <span key={kind} className="tabular-nums">
                {t(`standing.${kind}`)} {standings[kind]}
              </span>
            ))}
        </p>
      )}
      <p className="no-print text-ink2">
        {t('street.shown', { count: total })}{' '}
        <a href={`/street/drills.xlsx?${filter.search}`} className="ml-2 inline-flex min-h-touch items-center">
          {t('xlsx')}
        </a>
      </p>
      {total === 0 ? (
        <Empty title={t('street.none')}>{filter.isOn && t('street.noneWhat')}</Empty>
      ) : (
        <>
          <MonthsKey />
          <div className="mt-4">
            <Table caption={t('street.title', { year })} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
          </div>
        </>
      )}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
      <p className="mt-6 max-w-measure text-14 text-ink2">{t('street.how')}</p>
    </>
  )
}

function headline(t: TFunction, { units, standings }: StreetDrills): string {
  if (units === 0) return t('street.none')
  const [overdue, due] = [standings.overdue, standings.due]
  return overdue + due === 0 ? t('street.headMet', { units }) : t('street.head', { overdue, due })
}

function useColumns(year: number): Column<StreetDrillRow>[] {
  const { t } = useTranslation('drillyear')
  const locale = useLocale()
  return [
    {
      key: 'unit',
      head: t('col.unit'),
      cell: ({ id, name, place }) => (
        <span className="block text-left">
          <a href={`/units/${id}/drills/attendance?year=${year}`} className="inline-flex min-h-touch items-center sm:inline">
            {name}
          </a>
          <span className="block text-14 font-normal text-ink2">{place}</span>
        </span>
      ),
    },
    { key: 'months', head: t('col.months'), isBare: true, cell: ({ months }) => <Months months={months} /> },
    {
      key: 'last',
      head: t('col.last'),
      cell: ({ last }) => <span className="whitespace-nowrap">{last === null ? t('street.never') : dayText(last, locale)}</span>,
    },
    { key: 'next', head: t('col.next'), cell: ({ next }) => (next === null ? '–' : <NextDrillWords next={next} isDay />) },
    { key: 'standing', head: t('col.standing'), cell: (row) => <Stands row={row} /> },
    {
      key: 'people',
      head: t('col.peopleOf'),
      numeric: true,
      cell: ({ people, there }) => (
        <span className="block tabular-nums">
          {there} / {people}
          {people > there && (
            <span className="block whitespace-nowrap text-14 text-ink2">{t('street.notThere', { count: people - there })}</span>
          )}
        </span>
      ),
    },
  ]
}

function Stands({ row: { standing, duty, day, others } }: { row: StreetDrillRow }) {
  const { t } = useTranslation('drillyear')
  const locale = useLocale()
  const { icon, tone } = looks[standing]
  return (
    <span className="block">
      <span className={`inline-flex gap-1 ${tone}`}>
        <span className="mt-1">
          <Icon name={icon} size={16} />
        </span>
        <span>
          {t(`standing.${standing}`)} {day !== null && t(`standingDay.${standing}`, { day: dayText(day, locale) })}
        </span>
      </span>
      {duty !== '' && (
        <span className="block text-14 text-ink2">
          {duty}
          {others > 0 && ` ${t('street.others', { count: others })}`}
        </span>
      )}
    </span>
  )
}

function Filter({ page: { year, filter, options } }: { page: StreetDrills }) {
  const { t } = useTranslation('drillyear')
  const any = t('filter.any')
  return (
    <form method="get" className="no-print mt-6 grid grid-cols-2 items-end gap-x-4 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]">
      <input type="hidden" name="year" value={year} />
      <Select
        name="standing"
        label={t('filter.standing')}
        options={drillStandings.map((value) => ({ value, label: t(`standing.${value}`) }))}
        empty={any}
        value={filter.standing}
      />
      <Select name="place" label={t('filter.place')} options={options.places} empty={any} value={filter.place} />
      <Select name="sector" label={t('filter.sector')} options={options.sectors} empty={any} value={filter.sector} />
      <Field name="name" label={t('filter.unit')} value={filter.name} maxLength={60} autoComplete="off" />
      <Button className="mb-5">{t('filter.show')}</Button>
    </form>
  )
}
