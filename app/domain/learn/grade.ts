import { type Branch, type BranchNode, type Piece, ticksOf } from './piece'

/** An answer: ids ticked, steps in order, or the choices taken one after the other. */
export type Answer = readonly string[]

/** Where choices lead from the start: the nodes passed, the last one included. Null where a choice is not one of its node. */
export function walk(piece: Branch, path: Answer): readonly BranchNode[] | null {
  const find = (id: string) => piece.nodes.find((node) => node.id === id)
  const start = find(piece.start)
  if (!start) return null
  const passed = [start]
  for (const taken of path) {
    const choice = passed.at(-1)?.choices?.find(({ id }) => id === taken)
    const next = choice && find(choice.to)
    if (!next) return null
    passed.push(next)
  }
  return passed
}

/** Is this the right answer? Ticks: all that are right and nothing else. Order: every step in place. Branch: a good end was reached. */
export function isRight(piece: Piece, answer: Answer): boolean {
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route':
      return ticksOf(piece).every(({ id, right }) => answer.includes(id) === (right === true))
    case 'order':
      return answer.length === piece.steps.length && leadingRight(piece.steps, answer) === piece.steps.length
    case 'branch':
      return walk(piece, answer)?.at(-1)?.end === 'good'
  }
}

/** How many steps from the first on are where they belong. */
export function leadingRight(steps: readonly { id: string }[], answer: Answer): number {
  const wrong = steps.findIndex((step, index) => answer[index] !== step.id)
  return wrong === -1 ? steps.length : wrong
}
