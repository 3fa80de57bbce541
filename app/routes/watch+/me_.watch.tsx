import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { MyWatchView } from '~/ui/watch/my-watch-view'
import { answerSwap, askSwap } from '~/usecases/watch/swap-seats.server'
import { myWatch } from './my-watch.server'

const wish = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('ask'),
    seatId: z.string(),
    to: z.string('watch:error.to').min(1, 'watch:error.to'),
    note: z.string().max(200).default(''),
  }),
  z.object({ intent: z.literal('answer'), swapId: z.string(), answer: z.enum(['accepted', 'declined', 'withdrawn']) }),
])

export const loader = serve('person', async (ctx, { request }) => ({
  mine: await myWatch(ctx, readQuery(request).text('swap')),
  done: readQuery(request).oneOf('done', ['asked', 'accepted', 'declined', 'withdrawn'] as const),
}))

export const action = serve('person', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { value } = read
  if (value.intent === 'ask') {
    const [toPersonId = '', otherSeatId] = value.to.split('/')
    const outcome = await askSwap(ctx, { seatId: value.seatId, toPersonId, otherSeatId: otherSeatId ?? null, note: value.note })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/me/watch?done=asked')
  }
  const outcome = await answerSwap(ctx, { swapId: value.swapId, answer: value.answer })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/me/watch?done=${value.answer}`)
})

export const handle = titled<typeof loader>((t) => t('watch:me.title'))

export default function MyWatch() {
  const { mine, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('watch')
  return (
    <div className="mx-auto max-w-2xl">
      {done && <Notice kind="done" live title={t(`done.${done}`)} />}
      <MyWatchView mine={mine} answer={answer} />
    </div>
  )
}
