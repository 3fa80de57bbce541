import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { StateWords } from './licence-line'
import { type LicenceView, lookOf } from './view'

export type ListRow = { view: LicenceView; personId: string; unitId: string; unitName: string; wrong: string | null }
export type ListFacts = {
  filter: string
  sort: string
  descending: boolean
  text: string
  page: number
  pages: number
  total: number
  search: string
  counts: Readonly<Record<string, number>>
}

const box = 'mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'
const first = ['all', 'unchecked', 'due90', 'due60', 'due30', 'due7', 'expired', 'wrong', 'recheck', 'false', 'ended'] as const
const sorts = ['through', 'name', 'kind', 'recorded'] as const

function addressOf(search: string, change: Record<string, string>): string {
  const query = new URLSearchParams(search)
  query.delete('page')
  for (const [name, value] of Object.entries(change)) query.set(name, value)
  return `?${query}`
}

/** Search and what of the list is shown: all of it in the address; each count is what its filter shows. */
export function LicenceFilters({ list, withUnit }: { list: ListFacts; withUnit: boolean }) {
  const { t } = useTranslation('licences')
  const shown = first.filter((filter) => filter === 'all' || filter === list.filter || (list.counts[filter] ?? 0) > 0)
  return (
    <div className="no-print mt-6">
      <form method="get" className="flex max-w-md flex-wrap items-end gap-3">
        <input type="hidden" name="only" value={list.filter} />
        <div className="min-w-0 flex-1">
          <label htmlFor="q" className="font-semibold">
            {t(withUnit ? 'list.searchStreet' : 'list.search')}
          </label>
          <input id="q" name="q" type="search" defaultValue={list.text} className={box} />
        </div>
        <Button>{t('list.find')}</Button>
      </form>
      <nav aria-label={t('list.filters')} className="mt-3 flex flex-wrap gap-x-5">
        {shown.map((filter) => (
          <a
            key={filter}
            href={addressOf(list.search, { only: filter })}
            aria-current={filter === list.filter ? 'true' : undefined}
            className={`inline-flex min-h-touch items-center ${filter === list.filter ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {t(`filter.${filter}`, { count: list.counts[filter] ?? 0 })}
          </a>
        ))}
      </nav>
    </div>
  )
}

function SortLine({ list }: { list: ListFacts }) {
  const { t } = useTranslation('licences')
  return (
    <nav aria-label={t('list.sort')} className="no-print mt-1 mb-2 flex flex-wrap items-center gap-x-5 text-ink2">
      <span>{t('list.sort')}</span>
      {sorts.map((sort) => {
        const isHere = sort === list.sort
        const direction = isHere && !list.descending ? 'down' : 'up'
        return (
          <a
            key={sort}
            href={addressOf(list.search, { sort, direction })}
            aria-current={isHere ? 'true' : undefined}
            className={`inline-flex min-h-touch items-center ${isHere ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {t(`sort.${sort}`)}
            {isHere && <span className="pl-1">{t(list.descending ? 'list.down' : 'list.up')}</span>}
          </a>
        )
      })}
    </nav>
  )
}

/** Licences with their holders; `hrefOf` leads to one. `withUnit`: the reader sees several units. */
export function LicenceTable({
  rows,
  list,
  hrefOf,
  withUnit,
}: {
  rows: ListRow[]
  list: ListFacts
  hrefOf: (row: ListRow) => string
  withUnit: boolean
}) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  const columns: Column<ListRow>[] = [
    {
      key: 'name',
      head: t('list.name'),
      cell: (row) => (
        <a className="-my-[9px] inline-flex min-h-touch items-center font-semibold" href={hrefOf(row)}>
          {row.view.holder}
        </a>
      ),
    },
    { key: 'kind', head: t('list.kind'), cell: ({ view }) => <KindCell view={view} /> },
    ...(withUnit ? [{ key: 'unit', head: t('list.unit'), cell: (row: ListRow) => row.unitName }] : []),
    { key: 'state', head: t('list.state'), cell: (row) => <StateCell row={row} /> },
    { key: 'next', head: t('list.next'), cell: ({ view }) => (view.nextDue === null ? '—' : dayText(view.nextDue, locale)) },
  ]
  return (
    <>
      <SortLine list={list} />
      <Table caption={t('list.caption')} columns={columns} rows={rows} rowKey={(row) => `${row.view.id} ${row.unitId}`} />
      <Pager page={list.page} pages={list.pages} total={list.total} search={list.search} />
    </>
  )
}

function KindCell({ view }: { view: LicenceView }) {
  const { t } = useTranslation('licences')
  const level = view.printed.find(({ field }) => field === 'level')?.text ?? null
  const direction = view.printed.find(({ field }) => field === 'direction')?.text ?? null
  const more = [level === null ? null : t(`level.${level}`), direction].filter((part) => part !== null).join(' · ')
  return (
    <>
      {view.short}
      {more !== '' && <span className="block text-14 text-ink2">{more}</span>}
    </>
  )
}

function StateCell({ row }: { row: ListRow }) {
  const { t } = useTranslation('licences')
  const { icon, tone } = row.wrong === null ? lookOf(row.view) : { icon: 'barred' as const, tone: 'text-vermilion' }
  return (
    <span className="inline-flex items-start gap-2">
      <span className={`mt-0.5 ${tone}`}>
        <Icon name={icon} />
      </span>
      <span>
        <StateWords licence={row.view} />
        {row.wrong !== null && <span className="block text-vermilion">{t(`wrong.${row.wrong}`)}</span>}
        {row.view.isRecheckDue && <span className="block text-due">{t('list.recheck')}</span>}
      </span>
    </span>
  )
}
