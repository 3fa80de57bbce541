import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { formOf, formRefused, parseForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LocalDutyFormView } from '~/ui/duties/local/duty-form-view'
import type { LocalDutyForm } from '~/ui/duties/local/local-duty'
import { titled } from '~/ui/shell/title'
import { draftLocalDuty } from '~/usecases/duties/draft-local-duty.server'
import { getLocalDuty, ownPlaces } from '~/usecases/duties/reached-local-duty.server'
import { emptyWish, localDutyForm, offered, refusedWish, withTicks } from './local-duty-form.server'

const placed = localDutyForm.extend({ placeId: z.string('localduties:missing.place').max(80) })

/** The duty that the new one is to take over from, where one is named. */
function replacedBy(ctx: Signed, request: Asked) {
  const id = readQuery(request).text('supersedes')
  return id === null ? null : getLocalDuty(ctx, id)
}

export const loader = serve('supervisor', (ctx, { request }): LocalDutyForm => {
  const places = ownPlaces(ctx)
  if (places.length === 0) throw new NotFound()
  const before = replacedBy(ctx, request)
  const asked = readQuery(request).text('place')
  return {
    places: places
      .filter(({ id }) => before === null || id === before.place.id)
      .map(({ id, fullName }) => ({ value: id, label: fullName })),
    place: before?.place.id ?? places.find(({ id }) => id === asked)?.id ?? places[0]?.id ?? '',
    supersedes: before === null ? null : { id: before.id, title: before.said.title },
    back: '/street/duties',
    said: before?.said ?? emptyWish,
    ...offered(ctx.locale),
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const before = replacedBy(ctx, request)
  const form = await formOf(request)
  const read = parseForm(form, placed)
  if (!read.ok) return formRefused(withTicks(read.answer, form))
  const { placeId, ...said } = read.value
  const outcome = await draftLocalDuty(ctx, { placeId, supersedes: before?.id ?? null, said })
  return isRefused(outcome) ? refusedWish(outcome, form) : redirect(`/street/duties/${outcome.dutyId}?done=drafted`, 303)
})

export const handle = titled<typeof loader>((t) => t('localduties:form.new'))

export default function NewLocalDuty() {
  const form = useLoaderData<typeof loader>()
  const { t } = useTranslation('localduties')
  return <LocalDutyFormView form={form} answer={useActionData<typeof action>()} title={t('form.new')} />
}
