import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { type Column, Table } from '~/ui/kit/table'
import type { SiteRow } from './place'

/** Each site with what hangs there and how often it was scanned; on a phone one card each. */
export function SiteTable({ rows }: { rows: readonly SiteRow[] }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  const columns: Column<SiteRow>[] = [
    {
      key: 'site',
      head: t('place.column.site'),
      cell: (row) => (
        <a href={`/street/posters/sites/${row.id}`} className="inline-flex min-h-touch items-center font-semibold sm:min-h-0">
          {row.name}
        </a>
      ),
    },
    ...(new Set(rows.map(({ place }) => place)).size > 1
      ? [{ key: 'place', head: t('place.column.place'), cell: (row: SiteRow) => row.place }]
      : []),
    {
      key: 'lessons',
      head: t('place.column.lessons'),
      cell: (row) => (row.lessons.length === 0 ? <span className="text-due">{t('place.state.bare')}</span> : <Hung row={row} />),
    },
    {
      key: 'last',
      head: t('place.column.last'),
      cell: (row) =>
        row.lastOn !== null ? (
          dayText(row.lastOn, locale)
        ) : row.state === 'never' ? (
          <span className="text-due">{t('place.state.never', { day: row.hungOn === null ? '' : dayText(row.hungOn, locale) })}</span>
        ) : (
          '–'
        ),
    },
    {
      key: 'opened',
      head: t('place.column.both'),
      numeric: true,
      cell: (row) => `${row.capped > 0 ? t('place.atLeast', { count: row.opened, capped: row.capped }) : row.opened} · ${row.finished}`,
    },
  ]
  return <Table caption={t('place.sites')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

const Hung = ({ row }: { row: SiteRow }) => (
  <ul className="text-right sm:text-left">
    {row.lessons.map(({ code, title }) => (
      <li key={code}>{title}</li>
    ))}
  </ul>
)
