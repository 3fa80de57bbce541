import type { Proposed } from '~/domain/drills/propose-people'
import type { Option } from '~/ui/kit/field'
import type { RelatedDrill } from './redrill'

export type ScenarioShown = {
  id: string
  title: string
  kind: string
  kindTitle: string
  target: string
  unannounced: boolean
  wasLast: boolean
}

/** Everything the form of a drill needs; `values` by field name, names of people as they are written. */
export type DrillFormPage = {
  unit: { id: string; name: string }
  drill: string | null
  /** The drill that the new one practises again. */
  answers: RelatedDrill | null
  templates: { id: string; title: string; fits: boolean }[]
  template: { id: string; title: string } | null
  scenarios: ScenarioShown[]
  scenario: string
  kinds: Option[]
  people: string[]
  values: Record<string, string>
  zoneRows: number
  groups: { id: 'attack' | 'contact' | 'evacuation' | 'care'; does: string[] }[]
  moving: string[]
  never: string[]
  lastTargets: string[]
  /** Of what was proposed: groups whose people also call the roll, and groups without anybody. */
  short: Pick<Proposed, 'doubled' | 'empty'>
}
