import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listRegister } from '~/data/credentials/register.server'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { requireFreshPassword, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { RevokeMany } from '~/ui/credentials/revoke-many'
import { AdminFrame } from '~/ui/org/admin-frame'
import { titled } from '~/ui/shell/title'
import { findRevocable, mostRevoked, revokeCertificates } from '~/usecases/credentials/revoke-certificates.server'
import { registerLine } from './register-page.server'
import { registerQuestion } from './register-question.server'

const shown = 10

export const loader = serve('administrator', async (ctx, { request }) => {
  requireFreshPassword(ctx, request)
  const { filter, search, isFiltered } = await registerQuestion(request)
  const count = isFiltered ? (await findRevocable(ctx, filter)).length : 0
  const { rows } = await listRegister(actorScope(ctx, 'see'), filter, { sort: 'unit', skip: 0, take: mostRevoked })
  const first = rows.filter(({ revokedOn }) => revokedOn === null).slice(0, shown)
  return { count, search, first: isFiltered ? first.map((row) => registerLine(row, ctx.locale)) : [] }
})

const reasonMissing = 'credentials:register.refusal.reasonMissing'
const schema = z.object({
  reason: z.string(reasonMissing).trim().min(1, reasonMissing).max(500, 'credentials:register.refusal.reasonLong'),
  previewed: z.coerce.number('credentials:register.refusal.confirmMissing'),
  confirm: z.string('credentials:register.refusal.confirmMissing').trim().min(1, 'credentials:register.refusal.confirmMissing'),
})

export const action = serve('administrator', async (ctx, { request }) => {
  requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const { filter, search } = await registerQuestion(request)
  const { reason, previewed, confirm } = parsed.value
  const outcome = await revokeCertificates({ ...ctx, filter, previewed, typed: confirm, reason })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/admin/certificates?${search}&revoked=${outcome.count}`, 303)
})

export const handle = titled<typeof loader>((t) => t('credentials:register.revoke.title'))

export default function RevokeManyPage() {
  const facts = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  return (
    <AdminFrame
      title={t('register.revoke.title')}
      lead={t('register.revoke.lead')}
      back={{ href: `/admin/certificates?${facts.search}`, label: t('register.revoke.back') }}
    >
      <RevokeMany facts={facts} answer={useActionData<typeof action>()} />
    </AdminFrame>
  )
}
