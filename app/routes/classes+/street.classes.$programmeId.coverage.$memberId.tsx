import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { ListLineView } from '~/ui/classes/list-line-view'
import { titled } from '~/ui/shell/title'
import { endExcuse, excuseMember } from '~/usecases/classes/excuse-member.server'
import { listLine } from './list-line.server'

export const loader = serve('supervisor', (ctx, { params }) => listLine(ctx, param(params, 'programmeId'), param(params, 'memberId')))

const because = z.object({
  why: z.string('classcover:refusal.why').trim().min(4, 'classcover:refusal.why').max(300, 'classcover:refusal.tooLong'),
  until: z.string().trim().max(10, 'classcover:refusal.tooLong').default(''),
})

/** Whoever runs the programme excuses somebody on its list, or takes that back. */
export const action = serve('supervisor', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const read = parseForm(form, because)
  if (!read.ok) return formRefused(read.answer)
  const wish = { programmeId: param(params, 'programmeId'), memberId: param(params, 'memberId'), ...read.value }
  const outcome = form.get('intent') === 'end' ? await endExcuse(ctx, wish) : await excuseMember(ctx, wish)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/street/classes/${wish.programmeId}/coverage/${wish.memberId}`, 303)
})

export const handle = titled<typeof loader>((_t, { row, title }) => `${row.name} · ${title}`)

export default function LineOfList() {
  return <ListLineView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
