import { useTranslation } from '~/i18n/words'
import { type Column, Table } from '../../kit/table'

const sorts = ['name', 'position', 'from', 'to'] as const
type Order = { sort: (typeof sorts)[number]; descending: boolean }
type Row = { id: string; personId: string; name: string; phone: string | null; position: string; from: string; to: string | null }

/** A unit's posts. */
export function PeopleTable({ rows, order, search, unitId }: { rows: Row[]; order: Order; search: string; unitId: string }) {
  const { t } = useTranslation('people')
  const columns: Column<Row>[] = [
    { key: 'name', head: t('field.name'), cell: (row) => <PersonLink row={row} unitId={unitId} /> },
    { key: 'position', head: t('field.position'), cell: (row) => row.position },
    { key: 'from', head: t('field.from'), cell: (row) => row.from },
    { key: 'to', head: t('field.to'), cell: (row) => row.to ?? t('list.open') },
    { key: 'phone', head: t('field.phone'), cell: (row) => row.phone ?? t('list.noPhone') },
  ]
  return (
    <>
      <SortLine order={order} search={search} />
      <Table caption={t('list.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </>
  )
}

const PersonLink = ({ row, unitId }: { row: Row; unitId: string }) => (
  <a className="-my-[9px] inline-flex min-h-touch items-center font-semibold" href={`/units/${unitId}/people/${row.personId}`}>
    {row.name}
  </a>
)

/** In which order, and the others to choose; the order in force turns round when it is chosen again. */
function SortLine({ order, search }: { order: Order; search: string }) {
  const { t } = useTranslation('people')
  const address = (sort: Order['sort']) => {
    const query = new URLSearchParams(search)
    query.delete('page')
    query.set('sort', sort)
    const isDays = sort === 'from' || sort === 'to'
    const descending = sort === order.sort ? !order.descending : isDays
    query.set('direction', descending ? 'down' : 'up')
    return `?${query}`
  }
  return (
    <nav aria-label={t('sort.label')} className="no-print mt-2 mb-2 flex flex-wrap items-center gap-x-5 text-ink2">
      <span>{t('sort.by')}</span>
      {sorts.map((sort) => (
        <a
          key={sort}
          href={address(sort)}
          aria-current={sort === order.sort ? 'true' : undefined}
          className={`inline-flex min-h-touch items-center ${sort === order.sort ? 'font-semibold text-ink no-underline' : ''}`}
        >
          {t(`field.${sort}`)}
          {sort === order.sort && <span className="pl-1">{order.descending ? t('sort.down') : t('sort.up')}</span>}
        </a>
      ))}
    </nav>
  )
}
