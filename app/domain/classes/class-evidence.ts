import type { Day } from '../shared/day'
import { formatDay } from '../shared/day'
import { groupedBy } from '../shared/grouped'
import { type CoverageRule, coverageOfPerson, coverageOfUnit, type Responsible, type Sitting } from './coverage'

/** A piece of evidence that classes of a programme made and that counts still; unit: in whose chain it stands. */
export type ClassPiece = { id: string; unit: string; subjectKind: string; subjectId: string; topic: string; on: string }
/** What the closed classes of a programme are evidence of. */
export type ClassProof = { unit: string; subjectKind: 'unit' | 'person'; subjectId: string; topic: string; on: string }

export type ProofFacts = {
  topic: string
  binds: 'unit' | 'person'
  rule: CoverageRule
  /** Of all closed classes of the programme; whoever was joined with another record stands under one id, here and among the responsible. */
  sittings: readonly Sitting[]
  /** Who held one of the positions that answer for a unit, where and when. */
  responsible: readonly Responsible[]
  /** As known on this day. */
  on: Day
}

/**
 * Everybody who by now attended all parts, over all classes of the programme, on the day of the last part he needed; and each unit that is
 * covered by one of them, on the same day. Of several units for which somebody came, his own proof stands with the one of that last part.
 */
export function provedByClasses({ topic, binds, rule, sittings, responsible, on }: ProofFacts): ClassProof[] {
  const proofs: ClassProof[] = []
  for (const [person, own] of groupedBy(sittings, (one) => one.person)) {
    const covered = coverageOfPerson(rule, own, on)
    if (covered.kind !== 'covered') continue
    const last = own.filter((one) => one.counts && one.on === covered.on && rule.parts.includes(one.part)).map(({ unit }) => unit)
    const [unit] = last.sort()
    if (unit !== undefined) proofs.push({ unit, subjectKind: 'person', subjectId: person, topic, on: formatDay(covered.on) })
  }
  if (binds === 'person') return proofs
  const answers = groupedBy(responsible, ({ unit }) => unit)
  for (const [unit, own] of groupedBy(sittings, (one) => one.unit)) {
    const covered = coverageOfUnit(rule, own, answers.get(unit) ?? [], on)
    if (covered.kind === 'covered') proofs.push({ unit, subjectKind: 'unit', subjectId: unit, topic, on: formatDay(covered.on) })
  }
  return proofs
}

const keyOf = ({ unit, subjectKind, subjectId, topic, on }: ClassPiece | ClassProof): string =>
  JSON.stringify([unit, subjectKind, subjectId, topic, on])

/** What is to be taken back and what to be written so that exactly what is proved counts; what holds stays as it is. */
export function classEvidenceChange(
  counting: readonly ClassPiece[],
  proved: readonly ClassProof[],
): { revoke: ClassPiece[]; record: ClassProof[] } {
  const wanted = new Set(proved.map(keyOf))
  const kept = new Map<string, ClassPiece>()
  for (const piece of counting) if (wanted.has(keyOf(piece)) && !kept.has(keyOf(piece))) kept.set(keyOf(piece), piece)
  return {
    revoke: counting.filter((piece) => kept.get(keyOf(piece)) !== piece),
    record: proved.filter((one) => !kept.has(keyOf(one))),
  }
}
