import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getScenario } from '~/content/panel-scenarios.server'
import { findPanelRuns } from '~/data/learn/panel-runs.server'
import { isOver } from '~/domain/learn/panel/run'
import { formOf, formRefused, parseForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import learnStyles from '~/ui/learn/learn.css?url'
import { PanelStart } from '~/ui/learn/panel/panel-start'
import { titled } from '~/ui/shell/title'
import { startPanelRun } from '~/usecases/learn/start-panel-run.server'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', ({ actor, locale, now }, { params }) => {
  const { text, plays } = getScenario(param(params, 'scenario'))
  return {
    id: text.id,
    title: text.title[locale],
    trains: text.trains[locale],
    scene: text.scene[locale],
    minutes: Math.ceil(text.ends / 60),
    runs: findPanelRuns(actor.personId, text.id).map((run) => ({
      id: run.id,
      mode: run.mode,
      startedAt: instantText(run.startedAt, locale),
      isOver: isOver(run, plays, now),
    })),
  }
})

const start = z.object({ mode: z.enum(['alone', 'two'], 'panel:error.mode') })

export const action = serve('person', async ({ actor, now }, { request, params }) => {
  const scenario = param(params, 'scenario')
  const parsed = parseForm(await formOf(request), start)
  if (!parsed.ok) return formRefused(parsed.answer)
  const { runId } = await startPanelRun({ personId: actor.personId, scenario, mode: parsed.value.mode, now })
  return redirect(`/panel/${scenario}/${runId}`, 303)
})

export const handle = titled<typeof loader>((t, { title }) => `${title} · ${t('panel:list.title')}`)

export default function PanelScenario() {
  return <PanelStart page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
