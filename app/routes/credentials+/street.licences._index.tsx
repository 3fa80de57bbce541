import { useLoaderData } from '@remix-run/react'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LicenceFilters, LicenceTable } from '~/ui/credentials/licences/licence-table'
import { Empty } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { listed, shownRows, streetRows } from './licence-list.server'

export const loader = serve('supervisor', (ctx, { request }) => {
  const { onPage, facts } = listed(ctx, request, streetRows(ctx, actorScope(ctx, 'supervise')))
  return { rows: shownRows(ctx, onPage, false), list: facts }
})

export const handle = titled<typeof loader>((t) => t('licences:street.title'))

export default function StreetLicences() {
  const { rows, list } = useLoaderData<typeof loader>()
  const { t } = useTranslation('licences')
  const { all = 0, unchecked = 0, due90: due = 0, recheck = 0, expired = 0 } = list.counts
  const parts = Object.entries({ unchecked, recheck, due, expired }).flatMap(([part, n]) =>
    n > 0 ? [t(`street.parts.${part}`, { n })] : [],
  )
  return (
    <>
      <p className="no-print mb-2">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('frame.back', { to: t('street.back') })}
        </a>
      </p>
      <h1>{parts.length === 0 ? t('street.quiet') : parts.join(t('street.parts.join'))}</h1>
      <p className="mt-3 max-w-measure text-ink2">{t('street.lead')}</p>
      <LicenceFilters list={list} withUnit />
      {rows.length === 0 ? (
        <Empty title={t(all === 0 ? 'street.empty' : 'list.noMatch')}>
          <p>{t(all === 0 ? 'street.emptyText' : 'list.noMatchText')}</p>
        </Empty>
      ) : (
        <LicenceTable rows={rows} list={list} hrefOf={({ view }) => `/street/licences/${view.id}`} withUnit />
      )}
    </>
  )
}
