import type { DutyLine } from './duty-line'

export type CoverageStanding = 'overdue' | 'due' | 'met' | 'waived' | 'idle'
/** What "overdue" is called: late; not to work, of what must be done before work; or both may be among them. */
export type Missed = 'late' | 'barred' | 'either'
/** What a list of rows can be asked for: those of one standing, those not covered (overdue and due), or all that are bound. */
export type CoverageShown = CoverageStanding | 'bound' | 'open'
export type CoverageFigures = { bound: number } & Record<CoverageStanding, number>

/** A line of a table of figures; `search` is the question whose rows the figures count. */
export type CoverageRow = {
  key: string
  name: string
  /** The units that lie in the place itself, not those of the places below it. */
  isDirect: boolean
  search: string
  /** Left out where both may be among them. */
  missed?: Missed
  figures: CoverageFigures
}

/** Somebody, or a unit by its own duty, that a duty binds at a unit. */
export type CoverageName = {
  key: string
  name: string
  unitId: string
  unit: string
  place: string
  position: string | null
  dutyId: string
  duty: string
  standing: CoverageStanding
  /** It keeps from work until it is done. */
  bars: boolean
  due: string | null
  since: string | null
  through: string | null
}

/** How many rows an exported list may have. */
export const exportedAtMost = 100_000

export type CoverageList = {
  shown: CoverageShown
  rows: CoverageName[]
  page: number
  pages: number
  total: number
  /** The one row that is opened to its 为什么. */
  why: { key: string; line: DutyLine } | null
}

type Choice = { value: string; label: string }

export type Coverage = {
  on: string
  today: string
  /** How many units lie within the question, and how many people and units by their own duties are not covered. */
  units: number
  open: { people: number; units: number }
  overdue: { people: number; units: number }
  duties: CoverageRow[]
  places: CoverageRow[]
  placesAre: 'places' | 'units'
  total: CoverageRow
  /** Titles of duties that are in force there and bind nobody on the day. */
  quiet: string[]
  /** The rows behind a figure; null where the tables are asked for. */
  names: CoverageList | null
  filter: {
    place: string
    sector: string
    trait: string
    position: string
    duty: string
    unit: string
    isOn: boolean
    /** The whole question without the page. */
    search: string
  }
  /** The name of the unit or the duty that the question is about, for the heading. */
  about: string[]
  options: { places: Choice[]; sectors: Choice[]; traits: Choice[]; positions: Choice[]; duties: Choice[] }
  yearEnd: string
}
