import { type Day, holdsDay } from '../shared/day'

/** Days from … to, both included; open-ended without `to`. */
export type Span = { readonly from: Day; readonly to: Day | null }

/** Something given to the holder of a post, for some days. */
export type Holding = { readonly span: Span; readonly post: Span }

/**
 * How a holding stands on a day. holds: given, and the post is held. left: given, but the post is over or has not begun, so nobody
 * does it. over, ahead: the day lies outside what was given.
 */
export type HoldingState = 'holds' | 'left' | 'over' | 'ahead'

export function holdingOn({ span, post }: Holding, on: Day): HoldingState {
  if (on < span.from) return 'ahead'
  if (!holdsDay(span.from, span.to, on)) return 'over'
  return holdsDay(post.from, post.to, on) ? 'holds' : 'left'
}

export const inForceOn = ({ from, to }: Span, on: Day): boolean => holdsDay(from, to, on)

/** Do the two share a day? */
export const overlaps = (one: Span, other: Span): boolean =>
  (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to)

/** Why something given may not end after this last day, or null. It ends once, not before it began, and not in days to come. */
export function endingFault({ from, to }: Span, lastDay: Day, today: Day): 'ended' | 'beforeFirst' | 'ahead' | null {
  if (to !== null) return 'ended'
  if (lastDay < from) return 'beforeFirst'
  return lastDay > today ? 'ahead' : null
}
