import { formatDay } from '~/domain/shared/day'
import type { Uncovered } from '~/domain/watch/cover'
import { dayAt, endOf, type Minute, type Stretch, startOf, timeAt, writeTime } from '~/domain/watch/minutes'
import type { GapShown, SpanShown } from '~/ui/watch/shown'
import type { RoomSight, WatchWhy } from '~/usecases/watch/watch-sight.server'

/** A stretch in civil days and times; an end at midnight is 24:00 of the day before. */
export function spanShown({ from, to }: Stretch): SpanShown {
  const isMidnight = timeAt(to) === 0
  const last = isMidnight ? dayAt(to - 1) : dayAt(to)
  return {
    day: formatDay(dayAt(from)),
    from: writeTime(timeAt(from)),
    toDay: formatDay(last),
    to: isMidnight ? '24:00' : writeTime(timeAt(to)),
  }
}

/** The word for why somebody may not keep watch: the gap in his licences where there is one. */
export const whyWord = (why: WatchWhy): string => (why.kind === 'barred' ? (why.gap ?? 'barred') : why.kind)

export function gapShown(gap: Uncovered, names: ReadonlyMap<string, string>, { why }: Pick<RoomSight, 'why'>): GapShown {
  const day = dayAt(gap.from)
  return {
    ...spanShown(gap),
    key: String(gap.from),
    minutes: gap.to - gap.from,
    needed: gap.needed,
    fit: gap.fit,
    unfit: gap.unfit.map((personId) => {
      const found = why(personId, day)
      return { name: names.get(personId) ?? '', word: found === null ? 'barred' : whyWord(found) }
    }),
    trainees: gap.trainees.map((personId) => names.get(personId) ?? ''),
    isEmpty: gap.shifts.length === 0,
  }
}

/** Where a stretch lies in a day, in hundredths of it; null where it does not touch the day. */
export function bandIn(dayStart: Minute, { from, to }: Stretch): { left: number; width: number } | null {
  const day = dayAt(dayStart)
  const begin = Math.max(from, startOf(day))
  const end = Math.min(to, endOf(day))
  return end > begin ? { left: ((begin - startOf(day)) / 1440) * 100, width: ((end - begin) / 1440) * 100 } : null
}
