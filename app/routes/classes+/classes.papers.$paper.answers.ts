import { redirect } from '@remix-run/node'
import { readPaperForm } from '~/domain/exams/paper-form'
import { isRefused } from '~/domain/shared/refusal'
import { formOf } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { saveClassAnswers } from '~/usecases/classes/save-class-answers.server'

const noStore = { 'Cache-Control': 'private, no-store' }

export const loader = serve('person', (_ctx, { params }) => redirect(`/classes/papers/${param(params, 'paper')}`))

/** Saves what the page sends after each change; the reply carries the server's clock, which rules the end. */
export const action = serve('person', async (ctx, { request, params }) => {
  const picked = readPaperForm(await formOf(request))
  const outcome = await saveClassAnswers({ personId: ctx.actor.personId, paperId: param(params, 'paper'), picked, now: ctx.now })
  const now = ctx.now.getTime()
  if (!isRefused(outcome)) return Response.json({ kind: 'saved', ordinals: outcome.ordinals, now }, { headers: noStore })
  const closed = outcome.reason === 'exams:refusal.closed'
  return Response.json({ kind: closed ? 'closed' : 'refused', now }, { status: closed ? 409 : 400, headers: noStore })
})
