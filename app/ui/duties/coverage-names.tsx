import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon, type IconName } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import type { Coverage, CoverageName, CoverageStanding } from './coverage'
import { useLocale } from './use-locale'

const looks: Record<CoverageStanding, { icon: IconName; tone: string }> = {
  overdue: { icon: 'overdue', tone: 'text-vermilion' },
  due: { icon: 'due', tone: 'text-due' },
  met: { icon: 'met', tone: 'text-met' },
  waived: { icon: 'waived', tone: 'text-ink2' },
  idle: { icon: 'none', tone: 'text-ink2' },
}

/** The rows behind a figure, name by name. What the heading says of all of them is not said again in every row. */
export function CoverageNames({ names, search, isOneDuty }: { names: NonNullable<Coverage['names']>; search: string; isOneDuty: boolean }) {
  const { t } = useTranslation('duties')
  const columns = useColumns(names.rows, { duty: isOneDuty, standing: names.shown !== 'open' && names.shown !== 'bound' })
  const tables = new URLSearchParams(search)
  tables.delete('standing')
  return (
    <section aria-labelledby="names" className="mt-2">
      <h2 id="names" className="text-18">
        {t('coverage.names', { shown: t(`coverage.shown.${names.shown}`), n: names.total })}
      </h2>
      <p className="no-print mb-2">
        <a href={`?${tables}`} className="inline-flex min-h-touch items-center">
          {t('coverage.allTables')}
        </a>
      </p>
      {names.rows.length === 0 ? (
        <Empty title={t('coverage.noNames')}>{t('coverage.noNamesHint')}</Empty>
      ) : (
        <Table caption={t(`coverage.shown.${names.shown}`)} columns={columns} rows={names.rows} rowKey={(row) => row.key} />
      )}
      {names.pages > 1 && <Pager page={names.page} pages={names.pages} total={names.total} search={search} />}
    </section>
  )
}

function useColumns(rows: readonly CoverageName[], isSame: { duty: boolean; standing: boolean }): Column<CoverageName>[] {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const day = (value: string | null) => (value === null ? t('coverage.no') : dayText(value, locale))
  const has = (name: 'due' | 'since' | 'through') => rows.some((row) => row[name] !== null)
  const dates = (['due', 'since', 'through'] as const).filter(has)
  const duty: Column<CoverageName> = {
    key: 'duty',
    head: t('coverage.duty'),
    cell: (row) => <a href={`/duties/${row.dutyId}`}>{row.duty}</a>,
  }
  const standing: Column<CoverageName> = {
    key: 'standing',
    head: t('coverage.standing'),
    cell: (row) => <StandingWord standing={row.standing} />,
  }
  const differs = ({ key }: Column<CoverageName>) => !isSame[key === 'duty' ? 'duty' : 'standing']
  return [
    { key: 'name', head: t('coverage.name'), cell: (row) => <span className="font-semibold">{row.name}</span> },
    {
      key: 'unit',
      head: t('coverage.unit'),
      cell: (row) => (
        <>
          <a href={`/street/units/${row.unitId}`}>{row.unit}</a> <span className="text-ink2">{row.place}</span>
        </>
      ),
    },
    { key: 'position', head: t('coverage.position'), cell: (row) => row.position ?? t('coverage.ofUnit') },
    ...[duty, standing].filter(differs),
    ...dates.map(
      (name): Column<CoverageName> => ({
        key: name,
        head: t(`coverage.${name}`),
        cell: (row) => <span className="whitespace-nowrap">{day(row[name])}</span>,
      }),
    ),
  ]
}

function StandingWord({ standing }: { standing: CoverageStanding }) {
  const { t } = useTranslation('duties')
  const { icon, tone } = looks[standing]
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${tone}`}>
      <Icon name={icon} />
      {t(`coverage.figure.${standing}`)}
    </span>
  )
}
