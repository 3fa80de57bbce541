import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestForm, wishOf } from '~/domain/hotwork/request-form'
import { Forbidden } from '~/domain/shared/faults'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { HotWorkFrame } from '~/ui/hotwork/frame'
import { RequestForm } from '~/ui/hotwork/request-form'
import { titled } from '~/ui/shell/title'
import { requestPermit } from '~/usecases/hotwork/request-permit.server'
import { getSite } from '~/usecases/hotwork/site.server'
import { refusedInWords } from './hot-work-words.server'
import { requestChoices } from './request-choices.server'

export const loader = serve('person', async (ctx, { params }) => {
  const site = await getSite(ctx, param(params, 'unitId'))
  if (site.who.positions.length === 0) throw new Forbidden()
  return {
    unit: { id: site.unit.id, name: site.unit.name },
    id: newId(ctx.now),
    choices: requestChoices(site, ctx.now, ctx.today, ctx.locale),
  }
})

export const action = serve('person', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  await getSite(ctx, unitId)
  const form = await formOf(request)
  const read = parseForm(form, requestForm)
  if (!read.ok) return formRefused(read.answer)
  const names = [...form.entries()].flatMap(([name, value]) => (value === 'on' ? [name] : []))
  const wish = wishOf(read.value, names)
  if ('reason' in wish) return refusedForm(refuse(wish.reason, wish.field), form)
  const outcome = await requestPermit(ctx, unitId, wish)
  if (isRefused(outcome)) return refusedInWords(outcome, form, ctx.locale)
  throw redirect(`/units/${unitId}/hot-work/${outcome.permitId}?done=requested`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('hotwork:ask.title')} · ${unit.name}`)

export default function AskForPermit() {
  const { unit, id, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('hotwork')
  return (
    <HotWorkFrame unit={unit} isPermit>
      <h1 className="mt-1">{t('ask.title')}</h1>
      <p className="mt-1 max-w-measure text-ink2">{t('ask.lead')}</p>
      <RequestForm id={id} choices={choices} answer={answer} />
    </HotWorkFrame>
  )
}
