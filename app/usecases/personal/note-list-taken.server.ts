import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { ExportReason } from '~/domain/personal/export-limit'
import { newId } from '~/gateways/secrets.server'

/** Writes down that a long list is taken out: which, how many rows, and why. What of it the asker may see was decided before. */
export async function noteListTaken({ actor, now }: Acting, taken: { list: string; rows: number; why: ExportReason }): Promise<void> {
  const { list, rows, why } = taken
  const auditId = newId(now)
  await transact((tx) =>
    recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'personal.listTaken' },
      ...{ target: { kind: 'list', id: list }, detail: { rows, listWhy: why } },
    }),
  )
}
