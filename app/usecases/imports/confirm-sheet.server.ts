import { recordAudit } from '~/data/accounts/audit.server'
import { findImport, findLines, recordImportWritten, recordLines, type WrittenCounts } from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { agree, type DraftLine, writes } from '~/domain/imports/line-result'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { changedFrom, openedLines, sealedLines } from './drafts.server'
import { judgingOf } from './judging.server'
import { reachedImport } from './reached-import.server'

/** moved: so many rows mean something else than was shown, because the register has changed since; nothing was written. */
export type Confirmed = { kind: 'written'; counts: WrittenCounts } | { kind: 'moved'; count: number } | Refused
type Outcome = Confirmed | { kind: 'shown'; lines: DraftLine[] }

const historyOf = ({ licences, trainings, drills }: WrittenCounts): Record<string, number> => ({
  ...(licences === undefined ? {} : { newLicences: licences }),
  ...(trainings === undefined ? {} : { newTrainings: trainings }),
  ...(drills === undefined ? {} : { newDrills: drills }),
})

/**
 * Writes every row of a sheet that adds or changes something, all of them or none. The rows are judged again against the register as it is
 * at that moment; where one differs from what was shown, nothing is written and the sheet is shown anew. Asked twice, it writes once.
 */
export async function confirmSheet(acting: Acting, id: string): Promise<Confirmed> {
  const sheet = await reachedImport(acting, id)
  if (sheet.state === 'written' && sheet.counts !== null) return { kind: 'written', counts: sheet.counts }
  if (sheet.state !== 'open') return refuse(`imports:refusal.${sheet.state}`)
  const { actor, now } = acting
  const shown = await openedLines(findLines(id))
  const judge = await judgingOf(acting, sheet, shown, true)
  const auditId = newId(now)
  const outcome = await transact(async (tx): Promise<Outcome> => {
    const current = await findImport(actor.accountId, id, tx)
    if (current === null || current.droppedAt !== null) throw new NotFound()
    if (current.counts !== null) return { kind: 'written', counts: current.counts }
    const { lines, write } = await judge(tx)
    if (lines.some(({ result }, nth) => !agree(result, shown[nth]?.result ?? { kind: 'same' }))) return { kind: 'shown', lines }
    if (!lines.some(({ result }) => writes(result))) return refuse('imports:refusal.nothing')
    const counts = await write(tx)
    await recordImportWritten(tx, id, counts, now)
    await recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'imports.sheetWritten' },
      ...{ target: { kind: 'rosterImport', id }, unitId: sheet.unitId },
      detail: {
        importKind: sheet.kind,
        newUnits: counts.units,
        newPeople: counts.people,
        newPosts: counts.posts,
        corrected: counts.changed,
        ...historyOf(counts),
      },
    })
    return { kind: 'written', counts }
  })
  if (outcome.kind !== 'shown') return outcome
  const moved = changedFrom(shown, outcome.lines)
  const sealed = await sealedLines(moved)
  await transact((tx) => recordLines(tx, id, sealed))
  return { kind: 'moved', count: moved.length }
}
