import type { Option } from '~/ui/kit/field'
import type { Frame, Given } from './frame'

export type ShownTip = { id: string; on: string; title: string; text: string; by: string | null; places: string[] }
export type LastTip = { title: string; on: string; daysAgo: number }
export type Guide = { id: string; name: string; position: string; unit: string; isLeft: boolean }

export type VillageRow = { id: string; name: string; above: string; guides: Guide[]; tip: LastTip | null }
export type SliceList = { frame: Frame; villages: number; without: number; untold: number; rows: VillageRow[]; page: number; pages: number }

export type VillagePage = {
  place: { id: string; name: string }
  search: string
  today: string
  given: Given[]
  guides: number
  tips: ShownTip[]
  ending: string | null
}

/** What a guide sees of his own: the villages, the last tip that each had, and what was sent. */
export type MyVillages = {
  today: string
  villages: { id: string; name: string; above: string | null; from: string; tip: LastTip | null }[]
  tips: ShownTip[]
}

export type SliceForm = { guides: Option[]; villages: Option[]; today: string; search: string; chosen: string[] }
