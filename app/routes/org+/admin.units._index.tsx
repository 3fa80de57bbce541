import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { wordFor, wordOptions } from '~/content/word-options.server'
import { findPlaces } from '~/data/org/places.server'
import { listUnits, unitSorts, unitsAPage } from '~/data/org/units.server'
import { placeTree } from '~/domain/org/place-tree'
import { formatDay } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { AdminFrame } from '~/ui/org/admin-frame'
import { UnitFilters } from '~/ui/org/unit-filters'
import { titled } from '~/ui/shell/title'

export const loader = serve('administrator', async (ctx, { request }) => {
  const { sectors, traits } = catalogue().vocabulary
  const query = readQuery(request)
  const tree = placeTree(findPlaces())
  const place = tree.find(({ id }) => id === query.text('place')) ?? null
  const asked = query.text('sort') ?? 'place'
  const sort = unitSorts.find((name) => name === asked.replace('-', '')) ?? 'place'
  const descending = asked.startsWith('-')
  const filter = {
    text: query.text('q'),
    placePath: place?.path ?? null,
    sector: query.oneOf('sector', [...sectors.keys()]),
    trait: query.oneOf('trait', [...traits.keys()]),
    state: query.oneOf('state', ['open', 'closed'] as const),
  }
  const page = query.page()
  const { rows, total } = await listUnits(actorScope(ctx, 'see'), filter, ctx.today, { sort, descending, page })
  const names = new Map(tree.map(({ id, fullName }) => [id, fullName]))
  const today = formatDay(ctx.today)
  return {
    rows: rows.map(({ place: at, sector, to, ...unit }) => ({
      ...unit,
      to,
      isClosed: to !== null && to < today,
      place: names.get(at.id) ?? at.name,
      sector: wordFor(sectors, sector, ctx.locale),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / unitsAPage)),
    page,
    search: query.search,
    isFiltered: Object.values(filter).some((value) => value !== null),
    hasPlaces: tree.length > 1,
    chosen: {
      q: filter.text ?? '',
      place: place?.id ?? '',
      sector: filter.sector ?? '',
      trait: filter.trait ?? '',
      state: filter.state ?? '',
      sort: `${descending ? '-' : ''}${sort}`,
    },
    places: tree.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
    sectors: wordOptions(sectors, ctx.locale),
    traits: wordOptions(traits, ctx.locale),
  }
})

export const handle = titled<typeof loader>((t) => t('org:unit.title'))

export default function Units() {
  const facts = useLoaderData<typeof loader>()
  const { t } = useTranslation('org')
  const { rows, total, pages, page, search, isFiltered, hasPlaces } = facts
  if (total === 0 && !isFiltered) return <NoUnits hasPlaces={hasPlaces} />
  return (
    <AdminFrame title={t('unit.title')} lead={t('unit.count', { count: total })}>
      <div className="no-print mb-6 flex flex-wrap gap-3">
        <LinkButton href="/admin/units/new">{t('unit.add')}</LinkButton>
        <LinkButton href="/imports?kind=units">{t('imports:link.units')}</LinkButton>
      </div>
      <UnitFilters {...facts} />
      {total === 0 ? (
        <Empty title={t('unit.none')}>
          <a href="/admin/units">{t('unit.all')}</a>
        </Empty>
      ) : (
        <>
          <UnitTable rows={rows} />
          <Pager page={page} pages={pages} total={total} search={search} />
        </>
      )}
    </AdminFrame>
  )
}

function NoUnits({ hasPlaces }: { hasPlaces: boolean }) {
  const { t } = useTranslation('org')
  return (
    <AdminFrame title={t('unit.title')}>
      <Empty title={t('unit.empty.title')}>
        <p>{t(hasPlaces ? 'unit.empty.text' : 'unit.empty.placesFirst')}</p>
        <p className="mt-4">
          <LinkButton href={hasPlaces ? '/admin/units/new' : '/admin/places'} weight="primary">
            {t(hasPlaces ? 'unit.add' : 'unit.empty.toPlaces')}
          </LinkButton>
        </p>
      </Empty>
    </AdminFrame>
  )
}

type Row = { id: string; name: string; place: string; sector: string; from: string; to: string | null; isClosed: boolean }

function UnitTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  const columns: Column<Row>[] = [
    { key: 'name', head: t('unit.name'), cell: (row) => <a href={`/admin/units/${row.id}`}>{row.name}</a> },
    { key: 'place', head: t('unit.place'), cell: (row) => row.place },
    { key: 'sector', head: t('unit.sector'), cell: (row) => row.sector },
    { key: 'from', head: t('unit.from'), cell: (row) => dayText(row.from, locale) },
    {
      key: 'state',
      head: t('unit.stateLabel'),
      cell: (row) =>
        row.to === null ? t('unit.state.open') : t(row.isClosed ? 'unit.closedOn' : 'unit.closesOn', { day: dayText(row.to, locale) }),
    },
  ]
  return <Table caption={t('unit.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
