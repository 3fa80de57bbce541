import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listOwnCorrections } from '~/data/personal/corrections.server'
import { correctionAsked } from '~/domain/personal/correction'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { OwnDataView } from '~/ui/personal/own-data-view'
import { titled } from '~/ui/shell/title'
import { askCorrection } from '~/usecases/personal/ask-correction.server'

export const loader = serve('person', async (ctx, { request }) => ({
  name: ctx.actor.name,
  isAsked: readQuery(request).text('done') === 'asked',
  requests: (await listOwnCorrections(ctx.actor.personId)).map(({ id, field, at, answer }) => ({
    id,
    field,
    at: instantText(at, ctx.locale),
    state: answer === null ? 'waits' : answer.kind,
    reason: answer?.reason ?? '',
  })),
}))

/** Asks that something be put right. */
export const action = serve('person', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, correctionAsked(ctx.today))
  if (!read.ok) return formRefused(read.answer)
  const outcome = await askCorrection(ctx, { personId: ctx.actor.personId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/me/data?done=asked')
})

export const handle = titled<typeof loader>((t) => t('personal:data.title'))

export default function MyData() {
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <OwnDataView {...facts} answer={answer} />
}
