import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { alarmOutcomes, equipmentModes } from '~/domain/watch/log'
import { minuteOf, readTime, recentAt } from '~/domain/watch/minutes'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { ShiftView } from '~/ui/watch/shift-view'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { signShift, takeOver, writeEntry } from '~/usecases/watch/write-log.server'
import { shiftPage } from './shift-page.server'

const text = z.string().max(2000).default('')
const mode = z.enum(equipmentModes, 'watch:error.mode')
const said = { entryId: z.string().min(8).max(64), time: text, supersedes: z.string().optional() }
const wish = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('takeOver'),
    entryId: z.string().min(8).max(64),
    gives: text,
    keys: text,
    mode,
    faults: text,
    shielded: text,
  }),
  z.object({ intent: z.literal('signOn') }),
  z.object({ intent: z.literal('signOff') }),
  z.object({ intent: z.literal('check'), ...said, mode, text }),
  z.object({
    intent: z.literal('alarm'),
    ...said,
    where: z.string('watch:error.where').min(1, 'watch:error.where'),
    outcome: z.enum(alarmOutcomes, 'watch:error.outcome'),
    text,
  }),
  z.object({ intent: z.literal('fault'), ...said, where: z.string('watch:error.where').min(1, 'watch:error.where'), handled: text, text }),
  z.object({ intent: z.literal('note'), ...said, text: z.string('watch:error.text').min(1, 'watch:error.text') }),
])
type Wish = z.output<typeof wish>

export const loader = serve('person', async (ctx, { request, params }) => {
  const { room, side, personId } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const page = await shiftPage(ctx, room, side, personId, param(params, 'shiftId'))
  return { page, done: readQuery(request).oneOf('done', ['takenOver', 'signed', 'written'] as const) }
})

async function act(ctx: Signed, at: { unitId: string; roomId: string; shiftId: string }, value: Wish, form: FormData) {
  if (value.intent === 'signOn' || value.intent === 'signOff')
    return signShift(ctx, { ...at, sign: value.intent === 'signOn' ? 'on' : 'off' })
  if (value.intent === 'takeOver') {
    const { intent: _, entryId, ...detail } = value
    const named = form.getAll('named').flatMap((id) => (typeof id === 'string' ? [id] : []))
    return takeOver(ctx, { ...at, entryId, detail, named })
  }
  const { intent: kind, entryId, time, supersedes, ...detail } = value
  const read = readTime(time)
  if (read === null) return refuse('watch:error.time', 'time')
  return writeEntry(ctx, { ...at, entryId, kind, happenedAt: recentAt(minuteOf(ctx.now), read), detail, supersedes: supersedes ?? null })
}

export const action = serve('person', async (ctx, { request, params }) => {
  const at = { unitId: param(params, 'unitId'), roomId: param(params, 'roomId'), shiftId: param(params, 'shiftId') }
  await getSeenRoom(ctx, at.unitId, at.roomId)
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await act(ctx, at, read.value, form)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const done = read.value.intent === 'takeOver' ? 'takenOver' : read.value.intent.startsWith('sign') ? 'signed' : 'written'
  return redirect(`/units/${at.unitId}/rooms/${at.roomId}/shifts/${at.shiftId}?done=${done}`)
})

export const handle = titled<typeof loader>(
  (t, { page }) => `${t('watch:shift.title')} ${page.shift.day} ${page.shift.from} · ${page.room.name}`,
)

export default function Shift() {
  const { page, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('watch')
  return (
    <>
      {done && <Notice kind="done" live title={t(`done.${done}`)} />}
      <ShiftView page={page} answer={answer} />
    </>
  )
}
