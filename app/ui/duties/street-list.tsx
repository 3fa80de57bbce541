import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import type { Street, StreetRow } from './street'

/** Who may not work today in the supervisor's units: the answer, totals that add up, then unit by unit, by place. `children`: what else matters today. */
export function StreetList({ street, children }: { street: Street; children?: ReactNode }) {
  const { t } = useTranslation('duties')
  const columns = useColumns()
  const { filter, blocked, units } = street
  if (units === 0 && !filter.isOn) return <Empty title={t('street.nothingTitle')}>{t('street.nothing')}</Empty>
  if (units === 0)
    return (
      <>
        <h1 className="mt-1">{t('street.noneTitle')}</h1>
        <p className="mt-3 text-ink2">{t('street.none')}</p>
        <StreetFilter street={street} />
      </>
    )
  return (
    <>
      <h1 className={`mt-1 ${blocked > 0 ? 'text-vermilion' : ''}`}>
        {t(blocked > 0 ? 'street.answer' : 'street.answerNone', { units, n: blocked })}
      </h1>
      <p className="mt-3">{t('street.sum', street)}</p>
      {blocked > 0 && !filter.only && (
        <p className="no-print mt-1">
          <a href={`?${filter.search}${filter.search && '&'}only=1`} className="inline-flex min-h-touch items-center">
            {t('street.onlyThese', { n: street.blockedUnits })}
          </a>
        </p>
      )}
      {children}
      <StreetFilter street={street} />
      {street.rows.length === 0 ? (
        <Empty title={t('street.noneTitle')}>{t('street.none')}</Empty>
      ) : (
        <section aria-labelledby="units">
          <h2 id="units" className="mb-2 text-18">
            {t('street.list')}
          </h2>
          <Table caption={t('street.list')} columns={columns} rows={street.rows} rowKey={(row) => row.id} />
        </section>
      )}
      {street.pages > 1 && <Pager page={street.page} pages={street.pages} total={street.listed} search={filter.search} />}
    </>
  )
}

function useColumns(): Column<StreetRow>[] {
  const { t } = useTranslation('duties')
  return [
    {
      key: 'unit',
      head: t('street.unit'),
      cell: (row) => (
        <a href={`/street/units/${row.id}`} className="inline-block font-semibold">
          {row.name}
        </a>
      ),
    },
    { key: 'place', head: t('street.where'), cell: (row) => row.place },
    { key: 'count', head: t('street.blockedOf'), cell: (row) => <Count row={row} />, numeric: true },
    { key: 'names', head: t('street.names'), cell: (row) => <Names row={row} /> },
  ]
}

function Count({ row }: { row: StreetRow }) {
  return (
    <span className="whitespace-nowrap">
      <span className={row.blocked > 0 ? 'font-semibold text-vermilion' : ''}>{row.blocked}</span> / {row.inPost}
    </span>
  )
}

function Names({ row }: { row: StreetRow }) {
  const { t } = useTranslation('duties')
  const rest = row.blocked - row.names.length
  const quiet = row.inPost === 0 ? 'street.nobodyInPost' : 'street.nobody'
  return (
    <div className="text-left">
      {row.blocked === 0 && (
        <p className={`inline-flex items-center gap-2 ${row.inPost === 0 ? 'text-ink2' : 'text-met'}`}>
          <Icon name={row.inPost === 0 ? 'none' : 'met'} />
          {t(quiet)}
        </p>
      )}
      <ul>
        {row.names.map(({ postId, name, position, because }) => (
          <li key={postId}>
            <a href={`/street/units/${row.id}?name=${encodeURIComponent(name)}`} className="inline-block py-2.5 sm:py-0">
              {name}
            </a>
            {t('street.name', { position, because: because.join(t('street.join')) })}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p>
          <a href={`/street/units/${row.id}`}>{t('street.more', { n: rest })}</a>
        </p>
      )}
      {row.soon > 0 && (
        <p>
          <a href={`/street/units/${row.id}#group-soon`} className="inline-block py-2.5 text-ink2 sm:py-0">
            {t('street.soon', { n: row.soon })}
          </a>
        </p>
      )}
      {row.overdue > 0 && (
        <p>
          <a href={`/street/units/${row.id}#group-overdue`} className="inline-block py-2.5 text-ink2 sm:py-0">
            {t('street.overdue', { n: row.overdue })}
          </a>
        </p>
      )}
    </div>
  )
}

function StreetFilter({ street }: { street: Street }) {
  const { t } = useTranslation('duties')
  const { filter } = street
  const ranges = [{ value: '1', label: t('street.only') }]
  return (
    <div className="no-print mt-6">
      <form method="get">
        <div className="grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto]">
          <Field name="name" label={t('street.search')} type="search" value={filter.name} maxLength={60} autoComplete="off" />
          <Select name="place" label={t('street.place')} value={filter.place} options={street.places} empty={t('street.anyPlace')} />
          <div className="mb-5 flex items-end gap-6">
            <Button>{t('unit.filter')}</Button>
            {filter.isOn && (
              <a href="?" className="inline-flex min-h-touch items-center">
                {t('unit.clear')}
              </a>
            )}
          </div>
        </div>
        <details open={filter.sector !== '' || filter.trait !== '' || filter.only} className="mb-4">
          <summary className="inline-flex min-h-touch cursor-pointer items-center underline underline-offset-4">
            {t('street.moreFilters')}
          </summary>
          <div className="grid grid-cols-1 gap-x-4 pt-2 sm:grid-cols-3">
            <Select name="sector" label={t('street.sector')} value={filter.sector} options={street.sectors} empty={t('street.anySector')} />
            <Select name="trait" label={t('street.trait')} value={filter.trait} options={street.traits} empty={t('street.anyTrait')} />
            <Select name="only" label={t('street.show')} value={filter.only ? '1' : ''} options={ranges} empty={t('street.all')} />
          </div>
        </details>
      </form>
      {street.listed > 0 && <p className="mb-4 text-ink2">{t('street.listed', { n: street.listed })}</p>}
    </div>
  )
}
