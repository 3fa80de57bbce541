import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { heldForm } from '~/domain/drills/logged'
import { isRefused } from '~/domain/shared/refusal'
import { formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { formWithPhotograph } from '~/http/upload.server'
import { PastView } from '~/ui/drills/past-view'
import { titled } from '~/ui/shell/title'
import { correctDrill } from '~/usecases/drills/correct-drill.server'
import { enterPastDrill } from '~/usecases/drills/enter-past-drill.server'
import { correctionPage, newHeldPage, tickedIn } from './held-page.server'

export const loader = serve('manager', (ctx, { request, params }) => {
  const query = readQuery(request)
  const drill = query.text('drill')
  const unitId = param(params, 'unitId')
  return drill === null ? newHeldPage(ctx, unitId, false, query.text('answers')) : correctionPage(ctx, unitId, drill)
})

/** Enters a drill of before; with ?drill= corrects the one that is open again. */
export const action = serve('manager', async (ctx, { request, params }) => {
  const sent = await formWithPhotograph(request)
  if (isRefused(sent)) return refusedForm(sent, new FormData())
  const read = parseForm(sent.form, heldForm)
  if (!read.ok) return formRefused(read.answer)
  const wish = { unitId: param(params, 'unitId'), form: read.value, there: tickedIn(sent.form) }
  const isCorrection = readQuery(request).text('drill') !== null
  const outcome = isCorrection ? await correctDrill(ctx, wish) : await enterPastDrill(ctx, wish, sent.photo)
  if (isRefused(outcome)) return refusedForm(outcome, sent.form)
  return redirect(`/drills/${wish.form.id}/record?done=${isCorrection ? 'corrected' : 'archived'}`, 303)
})

export const handle = titled<typeof loader>(
  (t, { unit, correcting }) => `${t(correcting === null ? 'drillrecord:past.title' : 'drillrecord:past.correct')} · ${unit.name}`,
)

export default function PastDrill() {
  return <PastView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
