import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formRefused, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { formWithPhotograph } from '~/http/upload.server'
import { FindingsView } from '~/ui/drills/findings-view'
import { titled } from '~/ui/shell/title'
import { handled } from './findings-forms.server'
import { findingsPage } from './findings-page.server'

const done = ['evaluated', 'written'] as const

export const loader = serve('person', async (ctx, { request, params }) => ({
  page: await findingsPage(ctx, param(params, 'id')),
  done: readQuery(request).oneOf('done', done),
}))

/** Each form of the page names what it is for. */
export const action = serve('person', async (ctx, { request, params }) => {
  const drillId = param(params, 'id')
  const sent = await formWithPhotograph(request)
  if (isRefused(sent)) return refusedForm(sent, new FormData())
  const outcome = await handled(ctx, drillId, sent.form, sent.photo)
  if (outcome === null) throw new NotFound()
  if (outcome.kind === 'unread') return formRefused(outcome.answer)
  return isRefused(outcome) ? refusedForm(outcome, sent.form) : redirect(`/drills/${drillId}/findings?done=written`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('drillrecord:findings.tab')} · ${page.unit.name}`)

export default function Findings() {
  const { page, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <FindingsView page={page} done={done} answer={answer} intent={answer?.values.intent ?? ''} />
}
