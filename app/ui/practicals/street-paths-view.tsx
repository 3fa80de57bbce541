import { Form } from '@remix-run/react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { type Column, Table } from '~/ui/kit/table'
import type { PathShown, StreetPaths, UnitCounts } from './path'
import { PathRow } from './path-row'

const kinds = ['all', 'complete', 'person', 'manager', 'observer'] as const

/** How many are on their way to a post at each unit, who acts next, and who waits longest. */
export function StreetPathsView({ page }: { page: StreetPaths }) {
  const { t } = useTranslation('practicals')
  const { units, total, longest, chosen, filter, paths } = page
  if (chosen !== null) return <Chosen name={chosen.name} rows={chosen.rows} path={filter.path} />
  const columns: Column<UnitCounts>[] = [
    {
      key: 'unit',
      head: t('street.unit'),
      cell: ({ id, name, place }) => (
        <>
          <a href={`/street/units/${id}`}>{name}</a> <span className="text-14 text-ink2">{place}</span>
        </>
      ),
    },
    ...kinds.map((kind) => ({
      key: kind,
      head: t(`street.${kind}`),
      numeric: true,
      cell: (row: UnitCounts) => (kind === 'all' ? <Pick row={row} path={filter.path} /> : row[kind]),
    })),
  ]
  const sum: UnitCounts = { id: 'total', name: t('street.total'), place: '', ...total }
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('street.home')}
        </a>
      </p>
      <h1>{total.all === 0 ? t('street.title') : t('street.answer', { open: total.all - total.complete, all: total.all })}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('street.what')}</p>
      <Form method="get" className="no-print mt-6 flex flex-wrap items-end gap-x-4">
        <div className="grow sm:max-w-xs">
          <Select name="path" label={t('filter.path')} options={[...paths]} empty={t('filter.any')} value={filter.path} />
        </div>
        <Button className="mb-5">{t('filter.show')}</Button>
      </Form>
      {units.length === 0 ? (
        <Empty title={t('street.none')} />
      ) : (
        <>
          <Table caption={t('street.units')} columns={columns} rows={units} rowKey={({ id }) => id} />
          <p className="mt-3 font-semibold">
            {sum.name}: {kinds.map((kind) => `${t(`street.${kind}`)} ${sum[kind]}`).join(' · ')}
          </p>
        </>
      )}
      {longest.length > 0 && <Longest rows={longest} />}
    </>
  )
}

function Pick({ row: { id, name, all }, path }: { row: UnitCounts; path: string }) {
  const { t } = useTranslation('practicals')
  return (
    <a
      href={`/street/paths?${new URLSearchParams({ unit: id, ...(path === '' ? {} : { path }) })}`}
      aria-label={`${all}: ${t('street.pick', { unit: name })}`}
      className="-my-2.5 inline-flex min-h-touch items-center"
    >
      {all}
    </a>
  )
}

/** One unit's people, each with where it stands. */
function Chosen({ name, rows, path }: { name: string; rows: readonly PathShown[]; path: string }) {
  const { t } = useTranslation('practicals')
  return (
    <>
      <p>
        <a href={path === '' ? '/street/paths' : `/street/paths?path=${path}`} className="inline-flex min-h-touch items-center">
          {t('street.back')}
        </a>
      </p>
      <p className="text-ink2">{name}</p>
      <h1 className="mt-1">{t('street.people', { count: rows.length })}</h1>
      <ul className="mt-4">
        {rows.map((row) => (
          <PathRow key={row.postId} row={row} href={`/street/units/${row.unit.id}/people/${row.person.id}`} />
        ))}
      </ul>
    </>
  )
}

function Longest({ rows }: { rows: readonly PathShown[] }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  return (
    <section className="mt-10">
      <h2>{t('street.longest')}</h2>
      <ul className="mt-2">
        {rows.map(({ postId, person, unit, position, next, since, waitedDays }) => (
          <li key={postId} className="border-t border-line py-3">
            <p>
              <a href={`/street/units/${unit.id}/people/${person.id}`} className="font-semibold">
                {person.name}
              </a>{' '}
              <span className="text-ink2">
                {position} · {unit.name}
              </span>
            </p>
            {next !== null && (
              <p>
                {t('path.nextIs', { title: next.title })} <span className="text-ink2">{t(`path.acts.${next.acts}`)}</span>
              </p>
            )}
            {since !== null && waitedDays !== null && (
              <p className="text-ink2">{t('path.waited', { day: dayText(since, locale), count: waitedDays })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
