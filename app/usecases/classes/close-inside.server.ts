import { classPiecesInside, joinedInside, responsibleInside } from '~/data/classes/class-proof.server'
import type { ClassFacts } from '~/data/classes/classes.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { type NewSitting, recordSittings, sittingsInside } from '~/data/classes/sittings.server'
import { recordEvidenceOf, revokeEvidenceOf } from '~/data/duties/evidence.server'
import type { Tx } from '~/data/transact.server'
import { doesCount } from '~/domain/classes/attendance'
import { classEvidenceChange, provedByClasses } from '~/domain/classes/class-evidence'
import type { Sat } from '~/domain/classes/class-record'
import { type Day, parseDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { idFrom } from '../drills/reached-drill.server'

type Closing = { id: string; version: number; by: string; at: Date; today: Day }

/** Writes who sat where, as this closing says; of a class only its newest closing counts. */
export async function writeSittings(tx: Tx, { id, programmeId }: ClassFacts, sats: readonly Sat[], closing: Closing): Promise<void> {
  await recordSittings(
    tx,
    sats.map(
      ({ person, unit, part, asDeputy, on, state }): NewSitting => ({
        id: idFrom(closing.id, part, person, unit),
        programmeId,
        classId: id,
        closingId: closing.id,
        part,
        personId: person,
        unitId: unit,
        asDeputy: Number(asDeputy),
        on,
        state,
        counts: Number(doesCount(state)),
      }),
    ),
  )
}

/**
 * Makes the evidence of a programme's classes say exactly what all of them prove now: what an earlier closing proved and they no longer do is
 * taken back, what both prove stays as it is, the rest is written under the class that is being closed.
 */
export async function writeClassEvidence(
  tx: Tx,
  programme: ProgrammeFacts,
  classId: string,
  { version, by, at, today }: Closing,
): Promise<{ written: number; revoked: number }> {
  const { binds, topic, parts, deputies, audience } = programme.body
  const counting = await classPiecesInside(tx, programme.id)
  const sittings = await sittingsInside(tx, programme.id)
  const holders = await responsibleInside(tx, [...new Set(sittings.map(({ unit }) => unit))], audience.positions)
  const proven = counting.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'person' ? [subjectId] : []))
  const joined = await joinedInside(tx, [...proven, ...[...sittings, ...holders].map(({ person }) => person)])
  const asOne = <T extends { person: string }>(one: T): T => ({ ...one, person: joined(one.person) })
  const proved = provedByClasses({
    ...{ topic, binds, rule: { parts: parts.map(({ key }) => key), deputies }, on: today },
    ...{ sittings: sittings.map(asOne), responsible: holders.map(asOne) },
  })
  const known = counting.map((piece) => (piece.subjectKind === 'person' ? { ...piece, subjectId: joined(piece.subjectId) } : piece))
  const { revoke, record } = classEvidenceChange(known, proved)
  let [written, revoked] = [0, 0]
  for (const [chain, gone] of groupedBy(revoke, ({ unit }) => unit))
    revoked += await revokeEvidenceOf(
      tx,
      chain,
      gone.map(({ id }) => ({ id: idFrom(id, 'revoked'), revokes: id, on: today, reason: 'class-corrected', by, at })),
    )
  for (const [chain, fresh] of groupedBy(record, ({ unit }) => unit))
    written += await recordEvidenceOf(
      tx,
      chain,
      fresh.map(({ unit, subjectKind, subjectId, topic, on }) => ({
        id: idFrom(classId, version, unit, subjectKind, subjectId, on),
        kind: 'class',
        topic,
        subjectKind,
        subjectId,
        unitId: unit,
        position: null,
        on: parseDay(on) ?? today,
        passed: true,
        validThrough: null,
        sourceKind: 'class',
        sourceId: classId,
        recordedBy: by,
        recordedAt: at,
      })),
    )
  return { written, revoked }
}
