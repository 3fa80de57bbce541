import { type Day, earlierOf, laterOf } from '../shared/day'
import type { Waiver } from './facts'

/** The waivers of one duty for one subject, by first day, with how far any waiver begun by then reaches. */
export type WaiverFile = { readonly waivers: Waiver[]; reach: readonly Day[] | null }

/** The latest `through` of the waivers that hold a day; null when none does. Waivers are not chained. */
export function waivedThrough(file: WaiverFile | undefined, day: Day): Day | null {
  const reached = file === undefined ? null : reachBy(file, day)
  return reached !== null && reached >= day ? reached : null
}

/** The latest day, not after the given one, that a waiver holds. */
export function latestWaivedDay(file: WaiverFile, day: Day): Day | null {
  const reached = reachBy(file, day)
  return reached === null ? null : earlierOf(reached, day)
}

/** The latest `through` of the waivers begun by a day. */
function reachBy(file: WaiverFile, day: Day): Day | null {
  file.reach ??= reachOf(file.waivers)
  let low = 0
  let high = file.waivers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const waiver = file.waivers[middle]
    if (waiver !== undefined && waiver.from <= day) low = middle + 1
    else high = middle
  }
  return file.reach[low - 1] ?? null
}

function reachOf(waivers: Waiver[]): readonly Day[] {
  waivers.sort((one, other) => one.from - other.from)
  const reach: Day[] = []
  let furthest: Day | null = null
  for (const { through } of waivers) {
    furthest = furthest === null ? through : laterOf(furthest, through)
    reach.push(furthest)
  }
  return reach
}
