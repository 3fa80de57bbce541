import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { inOneLine } from '~/domain/shared/plain-text'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { ListView } from '~/ui/classes/list-view'
import { titled } from '~/ui/shell/title'
import { putOn, takeOff } from '~/usecases/classes/change-list.server'
import { drawList } from '~/usecases/classes/draw-list.server'
import { freezeList } from '~/usecases/classes/freeze-list.server'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { listPage } from './list-page.server'

const dones = ['drawn', 'frozen', 'off', 'on'] as const

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const query = readQuery(request)
  return {
    page: await listPage(ctx, request, await getProgramme(ctx, param(params, 'programmeId'))),
    done: query.oneOf('done', dones),
    count: Number(query.text('count')) || 0,
  }
})

const words = (most: number) => z.string().transform(inOneLine).pipe(z.string().max(most, 'classes:refusal.tooLong')).default('')
const wish = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('draw'), on: words(10) }),
    z.object({ intent: z.literal('freeze') }),
    z.object({ intent: z.literal('off'), memberId: words(60), on: words(10), why: words(20), reason: words(300) }),
    z.object({ intent: z.literal('on'), unitId: words(60), personId: words(60), on: words(10), reason: words(300) }),
  ],
  'classes:refusal.unreadable',
)

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const id = param(params, 'programmeId')
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { value } = read
  const back = (done: string, count = 0) => redirect(`/street/classes/${id}/list?done=${done}&count=${count}`, 303)
  if (value.intent === 'draw') {
    const outcome = await drawList(ctx, id, value.on)
    return isRefused(outcome) ? refusedForm(outcome, form) : back('drawn', outcome.added)
  }
  if (value.intent === 'freeze') {
    const outcome = await freezeList(ctx, id)
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/classes/${id}?done=frozen`, 303)
  }
  const outcome = value.intent === 'off' ? await takeOff(ctx, id, value) : await putOn(ctx, id, value)
  return isRefused(outcome) ? refusedForm(outcome, form) : back(value.intent)
})

export const handle = titled<typeof loader>((t, { page }) => t('classes:list.titleOf', { title: page.programme.title }))

export default function ListOfProgramme() {
  return <ListView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
