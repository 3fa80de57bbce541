import type { SourceShown } from './practical'

export type PathStepShown = {
  id: string
  title: string
  state: 'done' | 'waiting' | 'blocked'
  on: string | null
  through: string | null
  part: { done: number; of: number } | null
  lapsed: { how: 'expired' | 'revoked'; on: string } | null
  /** Titles of the steps it waits for. */
  by: readonly string[]
  asked: 'law' | 'policy'
  acts: 'person' | 'manager' | 'observer'
  next: string
  href: string | null
  rests: readonly SourceShown[]
}

/** Where the holder of a post stands on the path of that post. */
export type PathShown = {
  postId: string
  person: { id: string; name: string }
  position: string
  unit: { id: string; name: string }
  path: { id: string; title: string; leads: string }
  steps: readonly PathStepShown[]
  done: number
  /** The step that can be done now; null where all are done. */
  next: PathStepShown | null
  /** Since when it could be done. */
  since: string | null
  waitedDays: number | null
  mayWork: boolean
}

export type PathsOfUnit = {
  unit: { id: string; name: string }
  rows: readonly PathShown[]
  all: number
  open: number
  filter: { path: string; acts: string; state: string; search: string }
  paths: readonly { value: string; label: string }[]
}

export type UnitCounts = {
  id: string
  name: string
  place: string
  all: number
  complete: number
  person: number
  manager: number
  observer: number
}
export type StreetPaths = {
  units: readonly UnitCounts[]
  total: Omit<UnitCounts, 'id' | 'name' | 'place'>
  longest: readonly PathShown[]
  /** One unit's people, where one is chosen. */
  chosen: { name: string; rows: readonly PathShown[] } | null
  filter: { path: string; unit: string }
  paths: readonly { value: string; label: string }[]
}
