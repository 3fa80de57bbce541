import type { ResultKind } from '~/domain/imports/line-result'
import { useTranslation } from '~/i18n/words'
import { type Column, Table } from '../kit/table'

/** rest: what its other cells say. notes: why the row comes to its result. */
export type ShownLine = { line: number; name: string; rest: string; kind: ResultKind; notes: readonly string[] }

const looks: Record<ResultKind, string> = {
  new: 'text-met font-semibold',
  changed: 'font-semibold',
  same: 'text-ink2',
  asks: 'text-due font-semibold',
  refused: 'text-vermilion font-semibold',
}

/** What each row would do. Rows that are wrong or ask lead to where they are put right, as long as the sheet is open. */
export function LineTable({ id, rows, isOpen, isUnits }: { id: string; rows: readonly ShownLine[]; isOpen: boolean; isUnits: boolean }) {
  const { t } = useTranslation('imports')
  const act = (kind: ResultKind): string => (kind === 'asks' ? t(isUnits ? 'result.answerUnit' : 'result.answer') : t('result.fix'))
  const columns: Column<ShownLine>[] = [
    {
      key: 'who',
      head: t('result.col.who'),
      cell: ({ name, rest }) => (
        <span className="break-words">
          <span className="font-semibold">{name || '–'}</span>
          {rest !== '' && <span className="block text-14 font-normal text-ink2">{rest}</span>}
        </span>
      ),
    },
    {
      key: 'line',
      head: t('result.col.line'),
      cell: ({ line }) => <span className="whitespace-nowrap">{t('result.line', { line })}</span>,
    },
    {
      key: 'what',
      head: t('result.col.what'),
      cell: ({ kind }) => <span className={`whitespace-nowrap ${looks[kind]}`}>{t(`is.${kind}`)}</span>,
    },
    {
      key: 'why',
      head: t('result.col.why'),
      isBare: true,
      cell: ({ line, kind, notes }) => (
        <span className="block max-w-measure break-words text-left">
          {notes.length === 0 && kind !== 'refused' && kind !== 'asks' && '–'}
          {notes.map((note) => (
            <span key={note} className="block">
              {note}
            </span>
          ))}
          {isOpen && (kind === 'asks' || kind === 'refused') && (
            <a href={`/imports/${id}/lines/${line}`} className="inline-flex min-h-touch items-center">
              {act(kind)}
            </a>
          )}
        </span>
      ),
    },
  ]
  return <Table caption={t('result.table')} columns={columns} rows={rows} rowKey={({ line }) => String(line)} />
}
