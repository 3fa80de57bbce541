import { recordAudit } from '~/data/accounts/audit.server'
import { questionsInside, recordVerdict } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { awaitsVerdict, type VerdictKind } from '~/domain/banks/question-state'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getKeptBank } from './reached-bank.server'

/** wordings: the ids of the wordings that were read; every one of them is decided, or none. */
export type Judgement = { placeId: string; wordings: readonly string[]; verdict: VerdictKind; note: string }

/**
 * Approves proposed wordings, or sends them back with a reason. Somebody else than who proposed them decides; a wording that was decided,
 * or that a newer one has replaced, is refused.
 */
export async function judgeQuestions(acting: Acting, wish: Judgement): Promise<{ kind: VerdictKind; count: number } | Refused> {
  const place = getKeptBank(acting, wish.placeId)
  const { now: at, actor } = acting
  const by = actor.accountId
  if (wish.wordings.length === 0) return refuse('banks:refusal.nothingChosen')
  if (wish.verdict === 'returned' && wish.note === '') return refuse('banks:refusal.noNote', 'note')
  const auditId = newId(at)
  return transact(async (tx) => {
    const all = await questionsInside(tx, place.id)
    const meant = [...new Set(wish.wordings)].map((id) => {
      const found = all.find(({ wordings }) => wordings.some((one) => one.id === id))
      if (found === undefined) throw new NotFound()
      return { id, question: found }
    })
    if (meant.some(({ id, question }) => question.latest.id !== id || !awaitsVerdict(question.state))) return refuse('banks:refusal.moved')
    if (meant.some(({ question }) => question.latest.by === by)) return refuse('banks:refusal.own')
    for (const { id } of meant) await recordVerdict(tx, { revisionId: id, kind: wish.verdict, note: wish.note, at, by })
    const [only] = meant
    const target =
      meant.length === 1 && only !== undefined ? { kind: 'localQuestion', id: only.question.id } : { kind: 'place', id: place.id }
    await recordAudit(tx, {
      ...{ id: auditId, at, actor: by, act: wish.verdict === 'approved' ? 'banks.questionsApproved' : 'banks.questionsReturned' },
      ...{ target, placeId: place.id, detail: { questions: meant.length } },
    })
    return { kind: wish.verdict, count: meant.length }
  })
}
