import { countsWhateverItsAge } from '~/content/evidence-ends.server'
import { licenceEvidenceKind, standingEvidence } from '~/data/credentials/licence-acts.server'
import { recordEvidence, revokeEvidence } from '~/data/duties/evidence.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { type CheckResult, type Licence, printedThrough } from '~/domain/credentials/licence'
import { addDays, type Day } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'

type Found = {
  licence: Pick<Licence, 'validTo' | 'reviewDue'> & { topic: string | null }
  holderId: string
  unitId: string | null
  checkId: string
  checkIds: readonly string[]
  result: CheckResult
  on: Day
}

/**
 * What a check that counts does to the evidence: it was found true, then a piece is written that lasts to the earlier of the printed days;
 * it was found false, then what earlier checks wrote is taken back. Where a duty counts the piece once and for good, the day after the
 * last printed one is written with it: what is printed decides, whatever the duty's cadence. Call it inside the transaction of the check.
 */
export async function applyCheck(tx: Tx, { actor, now, today }: Acting, found: Found): Promise<void> {
  if (found.result !== 'matches')
    return takeBackEvidence(tx, { actor, now, today }, found.checkIds, found.result === 'differs' ? 'licence-differs' : 'licence-not-found')
  const { topic } = found.licence
  if (topic === null) return
  const id = newId(now)
  const through = printedThrough(found.licence)
  await recordEvidence(tx, {
    id,
    kind: 'licence',
    topic,
    subjectKind: 'person',
    subjectId: found.holderId,
    unitId: found.unitId,
    position: null,
    on: found.on,
    passed: true,
    validThrough: through,
    sourceKind: licenceEvidenceKind,
    sourceId: found.checkId,
    recordedBy: actor.accountId,
    recordedAt: now,
  })
  if (through === null || !countsWhateverItsAge('licence', topic)) return
  const end = { id: newId(now), revokes: id, on: addDays(through, 1), reason: 'licence-expired' }
  await revokeEvidence(tx, { ...end, by: actor.accountId, at: now })
}

type Actor = Pick<Acting, 'now' | 'today'> & { actor: { accountId: string } }

/** Takes back what these checks have written and what still counts today. */
export async function takeBackEvidence(tx: Tx, { actor, now, today }: Actor, checkIds: readonly string[], reason: string): Promise<void> {
  for (const { id } of await standingEvidence(tx, checkIds, today))
    await revokeEvidence(tx, { id: newId(now), revokes: id, on: today, reason, by: actor.accountId, at: now })
}
