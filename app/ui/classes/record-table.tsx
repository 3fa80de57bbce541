import { useTranslation } from '~/i18n/words'
import { type Column, Table } from '~/ui/kit/table'
import type { PartCell, RecordPart, RecordRow } from './record'
import { type Say, stateWord, timesOf } from './record-words'

/** Everybody part by part; what does not count is said in words and in vermilion. */
export function RecordTable({ caption, parts, rows }: { caption: string; parts: readonly RecordPart[]; rows: readonly RecordRow[] }) {
  const { t } = useTranslation('classcall')
  const columns: Column<RecordRow>[] = [
    {
      key: 'name',
      head: t('close.name'),
      cell: ({ name, asDeputy }) => (
        <>
          {name}
          {asDeputy && <span className="block text-14 font-normal text-ink2">{t('close.deputy')}</span>}
        </>
      ),
    },
    { key: 'unit', head: t('close.unit'), cell: ({ unit }) => unit },
    { key: 'room', head: t('close.room'), cell: ({ room }) => room },
    ...parts.map(
      ({ key, name, kind }, nth): Column<RecordRow> => ({
        key,
        head: name,
        cell: (row) => <Cell cell={row.parts[nth]} kind={kind} />,
      }),
    ),
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function Cell({ cell, kind }: { cell: PartCell | undefined; kind: RecordPart['kind'] }) {
  const { t } = useTranslation('classcall')
  if (cell === undefined) return null
  const say: Say = (key, values = {}) => t(key, values)
  return (
    <>
      <span className={cell.state === 'present' ? '' : 'text-vermilion'}>{stateWord(cell, kind, say)}</span>
      <span className="block text-14 tabular-nums text-ink2">{timesOf(cell, say)}</span>
    </>
  )
}
