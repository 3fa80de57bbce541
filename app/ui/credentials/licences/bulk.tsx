import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'
import { type Column, Table } from '~/ui/kit/table'

type Row = { line: number; name: string; kind: string | null; number: string; faults: { field: string | null; key: string }[] }

/** Every row with its result. All of them can be entered, or none is. */
export function BulkResult({ rows, isReady, text }: { rows: Row[]; isReady: boolean; text: string }) {
  const { t } = useTranslation('licences')
  const wrong = rows.filter(({ faults }) => faults.length > 0).length
  const columns: Column<Row>[] = [
    { key: 'line', head: t('bulk.line'), cell: ({ line }) => t('bulk.lineNumber', { line }), isBare: true },
    { key: 'person', head: t('bulk.column.person'), cell: ({ name }) => name },
    { key: 'number', head: t('bulk.column.number'), cell: ({ number }) => <span className="break-all tabular-nums">{number}</span> },
    { key: 'result', head: t('bulk.result'), cell: (row) => <Result row={row} /> },
  ]
  return (
    <section aria-labelledby="result" className="mt-6">
      <h2 id="result" className={`text-18 ${isReady ? '' : 'text-vermilion'}`} role={isReady ? 'status' : 'alert'}>
        {t(isReady ? 'bulk.ready' : 'bulk.notReady', { count: rows.length, wrong })}
      </h2>
      <Table caption={t('bulk.result')} columns={columns} rows={rows} rowKey={({ line }) => String(line)} />
      {isReady && (
        <form method="post" className="mt-6">
          <input type="hidden" name="rows" value={text} />
          <Button weight="primary" name="intent" value="confirm" className="w-full sm:w-auto">
            {t('bulk.confirm', { count: rows.length })}
          </Button>
        </form>
      )}
    </section>
  )
}

function Result({ row }: { row: Row }) {
  const { t } = useTranslation('licences')
  if (row.faults.length === 0)
    return (
      <span className="inline-flex items-center gap-2 text-met">
        <Icon name="met" /> {t('bulk.fine')}
      </span>
    )
  return (
    <ul className="text-vermilion">
      {row.faults.map(({ field, key }) => (
        <li key={`${field} ${key}`}>{field === null ? t(key) : t('bulk.fault', { field: t(`bulk.column.${field}`), why: t(key) })}</li>
      ))}
    </ul>
  )
}

type Facts = {
  kinds: { id: string; name: string }[]
  columns: string[]
  most: number
  text: string
  fault: string | null
  isAgain: boolean
}

/** A list as it is copied from a spreadsheet. */
export function BulkForm({ kinds, columns, most, text, fault, isAgain }: Facts) {
  const { t } = useTranslation('licences')
  return (
    <form method="post" className="mt-8">
      <p className="max-w-measure text-ink2">{t('bulk.lead', { most })}</p>
      <p className="mt-3 max-w-measure">
        {t('bulk.columns', { list: columns.map((column) => t(`bulk.column.${column}`)).join(t('bulk.and')) })}
      </p>
      <p className="mt-1 max-w-measure text-ink2">{t('bulk.kinds', { list: kinds.map(({ name }) => name).join(t('bulk.and')) })}</p>
      <label htmlFor="rows" className="mt-5 block font-semibold">
        {t('bulk.rows')}
      </label>
      {fault !== null && (
        <p id="rows-error" role="alert" className="text-vermilion">
          {t(`bulk.${fault}`, { most })}
        </p>
      )}
      <textarea
        id="rows"
        name="rows"
        rows={10}
        required
        defaultValue={text}
        aria-describedby={fault === null ? undefined : 'rows-error'}
        className="mt-1 mb-5 block w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
      />
      <Button weight={isAgain ? 'plain' : 'primary'} name="intent" value="check">
        {t('bulk.check')}
      </Button>
    </form>
  )
}
