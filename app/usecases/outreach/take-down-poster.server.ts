import { recordAudit } from '~/data/accounts/audit.server'
import { recordHungAgain, recordTakenDown } from '~/data/outreach/poster-codes.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { getPosterSite } from './supervised-site.server'

type Poster = { siteId: string; codeId: string }

async function changed(acting: Acting, { siteId, codeId }: Poster, isDown: boolean): Promise<void> {
  const site = getPosterSite(acting, siteId)
  const { now, actor } = acting
  const auditId = newId(now)
  const where = { id: codeId, siteId: site.id }
  await transact(async (tx) => {
    const isDone = isDown ? await recordTakenDown(tx, where, actor.accountId, now) : await recordHungAgain(tx, where)
    if (!isDone) throw new NotFound()
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: isDown ? 'outreach.posterTakenDown' : 'outreach.posterHungAgain',
      target: { kind: 'posterCode', id: codeId },
      placeId: site.placeId,
      detail: { name: site.name },
    })
  })
}

/** A poster was taken down. Its code goes on leading to its lesson, and what it has counted stays. */
export const takeDownPoster = (acting: Acting, poster: Poster): Promise<void> => changed(acting, poster, true)

/** Takes that back. */
export const hangPosterAgain = (acting: Acting, poster: Poster): Promise<void> => changed(acting, poster, false)
