import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listRegister } from '~/data/credentials/register.server'
import { findPlace } from '~/data/org/places.server'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { requireFreshPassword, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { type Condition, RevokeMany } from '~/ui/credentials/revoke-many'
import { AdminFrame } from '~/ui/org/admin-frame'
import { titled } from '~/ui/shell/title'
import { findRevocable, mostRevoked, revokeCertificates } from '~/usecases/credentials/revoke-certificates.server'
import { courseName, registerLine } from './register-page.server'
import { type RegisterQuestion, registerQuestion } from './register-question.server'

const shown = 10

export const loader = serve('administrator', async (ctx, { request }) => {
  requireFreshPassword(ctx, request)
  const { filter, search, isFiltered, chosen } = await registerQuestion(request)
  const count = isFiltered ? (await findRevocable(ctx, filter)).length : 0
  const { rows } = await listRegister(actorScope(ctx, 'see'), filter, { sort: 'unit', skip: 0, take: mostRevoked })
  const first = rows.filter(({ revokedOn }) => revokedOn === null).slice(0, shown)
  const lines = isFiltered ? first.map((row) => registerLine(row, ctx.locale)) : []
  return { count, search, first: lines, conditions: await conditionsOf(chosen, lines[0]?.unit, ctx.locale) }
})

/** The chosen filters in words; the unit by the name that its papers carry. */
async function conditionsOf(chosen: RegisterQuestion['chosen'], unit: string | undefined, locale: Locale): Promise<Condition[]> {
  const { q, state, course, place, from, to } = chosen
  const words: Condition[] = [
    { field: 'search', value: q },
    { field: 'state', value: state },
    { field: 'course', value: course && courseName(course, locale) },
    { field: 'place', value: place && ((await findPlace(place))?.name ?? '') },
    { field: 'unit', value: chosen.unit && (unit ?? '') },
    { field: 'from', value: from && dayText(from, locale) },
    { field: 'to', value: to && dayText(to, locale) },
  ]
  return words.filter(({ value }) => value !== '')
}

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
