import type { Checklist } from './checklist'

/** absent: what the step is about is not there; only where the checklist says that it may be. */
export type Mark = 'done' | 'missed' | 'absent'

/** One mark of an observer. at: the instant the phone said, null from a plain form; note: what he wrote beside it. */
export type Marked = { readonly step: string; readonly mark: Mark; readonly at: Date | null; readonly note: string }

/** Longest remark beside a step. */
export const longestNote = 300

/**
 * What an observer's marks amount to. failed: steps not done, in order. endedAt: the must-pass step that ended it; what comes after it is
 * not asked and not kept. incomplete: steps without a mark before any such end.
 */
export type SheetReading =
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | {
      readonly kind: 'complete'
      readonly marks: readonly Marked[]
      readonly passed: boolean
      readonly failed: readonly string[]
      readonly endedAt: string | null
    }

/** Reads marks against the checklist, in doing order; of two marks for a step the last counts, unknown steps are left out (see sheetFault). */
export function readSheet(checklist: Checklist, given: readonly Marked[]): SheetReading {
  const byStep = new Map(given.map((marked) => [marked.step, marked]))
  const kept: Marked[] = []
  const missing: string[] = []
  let endedAt: string | null = null
  for (const { id, must } of checklist.steps) {
    const marked = byStep.get(id)
    if (marked === undefined) missing.push(id)
    else kept.push(marked)
    if (marked?.mark === 'missed' && must !== undefined) {
      endedAt = id
      break
    }
  }
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const failed = kept.filter(({ mark }) => mark === 'missed').map(({ step }) => step)
  return { kind: 'complete', marks: kept, passed: endedAt === null && failed.length <= checklist.misses, failed, endedAt }
}

/** The steps on which sheets say different things. A step that only one of them reached is one. */
export function differing(checklist: Checklist, sheets: readonly (readonly Marked[])[]): string[] {
  const seen = sheets.map((marks) => new Map(marks.map(({ step, mark }) => [step, mark])))
  return checklist.steps.map(({ id }) => id).filter((id) => new Set(seen.map((marks) => marks.get(id) ?? 'unseen')).size > 1)
}
