import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordAdopted } from '~/data/duties/adoptions.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Switches a duty of the catalogue on for a place and all below it. `from` is the first day from which records are kept: periods that
 * ended before it are not missed. Refuses what is in force everywhere anyway, and a place where it is on already.
 */
export async function adoptDuty(
  acting: Acting,
  wish: { dutyId: string; placeId: string; from: string },
): Promise<{ kind: 'adopted' } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const { dutyId, placeId } = wish
  if (catalogue().duties.get(dutyId)?.words.adopt !== 'place') throw new NotFound()
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const [id, auditId] = [newId(now), newId(now)]
  const outcome = await transact(async (tx) => {
    const result = await recordAdopted(tx, { id, dutyId, placeId, from, adoptedBy: actor.accountId, createdAt: now })
    if (result === 'adopted')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.dutyAdopted',
        target: { kind: 'duty', id: dutyId },
        placeId,
        detail: { duty: dutyId, from: formatDay(from) },
      })
    return result
  })
  if (outcome === 'noPlace') return refuse('duties:adopt.refusal.noPlace', 'placeId')
  return outcome === 'already' ? refuse('duties:adopt.refusal.already', 'placeId') : { kind: 'adopted' }
}
