import { addDays, type Day } from '../shared/day'

/** How a subject stands towards a duty on a day. Fields that a standing does not name are null. */
export type Standing = {
  readonly standing: 'unbound' | 'idle' | 'due' | 'met' | 'overdue' | 'waived'
  /** The last day to do it; of an overdue duty, the day that was missed. */
  readonly due: Day | null
  /** The last day that is covered, or waived. */
  readonly through: Day | null
  /** The first day overdue. */
  readonly since: Day | null
  /** The id of the evidence that meets it. */
  readonly by: string | null
}

/** Whether the holder of a post may work there, and the ids of the duties that keep her from it. */
export type Clearance = { readonly mayWork: boolean; readonly because: readonly string[] }

export const UNBOUND: Standing = { standing: 'unbound', due: null, through: null, since: null, by: null }
export const IDLE: Standing = { standing: 'idle', due: null, through: null, since: null, by: null }

export function met(by: string, through: Day | null): Standing {
  return { standing: 'met', due: null, through, since: null, by }
}

export function waived(through: Day): Standing {
  return { standing: 'waived', due: null, through, since: null, by: null }
}

export function due(day: Day): Standing {
  return { standing: 'due', due: day, through: null, since: null, by: null }
}

export function overdue(day: Day, since: Day): Standing {
  return { standing: 'overdue', due: day, through: null, since, by: null }
}

/** Due up to and including the deadline; overdue since the day after. */
export function dueUntil(deadline: Day, on: Day): Standing {
  return on <= deadline ? due(deadline) : overdue(deadline, addDays(deadline, 1))
}
