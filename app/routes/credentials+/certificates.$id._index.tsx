import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import { spokenGroups } from '~/domain/credentials/number'
import { isRefused } from '~/domain/shared/refusal'
import { actorCan } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, requireFreshPassword, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { printed } from '~/paths'
import { CertificatePage } from '~/ui/credentials/certificate-page'
import { titled } from '~/ui/shell/title'
import { stateOf } from '~/usecases/credentials/look-up-certificate.server'
import { revokeCertificate } from '~/usecases/credentials/revoke-certificate.server'
import { historyOf } from './certificate-history.server'
import { certificateLines } from './certificate-lines.server'
import { visibleCertificate } from './certificate-print.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

const doneOf = (search: URLSearchParams): 'revoked' | 'corrected' | null =>
  search.has('done') ? 'revoked' : search.has('corrected') ? 'corrected' : null

export const loader = serve('person', async (ctx, { request, params }) => {
  const { locale } = ctx
  const certificate = await visibleCertificate(ctx, param(params, 'id'))
  const { id, number, name, unitName, position, course, passedOn, score, token, revokedOn, revokedFor } = certificate
  const search = new URL(request.url).searchParams
  const mayRevoke = revokedOn === null && actorCan(ctx, 'administer', { kind: 'installation' })
  const mayCorrect = mayRevoke && certificate.correctedBy === null
  const revoking = mayRevoke && search.has('revoke')
  if (revoking) requireFreshPassword(ctx, request)
  return {
    id,
    number,
    name,
    unitName,
    position: positionName(position, locale),
    course: catalogue().courses.get(course)?.[locale].title ?? course,
    passedOn: dayText(passedOn, locale),
    score,
    state: stateOf(certificate, ctx.today),
    revoked: revokedOn === null ? null : { on: dayText(revokedOn, locale), reason: revokedFor ?? '' },
    lines: certificateLines(certificate, ctx.today, locale),
    checkAddress: printed.certificate(token),
    correctedBy: certificate.correctedBy,
    spoken: spokenGroups(number),
    history: await historyOf(ctx, certificate),
    mayRevoke,
    mayCorrect,
    revoking,
    done: doneOf(search),
  }
})

const schema = z.object({
  reason: z
    .string('credentials:error.reasonMissing')
    .trim()
    .min(1, 'credentials:error.reasonMissing')
    .max(500, 'credentials:error.reasonLong'),
  confirm: z.string('credentials:error.confirmMissing').trim().min(1, 'credentials:error.confirmMissing'),
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const certificateId = param(params, 'id')
  const { reason, confirm } = parsed.value
  const { actor, now, today } = ctx
  const outcome = await revokeCertificate({ actor, certificateId, typed: confirm, reason, now, today })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/certificates/${certificateId}?done`, 303)
})

export const handle = titled<typeof loader>((t) => t('credentials:print.title'))

export default function Certificate() {
  return <CertificatePage certificate={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
