import { recordAudit } from '~/data/accounts/audit.server'
import { reachOf, worksAt } from '~/data/org/people.server'
import { recordPeopleMerged, recordToMerge } from '~/data/org/person-merges.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { mayResetAccess } from '~/domain/accounts/slip'
import { isSameName } from '~/domain/org/joining'
import { personMergeFault } from '~/domain/org/person-merge'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** `unitId`: through which unit the actor reaches both records; null for the administrator's own pages. `typed`: the kept name again. */
type Asked = { unitId: string | null; keptId: string; goneId: string; typed: string }

/**
 * Makes two records of one person one. What the gone record did stays on record and counts for the kept one from now on; who used to
 * sign in with the gone one does so with the kept one. A manager may do it only where both records are his: see mayResetAccess.
 */
export async function mergePeople(acting: Acting, { unitId, keptId, goneId, typed }: Asked): Promise<{ kind: 'merged' } | Refused> {
  const { actor, now, today } = acting
  const byAdministrator = can(actor.grants, 'administer', { kind: 'installation' }, today)
  if (unitId !== null) await getManagedUnit(acting, unitId)
  else if (!byAdministrator) throw new Forbidden()
  const auditId = newId(now)
  return transact(async (tx) => {
    const kept = await recordToMerge(tx, keptId, today)
    const gone = await recordToMerge(tx, goneId, today)
    if (!kept || !gone) throw new NotFound()
    if (unitId !== null && !byAdministrator) {
      const barred = (await refusalFor(tx, acting, unitId, keptId)) ?? (await refusalFor(tx, acting, unitId, goneId))
      if (barred !== null) return barred
    }
    const fault = personMergeFault(gone, kept)
    if (fault !== null) return refuse(`people:merge.refusal.${fault}`, 'goneId')
    if (!isSameName(typed, kept.name)) return refuse('people:merge.refusal.nameDiffers', 'typed', { name: kept.name })
    const posts = await recordPeopleMerged(tx, goneId, keptId)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'people.merged',
      target: { kind: 'person', id: keptId },
      unitId,
      detail: { gone: goneId, name: gone.name, posts: posts.join(' ') || null },
    })
    return { kind: 'merged' }
  })
}

/** Both records must work at the manager's unit and open nothing beyond his units. */
async function refusalFor(tx: Tx, { actor, today }: Acting, unitId: string, personId: string): Promise<Refused | null> {
  if (!(await worksAt(tx, unitId, personId, today))) throw new NotFound()
  const reach = await reachOf(tx, personId, scopeFor(actor.grants, 'manage', today), today)
  return mayResetAccess(reach, false) ? null : refuse(`people:refusal.reach.${reach.grants > 0 ? 'grants' : 'elsewhere'}`, 'goneId')
}
