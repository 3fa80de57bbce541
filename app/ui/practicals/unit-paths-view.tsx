import { Form } from '@remix-run/react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import type { PathShown, PathsOfUnit } from './path'
import { PathSteps } from './path-steps'

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
              <Row key={row.postId} row={row} unitId={unit.id} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Row({ row, unitId }: { row: PathShown; unitId: string }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const { person, position, next, since, waitedDays, done, steps, mayWork } = row
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="text-18">
          <a href={`/units/${unitId}/people/${person.id}`} className="font-semibold">
            {person.name}
          </a>{' '}
          <span className="text-16 text-ink2">{position}</span>
        </p>
        <p className={mayWork ? 'text-met' : 'text-vermilion'}>{t(mayWork ? 'path.cleared.yes' : 'path.cleared.no')}</p>
      </div>
      {next === null ? (
        <p className="text-met">{t('path.complete')}</p>
      ) : (
        <>
          <p>
            <span className="font-semibold">{t('path.nextIs', { title: next.title })}</span> {next.next}
            {next.href !== null && (
              <a href={next.href} className="ml-3 inline-flex min-h-touch items-center">
                {t('path.go')}
              </a>
            )}
          </p>
          <p className="text-ink2">
            {t(`path.acts.${next.acts}`)}
            {since !== null && waitedDays !== null && ` · ${t('path.waited', { day: dayText(since, locale), count: waitedDays })}`}
          </p>
        </>
      )}
      <details>
        <summary className="opens inline-flex min-h-touch items-center text-ink2">{t('path.progress', { done, of: steps.length })}</summary>
        <PathSteps path={row} />
      </details>
    </li>
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
