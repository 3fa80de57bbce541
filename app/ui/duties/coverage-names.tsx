import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import type { CoverageList, CoverageName, Missed } from './coverage'
import { shownWords } from './coverage-words'
import { OpenedWhy, WhyLink } from './opened-why'
import { lookOf, toneText } from './tone'
import { useLocale } from './use-locale'

type Props = { names: CoverageList; search: string; isOneDuty: boolean; missed: Missed }

/** The rows behind a figure, name by name. What the heading says of all of them is not said again in every row. */
export function CoverageNames({ names, search, isOneDuty, missed }: Props) {
  const { t } = useTranslation('duties')
  const { rows, shown, total, why } = names
  const address = whyAddress(names, search)
  const isSame = { duty: isOneDuty, standing: missed !== 'either' && shown !== 'open' && shown !== 'bound' }
  const columns = useColumns(names, address, isSame)
  const title = shownWords(t, shown, missed)
  const tables = new URLSearchParams(search)
  tables.delete('standing')
  return (
    <section aria-labelledby="names" className="mt-2">
      <h2 id="names" className="text-18">
        {t('coverage.names', { shown: title, n: total })}
      </h2>
      <p className="no-print mb-2">
        <a href={`?${tables}`} className="inline-flex min-h-touch items-center">
          {t('coverage.allTables')}
        </a>
      </p>
      {rows.length === 0 ? (
        <Empty title={t('coverage.noNames')}>{t('coverage.noNamesHint')}</Empty>
      ) : (
        <Table
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          rowAnchor={(row) => `row-${rows.indexOf(row) + 1}`}
          opened={(row) => why?.key === row.key && <OpenedWhy who={row.name} line={why.line} closeHref={address(row)} />}
        />
      )}
      {names.pages > 1 && <Pager page={names.page} pages={names.pages} total={total} search={search} />}
    </section>
  )
}

/** The list with a row opened; for the row that is open already, closed again. */
function whyAddress({ rows, page, why }: CoverageList, search: string) {
  return (row: CoverageName): string => {
    const query = new URLSearchParams(search)
    if (page > 1) query.set('page', String(page))
    if (why?.key !== row.key) query.set('why', row.key)
    return `?${query}#row-${rows.indexOf(row) + 1}`
  }
}

type Address = (row: CoverageName) => string

function useColumns({ rows, why }: CoverageList, address: Address, isSame: { duty: boolean; standing: boolean }): Column<CoverageName>[] {
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
    cell: (row) => <StandingWord row={row} />,
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
    {
      key: 'why',
      head: t('why.summary'),
      isBare: true,
      cell: (row) => <WhyLink href={address(row)} isOpen={why?.key === row.key} about={{ name: row.name, duty: row.duty }} />,
    },
  ]
}

function StandingWord({ row: { standing, bars } }: { row: CoverageName }) {
  const { t } = useTranslation('duties')
  const { icon, tone, word } = lookOf({ standing, bars, isGate: bars, startsOn: null })
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${toneText[tone]}`}>
      <Icon name={icon} />
      {t(word)}
    </span>
  )
}
