import { hungMicro } from '~/content/micro.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordCodes } from '~/data/outreach/poster-codes.server'
import type { PosterSite } from '~/data/outreach/poster-sites.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { posterCodeFrom } from '~/domain/outreach/poster-code'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newCode, newId } from '~/gateways/secrets.server'
import { getPosterSite } from './supervised-site.server'

/** Posters that one wish may ask for: sites times lessons. */
export const mostPosters = 2000

/**
 * Each of these lessons hangs at each of these sites from now on: every one of them gets its own code, the one it has had where it hung
 * there before. Every site must be the actor's to look after.
 */
export async function hangPosters(
  acting: Acting,
  wish: { siteIds: readonly string[]; lessons: readonly string[] },
): Promise<{ kind: 'hung'; added: number; sites: PosterSite[]; lessons: string[] } | Refused> {
  const { now, actor } = acting
  const sites = [...new Set(wish.siteIds)].map((id) => getPosterSite(acting, id))
  const hung = new Set(hungMicro().map(({ id }) => id))
  const lessons = [...new Set(wish.lessons)].filter((lesson) => hung.has(lesson))
  if (sites.length === 0) return refuse('outreach:place.refusal.noSite', 'site')
  if (lessons.length === 0) return refuse('outreach:place.refusal.noLesson', 'lesson')
  if (sites.length * lessons.length > mostPosters) return refuse('outreach:place.refusal.tooManyPosters', 'site', { most: mostPosters })
  const codes = sites.flatMap(({ id }) =>
    lessons.map((lesson) => ({
      id: newId(now),
      code: posterCodeFrom(newCode(6)),
      siteId: id,
      lesson,
      createdBy: actor.accountId,
      createdAt: now,
    })),
  )
  const audits = [...new Set(sites.map(({ placeId }) => placeId))].map((placeId) => ({ placeId, auditId: newId(now) }))
  const added = await transact(async (tx) => {
    const count = await recordCodes(tx, codes)
    for (const { placeId, auditId } of audits)
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'outreach.postersHung',
        target: { kind: 'place', id: placeId },
        placeId,
        detail: { sites: sites.filter((site) => site.placeId === placeId).length, lessons: lessons.join(' ') },
      })
    return count
  })
  return { kind: 'hung', added, sites, lessons }
}
