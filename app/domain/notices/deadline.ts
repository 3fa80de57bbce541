import type { Requirement } from '../duties/requirement'
import { segmentsWithin } from '../duties/segments'
import { addDays, type Day, daysBetween } from '../shared/day'

/** Days ahead from which a deadline is spoken of, and from which it is near. Policy: no clause gives them. */
export const soonWithin = 30
export const nearWithin = 7

/** The last day on which doing it keeps all well. isOver: that day was missed. blocks: nobody may work until it is done. */
export type Deadline = { readonly until: Day; readonly isOver: boolean; readonly blocks: boolean }

/**
 * The deadline of what somebody owes, if it falls within `ahead` days or keeps from work now; else null. What is met or waived
 * has one where the rule says that it lapses: its last covered day if the day after finds it overdue or bars from work, else the day by
 * which the rule asks for it again. Nothing is asked before the first day of a post that begins later.
 */
export function deadlineOf(requirement: Requirement, today: Day, ahead: number): Deadline | null {
  const { standing, asked, bars } = requirement
  const isLater = asked.on > today
  switch (standing.standing) {
    case 'overdue':
      return isLater ? within(untilDay(asked.on), today, ahead) : { until: standing.due ?? today, isOver: true, blocks: bars }
    case 'due':
      if (standing.due === null) return null
      return bars && !isLater ? { until: standing.due, isOver: false, blocks: true } : within(untilDay(standing.due), today, ahead)
    case 'met':
    case 'waived':
      return standing.through === null ? null : within(afterLapse(requirement, standing.through), today, ahead)
    case 'idle':
    case 'unbound':
      return null
  }
}

const untilDay = (until: Day): Deadline => ({ until, isOver: false, blocks: false })

const within = (found: Deadline | null, today: Day, ahead: number): Deadline | null =>
  found !== null && daysBetween(today, found.until) <= ahead ? found : null

function afterLapse({ bars, asked }: Requirement, through: Day): Deadline | null {
  const { index, duty, subject, on } = asked
  if (through < on) return null
  const next = segmentsWithin(index, duty, subject, on, addDays(through, 1)).at(-1)?.standing
  if (next?.standing === 'overdue' || (bars && next?.standing === 'due')) return untilDay(through)
  return next?.standing === 'due' && next.due !== null ? untilDay(next.due) : null
}

/** How near a deadline is. null: nobody has to be told yet. */
export function nearnessOf({ until, isOver, blocks }: Deadline, today: Day): 'soon' | 'due' | 'overdue' | null {
  if (isOver) return 'overdue'
  const days = daysBetween(today, until)
  if (blocks || days <= nearWithin) return 'due'
  return days <= soonWithin ? 'soon' : null
}
