import { useActionData, useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { EntryView } from '~/ui/classes/entry-view'
import { titled } from '~/ui/shell/title'
import { addEntry, newEntryPage } from './register-entry.server'

export const loader = serve('supervisor', (ctx, { request }) => newEntryPage(ctx, request, 'talent'))

export const action = serve('supervisor', (ctx, { request }) => addEntry(ctx, request, 'talent'))

export const handle = titled<typeof loader>((t) => t('training:add.talent'))

export default function NewTalent() {
  return <EntryView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} act={null} />
}
