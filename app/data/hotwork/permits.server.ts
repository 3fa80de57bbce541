import { z } from 'zod'
import type { Prisma } from '#db'
import type { PermitFacts, PermitStep } from '~/domain/hotwork/permit'
import type { Named } from '~/domain/hotwork/who-may'
import { db } from '../db.server'
import type { Tx } from '../transact.server'

const whole = { workers: { orderBy: { place: 'asc' } }, steps: { orderBy: { nth: 'asc' } } } satisfies Prisma.HotWorkPermitInclude
type Row = Prisma.HotWorkPermitGetPayload<{ include: typeof whole }>

const plain = z.enum(['approved', 'refused', 'cancelled', 'guard-present', 'notice-posted', 'started', 'ended', 'stopped'])
const judged = z.enum(['worker-checked', 'looked'])
const texts = z.array(z.string())
const particulars = z.record(z.string(), z.unknown())

export type StoredStep = {
  id: string
  kind: PermitStep['kind']
  at: Date
  personId: string
  name: string
  position: string
  workerId: string | null
  good: boolean
  detail: Record<string, unknown>
}
export type StoredWorker = Row['workers'][number]
export type StoredPermit = Omit<Row, 'steps' | 'measures' | 'looks'> & {
  measures: string[]
  looks: number[]
  steps: StoredStep[]
  /** What the rule needs of it. */
  facts: PermitFacts
  named: Named
}

function toStep({ kind, at, workerId, good }: Row['steps'][number]): PermitStep {
  const read = judged.safeParse(kind)
  return read.success ? { kind: read.data, at, worker: workerId, good } : { kind: plain.parse(kind), at, worker: workerId }
}

function toPermit({ steps, measures, looks, ...row }: Row): StoredPermit {
  const minutes = z.array(z.number()).parse(JSON.parse(looks))
  return {
    ...row,
    measures: texts.parse(JSON.parse(measures)),
    looks: minutes,
    steps: steps.map((step) => ({
      id: step.id,
      kind: toStep(step).kind,
      at: step.at,
      personId: step.personId,
      name: step.name,
      position: step.position,
      workerId: step.workerId,
      good: step.good,
      detail: particulars.parse(JSON.parse(step.detail)),
    })),
    facts: { from: row.from, until: row.until, workers: row.workers.map(({ id }) => id), looks: minutes, steps: steps.map(toStep) },
    named: { applicant: row.applicantId, guard: row.guardPersonId, workers: row.workers.map(({ personId }) => personId) },
  }
}

/** Of a unit: every permit, or those that name one of these people. */
export type PermitReach = { unitId: string; people: readonly string[] | null }

const reached = ({ unitId, people }: PermitReach): Prisma.HotWorkPermitWhereInput => {
  if (people === null) return { unitId }
  const among = { in: [...people] }
  return { unitId, OR: [{ applicantId: among }, { guardPersonId: among }, { workers: { some: { personId: among } } }] }
}

/** One permit within reach; null for every other. */
export async function findPermit(client: Tx, reach: PermitReach, permitId: string): Promise<StoredPermit | null> {
  const found = await client.hotWorkPermit.findFirst({ where: { AND: [reached(reach), { id: permitId }] }, include: whole })
  return found && toPermit(found)
}

/** The same for a page. */
export const readPermit = (reach: PermitReach, permitId: string): Promise<StoredPermit | null> => findPermit(db(), reach, permitId)

export type PermitFilter = { text: string; kind: string | null; from: Date | null; until: Date | null }

/** The permits within reach that a search finds, the latest first. How they stand is for the rule to say. */
export async function listPermits(reach: PermitReach, { text, kind, from, until }: PermitFilter): Promise<StoredPermit[]> {
  const contains = { contains: text.replace(/[%_]/g, '') }
  const searched: Prisma.HotWorkPermitWhereInput =
    contains.contains === ''
      ? {}
      : {
          OR: [
            { number: contains },
            { place: contains },
            { work: contains },
            { guardName: contains },
            { machine: contains },
            { workers: { some: { name: contains } } },
          ],
        }
  const found = await db().hotWorkPermit.findMany({
    where: {
      AND: [
        reached(reach),
        searched,
        kind === null ? {} : { kind },
        from === null ? {} : { until: { gt: from } },
        until === null ? {} : { from: { lt: until } },
      ],
    },
    include: whole,
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
  })
  return found.map(toPermit)
}

const dayLong = 86_400_000

/** Permits of any unit around a time that name one of these people, or a licence of one of these numbers, as workers or as guard. */
export async function permitsAround(
  tx: Tx,
  { people, numbers }: { people: readonly string[]; numbers: readonly string[] },
  { from, until }: { from: Date; until: Date },
): Promise<StoredPermit[]> {
  const found = await tx.hotWorkPermit.findMany({
    where: {
      from: { lt: new Date(until.getTime() + 2 * dayLong) },
      until: { gt: new Date(from.getTime() - 2 * dayLong) },
      OR: [
        { guardPersonId: { in: [...people] } },
        { workers: { some: { OR: [{ personId: { in: [...people] } }, { numberHash: { in: [...numbers] } }] } } },
      ],
    },
    include: whole,
  })
  return found.map(toPermit)
}
