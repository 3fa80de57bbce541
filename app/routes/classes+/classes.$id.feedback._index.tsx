import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paces } from '~/domain/classes/class-feedback'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { FeedbackFormView, type FeedbackPage } from '~/ui/classes/feedback-form-view'
import { titled } from '~/ui/shell/title'
import { getAttendedClass, giveClassFeedback } from '~/usecases/classes/give-class-feedback.server'

export const loader = serve('person', async (ctx, { request, params }): Promise<FeedbackPage> => {
  const { facts, state, given } = await getAttendedClass(ctx, param(params, 'id'))
  return { title: facts.body.title, state, given, done: readQuery(request).oneOf('done', ['given'] as const) !== null }
})

const line = z.string().transform(withoutUnseen).pipe(z.string().trim().max(500, 'classtest:refusal.tooLong')).default('')
const form = z.object({ pace: z.enum(paces, 'classtest:refusal.noPace'), clear: line, unclear: line, more: line })

export const action = serve('person', async (ctx, { request, params }) => {
  const classId = param(params, 'id')
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await giveClassFeedback(ctx, { classId, answer: read.value })
  return isRefused(outcome) ? refusedForm(outcome, typed) : redirect(`/classes/${classId}/feedback?done=given`, 303)
})

export const handle = titled<typeof loader>((t, { title }) => `${t('classtest:feedback.title')} · ${title}`)

export default function FeedbackOnClass() {
  return <FeedbackFormView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
