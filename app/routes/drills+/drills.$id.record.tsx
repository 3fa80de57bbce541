import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { RecordView } from '~/ui/drills/record-view'
import { titled } from '~/ui/shell/title'
import { recordPage } from './record-page.server'

const done = ['archived', 'corrected', 'signed', 'reopened', 'called-off', 'written'] as const

export const loader = serve('person', async (ctx, { request, params }) => {
  const query = readQuery(request)
  return { page: await recordPage(ctx, param(params, 'id'), query.text('version')), done: query.oneOf('done', done) }
})

export const handle = titled<typeof loader>((t, { page }) => t('drillrecord:record.tab', { unit: page.unit.name, day: page.record.on }))

export default function DrillRecordPage() {
  const { page, done } = useLoaderData<typeof loader>()
  return <RecordView page={page} done={done} />
}
