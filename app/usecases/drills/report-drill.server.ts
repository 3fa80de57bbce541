import { piecesCounting } from '~/data/drills/drill-evidence.server'
import { recordEvidence, revokeEvidenceOf } from '~/data/duties/evidence.server'
import { reportDayIsPossible, reported } from '~/domain/drills/record-steps'
import { formatDay, parseDay } from '~/domain/shared/day'
import { refuse } from '~/domain/shared/refusal'
import { type ActingPerson, idFrom } from './reached-drill.server'
import { isOver, writeStep } from './write-step.server'

/**
 * A drill was reported to the regulator (生产安全事故应急条例 第八条第二款): when, to whom, how. It is evidence of the report for the unit.
 * Said anew, the last word counts. Refuses a day before the drill or in the future.
 */
export const reportDrill = (acting: ActingPerson, drillId: string, wish: { on: string; receiver: string; means: string }) =>
  writeStep(
    acting,
    drillId,
    ({ state, held }) => {
      const on = parseDay(wish.on)
      if (!isOver(state)) return refuse('drillrecord:refusal.notOver')
      if (on === null || !reportDayIsPossible(on, held, acting.today)) return refuse('drillrecord:refusal.reportDay', 'reportOn')
      return { kind: 'reported', act: 'drillReported', detail: reported.parse(wish) }
    },
    async (tx, { facts: { unitId } }, stepId) => {
      const { now: at, today, actor } = acting
      const on = parseDay(wish.on) ?? today
      const counting = await piecesCounting(tx, unitId, { kind: 'drill-report', id: drillId })
      if (counting.some((piece) => piece.on === formatDay(on))) return
      const by = actor.accountId
      await revokeEvidenceOf(
        tx,
        unitId,
        counting.map(({ id }) => ({ id: idFrom(id, 'revoked'), revokes: id, on: today, reason: 'drill-corrected', by, at })),
      )
      await recordEvidence(tx, {
        id: idFrom(stepId, 'filing'),
        kind: 'filing',
        topic: 'drill-report',
        subjectKind: 'unit',
        subjectId: unitId,
        unitId,
        position: null,
        on,
        passed: true,
        validThrough: null,
        sourceKind: 'drill-report',
        sourceId: drillId,
        recordedBy: by,
        recordedAt: at,
      })
    },
  )
