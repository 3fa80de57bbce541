import type { Cadence, Duty } from './facts'
import type { Standing } from './verdict'

type Asked = { readonly duty: Pick<Duty, 'cadence'>; readonly standing: Standing }

const urgency: Record<Standing['standing'], number> = { overdue: 0, due: 1, met: 2, waived: 3, idle: 4, unbound: 5 }
const calendarMonths = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 } as const

/** How often, in months; what is done once counts as the longest interval. */
function interval(cadence: Cadence): number {
  if (cadence.kind === 'calendar') return calendarMonths[cadence.every]
  return cadence.kind === 'rolling' ? cadence.every.years * 12 + cadence.every.months + cadence.every.days / 31 : Number.POSITIVE_INFINITY
}

/**
 * Of duties that ask the same of the same subject the shortest interval leads (law.md §1.2), and the others stay beside it. One that
 * is behind is never hidden by one that is not. Throws for none.
 */
export function leading<T extends Asked>(asked: readonly T[]): { lead: T; also: readonly T[] } {
  const [lead, ...also] = [...asked].sort(
    (one, other) =>
      urgency[one.standing.standing] - urgency[other.standing.standing] || interval(one.duty.cadence) - interval(other.duty.cadence),
  )
  if (lead === undefined) throw new Error('nothing is asked')
  return { lead, also }
}
