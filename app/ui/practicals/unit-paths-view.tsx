import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import type { PathsOfUnit } from './path'
import { PathRow } from './path-row'

/** Who stands where on the way to his post, and what the manager does next. */
export function UnitPathsView({ page }: { page: PathsOfUnit }) {
  const { t } = useTranslation('practicals')
  const { unit, rows, all, open, filter } = page
  const mine = rows.filter(({ next }) => next !== null && next.acts !== 'person').length
  return (
    <>
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mt-1">
        {all === 0 ? t('path.title') : open === 0 ? t('unitPath.allDone', { count: all }) : t('unitPath.open', { count: open, all })}
      </h1>
      {mine > 0 && <p className="mt-2 text-18">{t('unitPath.yours', { count: mine })}</p>}
      <p className="mt-2 max-w-measure text-ink2">{t('unitPath.law')}</p>
      {all === 0 ? (
        <Empty title={t('unitPath.none')}>{t('unitPath.noneWhat')}</Empty>
      ) : (
        <>
          <Filters page={page} />
          <p className="no-print mt-2 text-ink2">
            {t('unitPath.shown', { count: rows.length })}{' '}
            <a href={`/units/${unit.id}/paths.xlsx?${filter.search}`} className="inline-flex min-h-touch items-center">
              {t('unitPath.xlsx')}
            </a>
          </p>
          <ul className="mt-4">
            {rows.map((row) => (
              <PathRow key={row.postId} row={row} href={`/units/${unit.id}/people/${row.person.id}`} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Filters({ page: { filter, paths } }: { page: PathsOfUnit }) {
  const { t } = useTranslation('practicals')
  const any = t('filter.any')
  return (
    <Form method="get" className="no-print mt-6 grid items-end gap-x-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
      <Select name="path" label={t('filter.path')} options={[...paths]} empty={any} value={filter.path} />
      <Select
        name="acts"
        label={t('filter.acts')}
        options={['person', 'manager', 'observer'].map((value) => ({ value, label: t(`path.acts.${value}`) }))}
        empty={any}
        value={filter.acts}
      />
      <Select
        name="state"
        label={t('filter.state')}
        options={['open', 'complete'].map((value) => ({ value, label: t(`filter.${value}`) }))}
        empty={any}
        value={filter.state}
      />
      <Button className="mb-5">{t('filter.show')}</Button>
    </Form>
  )
}
