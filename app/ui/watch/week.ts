import type { SwapState } from '~/domain/watch/swap'
import type { ShiftStateShown } from './shift-line'
import type { GapShown, RoomView, SpanShown } from './shown'

/** problem: why he does not count, from which day of the shift. */
export type SeatShown = {
  id: string
  personId: string
  name: string
  counts: boolean
  isSwapped: boolean
  problem: { word: string; day: string } | null
}
export type WeekShift = SpanShown & {
  id: string
  state: ShiftStateShown
  /** It has not begun, and can be changed. */
  isOpen: boolean
  isRunning: boolean
  seats: SeatShown[]
  overlaps: SpanShown[]
  gaps: GapShown[]
}
/** left and width in hundredths of the day. */
export type Band = { id: string; left: number; width: number }
export type WeekDay = { day: string; isToday: boolean; bands: Band[]; holes: Band[]; gaps: GapShown[]; shifts: WeekShift[] }
/** word: why he may not keep watch on the Monday; null where he may. */
export type Candidate = { personId: string; name: string; position: string; word: string | null; isOperator: boolean }
export type SwapShown = {
  id: string
  from: string
  to: string
  seat: SpanShown
  other: SpanShown | null
  note: string | null
  state: SwapState
  askedAt: string
  by: string
  at: string | null
}
export type WeekPage = {
  room: RoomView
  isManager: boolean
  /** The shift whose forms are open; one at a time, so that the page stays small. */
  changing: string | null
  monday: string
  sunday: string
  previous: string
  next: string
  isNow: boolean
  isPast: boolean
  needed: number
  minutes: number
  minutesAhead: number
  days: WeekDay[]
  /** Shifts of the Sunday before that reach into the week. */
  carried: WeekShift[]
  people: Candidate[]
  teams: string[][]
  swaps: SwapShown[]
}
