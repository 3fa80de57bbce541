import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { recordDone } from '~/ui/classes/record'
import { ClassRecordView } from '~/ui/classes/record-view'
import { titled } from '~/ui/shell/title'
import { classRecord } from './class-record.server'

export const loader = serve('person', async (ctx, { request, params }) => ({
  page: await classRecord(ctx, param(params, 'id')),
  done: readQuery(request).oneOf('done', recordDone),
}))

export const handle = titled<typeof loader>((t, { page }) => t('classcall:record.tab', { title: page.title }))

export default function RecordOfClass() {
  return <ClassRecordView {...useLoaderData<typeof loader>()} />
}
