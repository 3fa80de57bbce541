import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { inOneLine } from '~/domain/shared/plain-text'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { CloseView } from '~/ui/classes/close-view'
import { titled } from '~/ui/shell/title'
import { closeClass } from '~/usecases/classes/close-class.server'
import { getLedClass } from '~/usecases/classes/reached-class.server'
import { reopenClass } from '~/usecases/classes/reopen-class.server'
import { closePage } from './close-page.server'

export const loader = serve('person', (ctx, { params }) => closePage(ctx, param(params, 'id')))

const because = z.object({
  reason: z
    .string('classcall:refusal.reason')
    .transform(inOneLine)
    .pipe(z.string().min(4, 'classcall:refusal.reason').max(300, 'classcall:refusal.tooLong')),
})

/** Whoever leads the class closes it, or opens it again with a reason. */
export const action = serve('person', async (ctx, { request, params }) => {
  const classId = param(params, 'id')
  await getLedClass(ctx, classId)
  const form = await formOf(request)
  if (form.get('intent') === 'close') {
    const outcome = await closeClass(ctx, classId)
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${classId}/record?done=closed`, 303)
  }
  const read = parseForm(form, because)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await reopenClass(ctx, { classId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${classId}/record?done=reopened`, 303)
})

export const handle = titled<typeof loader>((t, page) => `${t('classcall:close.title')} · ${page.title}`)

export default function CloseClass() {
  return <CloseView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
