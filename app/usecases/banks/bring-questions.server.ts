import { recordAudit } from '~/data/accounts/audit.server'
import { recordBankImport, recordImportLines } from '~/data/banks/bank-imports.server'
import { questionsOfPlace } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { BankFormat } from '~/domain/banks/formats'
import { inOneLine } from '~/domain/shared/plain-text'
import { readQuestions } from '~/gateways/question-files.server'
import { newId } from '~/gateways/secrets.server'
import { judgeFile } from './judge-file.server'
import { getKeptBank } from './reached-bank.server'

export type FileWish = { placeId: string; fileName: string; bytes: Uint8Array; format: BankFormat | null }

/** Reads a file of questions and says of each what it would become; nothing of it is in the bank before it is confirmed. */
export async function bringQuestions(acting: Acting, wish: FileWish): Promise<{ id: string }> {
  const place = getKeptBank(acting, wish.placeId)
  const { now: at, actor } = acting
  const by = actor.accountId
  const read = await readQuestions(wish.bytes, wish.format)
  const lines = read.kind === 'read' ? judgeFile(read.all, questionsOfPlace(place.id)) : []
  const [id, auditId] = [newId(at), newId(at)]
  const told =
    read.kind === 'read'
      ? { format: read.format, fault: null, said: '', unread: read.unread }
      : { format: wish.format ?? ('' as const), fault: read.fault, said: read.said, unread: [] }
  await transact(async (tx) => {
    const file = { id, placeId: place.id, fileName: inOneLine(wish.fileName).slice(0, 120), by, at }
    await recordBankImport(tx, { ...file, ...told })
    await recordImportLines(tx, id, lines)
    await recordAudit(tx, {
      ...{ id: auditId, at, actor: by, act: 'banks.fileBrought', target: { kind: 'bankImport', id }, placeId: place.id },
      detail: { questions: lines.length },
    })
  })
  return { id }
}
