import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { knownPositions, positionChoices } from '~/content/position-words.server'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit } from '~/data/org/people.server'
import { readSame } from '~/domain/org/joining'
import { personForm } from '~/domain/org/person-form'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type FormAnswer, isRefused, refuse } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AddPersonForm } from '~/ui/org/people/add-person-form'
import type { ClashView } from '~/ui/org/people/clash-choice'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { addPerson } from '~/usecases/org/add-person.server'
import { viewOf } from '~/usecases/org/clash-view.server'

export const loader = serve('manager', async (ctx, { params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const waiting = await countWaiting(scope, unit.id)
  return { unit: { id: unit.id, name: unit.name, waiting }, positions: positionChoices(ctx.locale), today: formatDay(ctx.today) }
})

const asked = (answer: FormAnswer, clashes: ClashView[]) => data({ ...answer, clashes }, { status: clashes.length > 0 ? 409 : 400 })

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const typed = await formOf(request)
  const read = parseForm(typed, personForm(ctx.today, knownPositions()))
  if (!read.ok) return asked(read.answer, [])
  const { same, phone = null, idNumber = null, ...rest } = read.value
  const outcome = await addPerson(ctx, { unitId, newcomer: { ...rest, phone, idNumber }, same: readSame(same) })
  if (outcome.kind === 'clashing')
    return asked(
      refusedForm(refuse('people:refusal.clash'), typed).data,
      outcome.clashes.map((clash) => viewOf(clash, ctx.locale)),
    )
  if (isRefused(outcome)) return asked(refusedForm(outcome, typed).data, [])
  throw redirect(`/units/${unitId}/people/${outcome.personId}?done=added`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('people:add.title')} · ${unit.name}`)

export default function NewPerson() {
  const { unit, positions, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  return (
    <UnitFrame unit={unit} title={t('add.title')} here="people">
      <AddPersonForm positions={positions} today={today} answer={answer} clashes={answer?.clashes ?? []} />
    </UnitFrame>
  )
}
