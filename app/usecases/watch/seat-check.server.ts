import type { Tx } from '~/data/transact.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { busyOf } from '~/data/watch/shifts.server'
import type { Acting } from '~/domain/accounts/acting'
import { type Day, formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { DAY_MINUTES, dayAt, daysOf, type Stretch, timeAt, writeTime } from '~/domain/watch/minutes'
import { type Busy, type SeatProblem, type SeatWish, seatProblems } from '~/domain/watch/roster-problems'
import { shiftRuleOn, type WatchRules } from '~/domain/watch/rules'
import { getManagedRoom } from './managed-room.server'
import { type RoomSight, roomSight, unitSight } from './watch-sight.server'

export type Room = { unitId: string; roomId: string }
export type Wished = { personId: string; counts: boolean }
export type SeatChecks = { sight: RoomSight; rules: WatchRules; names: ReadonlyMap<string, string> }

/** Where these people are around a stretch: a day to either side reaches everything that touches it. */
export const busyAround = (tx: Tx, people: readonly string[], { from, to }: Stretch): Promise<ReadonlyMap<string, readonly Busy[]>> =>
  busyOf(tx, people, { from: from - DAY_MINUTES, to: to + DAY_MINUTES })

export const longestOn = (rules: WatchRules, day: Day): number => shiftRuleOn(rules, day)?.longest ?? DAY_MINUTES

/** What speaks against putting somebody on a shift, given where he is else. */
export function seatFaults(wish: SeatWish, busy: readonly Busy[], { sight, rules }: SeatChecks): SeatProblem[] {
  const { held, fitness } = sight
  return seatProblems(wish, { busy, held, fitness, longest: longestOn(rules, dayAt(wish.shift.from)), pause: rules.pause })
}

/** The same in words: whose, when, and why. "Wrong level" is told apart from "expired". */
export function seatRefusal(problem: SeatProblem, personId: string, { sight, names }: SeatChecks): Refused {
  const name = names.get(personId) ?? ''
  switch (problem.kind) {
    case 'two-rooms':
    case 'twice': {
      const { from, to } = problem.other
      const values = { name, day: formatDay(dayAt(from)), from: writeTime(timeAt(from)), to: writeTime(timeAt(to)) }
      return refuse(`watch:refusal.${problem.kind}`, 'people', values)
    }
    case 'back-to-back':
      return refuse('watch:refusal.back-to-back', 'people', {
        name,
        hours: Math.round((problem.minutes / 60) * 10) / 10,
        longest: problem.longest / 60,
      })
    case 'no-post':
    case 'unfit': {
      const why = sight.why(personId, problem.on)
      const word = why === null ? 'barred' : why.kind === 'barred' ? (why.gap ?? 'barred') : why.kind
      return refuse(`watch:refusal.unfit.${word}`, 'people', { name, day: formatDay(problem.on) })
    }
  }
}

/** What the checks of one stretch need, read before the transaction. */
export async function checksFor(acting: Acting, { unitId, roomId }: Room, span: Stretch) {
  const room = await getManagedRoom(acting, unitId, roomId)
  return { room, checks: await checksOf(room, span) }
}

/** The same for a room that the caller has found in somebody's sight. */
export async function checksOf(room: StoredRoom, span: Stretch): Promise<SeatChecks> {
  const unit = await unitSight(room.unitId)
  const days = daysOf(span)
  const sight = roomSight(unit, room, days[0] ?? dayAt(span.from), days.at(-1) ?? dayAt(span.from))
  return { sight, rules: unit.rules, names: new Map(unit.watchers.map(({ personId, name }) => [personId, name])) }
}

/** The first thing that speaks against any of these seats; null where nothing does. */
export async function firstRefusal(
  tx: Tx,
  shift: Stretch & { id: string | null; roomId: string },
  people: readonly Wished[],
  checks: SeatChecks,
): Promise<Refused | null> {
  const busy = await busyAround(
    tx,
    people.map(({ personId }) => personId),
    shift,
  )
  for (const { personId, counts } of people) {
    const [problem] = seatFaults({ shift, personId, counts }, busy.get(personId) ?? [], checks)
    if (problem !== undefined) return seatRefusal(problem, personId, checks)
  }
  return null
}
