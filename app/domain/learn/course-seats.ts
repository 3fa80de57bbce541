/** Is a course that lists `positions` meant for somebody in `position`? "*" stands for everybody. */
export const isFor = (positions: readonly string[], position: string): boolean => positions.includes('*') || positions.includes(position)

type Given = { readonly kind: string; readonly topic: string }

/** The evidence that a passed course is for one position: what is of each position names it, the rest is the same for all. */
export const givenTo = (gives: readonly Given[], position: string): Given[] =>
  gives.map(({ kind, topic }) => ({ kind, topic: topic.replaceAll('{position}', position) }))
