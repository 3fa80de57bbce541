import type { Option } from '~/ui/kit/field'

export const findingStates = ['late', 'open', 'done'] as const
/** late: not done, and its day is past. open: not done, in time. */
export type FindingState = (typeof findingStates)[number]

export type StreetFinding = {
  id: string
  unit: { id: string; name: string; place: string }
  drill: { id: string; title: string; on: string; isPaper: boolean }
  what: string
  owner: string
  due: string
  redrill: boolean
  state: FindingState
  closed: { done: string; on: string } | null
}
export type StreetFindings = {
  rows: StreetFinding[]
  page: number
  pages: number
  total: number
  /** Of the units of the place and name that are asked about. */
  counts: Record<FindingState, number>
  filter: { state: FindingState | ''; place: string; name: string; search: string; isOn: boolean }
  places: Option[]
}
