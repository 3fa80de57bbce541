import { useTranslation } from '~/i18n/words'
import { type Column, Table } from '../kit/table'
import type { RegisterRow } from './permit-view'
import { StateLine } from './state-line'

/** A unit's permits, the latest first. */
export function RegisterTable({ rows, unitId }: { rows: RegisterRow[]; unitId: string }) {
  const { t } = useTranslation('hotwork')
  const columns: Column<RegisterRow>[] = [
    {
      key: 'number',
      head: t('field.number'),
      cell: (row) => (
        <a
          className="-my-[9px] inline-flex min-h-touch items-center whitespace-nowrap font-semibold"
          href={`/units/${unitId}/hot-work/${row.id}`}
        >
          {row.number}
        </a>
      ),
    },
    { key: 'state', head: t('field.state'), cell: (row) => <StateLine state={row.state} /> },
    { key: 'when', head: t('field.when'), cell: (row) => row.when },
    { key: 'place', head: t('field.place'), cell: (row) => row.place },
    { key: 'work', head: t('field.work'), cell: (row) => row.work },
    { key: 'workers', head: t('field.worker'), cell: (row) => row.workers },
    { key: 'guard', head: t('field.guard'), cell: (row) => row.guard },
  ]
  return <Table caption={t('register.name')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
