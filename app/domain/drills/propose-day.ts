import { addDays, type Day, daysBetween, earlierOf, laterOf } from '../shared/day'

/** 1970-01-01 was a Thursday; Monday is 0. */
const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7

/** So many days before the last one a drill is proposed, so that a second try is possible. */
const early = 21
/** A notice has to be given before. */
const soonest = 3

/**
 * A day for a drill that is due by `due`: a Tuesday, Wednesday or Thursday about three weeks before, not sooner than in three days, and
 * never after the last day unless there are no three days left. Our own way; the law names only the last day.
 */
export function proposeDay(due: Day, today: Day): Day {
  const first = addDays(today, soonest)
  if (daysBetween(first, due) <= 0) return first
  const wished = laterOf(first, addDays(due, -early))
  for (let later = 0; later < 7; later += 1) {
    const day = addDays(wished, later)
    if (day > due) break
    if (weekday(day) >= 1 && weekday(day) <= 3) return day
  }
  return earlierOf(wished, due)
}
