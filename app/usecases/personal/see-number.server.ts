import { recordAudit } from '~/data/accounts/audit.server'
import { personForUpdate, reachOf, worksAt } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { mayResetAccess } from '~/domain/accounts/slip'
import type { FullNumber, SightReason } from '~/domain/personal/number-sight'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId, unseal } from '~/gateways/secrets.server'
import { getManagedUnit } from '../org/managed-unit.server'

type Asked = { unitId: string; personId: string; what: FullNumber; why: SightReason }

/**
 * Shows a whole ID or telephone number to the unit's manager or an administrator, once, and writes down who saw it and why. Refuses where
 * the manager may not correct the person either. The caller has asked for the password.
 */
export async function seeNumber(
  acting: Acting,
  { unitId, personId, what, why }: Asked,
): Promise<{ kind: 'seen'; number: string } | Refused> {
  await getManagedUnit(acting, unitId)
  const { actor, now, today } = acting
  const byAdministrator = can(actor.grants, 'administer', { kind: 'installation' }, today)
  return transact(async (tx) => {
    const person = await personForUpdate(tx, personId)
    if (!person || person.mergedIntoId !== null || !(await worksAt(tx, unitId, personId, today))) throw new NotFound()
    const reach = await reachOf(tx, personId, scopeFor(actor.grants, 'manage', today), today)
    if (!mayResetAccess(reach, byAdministrator)) return refuse(`people:refusal.reach.${reach.grants > 0 ? 'grants' : 'elsewhere'}`)
    const number = what === 'phone' ? person.phone : person.idCipher && unseal(person.idCipher)
    if (number === null || number === '') return refuse('personal:number.refusal.none', 'what')
    await recordAudit(tx, {
      ...{ id: newId(now), at: now, actor: actor.accountId, act: 'personal.numberSeen', unitId },
      ...{ target: { kind: 'person', id: personId }, detail: { seenNumber: what, sightWhy: why } },
    })
    return { kind: 'seen', number }
  })
}
