import { recordAudit } from '~/data/accounts/audit.server'
import { findLocalDuty } from '~/data/duties/local-duties.server'
import { recordLocalDutyPublished } from '~/data/duties/local-duty-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { lastDayBefore, publishingFault } from '~/domain/duties/local-duty-life'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { previewLocalDuty } from './preview-local-duty.server'
import { getLocalDuty, wholePaths } from './reached-local-duty.server'

/**
 * Puts a draft in force from a day on: by somebody who wrote no part of it, with its document, and with the figures that he was shown
 * (`fingerprint`). The duty that it takes over from ends on the day before. Out of scope is not found.
 */
export async function publishLocalDuty(
  acting: Acting,
  wish: { dutyId: string; from: string; fingerprint: string },
): Promise<{ kind: 'published' } | Refused> {
  const { now, today, actor } = acting
  const { id: dutyId, days, drafters, file, place, supersedes } = getLocalDuty(acting, wish.dutyId)
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const before = supersedes === null ? null : (findLocalDuty(wholePaths(acting), supersedes)?.days ?? null)
  const fault = publishingFault({ days, drafters, publisher: actor.accountId, hasFile: file !== null, from, today, before })
  if (fault !== null) return fault
  const shown = await previewLocalDuty(acting, { dutyId, from })
  if (isRefused(shown)) return shown
  if (shown.fingerprint !== wish.fingerprint || file === null) return refuse('localduties:refusal.previewOld')
  const [adoptionId, auditId] = [newId(now), newId(now)]
  const outcome = await transact(async (tx) => {
    const result = await recordLocalDutyPublished(tx, {
      dutyId,
      adoptionId,
      placeId: place.id,
      revisionId: shown.duty.revisionId,
      fileId: file.id,
      body: shown.body,
      from,
      fingerprint: shown.fingerprint,
      supersedes,
      lastDayBefore: lastDayBefore(from),
      at: now,
      by: actor.accountId,
    })
    if (result !== 'published') return result
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'localduties.dutyPublished',
      target: { kind: 'duty', id: dutyId },
      placeId: place.id,
      detail: { duty: dutyId, from: formatDay(from), ...(supersedes === null ? {} : { replaces: supersedes }) },
    })
    return result
  })
  if (outcome === 'published') return { kind: 'published' }
  const reasons = { already: 'published', changed: 'previewOld', beforeEnded: 'beforeEnded' } as const
  return refuse(`localduties:refusal.${reasons[outcome]}`)
}
