import { recordAudit } from '~/data/accounts/audit.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { recordFeed, recordFeedsEnded } from '~/data/notices/feeds.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'
import { hashOf, newId, newToken } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'

/** A unit's calendar is for who manages it; others do not find it. */
async function mustManage({ actor, today }: Acting, unitId: string | null): Promise<void> {
  if (unitId === null) return
  if ((await findUnit(scopeFor(actor.grants, 'manage', today), unitId, today)) === null) throw new NotFound()
}

/** A new secret address for a calendar; the one before opens nothing any more. It is told once and kept as a hash. */
export async function makeFeed(acting: Acting, wish: { unitId: string | null; locale: Locale }): Promise<{ token: string }> {
  await mustManage(acting, wish.unitId)
  const { now, actor } = acting
  const { accountId } = actor
  const token = newToken()
  const [id, auditId] = [newId(now), newId(now)]
  await transact(async (tx) => {
    await recordFeedsEnded(tx, accountId, wish.unitId, now)
    await recordFeed(tx, { id, tokenHash: hashOf(token), accountId, unitId: wish.unitId, locale: wish.locale, at: now })
    const target = wish.unitId === null ? { kind: 'account', id: accountId } : { kind: 'unit', id: wish.unitId }
    await recordAudit(tx, { id: auditId, at: now, actor: accountId, act: 'notices.feedMade', target, unitId: wish.unitId })
  })
  return { token }
}

/** Withdraws the address of a calendar; a second time changes nothing. */
export async function withdrawFeed(acting: Acting, unitId: string | null): Promise<void> {
  const { now, actor } = acting
  const { accountId } = actor
  const auditId = newId(now)
  await transact(async (tx) => {
    if ((await recordFeedsEnded(tx, accountId, unitId, now)) === 0) return
    const target = unitId === null ? { kind: 'account', id: accountId } : { kind: 'unit', id: unitId }
    await recordAudit(tx, { id: auditId, at: now, actor: accountId, act: 'notices.feedWithdrawn', target, unitId })
  })
}
