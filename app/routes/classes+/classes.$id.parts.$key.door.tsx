import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { DoorView } from '~/ui/classes/door-view'
import { titled } from '~/ui/shell/title'
import { addAtDoor } from '~/usecases/classes/add-at-door.server'
import { getHeldPart } from '~/usecases/classes/held-part.server'
import { peopleAtDoor, unitsAtDoor } from '~/usecases/classes/units-at-door.server'

export const loader = serve('person', (ctx, { request, params }) => {
  const sight = getHeldPart(ctx, param(params, 'id'), param(params, 'key'))
  const units = unitsAtDoor(sight)
  const asked = readQuery(request).text('unit')
  const unit = units.find(({ id }) => id === asked) ?? null
  const people = unit === null ? [] : peopleAtDoor(sight, unit.id)
  const { held, part, leads, rooms } = sight
  return {
    classId: held.id,
    part: { key: part.key, name: part.name },
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    unit,
    people: people.map(({ id, name, positions }) => ({
      value: id,
      label: `${name} · ${positions.map((position) => positionName(position, ctx.locale)).join('、')}`,
    })),
    rooms: (leads ? held.body.classrooms : rooms).map(({ id, name }) => ({ value: id, label: name })),
  }
})

const wish = z.object({
  unitId: z.string('classcall:refusal.noPerson'),
  personId: z.string('classcall:refusal.noPerson'),
  classroomId: z.string('classcall:refusal.noRoom'),
})

/** Lets in somebody who is not on the list. */
export const action = serve('person', async (ctx, { request, params }) => {
  const [classId, key] = [param(params, 'id'), param(params, 'key')]
  getHeldPart(ctx, classId, key)
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await addAtDoor(ctx, { classId, key, ...read.value })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/classes/${classId}/parts/${key}?done=${outcome.asDeputy ? 'addedDeputy' : 'added'}`, 303)
})

export const handle = titled<typeof loader>((t, { part }) => `${t('classcall:door.title')} · ${part.name}`)

export default function DoorOfPart() {
  return <DoorView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
