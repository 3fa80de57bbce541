import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getPermitScene } from '~/content/permits.server'
import { findOpenPermitRun, findPermitRuns } from '~/data/learn/permit-runs.server'
import { nextStep } from '~/domain/learn/permit/answers'
import { groupsOf, isStep, stepsOf } from '~/domain/learn/permit/scene'
import { askedNow, askedStep } from '~/domain/learn/permit/shown-step'
import { formOf } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import learnStyles from '~/ui/learn/learn.css?url'
import { AskedForm } from '~/ui/learn/permit/asked'
import permitStyles from '~/ui/learn/permit/permit.css?url'
import { SceneFrame, Situation } from '~/ui/learn/permit/scene-frame'
import { SceneIntro } from '~/ui/learn/permit/scene-intro'
import { titled } from '~/ui/shell/title'
import { handInPermitStep } from '~/usecases/learn/hand-in-permit-step.server'
import { startPermitRun } from '~/usecases/learn/start-permit-run.server'
import { sceneFacts, stepLines } from './scene-page.server'
import { sentIn, typedOf } from './sent.server'

export const links = () => [learnStyles, permitStyles].map((href) => ({ rel: 'stylesheet', href }))

export const loader = serve('person', (ctx, { params }) => {
  const scene = getPermitScene(param(params, 'scene'))
  const run = findOpenPermitRun(ctx.actor.personId, scene.id)
  const step = run && nextStep(scene, run.answers)
  const ended = findPermitRuns(ctx.actor.personId).filter((one) => one.scene === scene.id && one.endedAt !== null)
  return {
    scene: sceneFacts(scene, ctx.locale, step),
    count: stepsOf(scene).length,
    asked: run && askedNow(scene, run.answers, ctx.locale, null),
    steps: run ? stepLines(scene, run, step) : [],
    ended: ended.map(({ id, startedAt }) => ({ id, at: instantText(startedAt, ctx.locale) })),
  }
})

export const action = serve('person', async (ctx, { request, params }) => {
  const scene = getPermitScene(param(params, 'scene'))
  const form = await formOf(request)
  const step = String(form.get('step') ?? '')
  if (step === 'start') {
    await startPermitRun(ctx.actor, scene.id, ctx.now)
    return redirect(`/permits/${scene.id}`, 303)
  }
  const known = isStep(step) ? step : null
  const sent = sentIn(form, known === null ? [] : groupsOf(scene, known).map(({ key }) => key))
  const outcome = await handInPermitStep(ctx.actor, { scene: scene.id, step }, sent, ctx.now)
  if (outcome.kind === 'handedIn') return redirect(`/permits/${scene.id}/runs/${outcome.runId}?step=${step}`, 303)
  const run = findOpenPermitRun(ctx.actor.personId, scene.id)
  const isNow = run !== null && known !== null && nextStep(scene, run.answers) === known
  const asked = isNow ? askedStep(scene, known, ctx.locale, typedOf(sent)) : null
  return data({ unclear: { reason: outcome.reason, field: outcome.field ?? '' }, asked }, { status: 400 })
})

export const handle = titled<typeof loader>((t, { scene }) => `${scene.title} · ${t('learn:permit.title')}`)

export default function PermitScene() {
  const { t } = useTranslation('learn')
  const { scene, count, asked, steps, ended } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer !== undefined && 'unclear' in answer ? answer : null
  const shown = refused?.asked ?? asked
  if (shown === null)
    return (
      <SceneFrame scene={scene} steps={[]}>
        <SceneIntro scene={scene} count={count} ended={ended} unclear={refused?.unclear.reason ?? null} />
      </SceneFrame>
    )
  return (
    <SceneFrame scene={scene} steps={steps}>
      {shown.step === 'fill' ? (
        <Situation scene={scene} />
      ) : (
        <details className="piece-more">
          <summary>{t('permit.situation')}</summary>
          <Situation scene={scene} />
        </details>
      )}
      <h2 className="mt-8">{t(`permit.step.${shown.step}`)}</h2>
      <p className="mt-2">{t(`permit.lead.${shown.step}`)}</p>
      {scene.since.length > 0 && (
        <ul className="permit-says">
          {scene.since.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <AskedForm scene={scene} asked={shown} unclear={refused?.unclear ?? null} />
    </SceneFrame>
  )
}
