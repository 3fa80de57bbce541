export type StreetRow = {
  id: string
  name: string
  place: string
  sector: string
  blocked: number
  inPost: number
  soon: number
  overdue: number
  /** The first of those who may not work, each with what is missing. */
  names: { postId: string; name: string; position: string; because: string[] }[]
}

/** The supervisor's list: totals over the units that fit the filter, and one page of rows. */
export type Street = {
  units: number
  /** May the reader look after posters here? */
  hasBank: boolean
  hasPosters: boolean
  blocked: number
  mayWork: number
  inPost: number
  blockedUnits: number
  rows: StreetRow[]
  listed: number
  page: number
  pages: number
  filter: { place: string; sector: string; trait: string; name: string; only: boolean; isOn: boolean; search: string }
  places: { value: string; label: string }[]
  sectors: { value: string; label: string }[]
  traits: { value: string; label: string }[]
}
