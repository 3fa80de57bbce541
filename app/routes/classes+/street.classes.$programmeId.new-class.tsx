import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { classesOf } from '~/data/classes/classes.server'
import { classForm, classRows } from '~/domain/classes/class-form'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { ClassFormView } from '~/ui/classes/class-form-view'
import { titled } from '~/ui/shell/title'
import { planClass } from '~/usecases/classes/plan-class.server'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { newClassPage } from './class-form-page.server'

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const programme = await getProgramme(ctx, param(params, 'programmeId'))
  const makesUp = readQuery(request).text('makesUp')
  if (makesUp === null) return newClassPage(ctx, programme, null)
  const missed = (await classesOf(programme)).find(({ id }) => id === makesUp)
  if (missed === undefined) throw new NotFound()
  return newClassPage(ctx, programme, missed)
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const programmeId = param(params, 'programmeId')
  const form = await formOf(request)
  await getProgramme(ctx, programmeId)
  const read = parseForm(form, classForm)
  if (!read.ok) return formRefused(read.answer)
  const rows = parseForm(form, classRows)
  if (!rows.ok) return formRefused(rows.answer)
  const makesUp = readQuery(request).text('makesUp')
  const outcome = await planClass(ctx, { programmeId, form: read.value, rows: rows.value, makesUp })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${outcome.id}?done=planned`, 303)
})

export const handle = titled<typeof loader>(
  (t, { programme, makesUp }) => `${t(makesUp === null ? 'classroom:form.title' : 'classroom:form.makeUp')} · ${programme.title}`,
)

export default function NewClassPage() {
  return <ClassFormView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
