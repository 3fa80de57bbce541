import { getChecklist } from '~/content/practicals.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { familyIds } from '~/data/org/family.server'
import { recordOutcome, recordSheet, sheetInside } from '~/data/practicals/assessment-writers.server'
import { type AssessmentFacts, assessmentInside } from '~/data/practicals/assessments.server'
import { type Tx, transact } from '~/data/transact.server'
import { dayOfRound, verdictOf } from '~/domain/practicals/assessment'
import type { Checklist } from '~/domain/practicals/checklist'
import { type Handing, readHanded } from '~/domain/practicals/handing-in'
import { readSheet } from '~/domain/practicals/sheet'
import { sameMarks } from '~/domain/practicals/sheet-fault'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** sheetId: made where it was marked; the same again changes nothing. */
export type SheetWish = Handing & { assessmentId: string; sheetId: string; way: 'phone' | 'form' }
type Actor = { accountId: string; personId: string }
type Handed = { kind: 'handed-in'; said: 'waits' | 'differs' | 'passed' | 'failed' | 'before' }
type Ids = Record<'audit' | 'evidence', string>

/**
 * An observer hands in his marks of a round, once. When the last observer has, and they agree, the assessment is decided: a pass becomes
 * evidence in the same transaction. Where they differ nothing is decided, and all is done again.
 */
export async function handInSheet(actor: Actor, wish: SheetWish, now: Date): Promise<Handed | Refused> {
  const family = familyIds(actor.personId)
  const ids: Ids = { audit: newId(now), evidence: newId(now) }
  return transact(async (tx) => {
    const facts = await assessmentInside(tx, wish.assessmentId)
    if (facts === null || !facts.observers.some((observer) => family.includes(observer))) throw new NotFound()
    if (!family.includes(wish.observer)) return refuse('practicals:refusal.otherObserver')
    if ((await sheetInside(tx, wish.sheetId)) !== null) return again(facts, wish)
    const checklist = getChecklist(facts.checklist)
    const read = readHanded(checklist, facts, wish, family)
    if (read.kind !== 'complete') return refuse(`practicals:refusal.${read.kind}`, '', 'count' in read ? { count: read.count } : {})
    return handInNew(tx, actor, { ...wish, marks: read.marks }, checklist, facts, ids, now)
  })
}

/** A sheet that is known already: the same again changes nothing, anything else under its name is refused. */
function again({ sheets, checklist }: AssessmentFacts, { sheetId, observer, marks }: SheetWish): Handed | Refused {
  const known = sheets.find(({ id }) => id === sheetId)
  if (known === undefined || known.observer !== observer) return refuse('practicals:refusal.otherSheet')
  const read = readSheet(getChecklist(checklist), marks)
  return read.kind === 'complete' && sameMarks(known.marks, read.marks)
    ? { kind: 'handed-in', said: 'before' }
    : refuse('practicals:refusal.already')
}

async function handInNew(
  tx: Tx,
  actor: Actor,
  wish: SheetWish,
  checklist: Checklist,
  facts: AssessmentFacts,
  ids: Ids,
  now: Date,
): Promise<Handed | Refused> {
  const { sheetId: id, assessmentId, observer, round, startedAt, finishedAt, way, marks } = wish
  const sheet = { id, round, marks, finishedAt, receivedAt: now, way }
  await recordSheet(tx, { ...sheet, assessmentId, observerId: observer, startedAt, receivedBy: actor.accountId })
  const sheets = [...facts.sheets, { ...sheet, observer }]
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
  const on = dayOfRound(facts.sheets, round, facts.createdAt)
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
