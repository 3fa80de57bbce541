import type { StoredRoom } from '~/data/watch/rooms.server'
import { plannedUntil, shiftsOf } from '~/data/watch/shifts.server'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { minutesOf, uncoveredHours } from '~/domain/watch/cover'
import { type Coming, comingGaps, expectedShifts, forecastDays, isExpected } from '~/domain/watch/forecast'
import { DAY_MINUTES, dayAt, minuteOf, type Stretch } from '~/domain/watch/minutes'
import type { ComingShown, CoverShown } from '~/ui/watch/cover'
import { type RoomSight, roomSight, type UnitSight } from '~/usecases/watch/watch-sight.server'
import { gapShown, spanShown, whyWord } from './moments.server'

/** How far a list of hours without cover looks ahead. */
export const coverDays = 7

const aheadOf = (now: Date, days: number): Stretch => ({ from: minuteOf(now), to: minuteOf(now) + days * DAY_MINUTES })
export const namesIn = ({ watchers }: UnitSight): ReadonlyMap<string, string> =>
  new Map(watchers.map(({ personId, name }) => [personId, name]))

/** The hours of the next seven days in which a room has too few. */
export async function coverOf(unit: UnitSight, room: StoredRoom, now: Date, today: Day): Promise<CoverShown> {
  const window = aheadOf(now, coverDays)
  const sight = roomSight(unit, room, addDays(today, -1), addDays(today, coverDays + 1))
  const gaps = uncoveredHours(sight.needs, await shiftsOf([room.id], window), sight.fitness, window)
  const need = sight.needs.find(({ from, to }) => from <= today && today <= to)
  return {
    roomId: room.id,
    needed: need?.people ?? 0,
    rule: need?.rule ?? null,
    minutes: minutesOf(gaps),
    gaps: gaps.map((gap) => gapShown(gap, namesIn(unit), sight)),
  }
}

/** What will leave a room without cover within ninety days, by its cause; after the end of the plan as if its last week went on. */
export async function comingOf(
  unit: UnitSight,
  room: StoredRoom,
  now: Date,
  today: Day,
): Promise<{ coming: ComingShown[]; plannedTo: string | null }> {
  const window = aheadOf(now, forecastDays)
  const sight = roomSight(unit, room, addDays(today, -8), addDays(today, forecastDays + 1))
  const planned = await shiftsOf([room.id], { from: window.from - 8 * DAY_MINUTES, to: window.to })
  const end = await plannedUntil(room.id, window.from)
  const coming = comingGaps(sight.needs, expectedShifts(planned, window.to), sight.fitness, window)
  return { coming: coming.map((one) => comingShown(one, sight, namesIn(unit))), plannedTo: end === null ? null : formatDay(dayAt(end - 1)) }
}

function comingShown(one: Coming, sight: RoomSight, names: ReadonlyMap<string, string>): ComingShown {
  const first = one.gaps
    .slice(0, 5)
    .map((gap) => ({ ...spanShown(gap), fit: gap.fit, needed: gap.needed, isExpected: gap.shifts.every(isExpected) }))
  const base = { day: formatDay(one.day), minutes: minutesOf(one.gaps), count: one.gaps.length, first }
  if (one.kind === 'rule') return { ...base, key: `rule-${one.day}`, name: null, word: 'rule', people: one.people }
  const why = sight.why(one.personId, one.day)
  return { ...base, key: one.personId, name: names.get(one.personId) ?? '', word: why === null ? 'barred' : whyWord(why), people: 0 }
}
