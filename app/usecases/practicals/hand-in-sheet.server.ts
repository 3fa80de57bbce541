import { getChecklist } from '~/content/practicals.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { recordOutcome, recordSheet, sheetInside } from '~/data/practicals/assessment-writers.server'
import { type AssessmentFacts, assessmentInside } from '~/data/practicals/assessments.server'
import { familyIds } from '~/data/practicals/candidates.server'
import { type Tx, transact } from '~/data/transact.server'
import { finishedAt, stateOf, verdictOf } from '~/domain/practicals/assessment'
import type { Checklist } from '~/domain/practicals/checklist'
import { type Marked, readSheet } from '~/domain/practicals/sheet'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

export type SheetWish = {
  assessmentId: string
  /** Made where it was marked; the same again changes nothing. */
  sheetId: string
  /** Who marked it, as the page says. */
  observer: string
  round: number
  marks: readonly Marked[]
  startedAt: Date | null
  finishedAt: Date | null
  way: 'phone' | 'form'
}
type Actor = { accountId: string; personId: string }
type Handed = { kind: 'handed-in'; said: 'waits' | 'differs' | 'passed' | 'failed' | 'before' }
type Ids = { audit: string; evidence: string }

/**
 * An observer hands in his marks of a round, once. When the last observer has, and they agree, the assessment is decided: a pass becomes
 * evidence in the same transaction. Where they differ nothing is decided, and all is done again.
 */
export async function handInSheet(actor: Actor, wish: SheetWish, now: Date): Promise<Handed | Refused> {
  const family = familyIds(actor.personId)
  const ids = { audit: newId(now), evidence: newId(now) }
  return transact(async (tx) => {
    const facts = await assessmentInside(tx, wish.assessmentId)
    if (facts === null || !facts.observers.some((observer) => family.includes(observer))) throw new NotFound()
    if (!family.includes(wish.observer) || !facts.observers.includes(wish.observer)) return refuse('practicals:refusal.otherObserver')
    const known = await sheetInside(tx, wish.sheetId)
    if (known !== null)
      return known.assessmentId === facts.id && known.observerId === wish.observer
        ? { kind: 'handed-in', said: 'before' }
        : refuse('practicals:refusal.already')
    return handInNew(tx, actor, wish, facts, ids, now)
  })
}

async function handInNew(tx: Tx, actor: Actor, wish: SheetWish, facts: AssessmentFacts, ids: Ids, now: Date): Promise<Handed | Refused> {
  const checklist = getChecklist(facts.checklist)
  if (facts.revision !== checklist.revision) return refuse('practicals:refusal.revised')
  const state = stateOf(checklist, facts)
  if (state.kind !== 'open') return refuse('practicals:refusal.over')
  if (wish.round !== state.round) return refuse('practicals:refusal.otherRound')
  if (!state.waitsFor.includes(wish.observer)) return refuse('practicals:refusal.already')
  const reading = readSheet(checklist, wish.marks)
  if (reading.kind === 'incomplete') return refuse('practicals:refusal.incomplete', '', { count: reading.missing.length })
  const { sheetId: id, assessmentId, observer: observerId, round, startedAt, way } = wish
  const sheet = { id, assessmentId, observerId, round, startedAt, way, marks: reading.marks, receivedAt: now, receivedBy: actor.accountId }
  await recordSheet(tx, { ...sheet, finishedAt: wish.finishedAt })
  const sheets = [
    ...facts.sheets,
    { id, observer: observerId, round, marks: reading.marks, finishedAt: wish.finishedAt, receivedAt: now, way },
  ]
  const said = await decide(tx, actor, checklist, { ...facts, sheets }, round, ids.evidence, now)
  await recordAudit(tx, {
    id: ids.audit,
    at: now,
    actor: actor.accountId,
    act: `practicals.${acts[said]}`,
    target: { kind: 'person', id: facts.personId },
    unitId: facts.unitId,
    detail: { assessment: facts.id, checklist: checklist.id, round },
  })
  return { kind: 'handed-in', said }
}

const acts = { waits: 'sheetHandedIn', differs: 'sheetsDiffered', passed: 'practicalPassed', failed: 'practicalFailed' } as const

async function decide(
  tx: Tx,
  actor: Actor,
  checklist: Checklist,
  facts: AssessmentFacts,
  round: number,
  evidenceId: string,
  now: Date,
): Promise<keyof typeof acts> {
  const verdict = verdictOf(checklist, facts, round)
  if (verdict.kind !== 'agreed') return verdict.kind
  const ends = facts.sheets
    .filter((sheet) => sheet.round === round)
    .map((sheet) => finishedAt(sheet.finishedAt, facts.createdAt, sheet.receivedAt).at)
  const on = civilDay(new Date(Math.max(...ends.map((end) => end.getTime()))))
  const { passed, failed } = verdict
  await recordOutcome(tx, { assessmentId: facts.id, round, passed, on, failed, decidedAt: now, evidenceId: passed ? evidenceId : null })
  if (!passed) return 'failed'
  await recordEvidence(tx, {
    id: evidenceId,
    kind: 'practical',
    topic: checklist.topic,
    subjectKind: 'person',
    subjectId: facts.personId,
    unitId: facts.unitId,
    position: null,
    on,
    passed: true,
    validThrough: null,
    sourceKind: 'practical',
    sourceId: facts.id,
    recordedBy: actor.accountId,
    recordedAt: now,
  })
  return 'passed'
}
