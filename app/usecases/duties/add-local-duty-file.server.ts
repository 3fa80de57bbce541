import { recordAudit } from '~/data/accounts/audit.server'
import { recordLocalDutyFile } from '~/data/duties/local-duty-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { inOneLine } from '~/domain/shared/plain-text'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { readDocument, sealDocument } from '~/gateways/source-documents.server'
import { getLocalDuty } from './reached-local-duty.server'

const ending = { pdf: '.pdf', jpeg: '.jpg' } as const

/** What a document is called: as it was brought, without what a file name cannot hold, and ending as what it is. */
function nameOf(brought: string, is: keyof typeof ending): string {
  const name = inOneLine(brought)
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
    .slice(0, 80)
  return `${name === '' ? 'document' : name}${ending[is]}`
}

/** Puts the document beside a draft that it quotes: a PDF, or a picture of the page. The last one counts. Out of scope is not found. */
export async function addLocalDutyFile(
  acting: Acting,
  { dutyId, name, bytes }: { dutyId: string; name: string; bytes: Uint8Array },
): Promise<{ kind: 'added' } | Refused> {
  const { now, actor } = acting
  const duty = getLocalDuty(acting, dutyId)
  if (duty.days.from !== null) return refuse('localduties:refusal.published', 'file')
  const read = await readDocument(bytes)
  if (isRefused(read)) return read
  const file = { id: newId(now), dutyId: duty.id, name: nameOf(name, read.is), kind: read.is, bytes: read.bytes }
  const sealed = sealDocument(read.bytes)
  const auditId = newId(now)
  const written = await transact(async (tx) => {
    if (!(await recordLocalDutyFile(tx, { ...file, sealed, at: now, by: actor.accountId }))) return false
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'localduties.fileAdded',
      target: { kind: 'duty', id: duty.id },
      placeId: duty.place.id,
      detail: { name: file.name },
    })
    return true
  })
  return written ? { kind: 'added' } : refuse('localduties:refusal.published', 'file')
}
