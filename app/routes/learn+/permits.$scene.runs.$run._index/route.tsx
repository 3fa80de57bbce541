import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPermitScene } from '~/content/permits.server'
import { findOwnPermitRun } from '~/data/learn/permit-runs.server'
import { nextStep } from '~/domain/learn/permit/answers'
import { isStep, stepsOf } from '~/domain/learn/permit/scene'
import { toldStep } from '~/domain/learn/permit/shown-step'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { Debrief } from '~/ui/learn/permit/debrief'
import permitStyles from '~/ui/learn/permit/permit.css?url'
import { SceneFrame } from '~/ui/learn/permit/scene-frame'
import { ToldPage } from '~/ui/learn/permit/told-page'
import { titled } from '~/ui/shell/title'
import { sceneFacts, sourcesOf, stepLines } from '../permits.$scene._index/scene-page.server'

export const links = () => [learnStyles, permitStyles].map((href) => ({ rel: 'stylesheet', href }))

/** One's own go: what was said to a step that is handed in, or all of it together at the end. Somebody else's is not found. */
export const loader = serve('person', (ctx, { request, params }) => {
  const scene = getPermitScene(param(params, 'scene'))
  const run = findOwnPermitRun(ctx.actor.personId, scene.id, param(params, 'run'))
  if (run === null) throw new NotFound()
  const asked = new URL(request.url).searchParams.get('step')
  const step = asked !== null && isStep(asked) ? asked : null
  const now = nextStep(scene, run.answers)
  const wanted = step === null ? stepsOf(scene) : [step]
  const told = wanted.flatMap((one) => {
    const answer = run.answers[one]
    return answer === undefined ? [] : [toldStep(scene, one, answer, ctx.locale)]
  })
  if (told.length < wanted.length) throw redirect(`/permits/${scene.id}`)
  return {
    scene: sceneFacts(scene, ctx.locale, step),
    steps: stepLines(scene, run, step),
    step,
    told,
    run: run.id,
    next: now === null ? `/permits/${scene.id}/runs/${run.id}` : `/permits/${scene.id}`,
    isEnded: now === null,
    sources: sourcesOf(scene, ctx.locale),
  }
})

export const handle = titled<typeof loader>((t, { scene, step }) =>
  [scene.title, step === null ? t('learn:permit.debrief') : t(`learn:permit.step.${step}`)].join(' · '),
)

export default function PermitRun() {
  const { scene, steps, step, told, run, next, isEnded, sources } = useLoaderData<typeof loader>()
  const [first] = told
  return (
    <SceneFrame scene={scene} steps={steps}>
      {step !== null && first !== undefined ? (
        <ToldPage scene={scene} told={first} sources={sources} next={next} isLast={isEnded} />
      ) : (
        <Debrief scene={scene} told={told} sources={sources} run={run} />
      )}
    </SceneFrame>
  )
}
