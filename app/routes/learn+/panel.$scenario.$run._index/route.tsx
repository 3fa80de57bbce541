import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import panelStyles from '~/ui/learn/panel/panel.css?url'
import { PanelRunView } from '~/ui/learn/panel/panel-run'
import { titled } from '~/ui/shell/title'
import { actAtPanel, endPanelRun } from '~/usecases/learn/act-at-panel.server'
import { panelPage } from './panel-page.server'

export const links = () => [{ rel: 'stylesheet', href: panelStyles }]

export const loader = serve('person', (ctx, { params }) => panelPage(ctx, param(params, 'scenario'), param(params, 'run')))

export const action = serve('person', async ({ actor, now }, { request, params }) => {
  const form = await formOf(request)
  const sent = form.get('act')
  const [who = '', act = ''] = typeof sent === 'string' ? sent.split('/') : []
  const run = { personId: actor.personId, scenario: param(params, 'scenario'), runId: param(params, 'run'), now }
  const address = `/panel/${run.scenario}/${run.runId}`
  if (who === 'finish') {
    await endPanelRun(run)
    return redirect(address, 303)
  }
  const outcome = await actAtPanel({ ...run, by: who === 'field' ? 'field' : 'desk', act })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${address}#panel`, 303)
})

export const handle = titled<typeof loader>((t, { title }) => `${title} · ${t('panel:list.title')}`)

export default function PanelRun() {
  return <PanelRunView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
