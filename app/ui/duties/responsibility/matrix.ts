import type { TaskGap } from '~/domain/duties/task-gaps'
import type { DutySource } from '../duty-line'
import type { Frame } from './frame'

export type GapKind = TaskGap['kind']

/** One gap by name, with the tasks that it leaves open and where it can be closed. */
export type GapLine = { key: string; kind: GapKind; name: string; unit: string | null; tasks: string[]; href: string | null }

/** Who answers for a task: the department as the plan names it (null: it names none), and who that is here. */
export type Bearer = {
  id: string
  name: string | null
  /** Every unit of a kind: how many. */
  count: number | null
  units: { name: string; contact: string | null }[]
  /** The place above that has settled it, where it is not this one's to see. */
  settledBy: string | null
  href: string | null
}

export type TaskRow = {
  id: string
  audience: string
  task: string
  often: string
  duty: { id: string; title: string } | null
  bearers: Bearer[]
  gaps: GapKind[]
  source: DutySource[]
  policy: string | null
}

export type Matrix = {
  frame: Frame
  plans: { document: string; title: string; from: string; place: string; tasks: TaskRow[] }[]
  gaps: GapLine[]
  tasks: number
}
