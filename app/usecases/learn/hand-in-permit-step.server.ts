import { getPermitScene } from '~/content/permits.server'
import { openRunInside, recordHandedIn } from '~/data/learn/permit-runs.server'
import { findFamily } from '~/data/learn/progress.server'
import { transact } from '~/data/transact.server'
import { nextStep, readStep, type SentStep } from '~/domain/learn/permit/answers'
import { isStep } from '~/domain/learn/permit/scene'
import { type Refused, refuse } from '~/domain/shared/refusal'

/** What came of it: the go it belongs to, and whether the step was handed in now or was already. */
export type HandedIn = { kind: 'handedIn'; runId: string }

/**
 * Hands in the step that is to be done now. A step is handed in once: sent again it changes nothing. Refused when no go is open, when
 * another step comes first, and when the answer is not whole. The last step ends the go.
 */
export async function handInPermitStep(
  who: { personId: string },
  at: { scene: string; step: string },
  sent: SentStep,
  now: Date,
): Promise<HandedIn | Refused> {
  const scene = getPermitScene(at.scene)
  const { step } = at
  if (!isStep(step)) return refuse('learn:permit.unclear.step')
  const family = findFamily(who.personId)
  return transact(async (tx) => {
    const run = await openRunInside(tx, family, scene.id)
    if (run === null) return refuse('learn:permit.unclear.over')
    if (run.answers[step] !== undefined) return { kind: 'handedIn', runId: run.id }
    if (nextStep(scene, run.answers) !== step) return refuse('learn:permit.unclear.step')
    const read = readStep(scene, step, sent)
    if (read.kind === 'refused') return read
    const answers = { ...run.answers, [step]: read.answer }
    await recordHandedIn(tx, run.id, answers, nextStep(scene, answers) === null ? now : null)
    return { kind: 'handedIn', runId: run.id }
  })
}
