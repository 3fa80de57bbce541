import { recordAudit } from '~/data/accounts/audit.server'
import {
  type BankImport,
  findBankImport,
  findImportLines,
  type ImportedWording,
  type ImportLine,
  recordBankImportDropped,
  recordBankImportWritten,
  recordImportedQuestions,
  recordImportLines,
} from '~/data/banks/bank-imports.server'
import { type LocalQuestion, questionsInside } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { judgeFile, readAgain } from './judge-file.server'
import { mostInBank } from './propose-question.server'
import { getKeptBank } from './reached-bank.server'

/** A file of one's own for a bank that one still keeps. */
export async function reachedFile(acting: Acting, id: string): Promise<BankImport> {
  const found = await findBankImport(acting.actor.accountId, id)
  if (found === null) throw new NotFound()
  getKeptBank(acting, found.placeId)
  return found
}

type Written = { new: number; changed: number }

function wordingsOf(
  lines: readonly ImportLine[],
  bank: readonly LocalQuestion[],
  at: Date,
): { fresh: string[]; wordings: ImportedWording[] } {
  const byId = new Map(bank.map((one) => [one.id, one]))
  /** In the order of the file, though all of them are of one instant. */
  const ids = lines.map(() => newId(at)).sort()
  const fresh: string[] = []
  const wordings = lines.flatMap(({ result, body }, place): ImportedWording[] => {
    if (body.kind !== 'question' || (result !== 'new' && result !== 'changed')) return []
    const known = body.questionId === null ? undefined : byId.get(body.questionId)
    if (known !== undefined)
      return [{ id: newId(at), questionId: known.id, nth: known.latest.nth + 1, question: { ...body.question, id: known.latest.body.id } }]
    const questionId = ids[place] ?? newId(at)
    fresh.push(questionId)
    return [{ id: newId(at), questionId, nth: 1, question: body.question }]
  })
  return { fresh, wordings }
}

const meaning = (lines: readonly ImportLine[]): string =>
  JSON.stringify(lines.map(({ result, body }) => [result, body.kind === 'question' ? body.questionId : body.fault]))

/**
 * Proposes every question of a file that is new or worded anew, all of them or none; somebody else approves them. They are judged again
 * against the bank as it is; where one differs from what was shown, nothing is written and the file is shown anew. Asked twice, it writes once.
 */
export async function confirmQuestions(
  acting: Acting,
  id: string,
): Promise<{ kind: 'written'; counts: Written } | { kind: 'moved' } | Refused> {
  const { placeId } = await reachedFile(acting, id)
  const { now: at, actor } = acting
  const by = actor.accountId
  const shown = findImportLines(id)
  const auditId = newId(at)
  return transact(async (tx) => {
    const current = await findBankImport(by, id, tx)
    if (current === null || current.droppedAt !== null) throw new NotFound()
    if (current.counts !== null) return { kind: 'written', counts: current.counts }
    const bank = await questionsInside(tx, placeId)
    const lines = judgeFile(readAgain(shown), bank)
    if (meaning(lines) !== meaning(shown)) {
      await recordImportLines(tx, id, lines)
      return { kind: 'moved' }
    }
    const { fresh, wordings } = wordingsOf(lines, bank, at)
    if (wordings.length === 0) return refuse('banks:refusal.nothing')
    if (bank.length + fresh.length > mostInBank) return refuse('banks:refusal.full', undefined, { most: mostInBank })
    await recordImportedQuestions(tx, { placeId, fresh, wordings, at, by })
    const counts = { new: fresh.length, changed: wordings.length - fresh.length }
    await recordBankImportWritten(tx, id, counts, at)
    await recordAudit(tx, {
      ...{ id: auditId, at, actor: by, act: 'banks.fileWritten', target: { kind: 'bankImport', id }, placeId },
      detail: { questions: wordings.length },
    })
    return { kind: 'written', counts }
  })
}

/** Puts a file aside that was not written, and forgets its questions. */
export async function dropQuestions(acting: Acting, id: string): Promise<{ kind: 'dropped' } | Refused> {
  const { placeId } = await reachedFile(acting, id)
  const { now: at, actor } = acting
  const auditId = newId(at)
  return transact(async (tx) => {
    const current = await findBankImport(actor.accountId, id, tx)
    if (current?.writtenAt) return refuse('banks:refusal.written')
    if (current?.droppedAt) return { kind: 'dropped' }
    await recordBankImportDropped(tx, id, at)
    await recordAudit(tx, {
      ...{ id: auditId, at, actor: actor.accountId, act: 'banks.fileDropped', target: { kind: 'bankImport', id }, placeId },
    })
    return { kind: 'dropped' }
  })
}
