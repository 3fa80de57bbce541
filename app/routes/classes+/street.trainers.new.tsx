import { useActionData, useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { EntryView } from '~/ui/classes/entry-view'
import { titled } from '~/ui/shell/title'
import { addEntry, newEntryPage } from './register-entry.server'

export const loader = serve('supervisor', (ctx, { request }) => newEntryPage(ctx, request, 'trainer'))

export const action = serve('supervisor', (ctx, { request }) => addEntry(ctx, request, 'trainer'))

export const handle = titled<typeof loader>((t) => t('training:add.trainer'))

export default function NewTrainer() {
  return <EntryView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} act={null} />
}
