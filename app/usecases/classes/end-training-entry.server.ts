import { recordAudit } from '~/data/accounts/audit.server'
import { entryInside, recordEntryEnd } from '~/data/classes/training-entries.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import type { Register } from '~/domain/classes/registers'
import { endingFault } from '~/domain/org/holding'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Takes an entry out of its register after a last day, with the reason; that it was there stays on record. The last day is none before its
 * first; what has not begun may be taken out all the same.
 */
export async function endTrainingEntry(
  { now, today, actor }: Acting,
  { register, id, lastDay, reason }: { register: Register; id: string; lastDay: string; reason: string },
): Promise<{ kind: 'ended' } | Refused> {
  const scope = scopeFor(actor.grants, 'supervise', today)
  const last = readOfficeDay(lastDay, today)
  if (!isDay(last)) return refuse('training:error.day', 'lastDay')
  const auditId = newId(now)
  return transact(async (tx) => {
    const found = await entryInside(tx, scope, id)
    if (found?.register !== register) throw new NotFound()
    const first = parseDay(found.body.from ?? '')
    const from = first === null || first > today ? last : first
    const fault = endingFault({ from, to: found.end?.lastDay ?? null }, last, today)
    if (fault !== null) return refuse(`training:refusal.${fault}`, fault === 'ended' ? undefined : 'lastDay')
    await recordEntryEnd(tx, { entryId: id, lastDay: last, reason, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: `training.${register}Ended`,
      target: { kind: 'place', id: found.placeId },
      placeId: found.placeId,
      detail: { name: found.body.name ?? '', lastDay: formatDay(last), reason },
    })
    return { kind: 'ended' }
  })
}
