import { recordAudit } from '~/data/accounts/audit.server'
import { recordSites } from '~/data/outreach/poster-sites.server'
import { transact } from '~/data/transact.server'
import { isPrintable } from '~/documents/shared/type.server'
import type { Acting } from '~/domain/accounts/acting'
import { longestSiteName, mostSitesAtOnce, type SiteKind, type SitesWish, siteNames } from '~/domain/outreach/site'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getPosterPlace } from './supervised-site.server'

/** Adds sites where posters can hang to a place. Names that are there already stay what they are; refuses where none is new. */
export async function addSites(
  acting: Acting,
  wish: { placeId: string; kind: SiteKind; sites: SitesWish },
): Promise<{ kind: 'added'; added: number; known: number } | Refused> {
  const place = await getPosterPlace(acting, wish.placeId)
  const read = siteNames(wish.sites)
  const field = wish.sites.kind === 'listed' ? 'text' : 'fromBuilding'
  if (read.kind === 'fault')
    return refuse(`outreach:place.refusal.${read.fault}`, field, { most: mostSitesAtOnce, longest: longestSiteName, name: read.name ?? '' })
  const unprintable = read.names.find((name) => !isPrintable(name))
  if (unprintable !== undefined) return refuse('outreach:place.refusal.unprintable', field, { name: unprintable })
  const { now, actor } = acting
  const sites = read.names.map((name) => ({
    id: newId(now),
    placeId: place.id,
    kind: wish.kind,
    name,
    createdBy: actor.accountId,
    createdAt: now,
  }))
  const auditId = newId(now)
  const fresh = await transact(async (tx) => {
    const names = await recordSites(tx, sites)
    if (names.length > 0)
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'outreach.sitesAdded',
        target: { kind: 'place', id: place.id },
        placeId: place.id,
        detail: { count: names.length, name: names[0] ?? '' },
      })
    return names
  })
  if (fresh.length === 0) return refuse('outreach:place.refusal.allKnown', field)
  return { kind: 'added', added: fresh.length, known: read.names.length - fresh.length }
}
