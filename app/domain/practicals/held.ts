import type { Countable, Evidence } from '../duties/facts'
import { type Day, earlierOf } from '../shared/day'

/** Whether a piece stands on a day, whatever it is about: known by then, passed, not revoked, not run out. */
export const stands = ({ on, passed, revokedOn, validThrough }: Evidence, day: Day): boolean =>
  on <= day && passed && (revokedOn === null || revokedOn > day) && (validThrough === null || validThrough >= day)

/** Whether a piece is one of these, for a post at this unit. */
export const isOneOf = (piece: Evidence, counts: readonly Countable[], unit: string): boolean =>
  counts.some(
    ({ kind, topic, sameUnit }) => piece.kind === kind && (topic === '*' || piece.topic === topic) && (!sameUnit || piece.unit === unit),
  )

/** Since when a practical on a topic has been held, by the first piece that stands on a day; null where none does. */
export function practicalSince(evidence: readonly Evidence[], topic: string, on: Day): Day | null {
  const days = evidence.filter((piece) => piece.kind === 'practical' && piece.topic === topic && stands(piece, on)).map((piece) => piece.on)
  return days.length === 0 ? null : days.reduce(earlierOf)
}
