import { licenceTopic } from '~/content/licences.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { licenceInTx } from '~/data/credentials/licence-acts.server'
import { personOfAccount } from '~/data/credentials/licence-holders.server'
import { findLicenceRules } from '~/data/credentials/licence-rules.server'
import { recordConfirmation } from '~/data/credentials/licences.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { waitingCheck } from '~/domain/credentials/licence-checking'
import { rulesHold } from '~/domain/credentials/licence-rules'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { applyCheck } from './licence-evidence.server'
import { getReachedLicence } from './reached-licence.server'

type Second = { licenceId: string; act: 'manage' | 'supervise'; at?: string | null; checkId: string; agrees: boolean; note: string }

/** The second person's word on a check: another than the first, and never the holder. Only his agreement makes it count. */
export async function confirmCheck(acting: Acting, wish: Second): Promise<{ kind: 'confirmed' } | Refused> {
  const { now, today, actor } = acting
  const { licence, holder, unit, isOwn } = getReachedLicence(acting, wish.licenceId, wish.act, wish.at ?? null)
  if (unit === null) throw new NotFound()
  const check = waitingCheck(licence.checks)
  if (check === null || check.id !== wish.checkId) return refuse('licences:refusal.meanwhile')
  if (isOwn) return refuse('licences:refusal.own')
  if (check.by === actor.accountId || personOfAccount(check.by) === personOfAccount(actor.accountId))
    return refuse('licences:refusal.samePerson')
  const topic = licenceTopic(licence, rulesHold(findLicenceRules(), 'old-card', unit.placePath, today))
  const note = withoutUnseen(wish.note).trim()
  const auditId = newId(now)
  return transact(async (tx) => {
    const known = await licenceInTx(tx, licence.id)
    if (known === null || known.end?.kind === 'withdrawn') return refuse('licences:refusal.ended')
    const second = { checkId: check.id, at: now, on: formatDay(today), by: actor.accountId, agrees: wish.agrees, note: note || null }
    if (!(await recordConfirmation(tx, second))) return refuse('licences:refusal.meanwhile')
    const checkIds = known.checks.map(({ id }) => id)
    const found = {
      licence: { ...licence, topic },
      holderId: holder.id,
      unitId: unit.id,
      checkId: check.id,
      checkIds,
      result: check.result,
      on: today,
    }
    if (wish.agrees) await applyCheck(tx, acting, found)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: wish.agrees ? 'licences.confirmed' : 'licences.contradicted',
      target: { kind: 'person', id: holder.id },
      unitId: unit.id,
      detail: { licence: licence.kind, result: check.result },
    })
    return { kind: 'confirmed' }
  })
}
