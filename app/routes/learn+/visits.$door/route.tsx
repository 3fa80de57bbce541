import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { VisitView } from '~/ui/learn/visits/visit-view'
import visitStyles from '~/ui/learn/visits/visits.css?url'
import { titled } from '~/ui/shell/title'
import { answerVisit } from '~/usecases/learn/answer-visit.server'
import { startVisit } from '~/usecases/learn/start-visit.server'
import { visitPage } from './visit-page.server'
import { readVisitForm } from './visit-sent.server'

export const links = () => [
  { rel: 'stylesheet', href: learnStyles },
  { rel: 'stylesheet', href: visitStyles },
]

export const loader = serve('person', (ctx, { request, params }) =>
  visitPage(ctx, param(params, 'door'), new URL(request.url).searchParams.get('run')),
)

export const action = serve('person', async (ctx, { request, params }) => {
  const door = param(params, 'door')
  const form = await formOf(request)
  const who = { personId: ctx.actor.personId }
  const sent = readVisitForm(form)
  if (sent === null) await startVisit(who, door, ctx.now)
  const outcome = sent && (await answerVisit(who, door, sent, ctx.now))
  if (outcome && isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/visits/${door}#now`, 303)
})

export const handle = titled<typeof loader>((_, { title }) => title)

export default function VisitPage() {
  return <VisitView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
