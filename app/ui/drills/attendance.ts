import type { Share, ShareCounts, Turn } from '~/domain/drills/attendance'
import type { NextDrill } from '~/domain/drills/drill-year'

/** Days are YYYY-MM-DD. `way`: evidence: a drill of which only the evidence is kept here. `href` is null where there is nothing to open. */
export type AttendanceDrill = {
  id: string
  on: string
  kind: string
  way: 'planned' | 'logged' | 'paper' | 'evidence'
  expected: number
  there: number
  href: string | null
}
export type AttendanceRow = {
  id: string
  name: string
  since: string | null
  left: string | null
  isHere: boolean
  share: Share
  there: number
  missed: number
  turns: Turn[]
  /** Of who was at none: the next one at which he is expected. */
  next: NextDrill | null
}

export const attendanceSorts = ['none', 'name', 'since', 'there'] as const
export type AttendanceSort = (typeof attendanceSorts)[number]

export type UnitAttendance = {
  unit: { id: string; name: string }
  year: number
  years: number[]
  isThisYear: boolean
  /** The day that is asked about: today, or the last of a year that is over. */
  on: string
  drills: AttendanceDrill[]
  rows: AttendanceRow[]
  /** In post on the day; and those who were at the unit in the year and are not, or are named by a drill without a post. */
  here: ShareCounts
  gone: ShareCounts
  next: NextDrill | null
  page: number
  pages: number
  total: number
  filter: { share: Share | ''; name: string; sort: AttendanceSort; search: string }
}
