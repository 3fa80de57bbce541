import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { type Column, Table } from '~/ui/kit/table'
import { Part } from '~/ui/org/facts'
import type { GapShown } from './shown'
import { useLength, useSpan } from './spans'

type Row = {
  id: string
  name: string
  unitId: string
  unitName: string
  place: string
  minutes: number
  needed: number
  next: GapShown | null
}
type Page = { rows: Row[]; unregistered: { id: string; name: string; place: string }[] }

/** Which control rooms of the supervisor's units have hours without cover in the next seven days; short ones first, otherwise by place. */
export function StreetWatchView({ page }: { page: Page }) {
  const { t } = useTranslation('watch')
  const length = useLength()
  const span = useSpan()
  const short = page.rows.filter(({ minutes }) => minutes > 0).length
  const title =
    page.rows.length === 0 ? t('street.none') : t(short > 0 ? 'street.short' : 'street.covered', { n: short, of: page.rows.length })
  const columns: Column<Row>[] = [
    {
      key: 'room',
      head: t('street.room'),
      cell: (row) => (
        <a href={`/units/${row.unitId}/rooms/${row.id}`}>
          {row.unitName} · {row.name}
        </a>
      ),
    },
    { key: 'place', head: t('street.place'), cell: (row) => row.place },
    {
      key: 'hours',
      head: t('street.hours'),
      cell: (row) => (
        <span className={`inline-flex items-center gap-2 ${row.minutes > 0 ? 'text-vermilion' : 'text-met'}`}>
          <Icon name={row.minutes > 0 ? 'overdue' : 'met'} />
          {row.minutes > 0 ? length(row.minutes) : t('street.all')}
        </span>
      ),
    },
    {
      key: 'next',
      head: t('street.next'),
      cell: (row) => (row.next === null ? '–' : t('street.gap', { span: span(row.next), fit: row.next.fit, needed: row.next.needed })),
    },
  ]
  return (
    <>
      <p className="text-ink2">
        <a href="/street">{t('street.back')}</a>
      </p>
      <h1 className={`mt-1 ${short > 0 ? 'text-vermilion' : ''}`}>{title}</h1>
      <p className="mt-3 max-w-measure text-ink2">{t('street.text')}</p>
      {page.rows.length === 0 ? (
        <Empty title={t('street.noneTitle')}>{t('street.noneText')}</Empty>
      ) : (
        <div className="mt-6">
          <Table caption={t('street.title')} columns={columns} rows={page.rows} rowKey={(row) => row.id} />
        </div>
      )}
      {page.unregistered.length > 0 && (
        <Part title={t('street.unregistered', { n: page.unregistered.length })}>
          <p className="max-w-measure py-2 text-ink2">{t('street.unregisteredText')}</p>
          <ul>
            {page.unregistered.map(({ id, name, place }) => (
              <li key={id}>
                <a href={`/street/units/${id}`} className="inline-flex min-h-touch items-center">
                  {name}
                </a>{' '}
                <span className="text-ink2">{place}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}
