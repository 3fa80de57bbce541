import { recordAudit } from '~/data/accounts/audit.server'
import { findGuidedPlaces } from '~/data/duties/slices.server'
import { recordTipSent } from '~/data/duties/tips.server'
import { findPlace } from '~/data/org/places.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { readTipDay } from '~/domain/org/guiding'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

export type TipWish = { placeIds: readonly string[]; on: string; title: string; text: string }
type Sender = Acting & { actor: { personId: string } }

/** May the sender write to this village: as the one who guides it on the day of writing, or as its supervisor? */
async function mayWriteTo({ actor, today }: Sender, placeId: string): Promise<boolean> {
  if (findGuidedPlaces(actor.personId, today).some(({ id }) => id === placeId)) return true
  const place = await findPlace(placeId)
  return place?.kind === 'community' && seesWholePlace(scopeFor(actor.grants, 'supervise', today), place.path)
}

/** Records a fire safety tip (消防安全提示) that was sent to villages on a day: today, or within the last year. */
export async function sendTip(acting: Sender, wish: TipWish): Promise<{ kind: 'sent'; count: number } | Refused> {
  const { now, today, actor } = acting
  const placeIds = [...new Set(wish.placeIds)]
  for (const id of placeIds) if (!(await mayWriteTo(acting, id))) throw new NotFound()
  if (placeIds.length === 0) return refuse('duties:responsibility.refusal.noVillage', 'placeIds')
  const on = readTipDay(wish.on, today)
  if (typeof on === 'string') return refuse(`duties:responsibility.refusal.tip.${on}`, 'on')
  const [title, text] = [withoutUnseen(wish.title).trim(), withoutUnseen(wish.text).trim()]
  if (title === '') return refuse('duties:responsibility.refusal.noTitle', 'title')
  const id = newId(now)
  const audits = placeIds.map((placeId) => ({ placeId, auditId: newId(now) }))
  await transact(async (tx) => {
    await recordTipSent(tx, { id, on, title, text, sentBy: actor.accountId, createdAt: now, placeIds })
    for (const { placeId, auditId } of audits)
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.tipSent',
        target: { kind: 'place', id: placeId },
        placeId,
        detail: { tip: title },
      })
  })
  return { kind: 'sent', count: placeIds.length }
}
