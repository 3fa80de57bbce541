import type { PermitScene } from '~/content/permit-schema'
import { permitPictures } from '~/content/permits.server'
import { pictureIn } from '~/content/pictures.server'
import type { Answers } from '~/domain/learn/permit/answers'
import { nextStep } from '~/domain/learn/permit/answers'
import { type Step, stepsOf } from '~/domain/learn/permit/scene'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import type { SceneFacts, ShownSource, StepLine } from '~/ui/learn/permit/scene-facts'

/** A scene in the reader's language, without its key. What has been done since is told when the decision is asked. */
export function sceneFacts(scene: PermitScene, locale: Locale, step: Step | null): SceneFacts {
  const { worker } = scene
  return {
    id: scene.id,
    title: scene.title[locale],
    where: scene.where[locale],
    minutes: scene.minutes,
    on: dayText(scene.on, locale),
    situation: scene.situation[locale],
    says: scene.says.map((line) => line[locale]),
    since: step === 'decide' ? scene.decide.since.map((line) => line[locale]) : [],
    worker: { name: worker.name[locale], face: worker.face, looks: worker.looks[locale] },
    picture: { drawing: pictureIn(permitPictures(), scene.id, locale), alt: scene.alt[locale] },
  }
}

/** What the explanations of a scene rest on. */
export const sourcesOf = (scene: PermitScene, locale: Locale): ShownSource[] =>
  Object.entries(scene.sources).map(([key, { of, en, mark, says }]) => ({
    key,
    of: locale === 'zh' ? of : en,
    says: says[locale],
    isReprint: mark === 'V2',
  }))

/** The steps of a go: those handed in lead to what was said to them. */
export function stepLines(scene: PermitScene, run: { id: string; answers: Answers }, here: Step | null): StepLine[] {
  const now = nextStep(scene, run.answers)
  return stepsOf(scene).map((step) => {
    const isHandedIn = run.answers[step] !== undefined
    const state = step === here ? 'now' : isHandedIn ? 'done' : 'open'
    if (step === here) return { step, state, href: null }
    const next = step === now ? `/permits/${scene.id}` : null
    return { step, state, href: isHandedIn ? `/permits/${scene.id}/runs/${run.id}?step=${step}` : next }
  })
}
