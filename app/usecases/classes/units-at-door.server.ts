import { membersOf } from '~/data/classes/programmes.server'
import { seatsOf } from '~/data/classes/seats.server'
import { type RosterPerson, rosterOf } from '~/data/drills/roster.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { isListed } from '~/domain/classes/members'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { HeldPart } from './held-part.server'

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** The units of which somebody may come to the door: those on the programme's list on the day of the part, and those with a seat. */
export function unitsAtDoor({ held, part }: HeldPart): { id: string; name: string }[] {
  const on = parseDay(part.on)
  const listed = membersOf({ id: held.programmeId }).filter((member) => on !== null && isListed(member, on))
  const ids = new Set([...listed.map(({ unitId }) => unitId), ...seatsOf(held).map(({ unit }) => unit)])
  const names = findSubjectNames([...ids])
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => byName(one.name, other.name))
}

/** Everybody with a post at such a unit on the day of the part; another unit is not found. */
export function peopleAtDoor(sight: HeldPart, unitId: string): RosterPerson[] {
  const on = parseDay(sight.part.on)
  const unit = unitsAtDoor(sight).find(({ id }) => id === unitId)
  if (unit === undefined || on === null) throw new NotFound()
  return rosterOf(unit, on)
}
