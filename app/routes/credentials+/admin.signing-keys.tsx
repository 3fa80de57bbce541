import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { publishedKeys } from '~/data/credentials/signing-keys.server'
import { formatDay } from '~/domain/shared/day'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { requireFreshPassword, serve } from '~/http/serve.server'
import { dayText, instantText } from '~/i18n/format'
import { SigningKeys } from '~/ui/credentials/signing-keys'
import { titled } from '~/ui/shell/title'
import { reportStolenKey, rotateSigningKey } from '~/usecases/credentials/rotate-signing-key.server'

const confirm = z.string('verify:keys.error.confirmMissing').trim().min(1, 'verify:keys.error.confirmMissing')
const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('rotate'), confirm }),
  z.object({
    act: z.literal('report'),
    kid: z.string('verify:keys.error.which').min(1, 'verify:keys.error.which'),
    from: z.string('verify:keys.error.day').min(1, 'verify:keys.error.day'),
    reason: z
      .string('verify:keys.error.reasonMissing')
      .trim()
      .min(1, 'verify:keys.error.reasonMissing')
      .max(500, 'verify:keys.error.reasonLong'),
    confirm,
  }),
])

/** Keys with their states; what is asked for in the address opens one of the two acts. */
export const loader = serve('administrator', async ({ locale, today }, { request }) => {
  const search = new URL(request.url).searchParams
  const asked: 'rotate' | 'report' | null = search.has('rotate') ? 'rotate' : search.has('report') ? 'report' : null
  const done = ['rotated', 'reported'].find((act) => search.get('done') === act) ?? null
  const keys = (await publishedKeys()).reverse().map(({ kid, from, until, stolenFrom }) => ({
    kid,
    from: instantText(from, locale),
    until: until === null ? null : instantText(until, locale),
    stolenFrom: stolenFrom === null ? null : dayText(stolenFrom, locale),
  }))
  return { keys, asked, done, today: formatDay(today) }
})

export const action = serve('administrator', async (ctx, { request }) => {
  requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const wish = parsed.value
  const outcome =
    wish.act === 'rotate'
      ? await rotateSigningKey(ctx, { typed: wish.confirm })
      : await reportStolenKey(ctx, { kid: wish.kid, from: wish.from, reason: wish.reason, typed: wish.confirm })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/admin/signing-keys?done=${wish.act === 'rotate' ? 'rotated' : 'reported'}`, 303)
})

export const handle = titled<typeof loader>((t) => t('verify:keys.title'))

export default function Keys() {
  return <SigningKeys page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
