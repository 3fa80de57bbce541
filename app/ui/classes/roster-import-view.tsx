import type { RosterRow, RosterVerdict } from '~/domain/classes/roster'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import { type Column, Table } from '~/ui/kit/table'

type ShownRow = RosterRow & { kind: RosterVerdict['kind']; of: number }
/** What reading a sheet came to. sent: the rows to be sent again, '' where they cannot be written. */
export type ImportAnswer = { refused: string | null; values: Record<string, string | number>; rows: ShownRow[]; sent: string }
export type ImportPage = { id: string; title: string; binds: 'unit' | 'person'; isFrozen: boolean; most: number; done: number | null }

/** Adds units, or persons, to a list from a sheet: reads it, says what each row would do, and writes after one confirmation. */
export function RosterImportView({ page, answer }: { page: ImportPage; answer: ImportAnswer | undefined }) {
  const { t } = useTranslation('classcover')
  const { id, title, binds, isFrozen, most, done } = page
  return (
    <>
      <p className="no-print">
        <a href={`/street/classes/${id}`} className="inline-flex min-h-touch items-center">
          {t('import.back')}
        </a>
      </p>
      <p className="text-ink2">{title}</p>
      <h1 className="mt-1">{t('import.title')}</h1>
      {done !== null && answer === undefined && (
        <div className="mt-4">
          <Notice kind="done" title={t('import.done', { count: done })} live />
        </div>
      )}
      <p className="mt-3 max-w-measure">{t(`import.lead.${binds}`)}</p>
      <p className="mt-2 max-w-measure font-semibold">{t(isFrozen ? 'import.frozen' : 'import.review')}</p>
      {answer !== undefined && <Result answer={answer} />}
      <form method="post" encType="multipart/form-data" className="mt-8 max-w-md">
        <label htmlFor="file" className="font-semibold">
          {t('import.file')}
        </label>
        <p id="file-hint" className="text-14 text-ink2">
          {t('import.fileHint', { most })}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="file-hint"
          className="mb-5 mt-1 block min-h-touch w-full"
        />
        <Button weight={answer?.sent ? 'plain' : 'primary'}>{t('import.try')}</Button>
      </form>
      <p className="mt-8">
        <LinkButton href={`/street/classes/${id}/list.xlsx`}>{t('import.template')}</LinkButton>
      </p>
    </>
  )
}

function Result({ answer: { refused, values, rows, sent } }: { answer: ImportAnswer }) {
  const { t } = useTranslation('classcover')
  const [add, already] = [rows.filter(({ kind }) => kind === 'add').length, rows.filter(({ kind }) => kind === 'already').length]
  const faults = rows.length - add - already
  return (
    <section aria-labelledby="result" className="mt-6">
      <div role="alert">
        {refused !== null && <Notice kind="stop" title={t(refused.replace('classcover:', ''), values)} />}
        {rows.length > 0 && <h2 id="result">{t('import.result', { add, already, faults })}</h2>}
      </div>
      {faults > 0 && <p className="mt-1 max-w-measure">{t('import.fix')}</p>}
      {faults === 0 && rows.length > 0 && add === 0 && <p className="mt-1">{t('import.nothing')}</p>}
      {sent !== '' && (
        <form method="post" className="mt-4">
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="rows" value={sent} />
          <Button weight="primary">{t('import.confirm', { count: add })}</Button>
        </form>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
    </section>
  )
}

/** Faults first, in the order of the sheet. */
function Rows({ rows }: { rows: readonly ShownRow[] }) {
  const { t } = useTranslation('classcover')
  const rank = ({ kind }: Pick<ShownRow, 'kind'>): number => (kind === 'already' ? 2 : kind === 'add' ? 1 : 0)
  const columns: Column<ShownRow>[] = [
    {
      key: 'unit',
      head: t('import.col.whom'),
      cell: ({ name, code, person, phone }) => [person, phone, name, code].filter(Boolean).join(' · ') || '–',
    },
    { key: 'line', head: t('import.col.line'), cell: ({ line }) => line },
    {
      key: 'what',
      head: t('import.col.what'),
      cell: ({ kind, of }) => <span className={rank({ kind }) === 0 ? 'text-vermilion' : ''}>{t(`import.row.${kind}`, { line: of })}</span>,
    },
    { key: 'reason', head: t('import.col.reason'), cell: ({ reason }) => reason || '–' },
  ]
  return (
    <div className="mt-4">
      <Table
        caption={t('import.title')}
        columns={columns}
        rows={[...rows].sort((one, other) => rank(one) - rank(other) || one.line - other.line)}
        rowKey={({ line }) => String(line)}
      />
    </div>
  )
}
