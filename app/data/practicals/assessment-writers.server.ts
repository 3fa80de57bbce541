import type { Marked } from '~/domain/practicals/sheet'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'
import { marksText } from './assessments.server'

export type NewAssessment = {
  id: string
  unitId: string
  personId: string
  checklist: string
  revision: number
  createdAt: Date
  createdBy: string
  observers: readonly { personId: string; as: string }[]
}

export async function recordAssessment(tx: Tx, { observers, ...row }: NewAssessment): Promise<void> {
  await tx.practicalAssessment.create({ data: { ...row, observers: { create: [...observers] } } })
}

export type NewSheet = {
  id: string
  assessmentId: string
  observerId: string
  round: number
  marks: readonly Marked[]
  startedAt: Date | null
  finishedAt: Date | null
  receivedAt: Date
  receivedBy: string
  way: 'phone' | 'form'
}

export async function recordSheet(tx: Tx, { marks, ...row }: NewSheet): Promise<void> {
  await tx.practicalSheet.create({ data: { ...row, marks: marksText(marks) } })
}

/** Whose sheet an id is; null where it is nobody's. */
export const sheetInside = (tx: Tx, id: string) =>
  tx.practicalSheet.findUnique({ where: { id }, select: { assessmentId: true, observerId: true, round: true } })

export type NewOutcome = {
  assessmentId: string
  round: number
  passed: boolean
  on: Day
  failed: readonly string[]
  decidedAt: Date
  evidenceId: string | null
}

export async function recordOutcome(tx: Tx, { on, failed, ...row }: NewOutcome): Promise<void> {
  await tx.practicalOutcome.create({ data: { ...row, on: formatDay(on), failed: JSON.stringify(failed) } })
}

export type NewEnd = { assessmentId: string; kind: 'called-off' | 'revoked'; on: Day; at: Date; by: string; reason: string }

export async function recordEnd(tx: Tx, { on, ...row }: NewEnd): Promise<void> {
  await tx.practicalEnd.create({ data: { ...row, on: formatDay(on) } })
}

/** Whether an assessment of somebody on a checklist is still under way at a unit, as this transaction sees it. */
export async function openAssessmentInside(tx: Tx, unitId: string, family: readonly string[], checklist: string): Promise<string | null> {
  const found = await tx.practicalAssessment.findFirst({
    where: { unitId, personId: { in: [...family] }, checklist, outcome: null, end: null },
    select: { id: true },
  })
  return found?.id ?? null
}
