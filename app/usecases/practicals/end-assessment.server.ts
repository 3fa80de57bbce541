import { recordAudit } from '~/data/accounts/audit.server'
import { revokeEvidence } from '~/data/duties/evidence.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { recordEnd } from '~/data/practicals/assessment-writers.server'
import { assessmentInside, findSeenAssessment } from '~/data/practicals/assessments.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * The unit's manager ends an assessment, with a reason: one under way is called off; one passed is taken back from today on, with its
 * evidence. What was marked stays. A failed one stays failed: it is done anew instead.
 */
export async function endAssessment(
  acting: Acting,
  wish: { assessmentId: string; reason: string },
): Promise<{ kind: 'called-off' | 'revoked' } | Refused> {
  const { now, today, actor } = acting
  const scope = scopeFor(actor.grants, 'manage', today)
  const seen = await findSeenAssessment(wish.assessmentId, [], scope)
  if (seen === null || (await findUnit(scope, seen.facts.unitId, today)) === null) throw new NotFound()
  const [auditId, revocationId] = [newId(now), newId(now)]
  const { reason } = wish
  return transact(async (tx) => {
    const facts = await assessmentInside(tx, wish.assessmentId)
    if (facts === null) throw new NotFound()
    if (facts.end !== null) return refuse('practicals:refusal.ended')
    if (facts.outcome !== null && !facts.outcome.passed) return refuse('practicals:refusal.failedStays')
    const kind = facts.outcome === null ? 'called-off' : 'revoked'
    await recordEnd(tx, { assessmentId: facts.id, kind, on: today, at: now, by: actor.accountId, reason })
    if (facts.evidenceId !== null)
      await revokeEvidence(tx, {
        id: revocationId,
        revokes: facts.evidenceId,
        on: today,
        reason: 'practical-corrected',
        by: actor.accountId,
        at: now,
      })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: kind === 'revoked' ? 'practicals.practicalRevoked' : 'practicals.calledOff',
      target: { kind: 'person', id: facts.personId },
      unitId: facts.unitId,
      detail: { assessment: facts.id, checklist: facts.checklist, on: formatDay(today) },
    })
    return { kind }
  })
}
