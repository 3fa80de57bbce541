import { recordAudit } from '~/data/accounts/audit.server'
import { licenceInTx, recordWithdrawalUndone, writtenByCheck } from '~/data/credentials/licence-acts.server'
import { recordLicenceEnd, type StoredCheck } from '~/data/credentials/licences.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { lastWord } from '~/domain/credentials/licence'
import { formatDay } from '~/domain/shared/day'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { applyCheck, takeBackEvidence } from './licence-evidence.server'
import { takenRefusal } from './licence-record.server'
import { getReachedLicence } from './reached-licence.server'

type Withdrawal = { licenceId: string; act: 'own' | 'manage'; reason: string }

/** Takes a licence back that was entered by mistake, or is no longer held; what its checks wrote as evidence goes with it. */
export async function withdrawLicence(acting: Acting, wish: Withdrawal): Promise<{ kind: 'withdrawn' } | Refused> {
  const { now, today, actor } = acting
  const { licence, holder, unit } = getReachedLicence(acting, wish.licenceId, wish.act)
  const reason = withoutUnseen(wish.reason).trim()
  if (reason === '') return refuse('org:error.reasonMissing', 'reason')
  const auditId = newId(now)
  return transact(async (tx) => {
    const known = await licenceInTx(tx, licence.id)
    const end = {
      licenceId: licence.id,
      kind: 'withdrawn' as const,
      at: now,
      on: formatDay(today),
      by: actor.accountId,
      reason,
      replacedBy: null,
    }
    if (known === null || !(await recordLicenceEnd(tx, end))) return refuse('licences:refusal.ended')
    const checkIds = known.checks.map(({ id }) => id)
    await takeBackEvidence(tx, acting, checkIds, 'licence-withdrawn')
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'licences.withdrawn',
      target: { kind: 'person', id: holder.id },
      unitId: unit?.id ?? null,
      detail: { licence: licence.kind, reason },
    })
    return { kind: 'withdrawn' }
  })
}

/** Undoes a withdrawal on the day on which it was made; what the last check found counts again. */
export async function restoreLicence(acting: Acting, wish: Omit<Withdrawal, 'reason'>): Promise<{ kind: 'restored' } | Refused> {
  const { now, today, actor } = acting
  const { licence, holder, unit } = getReachedLicence(acting, wish.licenceId, wish.act)
  if (licence.ended?.kind !== 'withdrawn') return refuse('licences:refusal.meanwhile')
  if (licence.ended.on !== today) return refuse('licences:refusal.undoOver')
  const word = lastWord(licence.checks, today)
  const checks: readonly StoredCheck[] = licence.checks
  const check = checks.find((one) => one === word)
  const auditId = newId(now)
  return transact(async (tx) => {
    const known = await licenceInTx(tx, licence.id)
    if (known === null) return refuse('licences:refusal.meanwhile')
    const refused = await takenRefusal(tx, { ...known, personId: holder.id, apart: licence.id })
    if (refused !== null) return refused
    if (!(await recordWithdrawalUndone(tx, licence.id))) return refuse('licences:refusal.meanwhile')
    const piece = check?.result === 'matches' ? await writtenByCheck(tx, check.id) : null
    if (check && piece) {
      const found = { holderId: holder.id, unitId: piece.unitId, checkId: check.id, checkIds: [], result: check.result, on: today }
      await applyCheck(tx, acting, { ...found, licence: { ...licence, topic: piece.topic } })
    }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'licences.restored',
      target: { kind: 'person', id: holder.id },
      unitId: unit?.id ?? null,
      detail: { licence: licence.kind },
    })
    return { kind: 'restored' }
  })
}
