import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { serve } from '~/http/serve.server'
import { YearsCoverageView } from '~/ui/classes/years-coverage-view'
import { titled } from '~/ui/shell/title'
import { yearsCoverage } from './years-coverage.server'

const pageSize = 50

export const loader = serve('supervisor', (ctx, { request }) =>
  yearsCoverage(ctx, request, [...catalogue().vocabulary.sectors.keys()], pageSize),
)

export const handle = titled<typeof loader>((t) => t('classcover:years.title'))

export default function CoverageByYear() {
  return <YearsCoverageView page={useLoaderData<typeof loader>()} />
}
