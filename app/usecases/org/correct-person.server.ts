import { recordLoginPhone } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { personForUpdate, reachOf, recordPersonCorrected, worksAt } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { mayResetAccess } from '~/domain/accounts/slip'
import { maskedPhone } from '~/domain/org/phone'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** `phone`: a new one, none, or the one that is on record as pages show it. */
type Asked = { unitId: string; personId: string; name: string; phone: string | { same: string } | null }

/**
 * Puts a person's name or phone right; the phone is the login name, too. Refuses a phone that somebody else signs in with, and people
 * who hold rights or also work where the manager has no say.
 */
export async function correctPerson(
  acting: Acting,
  { unitId, personId, name, phone: wished }: Asked,
): Promise<{ kind: 'corrected' } | Refused> {
  await getManagedUnit(acting, unitId)
  const { actor, now, today } = acting
  const byAdministrator = can(actor.grants, 'administer', { kind: 'installation' }, today)
  const auditId = newId(now)
  return transact(async (tx) => {
    const person = await personForUpdate(tx, personId)
    if (!person || person.mergedIntoId !== null || !(await worksAt(tx, unitId, personId, today))) throw new NotFound()
    const reach = await reachOf(tx, personId, scopeFor(actor.grants, 'manage', today), today)
    if (!mayResetAccess(reach, byAdministrator)) return refuse(`people:refusal.reach.${reach.grants > 0 ? 'grants' : 'elsewhere'}`)
    const phone = wished === null || typeof wished === 'string' ? wished : person.phone
    if (typeof wished === 'object' && wished !== null && wished.same !== (phone === null ? null : maskedPhone(phone)))
      return refuse('people:error.phone', 'phone')
    if (person.name === name && person.phone === phone) return { kind: 'corrected' }
    if (person.account && person.phone !== phone && !(await recordLoginPhone(tx, person.account.id, phone)))
      return refuse('people:refusal.phoneTaken', 'phone')
    await recordPersonCorrected(tx, personId, { name, phone })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'people.corrected',
      target: { kind: 'person', id: personId },
      unitId,
      detail: { name: person.name !== name, phone: person.phone !== phone },
    })
    return { kind: 'corrected' }
  })
}
