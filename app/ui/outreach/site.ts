import type { MissedRow, NextLesson, ReportRow, SiteRow } from './place'

export type SitePoster = {
  id: string
  code: string
  lesson: string
  since: string
  opened: number
  finished: number
  promised: number
  capped: number
}
/** One site in the days asked about; days are YYYY-MM-DD. */
export type SitePage = {
  site: { id: string; name: string; kind: SiteRow['kind']; place: { id: string; name: string } }
  days: '7' | '30' | '365'
  state: SiteRow['state']
  lastOn: string | null
  posters: readonly SitePoster[]
  earlier: readonly { lesson: string; opened: number }[]
  daily: readonly { on: string; opened: number }[]
  missed: readonly MissedRow[]
  next: NextLesson | null
  reports: readonly ReportRow[]
}
