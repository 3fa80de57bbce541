import type { FloorTimes } from '~/domain/drills/floor-times'
import type { RedrillShown } from './redrill'
import type { DrillLine } from './unit-drills'

export type Person = { id: string; name: string }
export type DrillPage = {
  unit: { id: string; name: string }
  line: DrillLine
  place: string
  story: string
  commander: string
  zones: { name: string; marshals: string[] }[]
  groups: { id: 'attack' | 'contact' | 'evacuation' | 'care'; members: string[] }[]
  assembly: string[]
  partners: string
  volunteers: string
  notice: string
  sign: string
  /** What the reader may do. */
  may: { board: boolean; manage: boolean; change: boolean }
  totals: { expected: number; there: number; away: number; missing: number; walkIns: number; guests: number; waiting: number }
  helped: { name: string; help: string }[]
  timeline: { mark: string; zone: string; at: string; seconds: number | null }[]
  board: string
  redrill: RedrillShown
  /** How long each floor took, of a drill that is over. */
  floors: FloorTimes | null
}
