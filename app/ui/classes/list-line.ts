import type { SittingState } from '~/domain/classes/attendance'
import type { CoverageRow } from './list-coverage'

/** One line of a list: how it stands, who sat in which part, and what was said about its coming. Days are YYYY-MM-DD. */
export type ListLine = {
  row: CoverageRow
  programmeId: string
  title: string
  place: string
  binds: 'unit' | 'person'
  leads: boolean
  mayExcuse: boolean
  sat: {
    part: string
    name: string
    classTitle: string
    /** Where its page may be opened. */
    classId: string | null
    on: string
    state: SittingState
    counts: boolean
    asDeputy: boolean
  }[]
  said: { on: string; by: string; why: string; until: string | null; ends: boolean }[]
}
