import { addDays, type Day } from '../shared/day'
import type { FactIndex, PostNode } from './fact-index'
import type { Held } from './facts'
import { stretchOf } from './ledger'
import { mayWork } from './may-work'
import { isBarring, postNode, requirementsOf } from './requirement'

/** `until`: the last day on which the holder may work if nothing happens; null where it has no end, or where she may not. */
export type Term = { readonly mayWork: boolean; readonly because: readonly string[]; readonly until: Day | null }

/**
 * mayWork with its end. The answer can change only on a day on which some known fact begins or ends, or after a
 * standing runs out; only those days are asked about. Throws for an unknown post.
 */
export function clearanceUntil(index: FactIndex, postId: string, on: Day): Term {
  const now = mayWork(index, postId, on)
  if (!now.mayWork) return { ...now, until: null }
  const changes = changesAfter(index, postNode(index, postId), on)
  let day = on
  for (;;) {
    const next = earliest([...changes.filter((change) => change > day).slice(0, 1), ...lapsesAfter(index, postId, day)])
    if (next === null) return { ...now, until: null }
    if (!mayWork(index, postId, next).mayWork) return { ...now, until: addDays(next, -1) }
    day = next
  }
}

/** The days after which a standing that bars would run out. */
function lapsesAfter(index: FactIndex, postId: string, day: Day): Day[] {
  return requirementsOf(index, postId, day).flatMap(({ bars, standing }) =>
    bars && standing.through !== null ? [addDays(standing.through, 1)] : [],
  )
}

/** Days later than `on` on which a fact about the holder, her units or a barring duty begins or has ended, in order. */
function changesAfter(index: FactIndex, node: PostNode, on: Day): readonly Day[] {
  const later = new Set<Day>()
  const note = (day: Day | null): void => {
    if (day !== null && day > on) later.add(day)
  }
  const noteSpan = ({ from, to }: Held): void => {
    note(from)
    if (to !== null) note(addDays(to, 1))
  }
  for (const { post, unit } of [node, ...node.person.posts]) {
    noteSpan(post)
    noteSpan(unit.unit)
    unit.unit.traits.forEach(noteSpan)
  }
  for (const duty of index.duties.values()) {
    if (!isBarring(duty)) continue
    noteSpan(duty.duty)
    for (const { post } of [node, ...node.person.posts]) duty.duty.adopted?.get(post.unit)?.forEach(noteSpan)
    for (const subject of [node, node.person, node.unit])
      for (const { from, through } of duty.waivers.get(subject)?.waivers ?? []) noteSpan({ from, to: through })
  }
  for (const owner of [node.person.owner, node.unit.owner]) noteEvidence(index, owner, note)
  return [...later].sort((one, other) => one - other)
}

function noteEvidence({ ledger }: FactIndex, owner: number, note: (day: Day | null) => void): void {
  const { start, end } = stretchOf(ledger, owner)
  for (const piece of ledger.pieces.slice(start, end)) {
    note(piece.on)
    note(piece.revokedOn)
  }
}

function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null)
}
