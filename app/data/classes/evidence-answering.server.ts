import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { familyOf } from '../org/family.server'
import { ownersOf } from './responsible.server'

const row = z.object({ subjectId: z.string() })
const answering = `SELECT DISTINCT e."subjectId" FROM "EvidenceEntry" e WHERE e."entry" = 'evidence' AND e."on" >= @from
  AND e."subjectId" IN (SELECT "value" FROM json_each(@subjects))
  AND EXISTS (SELECT 1 FROM json_each(@counts) c WHERE c."value" ->> '$.kind' = e."kind"
    AND (c."value" ->> '$.topic' = '*' OR c."value" ->> '$.topic' = e."topic"))`
const personRow = z.object({ id: z.string() })

/** All records of these persons; units stand for themselves. */
const recordsOf = (kind: 'unit' | 'person', subjects: readonly string[]): readonly string[] =>
  kind === 'unit'
    ? subjects
    : statement(familyOf)
        .all(JSON.stringify(subjects))
        .map((one) => personRow.parse(one).id)

type Asked = { subjectKind: 'unit' | 'person'; subjects: readonly string[]; counts: readonly { kind: string; topic: string }[]; from: Day }

/**
 * Of these units or persons those of whom anything is on record since a day that may count; whether it does is for the duty to say. Whoever
 * was joined with another record is one.
 */
export function subjectsWithEvidence({ subjectKind, subjects, counts, from }: Asked): Set<string> {
  const among = JSON.stringify(recordsOf(subjectKind, subjects))
  const found = statement(answering)
    .all({ subjects: among, counts: JSON.stringify(counts), from: formatDay(from) })
    .map((one) => row.parse(one).subjectId)
  if (subjectKind === 'unit' || found.length === 0) return new Set(found)
  const owner = ownersOf([...subjects, ...found])
  const held = new Set(found.map(owner))
  return new Set(subjects.filter((subject) => held.has(owner(subject))))
}
