import type { AssessmentLine, ChecklistShown } from './practical'

export type LackingShown = { id: string; name: string; positions: string; checklists: readonly LackingChecklist[] }
/** open: the assessment that is under way already. */
export type LackingChecklist = { id: string; title: string; open: string | null }

/** What was assessed at a unit, and what its people still lack. */
export type UnitPracticals = {
  unit: { id: string; name: string }
  lacking: readonly LackingShown[]
  open: readonly AssessmentLine[]
  past: readonly AssessmentLine[]
  checklists: readonly { id: string; title: string; shows: string; minutes: number; count: number }[]
}

export type ObserverOption = { value: string; label: string }

/** Setting one up: first whom and what, then who observes. */
export type NewPractical = {
  unit: { id: string; name: string }
  people: readonly ObserverOption[]
  checklists: readonly ObserverOption[]
  person: { id: string; name: string } | null
  checklist: ChecklistShown | null
  observers: readonly ObserverOption[]
  /** Already observing something of this person and checklist: its address. */
  open: string | null
}
