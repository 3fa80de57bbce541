import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit, findPersonAt } from '~/data/org/people.server'
import { fullNumbers, sightReasons } from '~/domain/personal/number-sight'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, requireFreshPassword, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { NumberSight } from '~/ui/personal/number-sight'
import { titled } from '~/ui/shell/title'
import { seeNumber } from '~/usecases/personal/see-number.server'

const form = z.object({
  what: z.enum(fullNumbers, 'personal:number.error.what'),
  why: z.enum(sightReasons, 'personal:number.error.why'),
})

export const loader = serve('manager', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  const person = unit && (await findPersonAt(scope, unit.id, param(params, 'personId')))
  if (!unit || !person) throw new NotFound()
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    person: { id: person.id, name: person.name },
    what: readQuery(request).oneOf('what', fullNumbers) ?? 'idNumber',
  }
})

/** Shows the number once, on the answer to this form; the page's address never holds it. */
export const action = serve('manager', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await seeNumber(ctx, { unitId: param(params, 'unitId'), personId: param(params, 'personId'), ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, typed) : { seen: { what: read.value.what, number: outcome.number } }
})

export const handle = titled<typeof loader>((t, { person }) => `${t('personal:number.title')} · ${person.name}`)

export default function FullNumber() {
  const { unit, person, what } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('personal')
  return (
    <UnitFrame unit={unit} title={t('number.of', { name: person.name })} here="people">
      <NumberSight back={`/units/${unit.id}/people/${person.id}`} what={what} answer={answer} />
    </UnitFrame>
  )
}
