import type { Day } from '../shared/day'
import type { Track, TrackKind } from './tracks'

/** Numbers for the ids that tracks name, so that a track costs five whole numbers and its steps one each. -1 stands for null. */
export class Numbering {
  private readonly numbers = new Map<string, number>()
  private readonly ids: string[] = []

  numberOf(id: string | null): number {
    if (id === null) return -1
    const known = this.numbers.get(id)
    if (known !== undefined) return known
    this.numbers.set(id, this.ids.length)
    this.ids.push(id)
    return this.ids.length - 1
  }

  /** The number of an id, or null where it was never numbered. */
  find(id: string): number | null {
    return this.numbers.get(id) ?? null
  }

  idOf(number: number): string | null {
    return this.ids[number] ?? null
  }

  get size(): number {
    return this.ids.length
  }
}

export type Numberings = Readonly<Record<'duties' | 'people' | 'posts' | 'positions', Numbering>>

/** The tracks of one unit, packed: of each track `FIELDS` numbers in `heads`, its steps in `steps` as day × 32 + state. */
export type PackedTracks = { readonly unit: string; readonly heads: Int32Array; readonly steps: Int32Array }

export const FIELDS = 6
/** Places of a track's numbers from where its head begins. `start` is the place of its first step; the next head's is its end. */
export const HEAD = { kind: 0, duty: 1, person: 2, post: 3, position: 4, start: 5 } as const
export const KINDS: readonly TrackKind[] = ['line', 'held', 'force']

const STATES = 32
/** Steps after this day (in the year 2243) are left out: they are the day after what never ends. */
const LAST_PACKED_DAY = 100_000

export function pack(unit: string, tracks: readonly Track[], { duties, people, posts, positions }: Numberings): PackedTracks {
  const heads = new Int32Array((tracks.length + 1) * FIELDS)
  const packed: number[] = []
  for (const [nth, track] of tracks.entries()) {
    const at = nth * FIELDS
    heads[at + HEAD.kind] = KINDS.indexOf(track.kind)
    heads[at + HEAD.duty] = duties.numberOf(track.duty)
    heads[at + HEAD.person] = people.numberOf(track.person)
    heads[at + HEAD.post] = posts.numberOf(track.post)
    heads[at + HEAD.position] = positions.numberOf(track.position)
    heads[at + HEAD.start] = packed.length
    for (const { day, state } of track.steps) if (day <= LAST_PACKED_DAY) packed.push(day * STATES + state)
  }
  heads[tracks.length * FIELDS + HEAD.start] = packed.length
  return { unit, heads, steps: Int32Array.from(packed) }
}

/** The tracks of a unit without those about any of these people (numbers; -1 is the unit itself), and with these. */
export function replaced(
  { unit, heads, steps }: PackedTracks,
  gone: ReadonlySet<number>,
  added: readonly Track[],
  numberings: Numberings,
): PackedTracks {
  const kept: number[] = []
  let keptSteps = 0
  for (let at = 0; at < heads.length - FIELDS; at += FIELDS) {
    if (gone.has(heads[at + HEAD.person] ?? -1)) continue
    kept.push(at)
    keptSteps += (heads[at + FIELDS + HEAD.start] ?? 0) - (heads[at + HEAD.start] ?? 0)
  }
  const fresh = pack(unit, added, numberings)
  const newHeads = new Int32Array(kept.length * FIELDS + fresh.heads.length)
  const newSteps = new Int32Array(keptSteps + fresh.steps.length)
  let filled = 0
  for (const [nth, at] of kept.entries()) {
    const start = heads[at + HEAD.start] ?? 0
    const end = heads[at + FIELDS + HEAD.start] ?? 0
    newHeads.set(heads.subarray(at, at + FIELDS), nth * FIELDS)
    newHeads[nth * FIELDS + HEAD.start] = filled
    newSteps.set(steps.subarray(start, end), filled)
    filled += end - start
  }
  newHeads.set(fresh.heads, kept.length * FIELDS)
  for (let at = kept.length * FIELDS; at < newHeads.length; at += FIELDS)
    newHeads[at + HEAD.start] = (newHeads[at + HEAD.start] ?? 0) + filled
  newSteps.set(fresh.steps, filled)
  return { unit, heads: newHeads, steps: newSteps }
}

/** The state on a day of the track whose head begins at a place. */
export function stateOn({ heads, steps }: PackedTracks, at: number, day: Day): number {
  let low = heads[at + HEAD.start] ?? 0
  const start = low
  let high = heads[at + FIELDS + HEAD.start] ?? 0
  const after = (day + 1) * STATES
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] ?? 0) < after) low = middle + 1
    else high = middle
  }
  return low === start ? 0 : (steps[low - 1] ?? 0) & (STATES - 1)
}
