import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { type Column, Table } from '~/ui/kit/table'
import { useLocale } from './use-locale'

type Row = { id: string; title: string; of: string; binds: string[]; on: { id: string; name: string; from: string }[] }
type Chosen = { q: string; state: string }

/** The duties that places may switch on, and where they are on. */
export function AdoptableList({ duties, chosen }: { duties: Row[]; chosen: Chosen }) {
  const { t } = useTranslation('duties')
  const columns: Column<Row>[] = [
    {
      key: 'duty',
      head: t('adopt.duty'),
      cell: (row) => (
        <>
          <a href={`/admin/duties/${row.id}`} className="inline-block font-semibold sm:min-w-56">
            {row.title}
          </a>
          <span className="block text-14 font-normal text-ink2">{row.of}</span>
        </>
      ),
    },
    {
      key: 'binds',
      head: t('adopt.binds'),
      cell: (row) => (row.binds.length === 0 ? t('adopt.everyone') : row.binds.join(t('adopt.join'))),
    },
    { key: 'on', head: t('adopt.where'), cell: (row) => <Where row={row} /> },
  ]
  return (
    <>
      <Filters chosen={chosen} />
      {duties.length === 0 ? (
        <Empty title={t('adopt.noneTitle')}>{t('adopt.none')}</Empty>
      ) : (
        <Table caption={t('adopt.title')} columns={columns} rows={duties} rowKey={(row) => row.id} />
      )}
    </>
  )
}

function Where({ row }: { row: Row }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (row.on.length === 0) return <span className="text-ink2">{t('adopt.off')}</span>
  return (
    <ul>
      {row.on.map(({ id, name, from }) => (
        <li key={id} className="sm:min-w-40">
          {t('adopt.since', { name, day: dayText(from, locale) })}
        </li>
      ))}
    </ul>
  )
}

function Filters({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('duties')
  const states = [
    { value: 'on', label: t('adopt.state.on') },
    { value: 'off', label: t('adopt.state.off') },
  ]
  return (
    <form method="get" className="no-print grid items-end gap-x-4 sm:grid-cols-[1fr_1fr_auto]">
      <Field name="q" label={t('adopt.search')} type="search" value={chosen.q} maxLength={60} autoComplete="off" />
      <Select name="state" label={t('adopt.show')} value={chosen.state} options={states} empty={t('adopt.state.all')} />
      <div className="mb-5 flex items-end gap-6">
        <Button>{t('unit.filter')}</Button>
        {(chosen.q !== '' || chosen.state !== '') && (
          <a href="?" className="inline-flex min-h-touch items-center">
            {t('unit.clear')}
          </a>
        )}
      </div>
    </form>
  )
}
