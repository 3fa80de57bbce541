import { recordAudit } from '~/data/accounts/audit.server'
import { questionsInside, recordLocalQuestion, recordWording } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { BankQuestion } from '~/domain/banks/question'
import { wordingOf } from '~/domain/banks/same-question'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getKeptBank } from './reached-bank.server'

/** questionId: the question that is worded anew; null for a new one. */
export type Proposal = { placeId: string; questionId: string | null; question: BankQuestion }

/** So many questions a place may have. */
export const mostInBank = 10_000

/**
 * Proposes a question for the bank of a place, or a new wording of one: nothing is in use before somebody else has approved it. Refused
 * where the bank has the same words already, and where the question is withdrawn.
 */
export async function proposeQuestion(acting: Acting, wish: Proposal): Promise<{ kind: 'proposed'; id: string } | Refused> {
  const place = getKeptBank(acting, wish.placeId)
  const { now: at, actor } = acting
  const by = actor.accountId
  const ids = { question: newId(at), wording: newId(at), audit: newId(at) }
  return transact(async (tx) => {
    const all = await questionsInside(tx, place.id)
    const known = wish.questionId === null ? null : all.find(({ id }) => id === wish.questionId)
    if (known === undefined) throw new NotFound()
    if (known?.state === 'withdrawn') return refuse('banks:refusal.withdrawn')
    if (known === null && all.length >= mostInBank) return refuse('banks:refusal.full', undefined, { most: mostInBank })
    const words = wordingOf(wish.question)
    if (all.some(({ latest, state }) => state !== 'withdrawn' && wordingOf(latest.body) === words))
      return refuse('banks:refusal.same', 'stem')
    const id = known?.id ?? ids.question
    const question = { ...wish.question, id: known === null ? wish.question.id : known.latest.body.id }
    if (known === null) await recordLocalQuestion(tx, { id, placeId: place.id, at, by })
    await recordWording(tx, { id: ids.wording, questionId: id, nth: (known?.latest.nth ?? 0) + 1, question, at, by })
    await recordAudit(tx, {
      ...{ id: ids.audit, at, actor: by, act: known === null ? 'banks.questionProposed' : 'banks.wordingProposed' },
      ...{ target: { kind: 'localQuestion', id }, placeId: place.id },
    })
    return { kind: 'proposed', id }
  })
}
