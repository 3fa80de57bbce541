import { useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { ListCoverageView } from '~/ui/classes/list-coverage-view'
import { titled } from '~/ui/shell/title'
import { listCoverage } from './list-coverage.server'

const pageSize = 50

export const loader = serve('supervisor', (ctx, { request, params }) => listCoverage(ctx, request, param(params, 'programmeId'), pageSize))

export const handle = titled<typeof loader>((t, { programme }) => `${t('classcover:list.title')} · ${programme.title}`)

export default function CoverageOfList() {
  return <ListCoverageView page={useLoaderData<typeof loader>()} />
}
