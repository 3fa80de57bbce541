import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { newId } from '~/gateways/secrets.server'

/** Writes down that a page shows somebody the whole licence number of another. That he may see it was decided before. */
export async function noteLicenceNumberSeen({ actor, now }: Acting, seen: { personId: string; unitId: string | null }): Promise<void> {
  const auditId = newId(now)
  await transact((tx) =>
    recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'personal.numberSeen', unitId: seen.unitId },
      ...{ target: { kind: 'person', id: seen.personId }, detail: { seenNumber: 'licenceNumber' } },
    }),
  )
}
