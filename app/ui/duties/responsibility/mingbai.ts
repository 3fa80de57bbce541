import type { Option } from '~/ui/kit/field'
import type { DutyLine } from '../duty-line'
import type { Frame, Given } from './frame'

/** Somebody named, as trained: null where no duty with a date binds the post. */
export type ShownMingbai = {
  id: string
  name: string
  position: string
  isLeft: boolean
  training: { asked: number; missing: number; on: string | null; until: string | null } | null
  lines: DutyLine[]
}

export type MingbaiUnit = { id: string; name: string; place: string; kinds: string[]; named: ShownMingbai[] }

export type MingbaiList = {
  frame: Frame
  units: number
  without: number
  rows: MingbaiUnit[]
  page: number
  pages: number
  kind: string
  kinds: Option[]
}

/** One unit's own page: who is named now, with training, who was, and who can be. */
export type UnitMingbai = {
  unit: { id: string; name: string; place: string }
  today: string
  named: ShownMingbai[]
  given: Given[]
  holders: Option[]
  ending: string | null
}
