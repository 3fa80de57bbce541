import { catalogue } from '~/content/catalogue.server'
import { makeAccount, nextStaffNumber, recordSlip } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordGranted } from '~/data/accounts/grant-writers.server'
import { holderOfPhone, recordPersonAdded, recordPostBegun } from '~/data/org/newcomers.server'
import { unitForChange } from '~/data/org/unit-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { slipEnd, slipLength } from '~/domain/accounts/slip'
import { readName, readStartDay } from '~/domain/org/joining'
import { readPhone } from '~/domain/org/phone'
import { type Day, formatDay, laterOf } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { hashOf, newCode, newId, newToken } from '~/gateways/secrets.server'
import type { IssuedSlip } from './reset-access.server'

export type ManagerWish = { unitId: string; name: string; phone: string; position: string; from: string }
type Read = { name: string; phone: string; position: string; from: Day }
export type ManagerAdded = { kind: 'added'; name: string; phone: string; staffNumber: string; unitName: string } & IssuedSlip

function readWish(wish: ManagerWish, today: Day): Read | Refused {
  const name = readName(wish.name)
  if (name === '') return refuse('org:error.personNameMissing', 'name')
  const phone = readPhone(wish.phone)
  if (phone === null) return refuse('org:error.phone', 'phone')
  if (!catalogue().vocabulary.positions.has(wish.position)) return refuse('org:refusal.manager.unknownPosition', 'position')
  const from = readStartDay(wish.from, today)
  return typeof from === 'number' ? { name, phone, position: wish.position, from } : refuse(`org:error.start.${from}`, 'from')
}

/**
 * Adds a person to a unit and makes him its manager at once: person, account, post, right and a one-time slip in one transaction. So an
 * empty installation gets its first managers. Refuses a phone that somebody already signs in with: that person is appointed instead.
 */
export async function addManager(acting: Acting, wish: ManagerWish): Promise<ManagerAdded | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const read = readWish(wish, today)
  if (isRefused(read)) return read
  const { name, phone, position, from } = read
  const { unitId } = wish
  const by = actor.accountId
  const code = newCode(slipLength)
  const [personId, accountId, postId, grantId, slipId, auditId] = [newId(now), newId(now), newId(now), newId(now), newId(now), newId(now)]
  const slip = { id: slipId, accountId, codeHash: hashOf(code), createdBy: by, createdAt: now, expiresAt: slipEnd(now) }
  const cardToken = newToken()
  return transact(async (tx) => {
    const unit = await unitForChange(tx, unitId)
    if (!unit) throw new NotFound()
    if (unit.to !== null) return refuse('org:refusal.grant.nowhere')
    if (await holderOfPhone(tx, phone)) return refuse('org:refusal.manager.phoneKnown', 'phone')
    const staffNumber = await nextStaffNumber(tx, unit.shortCode)
    await recordPersonAdded(tx, { personId, name, phone, now })
    await makeAccount(tx, { id: accountId, personId, phone, staffNumber, now })
    await recordPostBegun(tx, { id: postId, personId, unitId, position, from, cardToken, now })
    const right = { id: grantId, accountId, role: 'manager' as const, placeId: null, unitId, sectors: '*' as const }
    await recordGranted(tx, { ...right, from: laterOf(from, today), to: null, grantedBy: by, now })
    await recordSlip(tx, slip)
    const detail = { role: 'manager', position, from: formatDay(from), staffNumber }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: by,
      act: 'org.managerAdded',
      target: { kind: 'account', id: accountId },
      unitId,
      detail,
    })
    return { kind: 'added' as const, name, phone, staffNumber, unitName: unit.name, code, expiresAt: slip.expiresAt }
  })
}
