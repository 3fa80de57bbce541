import type { CoverageFigures, FigureName, LineState } from '~/domain/classes/list-line'

/** One line of a list as the page of its coverage shows it. Days are YYYY-MM-DD. */
export type CoverageRow = {
  id: string
  programmeId: string
  name: string
  /** Of a person: where he is on the list. */
  unit: string | null
  street: string
  place: string
  sector: string
  state: LineState
  from: string
  why: string
  covered: { name: string; on: string; isDeputy: boolean; successor: { name: string; since: string } | null } | null
  /** Names of the parts that whoever has most of them has. */
  has: string[]
  closed: { on: string; into: string | null } | null
  excuse: { why: string; until: string | null; on: string; by: string } | null
  left: { on: string; why: string; reason: string; by: string } | null
  asked: { on: string; answer: 'comes' | 'deputy' | 'declined' | null; why: string } | null
  inCharge: string[]
  /** What answers the duty already, without having come. */
  holds: { what: string; on: string } | null
  /** The other way that was shown, and when. */
  routed: { what: string; on: string } | null
}

/** The lines of one page that stand alike; count: of all pages. */
export type LineGroup = { state: LineState; count: number; rows: CoverageRow[] }

export type ListCoverage = {
  programme: { id: string; title: string; year: number; place: string; binds: 'unit' | 'person'; parts: string[]; deputies: boolean }
  /** The day that it is told for, and whether that is today. */
  on: string
  isToday: boolean
  isFrozen: boolean
  /** Whether the reader runs the programme; null where he has nothing to do. makeUp: the class whose missing can be made up for. */
  leads: boolean
  makeUp: string | null
  /** Whether the reader sees the units of a part of the place alone. */
  isPart: boolean
  figures: CoverageFigures
  groups: LineGroup[]
  page: number
  pages: number
  total: number
  filter: { state: FigureName | ''; place: string; sector: string; name: string; on: string; isOn: boolean; search: string }
  options: { places: { value: string; label: string }[]; sectors: { value: string; label: string }[] }
}
