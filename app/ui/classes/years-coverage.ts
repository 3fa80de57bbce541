import type { CoverageFigures, FigureName } from '~/domain/classes/list-line'
import type { LineGroup } from './list-coverage'

/** Figures by year, in the order of the years; null where nobody of it was on a list of that year. */
export type YearCells = (CoverageFigures | null)[]
export type StreetYears = { street: { id: string; name: string }; cells: YearCells }
export type SectorYears = { sector: { id: string; name: string }; streets: StreetYears[]; sum: YearCells }

/** The lists of one kind of training, years side by side. Days are YYYY-MM-DD. */
export type YearsCoverage = {
  on: string
  kind: string
  kinds: { value: string; label: string }[]
  binds: 'unit' | 'person'
  years: number[]
  sectors: SectorYears[]
  sum: YearCells
  all: CoverageFigures
  lists: { id: string; title: string; year: number; place: string; isFrozen: boolean; figures: CoverageFigures }[]
  /** The names behind one figure; null where none was asked for. */
  names: {
    year: number
    sector: { id: string; name: string } | null
    street: { id: string; name: string } | null
    state: FigureName
    groups: LineGroup[]
    page: number
    pages: number
    total: number
    search: string
  } | null
}

/** Where the names behind a figure stand. */
export function namesAddress(kind: string, year: number, state: FigureName, sector: string, street: string): string {
  const query = new URLSearchParams({ kind, year: String(year), state })
  if (sector !== '') query.set('sector', sector)
  if (street !== '') query.set('street', street)
  return `/street/classes/coverage?${query}`
}
