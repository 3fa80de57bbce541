import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isMark } from '~/domain/drills/marks'
import type { Said } from '~/domain/rollcall/event'
import { isRefused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { offlineFacts } from '~/http/offline.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { BoardView } from '~/ui/drills/board-view'
import { titled } from '~/ui/shell/title'
import { recordDrillEntries } from '~/usecases/drills/record-drill-entries.server'
import { boardPage } from './board-page.server'
import { boardDrill } from './seen-drill.server'

const photoSaid = ['added', 'none', 'tooLarge', 'refused'] as const

export const loader = serve('person', async (ctx, { request, params }) => {
  const seen = await boardDrill(ctx, param(params, 'id'))
  const agent = request.headers.get('User-Agent') ?? ''
  return {
    page: boardPage(ctx, seen),
    offline: offlineFacts(ctx, 'private'),
    inWeChat: /MicroMessenger/i.test(agent),
    photo: readQuery(request).oneOf('photo', photoSaid),
  }
})

/** What a button of the plain form says; anything else is nothing. */
function saidBy(form: FormData, zone: string): Said | null {
  const text = (name: string): string => String(form.get(name) ?? '').trim()
  if (text('seen') !== '') return { kind: 'seen', who: text('seen').slice(0, 60), way: 'tick', zone }
  if (text('cleared') !== '') return { kind: 'mark', mark: 'cleared', zone: text('cleared').slice(0, 60) }
  return isMark(text('mark')) ? { kind: 'mark', mark: text('mark'), zone: '' } : null
}

/** The board without script: one entry a press, made here as it arrives. */
export const action = serve('person', async (ctx, { request, params }) => {
  const id = param(params, 'id')
  const { me, facts } = await boardDrill(ctx, id)
  const form = await formOf(request)
  const zone = facts.body.zones.find(({ marshals }) => marshals.some((one) => one.id === me))?.name ?? ''
  const said = saidBy(form, zone)
  const now = ctx.now.getTime()
  if (said !== null) {
    const entry = {
      id: newId(ctx.now),
      device: `form-${ctx.actor.accountId.slice(0, 30)}`,
      nth: 0,
      clock: now,
      offset: 0,
      heard: null,
      by: me,
      said,
    }
    const outcome = await recordDrillEntries(ctx, id, now, [entry])
    if (isRefused(outcome)) return refusedForm(outcome, form)
  }
  return redirect(`/drills/${id}/board`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('drills:board.title')} · ${page.title}`)

export default function BoardOfDrill() {
  const { page, offline, inWeChat, photo } = useLoaderData<typeof loader>()
  return <BoardView page={page} offline={offline} answer={useActionData<typeof action>()} hereInWeChat={inWeChat} photo={photo} />
}
