import { z } from 'zod'
import type { Prisma } from '#db'
import { type ClassBody, classBody } from '~/domain/classes/class-body'
import { type ClassStep, classStepKinds } from '~/domain/classes/class-state'
import { db } from '../db.server'
import type { Tx } from '../transact.server'

const whole = {
  revisions: { orderBy: { nth: 'desc' }, take: 1 },
  steps: { orderBy: { nth: 'asc' } },
} satisfies Prisma.TrainingClassInclude
type Row = Prisma.TrainingClassGetPayload<{ include: typeof whole }>

export type ClassFacts = {
  id: string
  programmeId: string
  /** The class whose missing it makes up for. */
  makesUp: string | null
  createdAt: Date
  createdBy: string
  body: ClassBody
  revision: number
  steps: ClassStep[]
}

const kind = z.enum(classStepKinds)
const detail = z.record(z.string(), z.unknown())

function toFacts({ revisions: [revision], steps, ...row }: Row): ClassFacts {
  if (revision === undefined) throw new Error(`a class that says nothing: ${row.id}`)
  return {
    ...row,
    body: classBody.parse(JSON.parse(revision.body)),
    revision: revision.nth,
    steps: steps.map(({ id, nth, kind: said, at, by, detail: more }) => ({
      ...{ id, nth, at, by },
      kind: kind.parse(said),
      detail: detail.parse(JSON.parse(more)),
    })),
  }
}

/** A class as this transaction sees it, wherever it is: the caller asks what the actor has to do with it. */
export async function classInside(tx: Tx, id: string): Promise<ClassFacts | null> {
  const found = await tx.trainingClass.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

/** A class, wherever it is: the caller asks what the actor has to do with it. */
export async function classAnywhere(id: string): Promise<ClassFacts | null> {
  const found = await db().trainingClass.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

const byBeginning = (one: ClassFacts, other: ClassFacts): number =>
  beginning(one).localeCompare(beginning(other)) || (one.id < other.id ? -1 : 1)
const beginning = ({ body: { parts } }: ClassFacts): string => parts.map(({ on, from }) => `${on} ${from}`).sort()[0] ?? ''

/** The classes of a programme, the earliest first. The programme must come from a scoped finder. */
export const classesOf = async (programme: { id: string }): Promise<ClassFacts[]> =>
  (await db().trainingClass.findMany({ where: { programmeId: programme.id }, include: whole })).map(toFacts).sort(byBeginning)

/** The same as this transaction sees it. */
export const classesInside = async (tx: Tx, programmeId: string): Promise<ClassFacts[]> =>
  (await tx.trainingClass.findMany({ where: { programmeId }, include: whole })).map(toFacts).sort(byBeginning)

export type NewClass = { id: string; programmeId: string; makesUp: string | null; createdAt: Date; createdBy: string }

export async function recordClass(tx: Tx, made: NewClass): Promise<void> {
  await tx.trainingClass.create({ data: made })
}

/** What the class is to be from now on; what was written before stays. */
export async function recordClassRevision(
  tx: Tx,
  { body, ...row }: { id: string; classId: string; body: ClassBody; at: Date; by: string },
): Promise<void> {
  const before = await tx.classRevision.count({ where: { classId: row.classId } })
  await tx.classRevision.create({ data: { ...row, nth: before + 1, body: JSON.stringify(body) } })
}

export type NewClassStep = {
  id: string
  classId: string
  kind: ClassStep['kind']
  at: Date
  by: string
  once?: string
  detail?: Record<string, unknown>
}

export async function recordClassStep(tx: Tx, { detail: said = {}, once, ...row }: NewClassStep): Promise<void> {
  const before = await tx.classStep.count({ where: { classId: row.classId } })
  await tx.classStep.create({ data: { ...row, nth: before + 1, once: once ?? null, detail: JSON.stringify(said) } })
}
