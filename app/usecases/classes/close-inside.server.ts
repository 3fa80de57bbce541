import { classPiecesInside, joinedInside, responsibleInside } from '~/data/classes/class-proof.server'
import type { ClassFacts } from '~/data/classes/classes.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { type NewSitting, recordSittings, sittingsInside } from '~/data/classes/sittings.server'
import { recordEvidenceOf, revokeEvidenceOf } from '~/data/duties/evidence.server'
import type { Tx } from '~/data/transact.server'
import { doesCount } from '~/domain/classes/attendance'
import { type ClassProof, classEvidenceChange, provedByClasses } from '~/domain/classes/class-evidence'
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

/** What all closed classes of the programme prove now. */
async function provedNow(tx: Tx, { id, body }: ProgrammeFacts, today: Day, joined: (id: string) => string): Promise<ClassProof[]> {
  const sittings = (await sittingsInside(tx, id)).map((one) => ({ ...one, person: joined(one.person) }))
  const units = [...new Set(sittings.map(({ unit }) => unit))]
  const responsible = (await responsibleInside(tx, units, body.audience.positions)).map((one) => ({ ...one, person: joined(one.person) }))
  const rule = { parts: body.parts.map(({ key }) => key), deputies: body.deputies }
  return provedByClasses({ topic: body.topic, binds: body.binds, rule, sittings, responsible, on: today })
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
  const counting = await classPiecesInside(tx, programme.id)
  const sittings = await sittingsInside(tx, programme.id)
  const people = counting.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'person' ? [subjectId] : []))
  const units = [...new Set(sittings.map(({ unit }) => unit))]
  const holders = await responsibleInside(tx, units, programme.body.audience.positions)
  const everybody = [...people, ...sittings.map(({ person }) => person), ...holders.map(({ person }) => person)]
  const joined = await joinedInside(tx, everybody)
  const known = counting.map((piece) => (piece.subjectKind === 'person' ? { ...piece, subjectId: joined(piece.subjectId) } : piece))
  const { revoke, record } = classEvidenceChange(known, await provedNow(tx, programme, today, joined))
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
