import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Icon, type IconName } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { type FindingState, findingStates, type StreetFinding, type StreetFindings } from './findings-street'

const looks: Record<FindingState, { icon: IconName; tone: string }> = {
  late: { icon: 'overdue', tone: 'text-vermilion' },
  open: { icon: 'due', tone: 'text-due' },
  done: { icon: 'met', tone: 'text-met' },
}

/** What drills of a supervisor's units found: what is late first, then what is open, then what is done. */
export function StreetFindingsView({ page }: { page: StreetFindings }) {
  const { t } = useTranslation('drillrecord')
  const { counts, filter, total } = page
  const columns = useColumns()
  const all = counts.late + counts.open + counts.done
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('drillyear:street.back')}
        </a>
      </p>
      <p className="text-ink2">{t('street.title')}</p>
      <h1 className="mt-1">
        {counts.late + counts.open === 0
          ? t('street.headNone')
          : t(counts.late === 0 ? 'street.headInTime' : 'street.head', { count: counts.late + counts.open, late: counts.late })}
      </h1>
      {all > 0 && <p className="mt-2 text-ink2">{t('street.counts', { count: all, ...counts })}</p>}
      <Filter page={page} />
      {total === 0 ? (
        <Empty title={t(filter.isOn ? 'street.noneFound' : 'street.none')}>
          {t(filter.isOn ? 'street.noneFoundWhat' : 'street.noneWhat')}
        </Empty>
      ) : (
        <>
          <p className="no-print text-ink2">
            {t('street.shown', { count: total })}{' '}
            <a href={`/street/findings.xlsx?${filter.search}`} className="ml-2 inline-flex min-h-touch items-center">
              {t('drillyear:xlsx')}
            </a>
          </p>
          <div className="mt-2">
            <Table caption={t('street.title')} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
          </div>
        </>
      )}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
    </>
  )
}

function useColumns(): Column<StreetFinding>[] {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  return [
    {
      key: 'what',
      head: t('street.col.what'),
      cell: ({ what, redrill }) => (
        <span className="block text-left">
          {what}
          {redrill && <span className="block text-14 font-normal text-ink2">{t('street.redrill')}</span>}
        </span>
      ),
    },
    {
      key: 'unit',
      head: t('street.col.unit'),
      cell: ({ unit }) => (
        <span className="block">
          <a href={`/units/${unit.id}/drills`} className="inline-flex min-h-touch items-center sm:inline">
            {unit.name}
          </a>
          <span className="block text-14 text-ink2">{unit.place}</span>
        </span>
      ),
    },
    { key: 'state', head: t('street.col.state'), cell: (row) => <State row={row} /> },
    { key: 'owner', head: t('street.col.owner'), cell: ({ owner }) => <span className="whitespace-nowrap">{owner}</span> },
    {
      key: 'drill',
      head: t('street.col.drill'),
      cell: ({ drill: { id, title, on, isPaper } }) => (
        <span className="block">
          <a href={`/drills/${id}/record`} className="inline-flex min-h-touch items-center sm:inline">
            {title}
          </a>
          <span className="block whitespace-nowrap text-14 text-ink2">
            {dayText(on, locale)}
            {isPaper && ` · ${t('street.paper')}`}
          </span>
        </span>
      ),
    },
  ]
}

function State({ row: { state, due, closed } }: { row: StreetFinding }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { icon, tone } = looks[state]
  return (
    <span className="block sm:min-w-32">
      <span className={`inline-flex gap-1 ${tone}`}>
        <span className="mt-1">
          <Icon name={icon} size={16} />
        </span>
        <span>{t(`street.stateDay.${state}`, { day: dayText(closed?.on ?? due, locale) })}</span>
      </span>
      {closed !== null && <span className="block text-14 text-ink2">{closed.done}</span>}
    </span>
  )
}

function Filter({ page: { filter, places } }: { page: StreetFindings }) {
  const { t } = useTranslation('drillrecord')
  const any = t('drillyear:filter.any')
  return (
    <form method="get" className="no-print mt-6 grid grid-cols-2 items-end gap-x-4 lg:grid-cols-[1fr_1fr_1fr_auto]">
      <Select
        name="state"
        label={t('street.col.state')}
        options={findingStates.map((value) => ({ value, label: t(`street.state.${value}`) }))}
        empty={any}
        value={filter.state}
      />
      <Select name="place" label={t('drillyear:filter.place')} options={places} empty={any} value={filter.place} />
      <Field name="name" label={t('drillyear:filter.unit')} value={filter.name} maxLength={60} autoComplete="off" />
      <Button className="mb-5">{t('drillyear:filter.show')}</Button>
    </form>
  )
}
