/** What a worker sees of the posters of a place. Days are YYYY-MM-DD. */
export type PlaceFrame = {
  places: readonly { value: string; label: string }[]
  place: { id: string; name: string }
  days: '7' | '30' | '365'
}
/** Of one site in the days asked about. `lastOn` is of all days. */
export type SiteRow = {
  id: string
  place: string
  name: string
  kind: 'community' | 'building' | 'staircase' | 'shop'
  lessons: readonly { code: string; title: string }[]
  state: 'bare' | 'never' | 'scanned'
  hungOn: string | null
  lastOn: string | null
  opened: number
  finished: number
  capped: number
}
export type MissedRow = {
  key: string
  lesson: string
  stem: string
  chosen: string
  answers: number
  wrong: number
  leads: { id: string; title: string }
}
export type ReportRow = { id: string; code: string; where: string | null; siteId: string | null; fault: string; note: string; at: string }
export type NextLesson = { id: string; title: string; because: 'missed' | 'season' | 'order'; stem: string }
export type PackRow = { id: string; at: string; total: number; done: number; state: 'waiting' | 'making' | 'done' | 'failed' }
export type PlacePage = {
  frame: PlaceFrame
  counts: {
    sites: number
    bare: number
    never: number
    scanned: number
    opened: number
    finished: number
    promised: number
    capped: number
  }
  next: NextLesson | null
  missed: readonly MissedRow[]
  enough: { answers: number; percent: number }
  rows: readonly SiteRow[]
  listed: number
  page: number
  pages: number
  filter: { only: 'all' | 'bare' | 'never' | 'scanned'; name: string; sort: 'order' | 'opened' | 'last'; isOn: boolean; search: string }
  reports: readonly ReportRow[]
  unknown: { reports: readonly ReportRow[]; scans: number } | null
  packs: readonly PackRow[]
}
