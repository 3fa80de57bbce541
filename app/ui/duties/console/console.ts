import type { DutyLine } from '../duty-line'

/** How one person stands towards one thing; `day` is the end of what is covered, the last day to do it, or the day that was missed. */
export type ConsoleCell = { standing: DutyLine['standing']; day: string | null; bars: boolean }

/** One person; a cell for each thing that is asked for at the unit, null where it is not asked of her. */
export type ConsoleRow = { personId: string; name: string; position: string; positions: string[]; cells: (ConsoleCell | null)[] }

export type ConsoleCounts = Record<'bound' | 'met' | 'due' | 'overdue' | 'waived' | 'idle', number>

/** What a unit owes itself, and its people by what is asked of them. */
export type UnitConsole = {
  unit: { id: string; name: string; place: string }
  own: DutyLine[]
  things: { id: string; title: string; counts: ConsoleCounts }[]
  /** Of `people`, how many have something due or overdue. */
  behind: number
  people: number
  rows: ConsoleRow[]
  /** The one cell that is opened to its 为什么. */
  why: { personId: string; thing: string; line: DutyLine } | null
  found: number
  page: number
  pages: number
  positions: { value: string; label: string }[]
  filter: { thing: string; position: string; name: string; standing: string; isOn: boolean; search: string }
}
