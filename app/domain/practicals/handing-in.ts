import { type Assessment, stateOf } from './assessment'
import type { Checklist } from './checklist'
import { type Marked, readSheet, type SheetReading } from './sheet'
import { type SheetFault, sheetFault } from './sheet-fault'

export type Handing = {
  /** Who marked it, as the page says. */
  readonly observer: string
  readonly round: number
  readonly marks: readonly Marked[]
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
}

export type SheetRefusal =
  | { readonly kind: 'otherObserver' | 'himself' | 'samePerson' | 'revised' | 'over' | 'otherRound' | 'already' | SheetFault }
  | { readonly kind: 'incomplete'; readonly count: number }
type Complete = Extract<SheetReading, { kind: 'complete' }>

/**
 * An observer's sheet as it is taken, or why it is not. `family`: every record of who hands it in, so that somebody whose records were
 * joined since neither observes himself nor stands for two.
 */
export function readHanded(
  checklist: Checklist,
  assessment: Assessment & { readonly personId: string; readonly revision: number },
  sheet: Handing,
  family: readonly string[],
): Complete | SheetRefusal {
  const { observers, personId, revision } = assessment
  if (!family.includes(sheet.observer) || !observers.includes(sheet.observer)) return { kind: 'otherObserver' }
  const state = stateOf(checklist, assessment)
  if (state.kind !== 'open') return { kind: 'over' }
  if (family.includes(personId)) return { kind: 'himself' }
  if (observers.filter((observer) => family.includes(observer)).length > 1) return { kind: 'samePerson' }
  if (revision !== checklist.revision) return { kind: 'revised' }
  if (sheet.round !== state.round) return { kind: 'otherRound' }
  if (!state.waitsFor.includes(sheet.observer)) return { kind: 'already' }
  const fault = sheetFault(checklist, sheet)
  if (fault !== null) return { kind: fault }
  const reading = readSheet(checklist, sheet.marks)
  return reading.kind === 'incomplete' ? { kind: 'incomplete', count: reading.missing.length } : reading
}
