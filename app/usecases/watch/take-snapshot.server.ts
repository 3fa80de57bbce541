import type { WatchSnapshot } from '~/data/watch/log.server'
import { findRoomOf } from '~/data/watch/rooms.server'
import { licenceState } from '~/domain/credentials/licence'
import { type Day, formatDay, holdsDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isFit } from '~/domain/watch/cover'
import { unseal } from '~/gateways/secrets.server'
import { roomSight, type UnitSight, unitSight } from './watch-sight.server'

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))
/** The last four of a number: enough to tell two cards apart. */
const tail = (number: string): string => [...number].slice(-4).join('')

/** What each of these people is worth as a watcher in a room on a day, with posts and licences as they stand, to be kept with a signature. */
export async function takeSnapshots(
  unitId: string,
  roomId: string,
  personIds: readonly string[],
  on: Day,
): Promise<Map<string, WatchSnapshot>> {
  const room = await findRoomOf(unitId, roomId)
  if (room === null) throw new NotFound()
  const unit = await unitSight(unitId)
  const sight = roomSight(unit, room, on, on)
  return new Map(
    personIds.map((personId): [string, WatchSnapshot] => {
      const why = sight.why(personId, on)
      const snapshot = {
        fit: isFit(sight.fitness, personId, on),
        job: sight.jobOn(on),
        why: why?.kind ?? null,
        gap: why?.gap ?? null,
        because: why?.kind === 'barred' ? [...why.because] : [],
        posts: postsOn(unit, personId, on),
        licences: licencesOn(unit, personId, on),
      }
      return [personId, snapshot]
    }),
  )
}

const postsOn = ({ watchers }: UnitSight, personId: string, on: Day): WatchSnapshot['posts'] =>
  (watchers.find((watcher) => watcher.personId === personId)?.posts ?? [])
    .filter(({ from, to }) => holdsDay(from, to, on))
    .map(({ position, from, to }) => ({ position, from: formatDay(from), to: dayOrNull(to) }))

/** The licences a person's records hold, as they stood on a day. */
export function licencesOn({ licences, facts }: UnitSight, personId: string, on: Day): WatchSnapshot['licences'] {
  const family = new Set([personId, ...facts.people.filter(({ mergedInto }) => mergedInto === personId).map(({ id }) => id)])
  return licences
    .filter((licence) => family.has(licence.personId) && licence.recordedOn <= on && (licence.ended === null || licence.ended.on > on))
    .map((licence) => ({
      kind: licence.kind,
      level: licence.level,
      direction: licence.direction,
      number: tail(unseal(licence.printed.numberSealed)),
      validTo: dayOrNull(licence.validTo),
      reviewDue: dayOrNull(licence.reviewDue),
      state: licenceState(licence, on),
      checkedOn: dayOrNull(licence.checks.findLast((check) => check.on <= on)?.on ?? null),
    }))
}
