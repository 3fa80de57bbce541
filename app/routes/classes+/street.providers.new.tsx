import { useActionData, useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { EntryView } from '~/ui/classes/entry-view'
import { titled } from '~/ui/shell/title'
import { addEntry, newEntryPage } from './register-entry.server'

export const loader = serve('supervisor', (ctx, { request }) => newEntryPage(ctx, request, 'provider'))

export const action = serve('supervisor', (ctx, { request }) => addEntry(ctx, request, 'provider'))

export const handle = titled<typeof loader>((t) => t('training:add.provider'))

export default function NewProvider() {
  return <EntryView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} act={null} />
}
