import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { partRows, programmeForm } from '~/domain/classes/programme-form'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { ProgrammeFormView } from '~/ui/classes/programme-form-view'
import { titled } from '~/ui/shell/title'
import { changeProgramme } from '~/usecases/classes/make-programme.server'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { audienceOf, changeProgrammePage } from './programme-form-page.server'

export const loader = serve('supervisor', async (ctx, { params }) =>
  changeProgrammePage(ctx, await getProgramme(ctx, param(params, 'programmeId'))),
)

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const id = param(params, 'programmeId')
  const form = await formOf(request)
  const read = parseForm(form, programmeForm)
  if (!read.ok) return formRefused(read.answer)
  const parts = parseForm(form, partRows)
  if (!parts.ok) return formRefused(parts.answer)
  const outcome = await changeProgramme(ctx, id, { form: read.value, parts: parts.value, audience: audienceOf(form) })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/classes/${id}?done=changed`, 303)
})

export const handle = titled<typeof loader>((t) => t('classes:form.change'))

export default function ChangeProgramme() {
  return <ProgrammeFormView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
