import { addDays, type Day, earlierOf, firstOfMonth, monthOf } from '../shared/day'

/** A stretch of every year, MM-DD to MM-DD, both days included; one that ends before it begins runs over the new year. */
export type YearWindow = { readonly from: string; readonly to: string }

/** A window in the year that it falls in; `isNow` when the day asked about lies inside. */
export type ComingWindow = { readonly from: Day; readonly to: Day; readonly isNow: boolean }

/** The window that holds the day, or else the next to come. A day that a month does not have is its last day. */
export function comingWindow(window: YearWindow, today: Day): ComingWindow {
  const year = Math.floor(monthOf(today) / 12)
  const begun = spanIn(window, year - 1)
  const current = begun.to >= today ? begun : spanIn(window, year)
  const { from, to } = current.to >= today ? current : spanIn(window, year + 1)
  return { from, to, isNow: from <= today }
}

/** The stretches of a window that touch a year; one that runs over the new year touches two. */
export function windowsIn(window: YearWindow, year: number): readonly { from: Day; to: Day }[] {
  const [first, last] = [dayIn(year, '01-01'), dayIn(year, '12-31')]
  return [spanIn(window, year - 1), spanIn(window, year)].filter(({ from, to }) => from <= last && to >= first)
}

const spanIn = ({ from, to }: YearWindow, year: number): { from: Day; to: Day } => ({
  from: dayIn(year, from),
  to: dayIn(to < from ? year + 1 : year, to),
})

function dayIn(year: number, monthDay: string): Day {
  const [month = 1, dayOfMonth = 1] = monthDay.split('-').map(Number)
  const monthIndex = year * 12 + month - 1
  return earlierOf(addDays(firstOfMonth(monthIndex), dayOfMonth - 1), addDays(firstOfMonth(monthIndex + 1), -1))
}
