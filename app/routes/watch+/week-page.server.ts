import { positionName } from '~/content/duty-lines.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { type StoredShift, shiftsOf } from '~/data/watch/shifts.server'
import { type StoredSwap, swapsOfShifts } from '~/data/watch/swaps.server'
import { accountNames } from '~/data/watch/watchers.server'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { isFit, minutesOf, uncoveredHours } from '~/domain/watch/cover'
import { shiftState } from '~/domain/watch/log'
import { dayAt, daysOf, minuteOf, mondayOf, overlap, startOf } from '~/domain/watch/minutes'
import { teamsOf } from '~/domain/watch/pattern'
import { overlapping } from '~/domain/watch/roster-problems'
import type { Signed } from '~/http/serve.server'
import type { SeatShown, WeekPage, WeekShift } from '~/ui/watch/week'
import type { RoomSide } from '~/usecases/watch/managed-room.server'
import { stateOf } from '~/usecases/watch/swap-seats.server'
import { type RoomSight, roomSight, type UnitSight, unitSight } from '~/usecases/watch/watch-sight.server'
import { bandIn, gapShown, spanShown, whyWord } from './moments.server'
import { namesIn } from './room-cover.server'
import { roomView } from './room-view.server'

type Sight = { unit: UnitSight; room: RoomSight; names: ReadonlyMap<string, string>; ctx: Signed; shifts: readonly StoredShift[] }

/** A week of a room's roster: drawn, listed, and with all that is wrong beside each shift. */
export async function weekPage(ctx: Signed, room: StoredRoom, side: RoomSide, monday: Day, changing: string | null): Promise<WeekPage> {
  const unit = await unitSight(room.unitId)
  const span = { from: startOf(monday), to: startOf(addDays(monday, 7)) }
  const sight = roomSight(unit, room, addDays(monday, -1), addDays(monday, 8))
  const shifts = await shiftsOf([room.id], span)
  const names = namesIn(unit)
  const gaps = uncoveredHours(sight.needs, shifts, sight.fitness, span)
  const ahead = gaps.flatMap((gap) => (gap.to > minuteOf(ctx.now) ? [{ ...gap, from: Math.max(gap.from, minuteOf(ctx.now)) }] : []))
  const all = { unit, room: sight, names, ctx, shifts }
  const needed = Math.max(
    0,
    ...sight.needs.filter(({ from, to }) => from <= addDays(monday, 6) && to >= monday).map(({ people }) => people),
  )
  const own = shifts.filter(({ from }) => from >= span.from)
  return {
    room: roomView(room, ctx.today),
    isManager: side === 'manager' && (room.to === null || room.to >= ctx.today),
    changing,
    monday: formatDay(monday),
    sunday: formatDay(addDays(monday, 6)),
    previous: formatDay(addDays(monday, -7)),
    next: formatDay(addDays(monday, 7)),
    isNow: mondayOf(ctx.today) === monday,
    isPast: addDays(monday, 6) < ctx.today,
    needed,
    minutes: minutesOf(gaps),
    minutesAhead: minutesOf(ahead),
    days: daysOf(span).map((day) => ({
      day: formatDay(day),
      isToday: day === ctx.today,
      bands: shifts.flatMap((shift) => bandOf(shift, day) ?? []),
      holes: gaps.flatMap((gap) => bandOf({ ...gap, id: String(gap.from) }, day) ?? []),
      gaps: gaps
        .filter((gap) => dayAt(gap.from) === day || (gap.from < span.from && day === monday))
        .map((gap) => gapShown(gap, names, sight)),
      shifts: own.filter(({ from }) => dayAt(from) === day).map((shift) => weekShift(shift, all)),
    })),
    carried: shifts.filter(({ from }) => from < span.from).map((shift) => weekShift(shift, all)),
    people: candidates(unit, sight, monday, ctx),
    teams: teamsOf(fitPeople(unit, sight, monday), Math.max(1, needed)),
    swaps: await historyOf(shifts, names, ctx),
  }
}

