import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { LocalDutyPageView } from '~/ui/duties/local/duty-page-view'
import type { LocalDutyPage } from '~/ui/duties/local/local-duty'
import { titled } from '~/ui/shell/title'
import { publishLocalDuty } from '~/usecases/duties/publish-local-duty.server'
import { getLocalDuty } from '~/usecases/duties/reached-local-duty.server'
import { withdrawLocalDuty } from '~/usecases/duties/withdraw-local-duty.server'
import { localDutyPage } from './local-duty-page.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const published = z.object({ from: day, fingerprint: z.string('localduties:refusal.previewOld').max(100) })
const withdrawn = z.object({ from: day, reason: z.string('org:error.reasonMissing').max(200, 'org:error.reasonLong') })
const dones = ['drafted', 'changed', 'published', 'withdrawn', 'file'] as const
const fileFaults = ['fileMissing', 'fileLarge', 'fileKind', 'fileBroken', 'fileActive', 'published'] as const

export const loader = serve('supervisor', async (ctx, { request, params }): Promise<LocalDutyPage> => {
  const row = getLocalDuty(ctx, param(params, 'dutyId'))
  const query = readQuery(request)
  const page = await localDutyPage(ctx, row, query.text('from'))
  if (page === null) throw new NotFound()
  return { ...page, done: query.oneOf('done', dones), fileRefused: query.oneOf('file', fileFaults) }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { id: dutyId } = getLocalDuty(ctx, param(params, 'dutyId'))
  const act = readQuery(request).oneOf('act', ['publish', 'withdraw'] as const)
  if (act === null) throw new NotFound()
  const form = await formOf(request)
  if (act === 'publish') {
    const read = parseForm(form, published)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await publishLocalDuty(ctx, { dutyId, ...read.value })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/duties/${dutyId}?done=published`, 303)
  }
  const read = parseForm(form, withdrawn)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await withdrawLocalDuty(ctx, { dutyId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/duties/${dutyId}?done=withdrawn`, 303)
})

export const handle = titled<typeof loader>((t, { title }) => `${title} · ${t('localduties:list.title')}`)

export default function LocalDuty() {
  return <LocalDutyPageView duty={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
