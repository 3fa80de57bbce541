import { useActionData, useLoaderData } from '@remix-run/react'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit, findPersonAt } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { MergePeople } from '~/ui/org/people/merge-people'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { alikeTo, mergeInto } from './merge-page.server'

async function personHere(ctx: Signed, unitId: string, personId: string) {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, unitId)
  const person = unit && (await findPersonAt(scope, unit.id, personId))
  if (!unit || !person) throw new NotFound()
  return { scope, unit, person }
}

export const loader = serve('manager', async (ctx, { params }) => {
  const { scope, unit, person } = await personHere(ctx, param(params, 'unitId'), param(params, 'personId'))
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    person: { id: person.id, name: person.name },
    alike: await alikeTo(scope, person, unit.id, ctx.locale),
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const { unit, person } = await personHere(ctx, param(params, 'unitId'), param(params, 'personId'))
  return mergeInto(ctx, request, { unitId: unit.id, keptId: person.id }, `/units/${unit.id}/people/${person.id}?done=merged`)
})

export const handle = titled<typeof loader>((t, { person }) => t('people:merge.title', { name: person.name }))

export default function MergePerson() {
  const { unit, person, alike } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  return (
    <UnitFrame unit={unit} title={t('merge.title', { name: person.name })} here="people">
      <MergePeople name={person.name} alike={alike} answer={answer} back={`/units/${unit.id}/people/${person.id}`} />
    </UnitFrame>
  )
}
