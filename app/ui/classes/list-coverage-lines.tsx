import type { LineState } from '~/domain/classes/list-line'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon, type IconName } from '~/ui/kit/icons'
import { type Column, Table } from '~/ui/kit/table'
import type { CoverageRow, LineGroup } from './list-coverage'
import { useLineWords } from './list-coverage-words'

export const lineLooks: Record<LineState, { icon: IconName; tone: string }> = {
  missing: { icon: 'overdue', tone: 'text-vermilion' },
  gone: { icon: 'due', tone: 'text-due' },
  deputy: { icon: 'met', tone: 'text-met' },
  successor: { icon: 'met', tone: 'text-met' },
  covered: { icon: 'met', tone: 'text-met' },
  excused: { icon: 'waived', tone: 'text-ink2' },
  left: { icon: 'none', tone: 'text-ink2' },
}

/** The lines that stand alike, each with what is known of it. */
export function ListCoverageLines({ group, binds, mayAsk = false }: { group: LineGroup; binds: 'unit' | 'person'; mayAsk?: boolean }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  const { icon, tone } = lineLooks[group.state]
  const columns: Column<CoverageRow>[] = [
    {
      key: 'name',
      head: t(`col.${binds}`),
      cell: (row) => (
        <span className="block text-left">
          <a href={`/street/classes/${row.programmeId}/coverage/${row.id}`} className="inline-flex min-h-touch items-center sm:inline">
            {row.name}
          </a>
          <span className="block text-14 font-normal text-ink2">
            {[row.unit, row.street === row.place ? null : row.street, row.place, row.sector].filter((word) => word !== null).join(' · ')}
          </span>
        </span>
      ),
    },
    { key: 'stands', head: t('col.stands'), isBare: true, cell: (row) => <Stands row={row} mayAsk={mayAsk && row.state === 'missing'} /> },
    {
      key: 'why',
      head: t('col.why'),
      cell: ({ from, why }) => (
        <span className="block text-14 text-ink2">
          {t('line.listed', { day: dayText(from, locale) })}
          <span className="block">{why}</span>
        </span>
      ),
    },
  ]
  return (
    <section aria-labelledby={`is-${group.state}`} className="mt-8">
      <h2 id={`is-${group.state}`} className={`flex items-center gap-2 ${tone}`}>
        <Icon name={icon} />
        {t(`state.${group.state}`)} <span className="tabular-nums">{group.count}</span>
      </h2>
      {(group.state === 'gone' || group.state === 'successor') && (
        <p className="mt-1 max-w-measure text-ink2">{t(`nextStep.${group.state}`)}</p>
      )}
      <div className="mt-2">
        <Table caption={t(`state.${group.state}`)} columns={columns} rows={group.rows} rowKey={({ id }) => id} />
      </div>
    </section>
  )
}

function Stands({ row, mayAsk }: { row: CoverageRow; mayAsk: boolean }) {
  const { t } = useTranslation('classcover')
  const [first, ...more] = useLineWords()(row)
  return (
    <span className="block text-left">
      {first}
      {more.map((words) => (
        <span key={words} className="block text-14 text-ink2">
          {words}
        </span>
      ))}
      {mayAsk && row.holds === null && (
        <a
          href={`/street/classes/${row.programmeId}/make-up?member=${row.id}`}
          className="no-print inline-flex min-h-touch items-center text-14 sm:inline"
        >
          {t('makeUp.one')}
        </a>
      )}
    </span>
  )
}
