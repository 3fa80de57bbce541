import { type DrillTimes, drillTimes, type FloorTimes, floorTimes } from '~/domain/drills/floor-times'
import { findCall } from '../rollcall/calls.server'
import { entriesAfter } from '../rollcall/entries.server'
import { type DrillFacts, drillsOfUnit } from './drills.server'

/** So many earlier drills are compared with. */
const mostBefore = 5

async function timesOf({ id, body }: DrillFacts): Promise<DrillTimes | null> {
  const call = await findCall('drill', id)
  if (call === null) return null
  const { entries } = entriesAfter(call.id, 0)
  return drillTimes({ id, title: body.title, on: body.on, expected: call.expected, entries, roles: call.roles })
}

/**
 * How long each floor took, against the signed drills of the unit before this one; null where this one has no times. The drill must come
 * from a scoped finder.
 */
export async function floorTimesOf(drill: DrillFacts): Promise<FloorTimes | null> {
  const now = await timesOf(drill)
  if (now === null) return null
  const isBefore = ({ body }: DrillFacts): boolean =>
    body.on < drill.body.on || (body.on === drill.body.on && body.startsAt < drill.body.startsAt)
  const earlier = (await drillsOfUnit({ id: drill.unitId }))
    .filter(({ id, way, steps }) => id !== drill.id && way === 'planned' && steps.some(({ kind }) => kind === 'signed'))
    .filter(isBefore)
    .sort((one, other) => other.body.on.localeCompare(one.body.on) || other.body.startsAt.localeCompare(one.body.startsAt))
  const before: DrillTimes[] = []
  for (const facts of earlier) {
    if (before.length === mostBefore) break
    const times = await timesOf(facts)
    if (times !== null) before.push(times)
  }
  return floorTimes(
    now,
    before,
    drill.body.zones.map(({ name }) => name),
  )
}
