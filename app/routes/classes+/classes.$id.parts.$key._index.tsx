import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { offlineFacts } from '~/http/offline.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { partDone } from '~/ui/classes/part-board'
import { PartBoardView } from '~/ui/classes/part-board-view'
import { titled } from '~/ui/shell/title'
import { openPartCall } from '~/usecases/classes/open-part-call.server'
import { partPage } from './part-board.server'
import { tickOnForm } from './part-tick.server'

export const loader = serve('person', async (ctx, { request, params }) => ({
  page: await partPage(ctx, param(params, 'id'), param(params, 'key')),
  offline: offlineFacts(ctx, 'private'),
  done: readQuery(request).oneOf('done', partDone),
}))

/** Draws the list from the seats, or ticks one name where there is no script. */
export const action = serve('person', async (ctx, { request, params }) => {
  const wish = { classId: param(params, 'id'), key: param(params, 'key') }
  const form = await formOf(request)
  const opens = form.get('intent') === 'open'
  const outcome = opens ? await openPartCall(ctx, wish) : await tickOnForm(ctx, wish, form)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/classes/${wish.classId}/parts/${wish.key}${opens ? '?done=opened' : ''}`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('classcall:page.title', { part: page.part.name })} · ${page.title}`)

export default function BoardOfPart() {
  return <PartBoardView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
