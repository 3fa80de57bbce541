import { getLicenceKind, licenceTopic } from '~/content/licences.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { licenceInTx } from '~/data/credentials/licence-acts.server'
import { findLicenceRules } from '~/data/credentials/licence-rules.server'
import { recordLicenceCheck } from '~/data/credentials/licences.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { CheckResult } from '~/domain/credentials/licence'
import { type CheckWay, checkFault } from '~/domain/credentials/licence-checking'
import { rulesHold } from '~/domain/credentials/licence-rules'
import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { applyCheck } from './licence-evidence.server'
import { getReachedLicence } from './reached-licence.server'

export type CheckWish = {
  licenceId: string
  act: 'manage' | 'supervise'
  /** The unit through which it was looked up, where it was one. */
  at?: string | null
  how: CheckWay
  /** The official host on which it was looked up, where it was. */
  page: string | null
  result: CheckResult
  note: string
  nextDue: Day | null
}
export type Checked = { kind: 'checked'; waits: boolean }

const fields = { own: '', ended: '', waiting: '', pageMissing: 'page', nextPast: 'nextDue', nextTooLate: 'nextDue' } as const

/**
 * Somebody compared a licence with the official page. Nobody checks his own. Where the place asks for two persons, the check waits for
 * the second and changes nothing yet; else evidence is written, or taken back where the licence was found false.
 */
export async function checkLicence(acting: Acting, wish: CheckWish): Promise<Checked | Refused> {
  const { now, today, actor } = acting
  const { licence, holder, unit, isOwn } = getReachedLicence(acting, wish.licenceId, wish.act, wish.at ?? null)
  if (unit === null) throw new NotFound()
  const kind = getLicenceKind(licence.kind)
  const page = kind.pages.find(({ host }) => host === wish.page)?.host ?? null
  const fault = checkFault(licence, { isOwn, how: wish.how, page, nextDue: wish.nextDue }, today)
  if (fault !== null) return refuse(`licences:refusal.${fault}`, fields[fault])
  const rules = findLicenceRules()
  const needsSecond = rulesHold(rules, 'two-persons', unit.placePath, today)
  const topic = licenceTopic(licence, rulesHold(rules, 'old-card', unit.placePath, today))
  const note = withoutUnseen(wish.note).trim()
  const [id, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    const known = await licenceInTx(tx, licence.id)
    if (known === null || known.end?.kind === 'withdrawn') return refuse('licences:refusal.ended')
    if (known.checks.length !== licence.checks.length) return refuse('licences:refusal.meanwhile')
    await recordLicenceCheck(tx, {
      id,
      licenceId: licence.id,
      at: now,
      on: formatDay(today),
      by: actor.accountId,
      how: wish.how,
      page: wish.how === 'page' || wish.how === 'code' ? page : null,
      result: wish.result,
      note: note === '' ? null : note,
      nextDue: wish.nextDue === null ? null : formatDay(wish.nextDue),
      needsSecond,
    })
    const checkIds = known.checks.map((check) => check.id)
    const found = {
      licence: { ...licence, topic },
      holderId: holder.id,
      unitId: unit.id,
      checkId: id,
      checkIds,
      result: wish.result,
      on: today,
    }
    if (!needsSecond) await applyCheck(tx, acting, found)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: needsSecond ? 'licences.checkedFirst' : 'licences.checked',
      target: { kind: 'person', id: holder.id },
      unitId: unit.id,
      detail: { licence: licence.kind, how: wish.how, result: wish.result },
    })
    return { kind: 'checked', waits: needsSecond }
  })
}
