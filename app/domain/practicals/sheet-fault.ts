import type { Checklist } from './checklist'
import type { Marked } from './sheet'

/** Why a sheet is not one of this checklist, or was never made as it says. */
export type SheetFault = 'unknownStep' | 'notAbsent' | 'timeOrder'

type Sheet = { readonly marks: readonly Marked[]; readonly startedAt: Date | null; readonly finishedAt: Date | null }

/**
 * What is wrong with a sheet as a whole, before it is read; null where nothing is. Instants are the phone's own and only compared with each
 * other: each mark lies between begin and end. A plain form carries none.
 */
export function sheetFault({ steps }: Checklist, { marks, startedAt, finishedAt }: Sheet): SheetFault | null {
  const byId = new Map(steps.map((step) => [step.id, step]))
  if (marks.some(({ step }) => !byId.has(step))) return 'unknownStep'
  if (marks.some(({ step, mark }) => mark === 'absent' && byId.get(step)?.absent === undefined)) return 'notAbsent'
  const [from, to] = [startedAt?.getTime() ?? Number.NEGATIVE_INFINITY, finishedAt?.getTime() ?? Number.POSITIVE_INFINITY]
  const isOutside = ({ at }: Marked): boolean => at !== null && (at.getTime() < from || at.getTime() > to)
  return from > to || marks.some(isOutside) ? 'timeOrder' : null
}

/** Whether two sheets mark the same steps the same. */
export function sameMarks(one: readonly Marked[], other: readonly Marked[]): boolean {
  const said = new Map(one.map(({ step, mark }) => [step, mark]))
  return one.length === other.length && other.every(({ step, mark }) => said.get(step) === mark)
}
