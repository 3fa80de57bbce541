import { useActionData, useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { EntryView } from '~/ui/classes/entry-view'
import { titled } from '~/ui/shell/title'
import { changeEntry, entryPage } from './register-entry.server'

export const loader = serve('supervisor', (ctx, { params }) => entryPage(ctx, 'talent', param(params, 'entryId')))

export const action = serve('supervisor', (ctx, { request, params }) => changeEntry(ctx, request, 'talent', param(params, 'entryId')))

export const handle = titled<typeof loader>((t, { entry }) => `${entry?.values.name ?? ''} · ${t('training:tab.talent')}`)

export default function OneTalent() {
  const answer = useActionData<typeof action>()
  return <EntryView page={useLoaderData<typeof loader>()} answer={answer} act={answer?.values.act === 'end' ? 'end' : 'change'} />
}
