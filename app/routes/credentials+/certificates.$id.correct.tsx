import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { findCorrectSeats } from '~/data/credentials/corrections.server'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, requireFreshPassword, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { CorrectForm } from '~/ui/credentials/correct-form'
import { titled } from '~/ui/shell/title'
import { correctCertificate, saysOtherwise } from '~/usecases/credentials/correct-certificate.server'
import { visibleCertificate } from './certificate-print.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const loader = serve('administrator', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const certificate = await visibleCertificate(ctx, param(params, 'id'))
  const { id, number, name, unitName, position, personId, revokedOn, correctedBy } = certificate
  if (revokedOn !== null || correctedBy !== null) throw new NotFound()
  const all = findCorrectSeats(certificate)
  const seats = all.filter((seat) => saysOtherwise(certificate, seat))
  const held = all.find(({ to }) => to === null || to >= formatDay(ctx.today))
  return {
    id,
    number,
    name,
    unitName,
    position: positionName(position, ctx.locale),
    // A name is put right where its holder works.
    record: held ? `/units/${held.unitId}/people/${held.personId}` : `/admin/people/${personId}`,
    seats: seats.map(({ postId, name: named, unitName: unit, from, to }) => ({
      postId,
      name: named,
      unit,
      from: dayText(from, ctx.locale),
      to: to === null ? null : dayText(to, ctx.locale),
    })),
  }
})

const reasonMissing = 'credentials:register.refusal.reasonMissing'
const schema = z.object({
  post: z.string('credentials:register.refusal.noSuchPost'),
  reason: z.string(reasonMissing).trim().min(1, reasonMissing).max(500, 'credentials:register.refusal.reasonLong'),
  confirm: z.string('credentials:error.confirmMissing').trim().min(1, 'credentials:error.confirmMissing'),
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const { post, reason, confirm } = parsed.value
  const outcome = await correctCertificate({ ...ctx, certificateId: param(params, 'id'), postId: post, typed: confirm, reason })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/certificates/${outcome.certificateId}?corrected`, 303)
})

export const handle = titled<typeof loader>((t) => t('credentials:register.correct.title'))

export default function Correct() {
  return <CorrectForm certificate={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
