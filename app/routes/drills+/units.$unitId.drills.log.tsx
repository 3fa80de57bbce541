import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { heldForm } from '~/domain/drills/logged'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { LogView } from '~/ui/drills/log-view'
import { titled } from '~/ui/shell/title'
import { logDrill } from '~/usecases/drills/log-drill.server'
import { newHeldPage, tickedIn } from './held-page.server'

export const loader = serve('manager', (ctx, { params }) => newHeldPage(ctx, param(params, 'unitId'), true, null))

export const action = serve('manager', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const read = parseForm(form, heldForm)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await logDrill(ctx, { unitId: param(params, 'unitId'), form: read.value, there: tickedIn(form) })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${outcome.id}/record?done=archived`, 303)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('drillrecord:log.title')} · ${unit.name}`)

export default function LogDrill() {
  return <LogView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
