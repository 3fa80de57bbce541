import { recordEvidenceOf } from '~/data/duties/evidence.server'
import { type BroughtTraining, recordTrainingsBrought } from '~/data/imports/past-trainings.server'
import type { RosterImport, WrittenCounts } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { groupedBy } from '~/domain/shared/grouped'

export type FreshTraining = Omit<BroughtTraining, 'importId' | 'by'>

/** As the chain names what a sheet brought. */
const sheetSource = 'import'

/** Writes past trainings and the evidence that they are, under the sheet that brought them. */
export async function writeTrainings(
  tx: Tx,
  { actor, now }: Acting,
  { id: importId }: RosterImport,
  fresh: readonly FreshTraining[],
): Promise<WrittenCounts> {
  const by = actor.accountId
  await recordTrainingsBrought(
    tx,
    fresh.map((training) => ({ ...training, importId, by })),
    now,
  )
  for (const [chain, own] of groupedBy(fresh, ({ unitId }) => unitId))
    await recordEvidenceOf(
      tx,
      chain,
      own.map(({ id, topic, subjectKind, subjectId, unitId, on }) => ({
        ...{ id, kind: 'class', topic, subjectKind, subjectId, unitId, on },
        ...{ position: null, passed: true, validThrough: null },
        ...{ sourceKind: sheetSource, sourceId: importId, recordedBy: by, recordedAt: now },
      })),
    )
  return { people: 0, posts: 0, changed: 0, units: 0, trainings: fresh.length }
}
