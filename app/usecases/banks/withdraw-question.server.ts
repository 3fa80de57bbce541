import { recordAudit } from '~/data/accounts/audit.server'
import { recordQuestionStep } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { QuestionStepKind } from '~/domain/banks/question-state'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getKeptQuestion, keptInside } from './reached-bank.server'

/** Takes a question out of use with a reason, or back into it; papers that have it keep it. */
export async function withdrawQuestion(
  acting: Acting,
  { id, step, reason }: { id: string; step: QuestionStepKind; reason: string },
): Promise<{ kind: QuestionStepKind } | Refused> {
  const { place } = getKeptQuestion(acting, id)
  if (step === 'withdrawn' && reason === '') return refuse('banks:refusal.noReason', 'reason')
  const { now: at, actor } = acting
  const by = actor.accountId
  const ids = { step: newId(at), audit: newId(at) }
  return transact(async (tx) => {
    const { state } = await keptInside(tx, id)
    if ((state === 'withdrawn') === (step === 'withdrawn')) return refuse(`banks:refusal.already.${step}`)
    await recordQuestionStep(tx, { id: ids.step, questionId: id, kind: step, reason, at, by })
    await recordAudit(tx, {
      ...{ id: ids.audit, at, actor: by, act: step === 'withdrawn' ? 'banks.questionWithdrawn' : 'banks.questionRestored' },
      ...{ target: { kind: 'localQuestion', id }, placeId: place.id },
    })
    return { kind: step }
  })
}
