import type { DutyLine } from './duty-line'

export type RollGroupName = 'blocked' | 'soon' | 'overdue' | 'cleared' | 'ready'

/** One post in a unit's list. */
export type RollRow = {
  postId: string
  personId: string
  name: string
  position: string
  from: string
  /** Days until the first day; 0 or less once it has come. */
  startsIn: number
  until: string | null
  lines: DutyLine[]
}

/** The unit's list: counts of the whole unit, and one page of the posts that were asked for. */
export type Roll = {
  unit: { id: string; name: string; place: string; traits: string[] }
  counts: Record<RollGroupName, number>
  inPost: number
  mayWork: number
  hasSeveralPosts: boolean
  /** How many posts fit the filter, per group; the page may show a part of them. */
  found: Record<RollGroupName, number>
  groups: { group: RollGroupName; rows: RollRow[] }[]
  page: number
  pages: number
  total: number
  positions: { value: string; label: string }[]
  /** The post whose whole list of duties is opened. */
  why: string | null
  filter: { position: string; name: string; isOn: boolean; search: string }
}
