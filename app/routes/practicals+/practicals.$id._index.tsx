import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { islandAddress } from '~/gateways/islands.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { offlineFacts } from '~/http/offline.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { AssessmentView } from '~/ui/practicals/assessment-view'
import { titled } from '~/ui/shell/title'
import { endAssessment } from '~/usecases/practicals/end-assessment.server'
import { handInSheet } from '~/usecases/practicals/hand-in-sheet.server'
import { practicalPage } from './practical-page.server'
import { readSheetForm } from './sheet-form.server'

const done = ['set-up', 'waits', 'differs', 'passed', 'failed', 'before', 'called-off', 'revoked'] as const

export const loader = serve('person', async (ctx, { request, params }) => ({
  assessment: await practicalPage(ctx, param(params, 'id')),
  done: readQuery(request).oneOf('done', done),
  island: islandAddress('practical'),
  offline: offlineFacts(ctx, 'private'),
}))

const ending = z.object({
  reason: z.string('practicals:error.reason').trim().min(4, 'practicals:error.reason').max(300, 'practicals:error.reasonLong'),
})

/** An observer hands in his marks; or the manager calls it off or takes a pass back. */
export const action = serve('person', async (ctx, { request, params }) => {
  const assessmentId = param(params, 'id')
  const form = await formOf(request)
  if (form.has('sheet')) {
    const wish = readSheetForm(form, assessmentId)
    const handed = wish === null ? refuse('practicals:refusal.unreadable') : await handInSheet(ctx.actor, wish, ctx.now)
    return isRefused(handed) ? refusedForm(handed, form) : redirect(`/practicals/${assessmentId}?done=${handed.said}`, 303)
  }
  const read = parseForm(form, ending)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await endAssessment(ctx, { assessmentId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/practicals/${assessmentId}?done=${outcome.kind}`, 303)
})

export const handle = titled<typeof loader>(
  (t, { assessment }) => `${assessment.checklist.title} · ${assessment.person.name} · ${t('practicals:title')}`,
)

export default function Practical() {
  return <AssessmentView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
