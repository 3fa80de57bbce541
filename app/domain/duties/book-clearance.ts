import type { Day } from '../shared/day'
import type { CoverageBook } from './coverage-book'
import { FIELDS, HEAD, KINDS, type PackedTracks, stateOn } from './packed-tracks'
import { STANDING, trackStandings } from './tracks'

/** How the posts held at a unit on a day stand in its list (as groupPosts has it); `blocked` names those who may not work. */
export type HeldClearances = { readonly held: number; readonly overdue: number; readonly blocked: readonly string[] }

const LINE = KINDS.indexOf('line')
const HELD = KINDS.indexOf('held')
const isOpen = (state: number): boolean => {
  const standing = trackStandings[(state & STANDING) - 1]
  return standing === 'due' || standing === 'overdue'
}
const isOverdue = (state: number): boolean => trackStandings[(state & STANDING) - 1] === 'overdue'

/**
 * 未经培训合格，不得上岗, for everybody who holds a post at a unit on a day: blocked where a gate or a duty that bars is due or overdue
 * through the post (or of the unit itself), else overdue where any duty is. `barring` are the ids of the gates and of what bars.
 */
export function heldClearances(book: CoverageBook, unit: string, on: Day, barring: ReadonlySet<string>): HeldClearances {
  const { duties, posts } = book.numberings
  const bars = new Set([...barring].flatMap((duty) => duties.find(duty) ?? []))
  const packed = book.packed(unit)
  const { blocked, overdue, isUnitBarred } = openPosts(packed, on, bars)
  const found = { held: 0, overdue: 0, blocked: [] as string[] }
  for (let at = 0; at < packed.heads.length - FIELDS; at += FIELDS) {
    if (packed.heads[at + HEAD.kind] !== HELD || stateOn(packed, at, on) === 0) continue
    const number = packed.heads[at + HEAD.post] ?? -1
    found.held += 1
    if (isUnitBarred || blocked.has(number)) found.blocked.push(posts.idOf(number) ?? '')
    else if (overdue.has(number)) found.overdue += 1
  }
  return found
}

function openPosts(packed: PackedTracks, on: Day, bars: ReadonlySet<number>) {
  const { heads } = packed
  const found = { blocked: new Set<number>(), overdue: new Set<number>(), isUnitBarred: false }
  for (let at = 0; at < heads.length - FIELDS; at += FIELDS) {
    if (heads[at + HEAD.kind] !== LINE) continue
    const state = stateOn(packed, at, on)
    const post = heads[at + HEAD.post] ?? -1
    const isBarring = bars.has(heads[at + HEAD.duty] ?? -1)
    if (post < 0) found.isUnitBarred ||= isBarring && isOpen(state)
    else if (isBarring && isOpen(state)) found.blocked.add(post)
    else if (isOverdue(state)) found.overdue.add(post)
  }
  return found
}
