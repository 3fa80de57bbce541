import type { Expected } from '../rollcall/expected'
import type { PlanBody } from './drill-body'

export type OnRoster = { id: string; name: string; department: string }
export type OtherGroup = { id: string; kind: 'visitors' | 'residents' | 'class'; name: string }

/** Where somebody works, by what was said of him last, else by the zone he is marshal of; '' where nobody knows. */
function zoneOf(id: string, { zones }: PlanBody, before: ReadonlyMap<string, Expected>): string {
  const known = before.get(id)?.zone
  if (known !== undefined && zones.some(({ name }) => name === known)) return known
  return zones.find(({ marshals }) => marshals.some((one) => one.id === id))?.name ?? ''
}

/**
 * Who is expected: everybody on the roster of the day, by name, and the groups that are only counted. What an earlier list says of them
 * (zone, help, number) is taken over; its classes stay.
 */
export function drawExpected(
  roster: readonly OnRoster[],
  others: readonly OtherGroup[],
  plan: PlanBody,
  earlier: readonly Expected[],
): Expected[] {
  const before = new Map(earlier.map((one) => [one.id, one]))
  const people = roster.map(
    ({ id, name, department }): Expected => ({
      id,
      kind: 'person',
      name,
      department,
      zone: zoneOf(id, plan, before),
      count: null,
      help: before.get(id)?.help ?? '',
    }),
  )
  const groups = others
    .filter(({ kind }) => kind !== 'class')
    .map(({ id, kind, name }): Expected => ({ id, kind, name, department: '', zone: '', count: before.get(id)?.count ?? null, help: '' }))
  const classes = earlier.filter(({ kind }) => kind === 'class')
  return [...people, ...classes, ...groups]
}
