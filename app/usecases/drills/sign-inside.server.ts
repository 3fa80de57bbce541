import { piecesCounting } from '~/data/drills/drill-evidence.server'
import { recordStep } from '~/data/drills/drill-writers.server'
import type { DrillFacts } from '~/data/drills/drills.server'
import { recordEvidenceOf, revokeEvidenceOf } from '~/data/duties/evidence.server'
import type { Tx } from '~/data/transact.server'
import { evidenceChange, provedBy } from '~/domain/drills/sign-off'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { idFrom } from './reached-drill.server'
import { type RecordWords, recordInside } from './record-inside.server'

type Signing = { by: string; personId: string; at: Date; today: Day }
export type Signed = { kind: 'signed'; version: number; written: number; revoked: number }

/**
 * Signs a drill that is over: its record as it is now is kept, and is evidence for the unit and for everybody accounted for. What an
 * earlier signature proved and this one does not is taken back; what both prove stays. Refuses while a doubt waits for the commander.
 */
export async function signInside(
  tx: Tx,
  facts: DrillFacts,
  words: RecordWords,
  { by, personId, at, today }: Signing,
): Promise<Signed | Refused> {
  const { record, undecided, isOver } = await recordInside(tx, facts, words)
  if (!isOver) return refuse('drillrecord:refusal.notOver')
  if (undecided > 0) return refuse('drillrecord:refusal.undecided', '', { count: undecided })
  if (record.on > formatDay(today)) return refuse('drillrecord:refusal.future')
  const version = facts.steps.filter(({ kind }) => kind === 'signed').length + 1
  const detail = { record, signer: words.signer }
  await recordStep(tx, {
    id: idFrom(facts.id, 'signed', version),
    drillId: facts.id,
    kind: 'signed',
    at,
    by,
    personId,
    once: `signed-${version}`,
    detail,
  })
  const counting = await piecesCounting(tx, facts.unitId, { kind: 'drill', id: facts.id })
  const { revoke, record: fresh } = evidenceChange(counting, provedBy(facts.unitId, record))
  const revoked = await revokeEvidenceOf(
    tx,
    facts.unitId,
    revoke.map((revokes) => ({ id: idFrom(revokes, 'revoked'), revokes, on: today, reason: 'drill-corrected', by, at })),
  )
  const written = await recordEvidenceOf(
    tx,
    facts.unitId,
    fresh.map(({ on, ...piece }) => ({
      ...piece,
      id: idFrom(facts.id, version, piece.subjectKind, piece.subjectId),
      kind: 'drill',
      unitId: facts.unitId,
      position: null,
      on: parseDay(on) ?? today,
      passed: true,
      validThrough: null,
      sourceKind: 'drill',
      sourceId: facts.id,
      recordedBy: by,
      recordedAt: at,
    })),
  )
  return { kind: 'signed', version, written, revoked }
}
