import { recordAudit } from '~/data/accounts/audit.server'
import { findImport, recordImportDropped } from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { reachedImport } from './reached-import.server'

/** Puts a sheet aside that was not written, and forgets its rows. */
export async function dropSheet(acting: Acting, id: string): Promise<{ kind: 'dropped' } | Refused> {
  const { unitId, kind } = await reachedImport(acting, id)
  const { actor, now } = acting
  const auditId = newId(now)
  return transact(async (tx) => {
    const current = await findImport(actor.accountId, id, tx)
    if (current?.writtenAt) return refuse('imports:refusal.written')
    if (current?.droppedAt) return { kind: 'dropped' }
    await recordImportDropped(tx, id, now)
    await recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'imports.sheetDropped' },
      ...{ target: { kind: 'rosterImport', id }, unitId, detail: { importKind: kind } },
    })
    return { kind: 'dropped' }
  })
}
