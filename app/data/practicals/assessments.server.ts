import { z } from 'zod'
import type { Prisma } from '#db'
import { inScope, type Scope } from '~/domain/accounts/scope'
import type { Assessment } from '~/domain/practicals/assessment'
import type { Marked } from '~/domain/practicals/sheet'
import { db } from '../db.server'
import { unitDirectory } from '../org/unit-directory.server'
import { storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

const whole = {
  observers: { orderBy: { personId: 'asc' } },
  sheets: true,
  outcome: true,
  end: true,
} satisfies Prisma.PracticalAssessmentInclude
type Row = Prisma.PracticalAssessmentGetPayload<{ include: typeof whole }>

const keptMarks = z.array(
  z.object({ step: z.string(), mark: z.enum(['done', 'missed', 'absent']), at: z.string().nullable(), note: z.string() }),
)
const stepIds = z.array(z.string())
const ends = z.enum(['called-off', 'revoked'])

export type KeptSheet = {
  id: string
  observer: string
  round: number
  marks: readonly Marked[]
  finishedAt: Date | null
  receivedAt: Date
  way: string
}

/** One assessment with everything that happened to it. */
export type AssessmentFacts = Omit<Assessment, 'sheets'> & {
  id: string
  unitId: string
  personId: string
  checklist: string
  revision: number
  createdAt: Date
  /** By what right each observes: manager, or a position. */
  rights: ReadonlyMap<string, string>
  sheets: readonly KeptSheet[]
  evidenceId: string | null
  decidedAt: Date | null
  endedAt: Date | null
}

export const marksText = (marks: readonly Marked[]): string =>
  JSON.stringify(marks.map(({ at, ...marked }) => ({ ...marked, at: at === null ? null : at.toISOString() })))

const readMarks = (text: string): Marked[] =>
  keptMarks.parse(JSON.parse(text)).map(({ at, ...marked }) => ({ ...marked, at: at === null ? null : new Date(at) }))

const toFacts = ({ observers, sheets, outcome, end, ...row }: Row): AssessmentFacts => ({
  id: row.id,
  unitId: row.unitId,
  personId: row.personId,
  checklist: row.checklist,
  revision: row.revision,
  createdAt: row.createdAt,
  observers: observers.map(({ personId }) => personId),
  rights: new Map(observers.map(({ personId, as }) => [personId, as])),
  sheets: sheets.map(({ id, observerId, round, marks, finishedAt, receivedAt, way }) => ({
    id,
    observer: observerId,
    round,
    marks: readMarks(marks),
    finishedAt,
    receivedAt,
    way,
  })),
  outcome: outcome && {
    round: outcome.round,
    passed: outcome.passed,
    on: storedDay(outcome.on),
    failed: stepIds.parse(JSON.parse(outcome.failed)),
  },
  end: end && { kind: ends.parse(end.kind), on: storedDay(end.on), reason: end.reason },
  evidenceId: outcome?.evidenceId ?? null,
  decidedAt: outcome?.decidedAt ?? null,
  endedAt: end?.at ?? null,
})

/** An assessment as this transaction sees it. */
export async function assessmentInside(tx: Tx, id: string): Promise<AssessmentFacts | null> {
  const found = await tx.practicalAssessment.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

/** What somebody has to do with an assessment: observes it, is its subject, or sees its unit. Whoever has nothing to do with it, finds none. */
export type Sight = { facts: AssessmentFacts; observes: string | null; isSubject: boolean; inScope: boolean }

export async function findSeenAssessment(id: string, family: readonly string[], scope: Scope): Promise<Sight | null> {
  const found = await db().practicalAssessment.findUnique({ where: { id }, include: whole })
  if (found === null) return null
  const facts = toFacts(found)
  const unit = unitDirectory().byId.get(facts.unitId)
  const sight = {
    facts,
    observes: facts.observers.find((observer) => family.includes(observer)) ?? null,
    isSubject: family.includes(facts.personId),
    inScope: unit !== undefined && inScope(scope, { id: unit.id, sector: unit.sector, placePath: unit.place.path }),
  }
  return sight.observes !== null || sight.isSubject || sight.inScope ? sight : null
}

const newest = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]

/** A unit's assessments, newest first. The unit must come from a scoped finder. */
export const assessmentsOfUnit = async (unit: { id: string }, most = 400): Promise<AssessmentFacts[]> =>
  (await db().practicalAssessment.findMany({ where: { unitId: unit.id }, include: whole, orderBy: newest, take: most })).map(toFacts)

/** Those that somebody observes or is the subject of, newest first. */
export const assessmentsOfPerson = async (family: readonly string[], most = 100): Promise<AssessmentFacts[]> =>
  (
    await db().practicalAssessment.findMany({
      where: { OR: [{ personId: { in: [...family] } }, { observers: { some: { personId: { in: [...family] } } } }] },
      include: whole,
      orderBy: newest,
      take: most,
    })
  ).map(toFacts)
