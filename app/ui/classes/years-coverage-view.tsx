import { type FigureName, isFull } from '~/domain/classes/list-line'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { Phrases } from '~/ui/kit/phrases'
import { type Column, Table } from '~/ui/kit/table'
import { ListCoverageLines } from './list-coverage-lines'
import { namesAddress, type SectorYears, type StreetYears, type YearCells, type YearsCoverage } from './years-coverage'

const beside = ['deputy', 'successor', 'excused', 'missing', 'gone'] as const

/** Coverage of the lists of one kind of training, years side by side, by sector and street; each figure opens to its names. */
export function YearsCoverageView({ page }: { page: YearsCoverage }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  const { kind, kinds, years, all } = page
  if (years.length === 0)
    return (
      <>
        <h1>{t('years.title')}</h1>
        <Empty title={t('years.none')}>{t('years.noneWhat')}</Empty>
      </>
    )
  const head = { years: years.join(t('join')), listed: all.listed, covered: all.covered, open: all.missing + all.gone }
  return (
    <>
      <p className="no-print">
        <a
          href={page.names === null ? '/street' : `/street/classes/coverage?kind=${kind}`}
          className="inline-flex min-h-touch items-center"
        >
          {t(page.names === null ? 'years.back' : 'list.backYears')}
        </a>
      </p>
      <p className="text-ink2">
        {t('years.title')} · {kinds.find(({ value }) => value === kind)?.label} · {t('years.about', { day: dayText(page.on, locale) })}
      </p>
      {page.names === null ? (
        <>
          <h1 className="mt-1">
            <Phrases text={t(isFull(all) ? 'years.headFull' : 'years.head', head)} />
          </h1>
          {kinds.length > 1 && <Kinds kind={kind} kinds={kinds} />}
          <p className="no-print mt-4">
            <LinkButton href={`/street/classes/coverage.xlsx?kind=${kind}`}>{t('xlsx')}</LinkButton>
          </p>
          <Sum page={page} />
          {page.sectors.map((sector) => (
            <Sector key={sector.sector.id} sector={sector} page={page} />
          ))}
          <Lists page={page} />
          <p className="mt-6 max-w-measure text-14 text-ink2">{t('years.how')}</p>
        </>
      ) : (
        <Names names={page.names} binds={page.binds} />
      )}
    </>
  )
}

function Kinds({ kind, kinds }: Pick<YearsCoverage, 'kind' | 'kinds'>) {
  const { t } = useTranslation('classcover')
  return (
    <form method="get" className="no-print mt-4 grid max-w-md grid-cols-[1fr_auto] items-end gap-x-4">
      <Select name="kind" label={t('years.programme')} options={kinds} value={kind} />
      <Button className="mb-5">{t('filter.show')}</Button>
    </form>
  )
}

/** The figures of one year: covered of listed, and what is worth knowing besides; each leads to its names. */
function Cell({ cell, address }: { cell: YearCells[number]; address: (state: FigureName) => string }) {
  const { t } = useTranslation('classcover')
  if (cell === null) return <span className="text-ink2">–</span>
  return (
    <span className="block tabular-nums">
      <a
        href={address('covered')}
        className="inline-flex min-h-touch items-center sm:min-h-0"
        aria-label={`${t('figure.covered')} ${cell.covered}`}
      >
        {cell.covered}
      </a>
      {' / '}
      <a
        href={address('listed')}
        className="inline-flex min-h-touch items-center sm:min-h-0"
        aria-label={`${t('figure.listed')} ${cell.listed}`}
      >
        {cell.listed}
      </a>
      {beside
        .filter((name) => cell[name] > 0)
        .map((name) => (
          <a key={name} href={address(name)} className={`block py-1 text-14 sm:py-0 ${name === 'missing' ? 'text-vermilion' : ''}`}>
            {t(`figure.${name}`)} {cell[name]}
          </a>
        ))}
    </span>
  )
}

function useYearColumns<Row>(page: YearsCoverage, cellsOf: (row: Row) => YearCells, at: (row: Row) => [string, string]): Column<Row>[] {
  return page.years.map((year, nth) => ({
    key: String(year),
    head: String(year),
    width: 'sm:w-1/4',
    cell: (row) => <Cell cell={cellsOf(row)[nth] ?? null} address={(state) => namesAddress(page.kind, year, state, ...at(row))} />,
  }))
}

function Sum({ page }: { page: YearsCoverage }) {
  const { t } = useTranslation('classcover')
  const columns = useYearColumns<YearsCoverage>(
    page,
    ({ sum }) => sum,
    () => ['', ''],
  )
  const first = { key: 'sum', head: t('years.sum'), cell: () => t('years.sum') }
  return (
    <div className="mt-6">
      <Table caption={t('years.sum')} columns={[first, ...columns]} rows={[page]} rowKey={() => 'sum'} />
    </div>
  )
}

function Sector({ sector: { sector, streets, sum }, page }: { sector: SectorYears; page: YearsCoverage }) {
  const { t } = useTranslation('classcover')
  const columns = useYearColumns<StreetYears>(
    page,
    ({ cells }) => cells,
    ({ street }) => [sector.id, street.id],
  )
  const first: Column<StreetYears> = { key: 'street', head: t('sheet.street'), cell: ({ street }) => street.name }
  const rows = streets.length > 1 ? [...streets, { street: { id: '', name: t('years.sum') }, cells: sum }] : streets
  return (
    <section aria-labelledby={`of-${sector.id}`} className="mt-8">
      <h2 id={`of-${sector.id}`}>{sector.name}</h2>
      <div className="mt-2">
        <Table caption={sector.name} columns={[first, ...columns]} rows={rows} rowKey={({ street }) => street.id} />
      </div>
    </section>
  )
}

function Lists({ page: { lists } }: { page: YearsCoverage }) {
  const { t } = useTranslation('classcover')
  return (
    <section aria-labelledby="lists" className="no-print mt-8">
      <h2 id="lists">{t('years.lists')}</h2>
      <ul className="mt-2">
        {lists.map(({ id, title, place, isFrozen, figures }) => (
          <li key={id} className="border-b border-line py-1">
            <a href={`/street/classes/${id}/coverage`} className="inline-flex min-h-touch items-center">
              {t('years.list', { title, place })}
            </a>{' '}
            <span className="tabular-nums text-ink2">
              {t('years.of', { covered: figures.covered, listed: figures.listed })}
              {!isFrozen && ` · ${t('years.notFrozen')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Names({ names, binds }: { names: NonNullable<YearsCoverage['names']>; binds: 'unit' | 'person' }) {
  const { t } = useTranslation('classcover')
  const where = [names.sector?.name, names.street?.name, t(`figure.${names.state}`)].filter((word) => word !== undefined).join(' · ')
  return (
    <>
      <h1 className="mt-1 tabular-nums">
        {names.year} · {where} {names.total}
      </h1>
      {names.total === 0 && <Empty title={t('list.none')}>{t('list.noneFiltered')}</Empty>}
      {names.groups.map((group) => (
        <ListCoverageLines key={group.state} group={group} binds={binds} />
      ))}
      {names.pages > 1 && <Pager page={names.page} pages={names.pages} total={names.total} search={names.search} />}
    </>
  )
}
