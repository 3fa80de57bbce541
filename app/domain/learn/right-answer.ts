import { type Answer, walk } from './grade'
import { type Branch, type Piece, ticksOf } from './piece'

/** The right answer to a piece. Of a branch it is the shortest way to a good end; one without such an end has none. */
export function rightAnswer(piece: Piece): Answer {
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route':
      return ticksOf(piece).flatMap(({ id, right }) => (right === true ? [id] : []))
    case 'order':
      return piece.steps.map(({ id }) => id)
    case 'branch':
      return goodWay(piece)
  }
}

function goodWay(piece: Branch): Answer {
  const ways: Answer[] = [[]]
  for (const way of ways) {
    const here = walk(piece, way)?.at(-1)
    if (here?.end === 'good') return way
    if (way.length < piece.nodes.length) ways.push(...(here?.choices ?? []).map(({ id }) => [...way, id]))
  }
  return []
}
