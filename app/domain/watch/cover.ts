import { addDays, type Day, holdsDay } from '../shared/day'
import { dayAt, type Minute, overlap, type Stretch, startOf } from './minutes'
import type { Need } from './rules'

export type DaySpan = { readonly from: Day; readonly to: Day | null }

/** The days on which each person may keep watch in the room, whole civil days. Who is not named never may. */
export type WatchFitness = ReadonlyMap<string, readonly DaySpan[]>

/** A shift as cover sees it. counts: planned towards the people the rule asks for; a trainee is not. */
export type CoverShift = Stretch & {
  readonly id: string
  readonly seats: readonly { readonly personId: string; readonly counts: boolean }[]
}

/** Minutes with too few: how many the rule asks for, how many fit people are there, and who is there and does not count. */
export type Uncovered = Stretch & {
  readonly needed: number
  readonly fit: number
  readonly shifts: readonly string[]
  /** On the roster as counting, and not fit that day. */
  readonly unfit: readonly string[]
  readonly trainees: readonly string[]
}

export const isFit = (fitness: WatchFitness, personId: string, day: Day): boolean =>
  fitness.get(personId)?.some(({ from, to }) => holdsDay(from, to, day)) ?? false

/**
 * The minutes of the window in which fewer fit people are on watch than the rule needs (24小时，每班不少于2人，持证上岗). A person counts
 * once however often he stands there, and only on civil days on which he is fit. Stretches that are alike are one.
 */
export function uncoveredHours(
  needs: readonly Need[],
  shifts: readonly CoverShift[],
  fitness: WatchFitness,
  window: Stretch,
): readonly Uncovered[] {
  const here = shifts.filter((shift) => shift.from < shift.to && overlap(shift, window)).sort((one, other) => one.from - other.from)
  const cuts = cutsIn(needs, here, fitness, window)
  const found: Uncovered[] = []
  let next = 0
  let present: CoverShift[] = []
  for (const [nth, from] of cuts.entries()) {
    const to = cuts[nth + 1]
    if (to === undefined) break
    for (let shift = here[next]; shift !== undefined && shift.from <= from; shift = here[next]) {
      present.push(shift)
      next += 1
    }
    present = present.filter((shift) => shift.to > from)
    const gap = gapAt({ from, to }, needs, present, fitness)
    if (gap === null) continue
    const last = found.at(-1)
    if (last !== undefined && last.to === from && isAlike(last, gap)) found[found.length - 1] = { ...last, to }
    else found.push(gap)
  }
  return found
}

function gapAt(span: Stretch, needs: readonly Need[], shifts: readonly CoverShift[], fitness: WatchFitness): Uncovered | null {
  const day = dayAt(span.from)
  const needed = needs.find(({ from, to }) => from <= day && day <= to)?.people ?? 0
  if (needed === 0) return null
  const counting = new Set(shifts.flatMap(({ seats }) => seats.flatMap(({ personId, counts }) => (counts ? [personId] : []))))
  const all = new Set(shifts.flatMap(({ seats }) => seats.map(({ personId }) => personId)))
  const unfit = [...counting].filter((person) => !isFit(fitness, person, day)).sort()
  const fit = counting.size - unfit.length
  if (fit >= needed) return null
  const trainees = [...all].filter((person) => !counting.has(person)).sort()
  return { ...span, needed, fit, shifts: shifts.map(({ id }) => id).sort(), unfit, trainees }
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, nth) => id === other[nth])

const isAlike = (one: Uncovered, other: Uncovered): boolean =>
  one.needed === other.needed &&
  one.fit === other.fit &&
  sameList(one.shifts, other.shifts) &&
  sameList(one.unfit, other.unfit) &&
  sameList(one.trainees, other.trainees)

/** Every minute at which the answer can change: shifts begin and end, and the midnights after which somebody or a rule is another. */
function cutsIn(needs: readonly Need[], shifts: readonly CoverShift[], fitness: WatchFitness, window: Stretch): Minute[] {
  const cuts = new Set<Minute>([window.from, window.to])
  const note = (minute: Minute): void => {
    if (minute > window.from && minute < window.to) cuts.add(minute)
  }
  for (const { from, to } of shifts) {
    note(from)
    note(to)
  }
  const people = new Set(shifts.flatMap(({ seats }) => seats.map(({ personId }) => personId)))
  const spans = [...people].flatMap((person) => fitness.get(person) ?? [])
  for (const { from, to } of [...spans, ...needs]) {
    note(startOf(from))
    if (to !== null) note(startOf(addDays(to, 1)))
  }
  return window.from < window.to ? [...cuts].sort((one, other) => one - other) : []
}

/** Minutes without cover, all together. */
export const minutesOf = (gaps: readonly Stretch[]): number => gaps.reduce((sum, { from, to }) => sum + to - from, 0)
