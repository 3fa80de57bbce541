import { recordAudit } from '~/data/accounts/audit.server'
import { findLicenceRules, recordLicenceRule, recordRuleEnded } from '~/data/credentials/licence-rules.server'
import { findPlace } from '~/data/org/places.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { type LicenceRuleKind, ruleFault } from '~/domain/credentials/licence-rules'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

type RuleWish = { placeId: string; kind: LicenceRuleKind; from: string; reason: string }

/** A place asks for something about licences from a day on, for itself and all below it. Past checks are not judged anew. */
export async function addLicenceRule(acting: Acting, wish: RuleWish): Promise<{ kind: 'added' } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const place = await findPlace(wish.placeId)
  if (place === null) return refuse('licences:rules.noPlace', 'placeId')
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const reason = withoutUnseen(wish.reason).trim()
  if (reason === '') return refuse('org:error.reasonMissing', 'reason')
  const fault = ruleFault(findLicenceRules(), { kind: wish.kind, placePath: place.path, from, to: null }, today)
  if (fault !== null) return refuse(`licences:rules.${fault}`, 'from')
  const [id, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    await recordLicenceRule(tx, { id, placeId: place.id, kind: wish.kind, from, reason, createdBy: actor.accountId, createdAt: now })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'licences.ruleAdded',
      target: { kind: 'place', id: place.id },
      placeId: place.id,
      detail: { rule: wish.kind, from: formatDay(from), reason },
    })
    return { kind: 'added' }
  })
}

/** Today is the last day of a rule. One that has not begun ends before it begins, and never held. */
export async function endLicenceRule(acting: Acting, id: string): Promise<{ kind: 'ended' } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const rule = findLicenceRules().find((one) => one.id === id)
  if (rule === undefined) return refuse('licences:rules.gone')
  const auditId = newId(now)
  return transact(async (tx) => {
    if (!(await recordRuleEnded(tx, id, today, actor.accountId, now))) return refuse('licences:rules.gone')
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'licences.ruleEnded',
      target: { kind: 'place', id: rule.placeId },
      placeId: rule.placeId,
      detail: { rule: rule.kind, to: formatDay(today) },
    })
    return { kind: 'ended' }
  })
}
