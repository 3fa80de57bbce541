import type { Day } from '../shared/day'
import type { CoverageBook } from './coverage-book'
import { FIELDS, HEAD, KINDS, type PackedTracks, stateOn } from './packed-tracks'
import { STANDING, trackStandings } from './tracks'

/** How the posts held at a unit on a day stand in its list (as groupPosts has it); `blocked` names those who may not work. */
export type HeldClearances = { readonly held: number; readonly overdue: number; readonly blocked: readonly string[] }

const LINE = KINDS.indexOf('line')
const HELD = KINDS.indexOf('held')
const DUE = trackStandings.indexOf('due') + 1
const OVERDUE = trackStandings.indexOf('overdue') + 1
const IS_OVERDUE = 1
const IS_BLOCKED = 2

/**
 * 未经培训合格，不得上岗, for everybody who holds a post at these units on a day: blocked where a gate or a duty that bars is due or
 * overdue through the post (or of the unit itself), else overdue where any duty is. `barring` are the ids of the gates and of what bars.
 */
export function heldClearances(
  book: CoverageBook,
  units: readonly string[],
  on: Day,
  barring: ReadonlySet<string>,
): readonly HeldClearances[] {
  const { duties, posts } = book.numberings
  const bars = new Uint8Array(duties.size)
  for (const duty of barring) bars[duties.find(duty) ?? duties.size] = 1
  // One mark for every post, of all units together: a set for each unit costs several times as much.
  const marks = new Uint8Array(posts.size)
  return units.map((unit) => {
    const packed = book.packed(unit)
    const isUnitBarred = markPosts(packed, on, bars, marks)
    const found = { held: 0, overdue: 0, blocked: [] as string[] }
    for (let at = 0; at < packed.heads.length - FIELDS; at += FIELDS) {
      if (packed.heads[at + HEAD.kind] !== HELD || stateOn(packed, at, on) === 0) continue
      const number = packed.heads[at + HEAD.post] ?? -1
      const mark = marks[number] ?? 0
      found.held += 1
      if (isUnitBarred || (mark & IS_BLOCKED) !== 0) found.blocked.push(posts.idOf(number) ?? '')
      else if (mark !== 0) found.overdue += 1
    }
    return found
  })
}

/** Marks the posts of a unit; says whether a duty of the unit itself keeps everybody there from work. */
function markPosts(packed: PackedTracks, on: Day, bars: Uint8Array, marks: Uint8Array): boolean {
  const { heads } = packed
  let isUnitBarred = false
  for (let at = 0; at < heads.length - FIELDS; at += FIELDS) {
    if (heads[at + HEAD.kind] !== LINE) continue
    const standing = stateOn(packed, at, on) & STANDING
    if (standing !== DUE && standing !== OVERDUE) continue
    const post = heads[at + HEAD.post] ?? -1
    const isBarring = bars[heads[at + HEAD.duty] ?? -1] === 1
    if (post < 0) isUnitBarred ||= isBarring
    else marks[post] = (marks[post] ?? 0) | (isBarring ? IS_BLOCKED : standing === OVERDUE ? IS_OVERDUE : 0)
  }
  return isUnitBarred
}
