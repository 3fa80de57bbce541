import type { EntryShown } from './shift'
import type { ShiftStateShown } from './shift-line'
import type { GapShown, RoomView, RuleShown, SpanShown } from './shown'

export type NightLicence = {
  name: string
  level: number | null
  direction: string | null
  number: string
  validTo: string | null
  reviewDue: string | null
  state: string
  checkedOn: string | null
}
/** isSnapshot: kept when he signed on; else as the evidence known that night says. word: why he did not count. */
export type NightWatcher = {
  personId: string
  name: string
  isPlanned: boolean
  counts: boolean
  on: { at: string; way: 'own' | 'named' } | null
  off: string | null
  isSnapshot: boolean
  word: string | null
  position: string | null
  licences: NightLicence[]
}
export type NightShift = SpanShown & {
  id: string
  state: ShiftStateShown
  takenOverAt: string | null
  watchers: NightWatcher[]
  entries: EntryShown[]
  silences: SpanShown[]
}
export type NightPage = {
  room: RoomView
  day: string
  previous: string
  next: string | null
  isOver: boolean
  asOf: string
  needed: number
  rules: RuleShown[]
  plannedMinutes: number
  actualMinutes: number
  planned: GapShown[]
  actual: GapShown[]
  shifts: NightShift[]
}
