import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import { roomTraits } from '~/domain/watch/rules'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LapsingLicences } from '~/ui/credentials/licences/lapsing-licences'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { RoomView } from '~/ui/watch/room-view'
import { changeRoomTrait, endException, endRoom, takeException } from '~/usecases/watch/change-room.server'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { roomLapses } from '../credentials+/lapse-views.server'
import { roomPage } from './room-page.server'

const wish = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('trait'), trait: z.enum(roomTraits), has: z.enum(['yes', 'no']), from: z.string().default('') }),
  z.object({
    intent: z.literal('exception'),
    exception: z.string().default(''),
    proof: z.string().default(''),
    since: z.string().default(''),
  }),
  z.object({ intent: z.literal('endException'), heldId: z.string() }),
  z.object({ intent: z.literal('end'), typed: z.string().default('') }),
])

export const loader = serve('person', async (ctx, { request, params }) => {
  const { room, side } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const lapses = roomLapses({ unitId: room.unitId, side }, ctx)
  return { ...(await roomPage(ctx, room, side)), lapses, done: readQuery(request).oneOf('done', ['added', 'changed'] as const) }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const at = { unitId: param(params, 'unitId'), roomId: param(params, 'roomId') }
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { value } = read
  const outcome =
    value.intent === 'trait'
      ? await changeRoomTrait(ctx, { ...at, trait: value.trait, has: value.has === 'yes', from: value.from })
      : value.intent === 'exception'
        ? await takeException(ctx, { ...at, ...value })
        : value.intent === 'end'
          ? await endRoom(ctx, { ...at, typed: value.typed })
          : await endException(ctx, { ...at, heldId: value.heldId })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/units/${at.unitId}/rooms/${at.roomId}?done=changed`)
})

export const handle = titled<typeof loader>((_, { room }) => `${room.name} · ${room.unitName}`)

export default function Room() {
  const { done, lapses, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('watch')
  return (
    <>
      {done && <Notice kind="done" live title={t(`done.${done}`)} />}
      <RoomView page={page} answer={answer}>
        <LapsingLicences lapses={lapses} more={page.side === 'manager' ? `/units/${page.room.unitId}/licences` : null} />
      </RoomView>
    </>
  )
}
