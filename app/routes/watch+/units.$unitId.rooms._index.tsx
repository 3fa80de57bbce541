import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { findPersonAccount } from '~/data/watch/account-people.server'
import { roomsOf } from '~/data/watch/rooms.server'
import { formatDay, holdsDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { mondayOf } from '~/domain/watch/minutes'
import { roomTraits } from '~/domain/watch/rules'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { RoomsView } from '~/ui/watch/rooms-view'
import { addRoom } from '~/usecases/watch/add-room.server'
import { seesRooms } from '~/usecases/watch/managed-room.server'
import { unitSight } from '~/usecases/watch/watch-sight.server'
import { coverOf } from './room-cover.server'
import { unitNameOf } from './room-view.server'

const wish = z.object({
  name: z.string().min(1, 'watch:error.roomName'),
  jurisdiction: z.string().min(1, 'watch:error.jurisdiction'),
  from: z.string().min(1, 'watch:error.day'),
})

/** Requests to join that wait for the manager; null for who only reads. */
async function managed(ctx: Signed, unitId: string): Promise<{ waiting: number } | null> {
  const unit = await findUnit(actorScope(ctx, 'manage'), unitId, ctx.today)
  if (unit !== null) return { waiting: joinsWaiting(unit) }
  if (await findUnit(actorScope(ctx, 'see'), unitId, ctx.today)) return null
  const personId = await findPersonAccount(ctx.actor.accountId)
  if (await seesRooms(unitId, personId, ctx.today)) return null
  throw new NotFound()
}

export const loader = serve('person', async (ctx, { params }) => {
  const unitId = param(params, 'unitId')
  const manager = await managed(ctx, unitId)
  const rooms = await roomsOf([unitId])
  const unit = rooms.length === 0 ? null : await unitSight(unitId)
  const open = rooms.filter(({ from, to }) => holdsDay(from, to, ctx.today))
  const cover = unit === null ? [] : await Promise.all(open.map((room) => coverOf(unit, room, ctx.now, ctx.today)))
  return {
    unit: { id: unitId, name: unitNameOf(unitId) },
    isManager: manager !== null,
    waiting: manager?.waiting ?? null,
    today: formatDay(ctx.today),
    thisMonday: formatDay(mondayOf(ctx.today)),
    rooms: rooms.map(({ id, name, to }) => ({
      id,
      name,
      to: to === null ? null : formatDay(to),
      cover: cover.find(({ roomId }) => roomId === id) ?? null,
    })),
    jurisdictions: [...catalogue().vocabulary.jurisdictions].map(([value, word]) => ({ value, label: word[ctx.locale] })),
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const traits = roomTraits.filter((trait) => form.getAll('traits').includes(trait))
  const outcome = await addRoom(ctx, { unitId, ...read.value, traits })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/units/${unitId}/rooms/${outcome.roomId}?done=added`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('watch:rooms.title')} · ${unit.name}`)

export default function Rooms() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      {page.waiting !== null && <UnitNav id={page.unit.id} waiting={page.waiting} here="rooms" />}
      <RoomsView page={page} answer={useActionData<typeof action>()} />
    </>
  )
}
