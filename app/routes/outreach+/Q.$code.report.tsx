import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findScannedCode } from '~/data/outreach/poster-codes.server'
import { readPosterCode, shownCode } from '~/domain/outreach/poster-code'
import { posterFaults } from '~/domain/outreach/report'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { printed } from '~/paths'
import { ReportPoster } from '~/ui/outreach/poster-report'
import { titled } from '~/ui/shell/title'
import { reportPoster } from '~/usecases/outreach/report-poster.server'

const said = z.object({ fault: z.enum(posterFaults, 'outreach:poster.report.faultMissing'), note: z.string().default('') })

const hereOf = (code: string) => `${printed.poster(encodeURIComponent(code))}/report`

/** The code of the page that one came from; the page of an unknown code does not say which it is. */
function codeBefore(referer: string | null): string {
  const path = referer !== null && URL.canParse(referer) ? new URL(referer).pathname : ''
  return shownCode(/^\/q\/([^/]+)/i.exec(path)?.[1] ?? '')
}

export const loader = serve('anyone', (_, { request, params }) => {
  const typed = shownCode(param(params, 'code'))
  const before = typed === '-' ? codeBefore(request.headers.get('referer')) : ''
  if (/[0-9A-Z]/.test(before)) throw redirect(hereOf(before))
  const read = readPosterCode(typed)
  const found = read.kind === 'code' ? findScannedCode(read.code) : null
  return {
    code: typed,
    place: found && `${found.placeName} ${found.siteName}`,
    isSent: readQuery(request).text('sent') === 'yes',
    back: printed.poster(encodeURIComponent(typed || '-')),
  }
})

export const action = serve('anyone', async ({ now, address }, { request, params }) => {
  const form = await formOf(request)
  const read = parseForm(form, said)
  if (!read.ok) return formRefused(read.answer)
  const code = shownCode(param(params, 'code'))
  const outcome = await reportPoster({ now, address }, { code, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${hereOf(code || '-')}?sent=yes`)
})

export const handle = titled<typeof loader>((t) => t('outreach:poster.report.title'))

export default function Report() {
  return <ReportPoster page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
