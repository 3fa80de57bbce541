import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classForm, classRows } from '~/domain/classes/class-form'
import { classStateOf } from '~/domain/classes/class-state'
import { inOneLine } from '~/domain/shared/plain-text'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { CallOff, ClassFormView } from '~/ui/classes/class-form-view'
import { titled } from '~/ui/shell/title'
import { callOffClass } from '~/usecases/classes/call-off-class.server'
import { changeClass } from '~/usecases/classes/change-class.server'
import { getLedClass } from '~/usecases/classes/reached-class.server'
import { changeClassPage } from './class-form-page.server'

export const loader = serve('person', async (ctx, { params }) => {
  const { facts, programme } = await getLedClass(ctx, param(params, 'id'))
  const state = classStateOf(facts.steps, beginsAt(facts.body), endsAt(facts.body), ctx.now.getTime())
  return { page: changeClassPage(ctx, programme, facts), mayCallOff: state === 'ahead' || state === 'running' }
})

const because = z.object({
  reason: z
    .string('classroom:refusal.reason')
    .transform(inOneLine)
    .pipe(z.string().min(4, 'classroom:refusal.reason').max(300, 'classroom:refusal.tooLong')),
})

/** The leader changes the class, or calls it off. */
export const action = serve('person', async (ctx, { request, params }) => {
  const classId = param(params, 'id')
  await getLedClass(ctx, classId)
  const form = await formOf(request)
  if (form.get('intent') === 'call-off') {
    const why = parseForm(form, because)
    if (!why.ok) return formRefused(why.answer)
    const outcome = await callOffClass(ctx, { classId, reason: why.value.reason })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${classId}?done=calledOff`, 303)
  }
  const read = parseForm(form, classForm)
  if (!read.ok) return formRefused(read.answer)
  const rows = parseForm(form, classRows)
  if (!rows.ok) return formRefused(rows.answer)
  const outcome = await changeClass(ctx, { classId, form: read.value, rows: rows.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${classId}?done=changed`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('classroom:form.change')} · ${page.programme.title}`)

export default function ChangeClassPage() {
  const { page, mayCallOff } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <ClassFormView page={page} answer={answer} />
      {mayCallOff && <CallOff answer={answer} />}
    </>
  )
}
