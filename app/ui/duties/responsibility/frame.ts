import type { Option } from '~/ui/kit/field'

/** Of which place and day the pages about responsibility speak. `search` carries both on; `isWhole`: all sectors of the place are in sight. */
export type Frame = {
  place: { id: string; name: string } | null
  on: string
  today: string
  isWhole: boolean
  isAdministrator: boolean
  places: Option[]
  search: string
}

/** Something given for some days, as the history tells it. `isOver`: its last day has passed. */
export type Given = {
  id: string
  what: string
  more: string | null
  from: string
  to: string | null
  by: string | null
  endedBy: string | null
  isOver: boolean
  /** The post behind it is over, or has not begun. */
  isLeft: boolean
}
