import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { classesOf } from '~/data/classes/classes.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { MakeUpView } from '~/ui/classes/make-up-view'
import { titled } from '~/ui/shell/title'
import { assignRoute } from '~/usecases/classes/assign-route.server'
import { inviteMembers } from '~/usecases/classes/invite-members.server'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { makeUpPage } from './make-up-page.server'

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const routed = Number(readQuery(request).text('routed') ?? '')
  return {
    page: await makeUpPage(ctx, request, await getProgramme(ctx, param(params, 'programmeId'))),
    routed: Number.isSafeInteger(routed) && routed > 0 ? routed : null,
  }
})

const words = (most: number) => z.string().trim().max(most, 'classes:refusal.unreadable').default('')
const wish = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('invite'), classId: words(60), member: words(60) }),
    z.object({ intent: z.literal('route'), kind: words(40), topic: words(80), member: words(60) }),
  ],
  'classes:refusal.unreadable',
)

/** Asks whoever is missing to a class to come, or tells him another way that does; one line of the list, or everybody. */
export const action = serve('supervisor', async (ctx, { request, params }) => {
  const programme = await getProgramme(ctx, param(params, 'programmeId'))
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { value } = read
  const memberId = value.member === '' ? null : value.member
  if (value.intent === 'invite') {
    const { classId } = value
    if (!(await classesOf(programme)).some(({ id }) => id === classId)) throw new NotFound()
    const outcome = await inviteMembers(ctx, { classId, members: memberId === null ? null : [memberId], isOnce: true })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${classId}?done=invited`, 303)
  }
  const outcome = await assignRoute(ctx, { programmeId: programme.id, memberId, kind: value.kind, topic: value.topic })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const query = new URLSearchParams({ ...(memberId === null ? {} : { member: memberId }), routed: String(outcome.count) })
  return redirect(`/street/classes/${programme.id}/make-up?${query}`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('classcover:makeUp.title')} · ${page.programme.title}`)

export default function MakeUpOfList() {
  return <MakeUpView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
