import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { partRows, programmeForm } from '~/domain/classes/programme-form'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { ProgrammeFormView } from '~/ui/classes/programme-form-view'
import { titled } from '~/ui/shell/title'
import { makeProgramme } from '~/usecases/classes/make-programme.server'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { audienceOf, newProgrammePage } from './programme-form-page.server'

export const loader = serve('supervisor', async (ctx, { request }) => {
  const query = readQuery(request)
  const last = query.text('from')
  const from = last === null ? null : await getProgramme(ctx, last)
  const year = Number(query.text('year') ?? '')
  return newProgrammePage(ctx, {
    template: query.text('template'),
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
    from,
    place: query.text('place'),
  })
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, programmeForm)
  if (!read.ok) return formRefused(read.answer)
  const parts = parseForm(form, partRows)
  if (!parts.ok) return formRefused(parts.answer)
  const outcome = await makeProgramme(ctx, { form: read.value, parts: parts.value, audience: audienceOf(form) })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/classes/${outcome.id}?done=made`, 303)
})

export const handle = titled<typeof loader>((t) => t('classes:form.title'))

export default function NewProgramme() {
  return <ProgrammeFormView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
