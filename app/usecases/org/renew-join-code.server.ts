import { recordAudit } from '~/data/accounts/audit.server'
import { recordJoinCodeRenewed } from '~/data/org/join-codes.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { joinCodeLength } from '~/domain/org/joining'
import { type Day, formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newCode, newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** Gives a unit a new join code; the printed old one stops working. Refuses a last day that is over. */
export async function renewJoinCode(
  acting: Acting,
  { unitId, expiresOn }: { unitId: string; expiresOn: Day | null },
): Promise<{ kind: 'renewed'; code: string } | Refused> {
  await getManagedUnit(acting, unitId)
  const { actor, now, today } = acting
  if (expiresOn !== null && expiresOn < today) return refuse('people:refusal.expiryPast', 'expiresOn')
  const made = { id: newId(now), unitId, code: newCode(joinCodeLength), expiresOn, now }
  const auditId = newId(now)
  await transact(async (tx) => {
    await recordJoinCodeRenewed(tx, made)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'people.joinCodeRenewed',
      target: { kind: 'unit', id: unitId },
      unitId,
      detail: { expiresOn: expiresOn === null ? null : formatDay(expiresOn) },
    })
  })
  return { kind: 'renewed', code: made.code }
}
