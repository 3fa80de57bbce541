import { recordAudit } from '~/data/accounts/audit.server'
import { findEndedSite, recordSiteEnded, recordSiteRestored } from '~/data/outreach/poster-sites.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getPosterSite } from './supervised-site.server'

/** A site is given up: no poster hangs there any more. Codes already printed go on leading to their lessons. */
export async function endSite(acting: Acting, siteId: string): Promise<void> {
  const site = getPosterSite(acting, siteId)
  const { now, actor } = acting
  const auditId = newId(now)
  await transact(async (tx) => {
    if (!(await recordSiteEnded(tx, site.id, actor.accountId, now))) return
    const target = { kind: 'posterSite', id: site.id }
    const detail = { name: site.name }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'outreach.siteEnded',
      target,
      placeId: site.placeId,
      detail,
    })
  })
}

/** Takes that back: the site with all that hung there when it was given up. Refuses where another site has taken its name. */
export async function restoreSite(acting: Acting, siteId: string): Promise<{ kind: 'restored' } | Refused> {
  const { now, today, actor } = acting
  const site = findEndedSite(siteId)
  if (site === null || !seesWholePlace(scopeFor(actor.grants, 'supervise', today), site.placePath)) throw new NotFound()
  const auditId = newId(now)
  return transact(async (tx) => {
    const outcome = await recordSiteRestored(tx, site.id)
    if (outcome === 'gone') throw new NotFound()
    if (outcome === 'sameName') return refuse('outreach:place.refusal.sameName', undefined, { name: site.name })
    const target = { kind: 'posterSite', id: site.id }
    const { name } = outcome
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'outreach.siteRestored',
      target,
      placeId: site.placeId,
      detail: { name },
    })
    return { kind: 'restored' as const }
  })
}
