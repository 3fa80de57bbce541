import type { Day } from '../shared/day'
import { isFit, type WatchFitness } from './cover'
import { daysOf, overlap, type Stretch } from './minutes'

/** What is wrong with putting somebody on a shift. What a rule or plain sense forbids refuses; the others are shown beside the shift. */
export type SeatProblem =
  /** He is on watch in another room, or twice in this one, at that time. */
  | { kind: 'two-rooms'; other: Busy }
  | { kind: 'twice'; other: Busy }
  /** With the shifts before and after it he would be on watch for longer than the rule lets him. minutes: in one go. */
  | { kind: 'back-to-back'; minutes: number; longest: number }
  /** No post here on that day: it has ended, has not begun, or there is none. */
  | { kind: 'no-post'; on: Day }
  /** Planned as counting, and not fit on that day. He may stand there as a trainee, who does not count. */
  | { kind: 'unfit'; on: Day }

export type Busy = Stretch & { readonly shiftId: string; readonly roomId: string }

export type SeatWish = {
  readonly shift: Stretch & { readonly id: string | null; readonly roomId: string }
  readonly personId: string
  readonly counts: boolean
}

export type SeatSight = {
  /** All his other shifts around that time, in any room of any unit. */
  readonly busy: readonly Busy[]
  /** Days on which he holds a post at the unit; days on which he may keep watch. */
  readonly held: WatchFitness
  readonly fitness: WatchFitness
  /** The longest watch in one go and the pause that parts two shifts, in minutes. */
  readonly longest: number
  readonly pause: number
}

/** Everything that speaks against it, the gravest first. Each of them refuses the seat. */
export function seatProblems(wish: SeatWish, sight: SeatSight): SeatProblem[] {
  const { shift, personId, counts } = wish
  const others = sight.busy.filter(({ shiftId }) => shiftId !== shift.id)
  const problems: SeatProblem[] = []
  const clash = others.find((other) => overlap(other, shift))
  if (clash !== undefined) problems.push({ kind: clash.roomId === shift.roomId ? 'twice' : 'two-rooms', other: clash })
  const minutes = inOneGo(shift, others, sight.pause)
  if (clash === undefined && minutes > sight.longest) problems.push({ kind: 'back-to-back', minutes, longest: sight.longest })
  const days = daysOf(shift)
  const away = days.find((day) => !isFit(sight.held, personId, day))
  if (away !== undefined) problems.push({ kind: 'no-post', on: away })
  const unfit = days.find((day) => !isFit(sight.fitness, personId, day))
  if (away === undefined && counts && unfit !== undefined) problems.push({ kind: 'unfit', on: unfit })
  return problems
}

/** Minutes on watch without a pause that parts: this shift with those that touch it, each minute once. */
export function inOneGo(shift: Stretch, others: readonly Stretch[], pause: number): number {
  const run = { ...shift }
  let watched = shift.to - shift.from
  const left = [...others]
  for (let found = touching(run, left, pause); found !== -1; found = touching(run, left, pause)) {
    const [next] = left.splice(found, 1)
    if (next === undefined) break
    watched += next.to - next.from - Math.max(0, Math.min(run.to, next.to) - Math.max(run.from, next.from))
    run.from = Math.min(run.from, next.from)
    run.to = Math.max(run.to, next.to)
  }
  return watched
}

const touching = (run: Stretch, others: readonly Stretch[], pause: number): number =>
  others.findIndex(({ from, to }) => from < run.to + pause && to + pause > run.from)

/** What is wrong with a shift itself. */
export type ShiftProblem = { kind: 'too-long'; minutes: number; longest: number } | { kind: 'same' } | { kind: 'over' } | { kind: 'ahead' }

/** A roster is planned at most this many days ahead. Policy. */
export const longestAhead = 120

/** too-long: longer than the rule lets (GB 25201-2010 第5.2条). same: this shift is there already. over: it has ended. ahead: too far off. */
export function shiftProblem(
  shift: Stretch,
  there: readonly Stretch[],
  { longest, now }: { longest: number; now: number },
): ShiftProblem | null {
  const minutes = shift.to - shift.from
  if (minutes > longest) return { kind: 'too-long', minutes, longest }
  if (shift.to <= now) return { kind: 'over' }
  if (shift.from > now + longestAhead * 1440) return { kind: 'ahead' }
  return there.some(({ from, to }) => from === shift.from && to === shift.to) ? { kind: 'same' } : null
}

/** Shifts of the room that this one runs into: allowed, since a hand-over takes its time, and shown. */
export const overlapping = <S extends Stretch & { readonly id: string }>(shift: S, shifts: readonly S[]): S[] =>
  shifts.filter((other) => other.id !== shift.id && overlap(other, shift))
