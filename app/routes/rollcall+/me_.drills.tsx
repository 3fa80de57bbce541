import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closingForm } from '~/domain/drills/finding'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { MyDrillsView } from '~/ui/rollcall/my-drills-view'
import { titled } from '~/ui/shell/title'
import { closeOwnFinding } from '~/usecases/drills/close-finding.server'
import { myDrills } from './my-drills.server'

export const loader = serve('person', async (ctx, { request }) => ({
  mine: await myDrills(ctx),
  done: readQuery(request).oneOf('done', ['finding'] as const),
}))

/** What I had to put right is done. */
export const action = serve('person', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, closingForm)
  if (!read.ok) return formRefused(read.answer)
  const { drill, ...wish } = read.value
  const outcome = await closeOwnFinding(ctx, drill, wish)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/me/drills?done=finding', 303)
})

export const handle = titled<typeof loader>((t) => t('rollcall:mine.title'))

export default function MyDrillsPage() {
  const { mine, done } = useLoaderData<typeof loader>()
  return <MyDrillsView mine={mine} done={done} answer={useActionData<typeof action>()} />
}
