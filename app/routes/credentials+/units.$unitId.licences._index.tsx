import { useLoaderData } from '@remix-run/react'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LicenceFilters, LicenceTable } from '~/ui/credentials/licences/licence-table'
import { WithoutLicence } from '~/ui/credentials/licences/without-licence'
import { LinkButton } from '~/ui/kit/button'
import { Empty, Notice } from '~/ui/kit/notice'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { listed, shownRows, unitRows, withoutLicence } from './licence-list.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const all = unitRows(ctx, scope, unit.id)
  const { onPage, facts } = listed(ctx, request, all)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    rows: shownRows(ctx, onPage, false),
    list: facts,
    missing: withoutLicence(ctx, scope, unit.id, all),
    entered: Number(readQuery(request).text('entered')) || 0,
  }
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('licences:unit.title')} · ${unit.name}`)

export default function UnitLicences() {
  const { unit, rows, list, missing, entered } = useLoaderData<typeof loader>()
  const { t } = useTranslation('licences')
  const total = list.counts.all ?? 0
  return (
    <>
      {entered > 0 && (
        <Notice kind="done" live>
          {t('bulk.done', { count: entered })}
        </Notice>
      )}
      <UnitFrame unit={unit} title={t(missing.length === 0 ? 'unit.allHeld' : 'unit.missing', { count: missing.length })} here="licences">
        <WithoutLicence people={missing} unitId={unit.id} />
        <p className="no-print mt-6 flex flex-wrap gap-3">
          <LinkButton href={`/units/${unit.id}/licences/new`} weight="primary">
            {t('unit.enter')}
          </LinkButton>
          <LinkButton href={`/units/${unit.id}/licences/bulk`}>{t('unit.bulk')}</LinkButton>
          <LinkButton href={`/imports?kind=licences&unit=${unit.id}`}>{t('imports:link.licences')}</LinkButton>
          {total > 0 && <LinkButton href={`/units/${unit.id}/licences.xlsx?${list.search}`}>{t('list.export')}</LinkButton>}
        </p>
        <LicenceFilters list={list} withUnit={false} />
        {rows.length === 0 ? (
          <Empty title={t(total === 0 ? 'list.empty' : 'list.noMatch')}>
            <p>{t(total === 0 ? 'list.emptyText' : 'list.noMatchText')}</p>
          </Empty>
        ) : (
          <LicenceTable rows={rows} list={list} hrefOf={({ view }) => `/units/${unit.id}/licences/${view.id}`} withUnit={false} />
        )}
      </UnitFrame>
    </>
  )
}
