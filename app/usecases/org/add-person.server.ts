import { makeAccount, nextStaffNumber } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { type FoundClash, findClashes, findHeldPost, getSurvivor } from '~/data/org/clashes.server'
import { recordPersonAdded, recordPostBegun } from '~/data/org/newcomers.server'
import { type ManagedUnit, recordIdNumber } from '~/data/org/people.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { mayBeSame, type SameAs } from '~/domain/org/joining'
import type { Day } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, newId, newToken, seal } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

type Newcomer = { name: string; phone: string | null; position: string; from: Day; idNumber: string | null }
type Asked = { unitId: string; newcomer: Newcomer; same: SameAs }

export type Added = { kind: 'added'; personId: string; postId: string; known: boolean }
/** Known people have the same phone, ID number, or name in this unit: is it one of them? */
export type Clashing = { kind: 'clashing'; clashes: FoundClash[] }

/**
 * Adds somebody to a unit by hand, as a new person with an account or, where the manager says it is one of the clashing people, as a
 * post of that person. An ID number that is known can only be the same person. The same post twice is one post.
 */
export async function addPerson(acting: Acting, asked: Asked): Promise<Added | Clashing | Refused> {
  const unit = await getManagedUnit(acting, asked.unitId)
  const { newcomer, same } = asked
  const idNumber = newcomer.idNumber === null ? null : { idCipher: seal(newcomer.idNumber), idHash: matchHash(newcomer.idNumber) }
  const fresh = { personId: newId(acting.now), accountId: newId(acting.now), postId: newId(acting.now), cardToken: newToken() }
  const auditId = newId(acting.now)
  return transact(async (tx) => {
    const { name, phone } = newcomer
    const clashes = await findClashes(tx, { unitId: unit.id, personId: null, name, phone, idHash: idNumber?.idHash ?? null })
    const chosen = typeof same === 'object' && same !== null ? clashes.find((clash) => clash.personId === same.personId) : undefined
    if (chosen && !mayBeSame(chosen)) return refuse('people:refusal.otherName')
    if (!chosen && clashes.some((clash) => clash.by === 'idNumber') && same === 'other') return refuse('people:refusal.idTaken', 'idNumber')
    if (!chosen && clashes.length > 0 && same !== 'other') return { kind: 'clashing', clashes }
    const personId = chosen ? chosen.personId : await addNew(tx, acting, unit, newcomer, fresh)
    if (idNumber && (await getSurvivor(tx, personId)).idHash === null) await recordIdNumber(tx, personId, idNumber)
    const post = { personId, unitId: unit.id, position: newcomer.position, from: newcomer.from }
    const held = await findHeldPost(tx, post)
    if (!held) await recordPostBegun(tx, { ...post, id: fresh.postId, cardToken: fresh.cardToken, now: acting.now })
    const postId = held?.id ?? fresh.postId
    await recordAudit(tx, {
      id: auditId,
      at: acting.now,
      actor: acting.actor.accountId,
      act: 'people.added',
      target: { kind: 'person', id: personId },
      unitId: unit.id,
      detail: { postId, position: newcomer.position, known: chosen !== undefined },
    })
    return { kind: 'added', personId, postId, known: chosen !== undefined }
  })
}

type Fresh = { personId: string; accountId: string }

async function addNew(
  tx: Tx,
  { now }: Acting,
  unit: ManagedUnit,
  { name, phone }: Newcomer,
  { personId, accountId }: Fresh,
): Promise<string> {
  await recordPersonAdded(tx, { personId, name, phone, now })
  await makeAccount(tx, { id: accountId, personId, phone, staffNumber: await nextStaffNumber(tx, unit.shortCode), now })
  return personId
}