function bandOf(shift: { id: string; from: number; to: number }, day: Day) {
  const band = bandIn(startOf(day), shift)
  return band === null ? null : { id: shift.id, ...band }
}

function weekShift(shift: StoredShift, { room, names, shifts, ctx }: Sight): WeekShift {
  const minute = minuteOf(ctx.now)
  const gaps = uncoveredHours(
    room.needs,
    shifts.filter((other) => overlap(other, shift)),
    room.fitness,
    shift,
  )
  const seats = shift.seats.map(({ id, personId, counts, swapId }): SeatShown => {
    const day = daysOf(shift).find((one) => !isFit(room.fitness, personId, one))
    const why = day === undefined ? null : room.why(personId, day)
    return {
      id,
      personId,
      name: names.get(personId) ?? '',
      counts,
      isSwapped: swapId !== null,
      problem: why === null || day === undefined ? null : { word: whyWord(why), day: formatDay(day) },
    }
  })
  return {
    ...spanShown(shift),
    id: shift.id,
    state: shiftState(shift, shift.takenOverAt !== null, minute),
    isOpen: shift.from > minute,
    isRunning: shift.from <= minute && minute < shift.to,
    seats,
    overlaps: overlapping(shift, shifts).map((other) => spanShown(other)),
    gaps: gaps.map((gap) => gapShown(gap, names, room)),
  }
}

/** Who may be put on a shift that week: everybody with a post at the unit then; who may keep watch comes first. */
function candidates({ watchers }: UnitSight, sight: RoomSight, monday: Day, ctx: Signed): WeekPage['people'] {
  const sunday = addDays(monday, 6)
  return watchers
    .filter(({ posts }) => posts.some(({ from, to }) => from <= sunday && (to === null || to >= monday)))
    .map(({ personId, name, posts }) => {
      const why = isFit(sight.fitness, personId, monday) ? null : sight.why(personId, monday)
      const position = posts.find(({ position: held }) => held === 'control-room-operator') ?? posts.at(-1)
      return {
        personId,
        name,
        position: position === undefined ? '' : positionName(position.position, ctx.locale),
        word: why === null ? null : whyWord(why),
        isOperator: position?.position === 'control-room-operator',
      }
    })
    .sort((one, other) => Number(one.word !== null) - Number(other.word !== null) || Number(other.isOperator) - Number(one.isOperator))
}

const fitPeople = ({ watchers }: UnitSight, { fitness }: RoomSight, monday: Day): string[] =>
  watchers
    .filter(
      ({ personId, posts }) =>
        posts.some(({ position }) => position === 'control-room-operator') &&
        isFit(fitness, personId, monday) &&
        isFit(fitness, personId, addDays(monday, 6)),
    )
    .map(({ personId }) => personId)

async function historyOf(shifts: readonly StoredShift[], names: ReadonlyMap<string, string>, { now }: Signed): Promise<WeekPage['swaps']> {
  const swaps = await swapsOfShifts(shifts.map(({ id }) => id))
  const accounts = await accountNames(swaps.flatMap(({ askedBy, answer }) => [askedBy, answer?.by ?? askedBy]))
  return swaps.map((swap) => swapShown(swap, names, accounts, now))
}

export const swapShown = (swap: StoredSwap, names: ReadonlyMap<string, string>, accounts: ReadonlyMap<string, string>, now: Date) => ({
  id: swap.id,
  from: names.get(swap.seat.personId) ?? '',
  to: names.get(swap.toPersonId) ?? '',
  seat: spanShown(swap.seat),
  other: swap.otherSeat === null ? null : spanShown(swap.otherSeat),
  note: swap.note,
  state: stateOf(swap, now),
  askedAt: swap.askedAt.toISOString(),
  by: accounts.get(swap.answer?.by ?? swap.askedBy) ?? '',
  at: swap.answer?.at.toISOString() ?? null,
})
