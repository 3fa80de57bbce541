import type { MonthCell, NextDrill } from '~/domain/drills/drill-year'

export const drillStandings = ['overdue', 'due', 'met', 'waived', 'idle', 'none'] as const
/** How a unit stands with what is asked of it in drills: the most urgent of its duties. none: nothing is asked. */
export type DrillStanding = (typeof drillStandings)[number]

export type StreetDrillRow = {
  id: string
  name: string
  place: string
  sector: string
  months: MonthCell[]
  held: number
  last: string | null
  next: NextDrill | null
  /** The most urgent duty, and how many others there are. */
  standing: DrillStanding
  duty: string
  day: string | null
  others: number
  /** In post on the day that is asked about, and how many of them were at a drill of the unit in the year. */
  people: number
  there: number
}

type Option = { value: string; label: string }
export type StreetDrills = {
  year: number
  years: number[]
  isThisYear: boolean
  on: string
  rows: StreetDrillRow[]
  page: number
  pages: number
  total: number
  /** Of the units of the place, sector and name that are asked about. */
  units: number
  standings: Record<DrillStanding, number>
  held: number
  withDrill: number
  people: number
  there: number
  filter: { place: string; sector: string; standing: DrillStanding | ''; name: string; search: string; isOn: boolean }
  options: { places: Option[]; sectors: Option[] }
}
