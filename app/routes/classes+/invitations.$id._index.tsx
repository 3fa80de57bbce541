import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerForm } from '~/domain/classes/answers'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { InvitationView } from '~/ui/classes/invitation-view'
import { titled } from '~/ui/shell/title'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { getInvitation } from '~/usecases/classes/reached-invitation.server'
import { invitationPage } from './invitation-page.server'

export const loader = serve('person', async (ctx, { request, params }) => ({
  page: await invitationPage(ctx, await getInvitation(ctx, param(params, 'id'))),
  isDone: readQuery(request).oneOf('done', ['answered'] as const) !== null,
}))

export const action = serve('person', async (ctx, { request, params }) => {
  const invitationId = param(params, 'id')
  await getInvitation(ctx, invitationId)
  const form = await formOf(request)
  const read = parseForm(form, answerForm)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await answerInvitation(ctx, { invitationId, form: read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/invitations/${invitationId}?done=answered`, 303)
})

export const handle = titled<typeof loader>((_t, { page }) => `${page.title} · ${page.name}`)

export default function InvitationToClass() {
  const { page, isDone } = useLoaderData<typeof loader>()
  return <InvitationView page={page} isDone={isDone} answer={useActionData<typeof action>()} />
}
