import type { DrillRecord } from './record'

/** A piece of evidence that a drill made and that counts still. */
export type Piece = { id: string; subjectKind: string; subjectId: string; topic: string; on: string }
/** What a signed record is evidence of: the unit held it, and these people took part. */
export type Proved = { subjectKind: 'unit' | 'person'; subjectId: string; topic: string; on: string }

/** The unit first, then everybody who was accounted for, each once. Guests are no evidence: nobody knows who they are. */
export function provedBy(unitId: string, { body, on, there }: Pick<DrillRecord, 'body' | 'on' | 'there'>): Proved[] {
  const what = { topic: body.kind, on }
  const people = [...new Set(there.map(({ id }) => id))].map((subjectId): Proved => ({ subjectKind: 'person', subjectId, ...what }))
  return [{ subjectKind: 'unit', subjectId: unitId, ...what }, ...people]
}

const keyOf = ({ subjectKind, subjectId, topic, on }: Proved | Piece): string => JSON.stringify([subjectKind, subjectId, topic, on])

/** What is to be taken back and what to be written so that exactly the new record counts; what holds stays as it is. */
export function evidenceChange(counting: readonly Piece[], proved: readonly Proved[]): { revoke: string[]; record: Proved[] } {
  const wanted = new Set(proved.map(keyOf))
  const there = new Set(counting.map(keyOf))
  return {
    revoke: counting.filter((piece) => !wanted.has(keyOf(piece))).map(({ id }) => id),
    record: proved.filter((one) => !there.has(keyOf(one))),
  }
}
