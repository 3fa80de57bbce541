import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit } from '~/data/org/people.server'
import { listWaitingCorrections } from '~/data/personal/corrections.server'
import { maskedIdNumber } from '~/domain/org/id-number'
import { maskedPhone } from '~/domain/org/phone'
import { type Correctable, correctionAnswered } from '~/domain/personal/correction'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { unseal } from '~/gateways/secrets.server'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { CorrectionList } from '~/ui/personal/correction-list'
import { titled } from '~/ui/shell/title'
import { answerCorrection } from '~/usecases/personal/answer-correction.server'

/** A new number is shown in part: the person shows his card, or the phone is rung. */
const shownValue = (field: Correctable, value: string): string => {
  if (field === 'name') return value
  return field === 'phone' ? maskedPhone(value) : maskedIdNumber(value)
}

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const waiting = await listWaitingCorrections(scope, unit.id)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    isAnswered: readQuery(request).text('done') === 'answered',
    rows: waiting.map(({ id, personId, field, sealed, why, at, person }) => ({
      id,
      personId,
      field,
      value: shownValue(field, unseal(sealed)),
      why,
      at: instantText(at, ctx.locale),
      name: person?.name ?? '',
    })),
  }
})

/** Does what was asked, or declines it. */
export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const form = await formOf(request)
  const read = parseForm(form, correctionAnswered)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await answerCorrection(ctx, { unitId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/units/${unitId}/corrections?done=answered`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('personal:correct.waiting')} · ${unit.name}`)

export default function Corrections() {
  const { unit, rows, isAnswered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('personal')
  return (
    <UnitFrame unit={unit} title={t('correct.waiting')} here="people">
      <CorrectionList unitId={unit.id} rows={rows} isAnswered={isAnswered} answer={answer} />
    </UnitFrame>
  )
}
