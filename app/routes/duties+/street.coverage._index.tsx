import { useLoaderData, useSearchParams } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { CoverageView, ExportRefused } from '~/ui/duties/coverage-view'
import { titled } from '~/ui/shell/title'
import { coverageFor } from './coverage-page.server'

const pageSize = 50

export const loader = serve('supervisor', (ctx, { request }) => coverageFor(ctx, request, pageSize))

export const handle = titled<typeof loader>((t) => t('duties:coverage.title'))

export default function StreetCoverage() {
  const coverage = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const [query] = useSearchParams()
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('coverage.back')}
        </a>
      </p>
      {query.get('refused') === 'rows' && <ExportRefused coverage={coverage} />}
      <p className="text-ink2">{t('coverage.title')}</p>
      <CoverageView coverage={coverage} />
    </>
  )
}
