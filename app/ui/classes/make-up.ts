import type { CoverageRow } from './list-coverage'

export const makeUpDone = ['routed'] as const

/** Who is missing, or one of them, and the ways in which it can be made up. */
export type MakeUpPage = {
  programme: { id: string; title: string; place: string; binds: 'unit' | 'person' }
  isFrozen: boolean
  one: { id: string; name: string } | null
  rows: CoverageRow[]
  page: number
  pages: number
  total: number
  search: string
  /** Who is not asked again, with what he has; the first of them. */
  have: CoverageRow[]
  haveAll: number
  /** Classes to come; count: whom a press asks to come. */
  classes: { id: string; title: string; on: string; from: string; count: number }[]
  /** The class that a new one makes up for. */
  makesUp: string | null
  /** What the duty accepts besides. count: who was not told so yet. */
  routes: { kind: string; topic: string; words: string; course: string | null; count: number }[]
}
