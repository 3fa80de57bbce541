import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { RegisterFrame } from './register-frame'
import { addresses, fields, type RegisterPage, type RegisterRow } from './registers'

/** One register: how many stand in it, the question, the list. */
export function RegisterView({ page }: { page: RegisterPage }) {
  const { t } = useTranslation('training')
  const { register, current, filter, total, bases } = page
  const columns = useColumns(page)
  const here = addresses[register]
  const without = bases.filter(({ count }) => count === 0)
  return (
    <RegisterFrame register={register} done={page.done}>
      <p className="text-ink2">{t(`tab.${register}`)}</p>
      <h1 className={`mt-1 ${without.length > 0 ? 'text-due' : ''}`}>
        {without.length > 0 ? t('without', { count: without.length }) : t(`head.${register}`, { count: current })}
      </h1>
      <p className="mt-2 max-w-measure text-ink2">{t(`lead.${register}`)}</p>
      <p className="no-print mt-4">
        <LinkButton href={`${here}/new${filter.place === '' ? '' : `?place=${filter.place}`}`} weight="primary">
          {t(`add.${register}`)}
        </LinkButton>
      </p>
      {register === 'base' && <BasesByPlace bases={bases} />}
      <Filter page={page} />
      {total === 0 ? (
        <Empty title={t(filter.isOn ? 'noneFound' : 'none')}>{t(filter.isOn ? 'noneFoundWhat' : `noneWhat.${register}`)}</Empty>
      ) : (
        <>
          <p className="no-print text-ink2">
            {t('shown', { count: total })}{' '}
            <a href={`${here}.xlsx?${filter.search}`} className="ml-2 inline-flex min-h-touch items-center">
              {t('xlsx')}
            </a>
          </p>
          <div className="mt-2">
            <Table caption={t(`tab.${register}`)} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
          </div>
        </>
      )}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
    </RegisterFrame>
  )
}

function useColumns({ register }: RegisterPage): Column<RegisterRow>[] {
  const { t } = useTranslation('training')
  const locale = useLocale()
  const name: Column<RegisterRow> = {
    key: 'name',
    head: t(`field.${register}.name`),
    cell: ({ id, cells, place, end }) => (
      <span className="block text-left">
        <a href={`${addresses[register]}/${id}`} className="inline-flex min-h-touch items-center sm:inline">
          {cells.name}
        </a>
        <span className="block text-14 font-normal text-ink2">{place}</span>
        {end !== null && (
          <span className="block text-14 font-normal text-ink2">
            {t('endedOn', { day: dayText(end.lastDay, locale), reason: end.reason })}
          </span>
        )}
      </span>
    ),
  }
  const others = fields[register].filter((one) => one.name !== 'name' && !(register === 'trainer' && one.name === 'provider'))
  return [
    name,
    ...others.map(
      ({ name: key, kind }): Column<RegisterRow> => ({
        key,
        head: t(`field.${register}.${key}`),
        cell: (row) => {
          if (key === 'results') return <Results row={row} />
          const text = row.cells[key] ?? ''
          if (text === '') return ''
          if (kind === 'day') return <span className="whitespace-nowrap">{dayText(text, locale)}</span>
          if (kind === 'kind' || kind === 'level') return t(kind === 'level' ? `level.${text}` : `kind.${register}.${text}`)
          return key === 'office' && row.cells.provider ? `${text} · ${row.cells.provider}` : text
        },
      }),
    ),
  ]
}

function Results({ row: { results } }: { row: RegisterRow }) {
  const { t } = useTranslation('training')
  if (results.length === 0) return <span className="text-ink2">{t('noResults')}</span>
  return (
    <ul>
      {results.map(({ award, who, of }) => (
        <li key={`${award} ${who} ${of}`}>
          {award} · {who}
          {of !== '' && ` · ${of}`}
        </li>
      ))}
    </ul>
  )
}

/** Whether each county and street has a training base of its own. */
function BasesByPlace({ bases }: { bases: RegisterPage['bases'] }) {
  const { t } = useTranslation('training')
  return (
    <section className="mt-8" aria-labelledby="by-place">
      <h2 id="by-place">{t('byPlace')}</h2>
      <p className="mt-1 max-w-measure text-14 text-ink2">{t('byPlaceWhy')}</p>
      <ul className="mt-2 max-w-measure border-t border-line">
        {bases.map(({ id, name, count }) => (
          <li key={id} className="flex min-h-touch flex-wrap items-center justify-between gap-x-4 border-b border-line py-1">
            <span>{name}</span>
            {count > 0 ? (
              <span>{t('baseCount', { count })}</span>
            ) : (
              <span className="text-due">
                {t('baseMissing')}{' '}
                <a href={`/street/bases/new?place=${id}`} className="no-print ml-2 inline-flex min-h-touch items-center">
                  {t('add.base')}
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filter({ page: { filter, places, years } }: { page: RegisterPage }) {
  const { t } = useTranslation('training')
  const any = t('any')
  return (
    <form method="get" className="no-print mt-6 grid grid-cols-2 items-end gap-x-4 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
      <Field name="q" label={t('search')} value={filter.q} maxLength={60} autoComplete="off" />
      <Select name="place" label={t('place')} options={places} empty={any} value={filter.place} />
      {years.length > 0 && <Select name="year" label={t('year')} options={years} empty={any} value={filter.year} />}
      <Select
        name="state"
        label={t('state')}
        options={[{ value: 'all', label: t('all') }]}
        empty={t('inForce')}
        value={filter.isAll ? 'all' : ''}
      />
      <Button className="mb-5">{t('show')}</Button>
    </form>
  )
}
