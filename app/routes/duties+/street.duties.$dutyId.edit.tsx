import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LocalDutyFormView } from '~/ui/duties/local/duty-form-view'
import type { LocalDutyForm } from '~/ui/duties/local/local-duty'
import { titled } from '~/ui/shell/title'
import { changeLocalDuty } from '~/usecases/duties/change-local-duty.server'
import { getLocalDuty } from '~/usecases/duties/reached-local-duty.server'
import { localDutyForm, offered, refusedWish, withTicks } from './local-duty-form.server'

export const loader = serve('supervisor', (ctx, { params }): LocalDutyForm => {
  const duty = getLocalDuty(ctx, param(params, 'dutyId'))
  if (duty.days.from !== null) throw redirect(`/street/duties/${duty.id}`)
  const before = duty.supersedes === null ? null : getLocalDuty(ctx, duty.supersedes)
  return {
    places: [],
    place: duty.place.id,
    supersedes: before === null ? null : { id: before.id, title: before.said.title },
    back: `/street/duties/${duty.id}`,
    said: duty.said,
    ...offered(ctx.locale),
  }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { id: dutyId } = getLocalDuty(ctx, param(params, 'dutyId'))
  const form = await formOf(request)
  const read = parseForm(form, localDutyForm)
  if (!read.ok) return formRefused(withTicks(read.answer, form))
  const outcome = await changeLocalDuty(ctx, { dutyId, said: read.value })
  return isRefused(outcome) ? refusedWish(outcome, form) : redirect(`/street/duties/${dutyId}?done=changed`, 303)
})

export const handle = titled<typeof loader>((t, { said }) => `${said.title} · ${t('localduties:form.change')}`)

export default function ChangeLocalDuty() {
  const form = useLoaderData<typeof loader>()
  const { t } = useTranslation('localduties')
  return <LocalDutyFormView form={form} answer={useActionData<typeof action>()} title={t('form.change')} />
}
