import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findMissingSerials, lastSerial, listGaps } from '~/data/credentials/gaps.server'
import { serialGaps, serialsIn } from '~/domain/credentials/serial-gaps'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { requireFreshPassword, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { SerialGaps } from '~/ui/credentials/serial-gaps'
import { Notice } from '~/ui/kit/notice'
import { AdminFrame } from '~/ui/org/admin-frame'
import { titled } from '~/ui/shell/title'
import { explainGap, passOverSerials } from '~/usecases/credentials/explain-gap.server'

export const loader = serve('administrator', async (ctx, { request }) => {
  const { open, explained } = serialGaps(findMissingSerials(), await listGaps())
  return {
    last: lastSerial(),
    open: open.map((run) => ({ ...run, count: serialsIn([run]) })),
    explained: explained.map(({ id, first, last, why, who, at, missing }) => ({
      id,
      first,
      last,
      why,
      who,
      when: instantText(at.toISOString(), ctx.locale),
      count: serialsIn([{ first, last }]),
      still: serialsIn(missing),
    })),
    done: new URL(request.url).searchParams.has('done'),
  }
})

const missing = 'credentials:register.refusal.serialMissing'
const serial = z.coerce.number(missing).int(missing).min(1, missing).max(1_000_000_000, missing)
const why = z
  .string('credentials:register.refusal.reasonMissing')
  .trim()
  .min(1, 'credentials:register.refusal.reasonMissing')
  .max(500, 'credentials:register.refusal.reasonLong')
const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('explain'), first: serial, last: serial, why }),
  z.object({ act: z.literal('pass'), upTo: serial, why }),
])

export const action = serve('administrator', async (ctx, { request }) => {
  requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const outcome =
    parsed.value.act === 'explain' ? await explainGap({ ...ctx, ...parsed.value }) : await passOverSerials({ ...ctx, ...parsed.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/certificates/gaps?done', 303)
})

export const handle = titled<typeof loader>((t) => t('credentials:register.gaps.title'))

export default function Gaps() {
  const { done, ...gaps } = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  return (
    <AdminFrame
      title={t('register.gaps.title')}
      lead={t('register.gaps.lead')}
      back={{ href: '/admin/certificates', label: t('register.revoke.back') }}
    >
      {done && (
        <Notice kind="done" live>
          {t('register.gaps.done')}
        </Notice>
      )}
      <SerialGaps gaps={gaps} answer={useActionData<typeof action>()} />
    </AdminFrame>
  )
}
