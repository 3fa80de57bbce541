import type { Prisma } from '#db'
import type { Tx } from '../transact.server'

export type NewPermit = Omit<Prisma.HotWorkPermitUncheckedCreateInput, 'number' | 'workers' | 'steps' | 'measures' | 'looks'> & {
  id: string
  unitId: string
  measures: readonly string[]
  looks: readonly number[]
}
export type NewWorker = Omit<Prisma.HotWorkWorkerUncheckedCreateInput, 'permitId' | 'place'>

/** Is this id taken, and by which unit? */
export const permitWithId = (tx: Tx, id: string) => tx.hotWorkPermit.findUnique({ where: { id }, select: { unitId: true, number: true } })

/** The next number of a unit's register in a year: 2026-0001. Permits are never taken away, so none is used twice. */
async function nextNumber(tx: Tx, unitId: string, year: string): Promise<string> {
  const used = await tx.hotWorkPermit.count({ where: { unitId, number: { startsWith: `${year}-` } } })
  return `${year}-${String(used + 1).padStart(4, '0')}`
}

/** Writes a request with its workers; returns its number. */
export async function recordPermit(tx: Tx, permit: NewPermit, workers: readonly NewWorker[], year: string): Promise<string> {
  const { measures, looks, ...rest } = permit
  const number = await nextNumber(tx, permit.unitId, year)
  await tx.hotWorkPermit.create({
    data: { ...rest, number, measures: JSON.stringify(measures), looks: JSON.stringify(looks) },
  })
  await tx.hotWorkWorker.createMany({ data: workers.map((worker, place) => ({ ...worker, permitId: permit.id, place })) })
  return number
}

export type NewStep = Omit<Prisma.HotWorkStepUncheckedCreateInput, 'nth' | 'detail'> & { permitId: string; detail: Record<string, unknown> }

/** Adds a step to the end of a permit's. Of one `once` there is one: the second is a fault. */
export async function recordPermitStep(tx: Tx, { detail, ...step }: NewStep): Promise<void> {
  const nth = await tx.hotWorkStep.count({ where: { permitId: step.permitId } })
  await tx.hotWorkStep.create({ data: { ...step, nth, detail: JSON.stringify(detail) } })
}
