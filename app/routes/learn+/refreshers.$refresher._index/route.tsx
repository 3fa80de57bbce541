import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { RefresherView } from '~/ui/learn/refresher-view'
import { titled } from '~/ui/shell/title'
import { startRefresherPaper } from '~/usecases/learn/start-refresher-paper.server'
import { refresherPage } from './refresher-page.server'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', (ctx, { params }) => refresherPage(ctx, param(params, 'refresher')))

export const action = serve('person', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const { now, locale } = ctx
  const start = { personId: ctx.actor.personId, refresherId: param(params, 'refresher'), now, locale }
  const outcome = await startRefresherPaper(start)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/papers/${outcome.attemptId}`, 303)
})

export const handle = titled<typeof loader>((t, { every }) => t(`learn:refresher.name.${every}`))

export default function Refresher() {
  return <RefresherView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
