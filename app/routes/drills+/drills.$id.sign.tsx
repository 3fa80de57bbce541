import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { allDrillKinds } from '~/content/drills.server'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { SignView } from '~/ui/drills/sign-view'
import { titled } from '~/ui/shell/title'
import { callOffDrill } from '~/usecases/drills/call-off-drill.server'
import { correctFacts } from '~/usecases/drills/correct-facts.server'
import { getLedDrill } from '~/usecases/drills/reached-drill.server'
import { reopenDrill } from '~/usecases/drills/reopen-drill.server'
import { signDrill } from '~/usecases/drills/sign-drill.server'
import { recordPage } from './record-page.server'

export const loader = serve('person', async (ctx, { params }) => {
  await getLedDrill(ctx, param(params, 'id'))
  const page = await recordPage(ctx, param(params, 'id'), null)
  return { page, kinds: allDrillKinds().map(({ id, title }) => ({ value: id, label: title[ctx.locale] })) }
})

const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, 'drillrecord:refusal.tooLong')
const whatItWas = z.object({
  kind: line(40, 'drillrecord:refusal.noKind'),
  target: line(80, 'drillrecord:refusal.noTarget'),
  place: line(80, 'drillrecord:refusal.noPlace'),
  story: z.string().trim().max(1000, 'drillrecord:refusal.tooLong').default(''),
})

const because = z.object({
  reason: z.string('drillrecord:refusal.reason').trim().min(4, 'drillrecord:refusal.reason').max(300, 'drillrecord:refusal.tooLong'),
})

/** Whoever leads the drill signs it, opens it again, says anew what it was, or calls it off. */
export const action = serve('person', async (ctx, { request, params }) => {
  const drillId = param(params, 'id')
  const form = await formOf(request)
  if (form.get('intent') === 'sign') {
    const outcome = await signDrill(ctx, drillId)
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${drillId}/record?done=signed`, 303)
  }
  if (form.get('intent') === 'facts') {
    const facts = parseForm(form, whatItWas)
    if (!facts.ok) return formRefused(facts.answer)
    const outcome = await correctFacts(ctx, { drillId, ...facts.value })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${drillId}/record?done=written`, 303)
  }
  const read = parseForm(form, because)
  if (!read.ok) return formRefused(read.answer)
  const wish = { drillId, reason: read.value.reason }
  const outcome = form.get('intent') === 'call-off' ? await callOffDrill(ctx, wish) : await reopenDrill(ctx, wish)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${drillId}/record?done=${outcome.kind}`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('drillrecord:sign.title')} · ${page.unit.name}`)

export default function SignDrill() {
  return <SignView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
