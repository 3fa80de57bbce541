import type { BoundStanding, CoverageCounts } from './coverage'
import { trackStandings } from './tracks'

/** Which lines are asked about; null is any. With a position, units' own duties fall away and somebody is named by her post in it. */
export type BookChoice = { readonly duties: ReadonlySet<string> | null; readonly position: string | null }

/** A line of coverage without its dates, which the rule tells. */
export type BookLine = {
  readonly duty: string
  readonly unit: string
  readonly person: string | null
  readonly post: string | null
  readonly position: string | null
  readonly standing: BoundStanding
}
export type BookFigures = {
  readonly total: CoverageCounts
  readonly byDuty: ReadonlyMap<string, CoverageCounts>
  readonly byUnit: ReadonlyMap<string, CoverageCounts>
  readonly open: Who
  readonly overdue: Who
}

/** How many different people, and how many units by their own duties. */
export type Who = { readonly people: number; readonly units: number }

/** Counts lines by their standing (numbered as states are) under numbers from 0 to below `size`. */
export class Counting {
  private readonly counts: Int32Array

  constructor(size: number) {
    this.counts = new Int32Array(size * EACH)
  }

  count(number: number, standing: number): void {
    const at = number * EACH + standing
    this.counts[at] = (this.counts[at] ?? 0) + 1
  }

  total(): CoverageCounts {
    const total = new Int32Array(EACH)
    for (const [at, count] of this.counts.entries()) total[at % EACH] = (total[at % EACH] ?? 0) + count
    return countsIn(total)
  }

  /** Those that anything was counted under, in the order of their numbers. */
  named(nameOf: (number: number) => string): ReadonlyMap<string, CoverageCounts> {
    const named = new Map<string, CoverageCounts>()
    for (let number = 0; number * EACH < this.counts.length; number += 1) {
      const counts = countsIn(this.counts.subarray(number * EACH, (number + 1) * EACH))
      if (counts.bound > 0) named.set(nameOf(number), counts)
    }
    return named
  }
}

const EACH = 8

function countsIn(counts: Int32Array): CoverageCounts {
  const tally = { bound: 0, met: 0, due: 0, overdue: 0, waived: 0, idle: 0 }
  for (const [nth, standing] of trackStandings.entries()) {
    tally[standing] = counts[nth + 1] ?? 0
    tally.bound += tally[standing]
  }
  return tally
}

/** Gathers different people, by number from 0 to below `size`, and units by their own duties. */
export class Gathering {
  private readonly seen: Uint8Array
  private readonly units = new Set<string>()
  private people = 0

  constructor(size: number) {
    this.seen = new Uint8Array(size)
  }

  /** A line of a person; a number below 0 is the unit itself. */
  note(person: number, unit: string): void {
    if (person < 0) this.units.add(unit)
    else if (this.seen[person] === 0) {
      this.seen[person] = 1
      this.people += 1
    }
  }

  count(): Who {
    return { people: this.people, units: this.units.size }
  }
}
