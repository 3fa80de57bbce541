import { recordLoginPhone } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { personForUpdate, reachOf, recordIdNumber, recordPersonCorrected, worksAt } from '~/data/org/people.server'
import { correctionToAnswer, idNumberTaken, recordCorrectionAnswered } from '~/data/personal/corrections.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { mayResetAccess } from '~/domain/accounts/slip'
import type { Correctable } from '~/domain/personal/correction'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, newId, seal, unseal } from '~/gateways/secrets.server'
import { getManagedUnit } from '../org/managed-unit.server'

type Answer = { unitId: string; requestId: string; kind: 'done' | 'declined'; reason: string }
type Done = { kind: 'answered' } | Refused

async function putRight(tx: Tx, personId: string, field: Correctable, value: string): Promise<Refused | null> {
  const person = await personForUpdate(tx, personId)
  if (!person || person.mergedIntoId !== null) throw new NotFound()
  switch (field) {
    case 'name':
      await recordPersonCorrected(tx, personId, { name: value })
      return null
    case 'phone':
      if (person.account && !(await recordLoginPhone(tx, person.account.id, value))) return refuse('people:refusal.phoneTaken')
      await recordPersonCorrected(tx, personId, { phone: value })
      return null
    case 'idNumber': {
      const idHash = matchHash(value)
      if (await idNumberTaken(tx, personId, idHash)) return refuse('personal:correct.refusal.idTaken')
      await recordIdNumber(tx, personId, { idCipher: seal(value), idHash })
      return null
    }
  }
}

/**
 * The unit's manager or an administrator does what was asked, or declines and says why. The same limits hold as for correcting somebody
 * unasked: nobody touches people who hold rights or also work where he has no say. Answered once.
 */
export async function answerCorrection(acting: Acting, { unitId, requestId, kind, reason }: Answer): Promise<Done> {
  await getManagedUnit(acting, unitId)
  const { actor, now, today } = acting
  const byAdministrator = can(actor.grants, 'administer', { kind: 'installation' }, today)
  return transact(async (tx): Promise<Done> => {
    const request = await correctionToAnswer(tx, requestId, unitId)
    if (!request || !(await worksAt(tx, unitId, request.personId, today))) throw new NotFound()
    if (request.answer !== null) return refuse('personal:correct.refusal.answered')
    const { personId, field } = request
    const reach = await reachOf(tx, personId, scopeFor(actor.grants, 'manage', today), today)
    if (!mayResetAccess(reach, byAdministrator)) return refuse(`people:refusal.reach.${reach.grants > 0 ? 'grants' : 'elsewhere'}`)
    const barred = kind === 'done' ? await putRight(tx, personId, field, unseal(request.sealed)) : null
    if (barred !== null) return barred
    await recordCorrectionAnswered(tx, { requestId, kind, reason, at: now, by: actor.accountId })
    await recordAudit(tx, {
      ...{ id: newId(now), at: now, actor: actor.accountId, unitId, target: { kind: 'person', id: personId } },
      ...{ act: kind === 'done' ? 'personal.correctionDone' : 'personal.correctionDeclined', detail: { correctedField: field } },
    })
    return { kind: 'answered' }
  })
}
