import { recordAudit } from '~/data/accounts/audit.server'
import { listOwnBatches, recordBatchAsked } from '~/data/credentials/batches.server'
import { findRegisterIds, type RegisterFilter } from '~/data/credentials/register.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isEmpty, type Scope } from '~/domain/accounts/scope'
import { mostInBatch } from '~/domain/credentials/batch'
import { Forbidden } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Asks for the certificates of a filter as one PDF, by unit and name. It is made in the background (`makeBatches`), and is only for who
 * asked. Who waits for one does not ask for a second.
 */
export async function askBatch(
  { actor, now }: Acting,
  scope: Scope,
  filter: RegisterFilter,
): Promise<{ kind: 'asked'; batchId: string } | Refused> {
  if (isEmpty(scope)) throw new Forbidden()
  if (listOwnBatches(actor.accountId).some(({ finishedAt }) => finishedAt === null)) return refuse('credentials:register.refusal.batchOpen')
  const ask = await findRegisterIds(scope, filter, mostInBatch + 1)
  if (ask.length === 0) return refuse('credentials:register.refusal.nothingToPrint')
  if (ask.length > mostInBatch) return refuse('credentials:register.refusal.tooManyToPrint', '', { most: mostInBatch })
  const batchId = newId(now)
  await transact(async (tx) => {
    await recordBatchAsked(tx, { id: batchId, ask, askedBy: actor.accountId, askedAt: now })
    await recordAudit(tx, {
      id: newId(now),
      at: now,
      actor: actor.accountId,
      act: 'credentials.batchAsked',
      target: { kind: 'installation', id: '1' },
      unitId: filter.unitId,
      detail: { count: ask.length },
    })
  })
  return { kind: 'asked', batchId }
}
