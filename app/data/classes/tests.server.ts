import { z } from 'zod'
import type { Prisma } from '#db'
import { type ClassTestBody, classTestBody, type TestStep, testStepKinds } from '~/domain/classes/class-test'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'

const whole = {
  revisions: { orderBy: { nth: 'desc' }, take: 1 },
  steps: { orderBy: { nth: 'asc' } },
  codes: { orderBy: { nth: 'desc' }, take: 1 },
} satisfies Prisma.ClassTestInclude
type Row = Prisma.ClassTestGetPayload<{ include: typeof whole }>

export type TestFacts = {
  id: string
  classId: string
  part: string
  body: ClassTestBody
  revision: number
  steps: TestStep[]
  /** What the room shows now; '' before it was opened. */
  code: string
}

const kind = z.enum(testStepKinds)

function toFacts({ id, classId, part, revisions: [revision], steps, codes: [code] }: Row): TestFacts {
  if (revision === undefined) throw new Error(`a test that says nothing: ${id}`)
  return {
    ...{ id, classId, part, revision: revision.nth, code: code?.code ?? '' },
    body: classTestBody.parse(JSON.parse(revision.body)),
    steps: steps.map(({ nth, kind: said, at, by }) => ({ nth, at, by, kind: kind.parse(said) })),
  }
}

/** The test of a part; null where nothing was chosen yet. The class must have been found for whoever asks. */
export async function testOfPart(classId: string, part: string): Promise<TestFacts | null> {
  const found = await db().classTest.findUnique({ where: { classId_part: { classId, part } }, include: whole })
  return found && toFacts(found)
}

/** The same as this transaction sees it. */
export async function testInside(tx: Tx, classId: string, part: string): Promise<TestFacts | null> {
  const found = await tx.classTest.findUnique({ where: { classId_part: { classId, part } }, include: whole })
  return found && toFacts(found)
}

/** A test by its id, for whoever holds a paper of it. */
export async function testAnywhere(id: string): Promise<TestFacts | null> {
  const found = await db().classTest.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

const stepRow = z.object({ nth: z.number(), kind, at: z.string().transform((text) => new Date(text)) })
const stepsSql = 'SELECT "nth", "kind", "at" FROM "ClassTestStep" WHERE "testId" = ? ORDER BY "nth"'

/** What was done about a test, for pages that are asked for all the time. */
export const stepsOfTest = (testId: string): Omit<TestStep, 'by'>[] =>
  statement(stepsSql)
    .all(testId)
    .map((row) => stepRow.parse(row))

const idRow = z.object({ id: z.string() })
const codeSql = `SELECT t."id" FROM "ClassTestCode" c JOIN "ClassTest" t ON t."id" = c."testId"
  WHERE c."code" = ? AND c."nth" = (SELECT MAX(d."nth") FROM "ClassTestCode" d WHERE d."testId" = t."id")`

/** The test that shows this code now, whether it is open or not; one that was shown before is none. */
export async function testOfCode(code: string): Promise<TestFacts | null> {
  const found = statement(codeSql).get(code)
  return found === undefined ? null : testAnywhere(idRow.parse(found).id)
}

const bodyRow = z.object({ body: z.string() })
const bodySql = 'SELECT "body" FROM "ClassTestRevision" WHERE "testId" = ? AND "nth" = ?'

/** What the test was when a paper of it was begun. */
export function testBodyThen(testId: string, revision: number): ClassTestBody {
  return classTestBody.parse(JSON.parse(bodyRow.parse(statement(bodySql).get(testId, revision)).body))
}

export const isTestCodeTaken = async (tx: Tx, code: string): Promise<boolean> => (await tx.classTestCode.count({ where: { code } })) > 0

export type NewTest = { id: string; classId: string; part: string; createdAt: Date; createdBy: string }

export async function recordTest(tx: Tx, test: NewTest): Promise<void> {
  await tx.classTest.create({ data: test })
}

/** What the test is from now on; papers that were begun keep what they were begun with. */
export async function recordTestRevision(
  tx: Tx,
  { body, ...row }: { id: string; testId: string; body: ClassTestBody; at: Date; by: string },
): Promise<void> {
  const before = await tx.classTestRevision.count({ where: { testId: row.testId } })
  await tx.classTestRevision.create({ data: { ...row, nth: before + 1, body: JSON.stringify(body) } })
}

export async function recordTestStep(
  tx: Tx,
  step: { id: string; testId: string; kind: TestStep['kind']; at: Date; by: string },
): Promise<void> {
  const before = await tx.classTestStep.count({ where: { testId: step.testId } })
  await tx.classTestStep.create({ data: { ...step, nth: before + 1 } })
}

/** What the room shows from now on; what it showed before opens nothing any more. */
export async function recordTestCode(tx: Tx, code: { id: string; testId: string; code: string; at: Date; by: string }): Promise<void> {
  const before = await tx.classTestCode.count({ where: { testId: code.testId } })
  await tx.classTestCode.create({ data: { ...code, nth: before + 1 } })
}
