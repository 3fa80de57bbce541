import { type Answer, isRight, leadingRight, walk } from './grade'
import { type Branch, type Choose, type Order, type Piece, type Route, type SpotPiece, ticksOf, type Words } from './piece'
import { shownOrder } from './read-answer'

/** What a person has answered to a piece: the latest answer, or the right one for good once it was given. */
export type PieceState = { latest: Answer | null; right: boolean }
export const unanswered: PieceState = { latest: null, right: false }

export type ShownTick = {
  number: number
  text: string
  picked: boolean
  at: { x: number; y: number } | null
  /** Present only where the person may know: what was picked, and everything once the piece is right. */
  told: { right: boolean; because: string } | null
}
export type ShownTicks = {
  form: 'ticks'
  kind: 'choose' | 'spot' | 'route'
  many: boolean
  picture: { name: string; alt: string } | null
  ticks: ShownTick[]
  /** How many right ones were not picked, after an answer. */
  missing: number
}
export type ShownOrder = {
  form: 'order'
  steps: { number: number; text: string }[]
  /** How many steps from the first on are in place, after an answer. */
  leading: number
  because: string | null
}
export type ShownBranch = {
  form: 'branch'
  passed: { text: string; chosen: string }[]
  now: string
  choices: { number: number; text: string }[]
  step: number
  end: 'good' | 'bad' | null
}
export type ShownPiece = { id: string; prompt: string; answered: boolean; right: boolean; body: ShownTicks | ShownOrder | ShownBranch }

type Language = 'zh' | 'en'

/**
 * A piece as this person may see it now. Nothing that gives the key away is in it before it was answered:
 * no ids, no `because`, no true order, no node that was not reached.
 */
export function shownPiece(piece: Piece, language: Language, seed: string, state: PieceState): ShownPiece {
  const say = (words: Words) => words[language]
  const base = { id: piece.id, prompt: say(piece.prompt), answered: state.latest !== null, right: state.right }
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route':
      return { ...base, body: shownTicks(piece, say, state) }
    case 'order':
      return { ...base, body: shownSteps(piece, say, seed, state) }
    case 'branch':
      return { ...base, body: shownBranch(piece, say, state.latest ?? []) }
  }
}

function shownTicks(piece: Choose | SpotPiece | Route, say: (words: Words) => string, state: PieceState): ShownTicks {
  const picked = new Set(state.latest ?? [])
  const ticks = ticksOf(piece)
  const known = state.latest !== null
  return {
    form: 'ticks',
    kind: piece.kind,
    many: piece.kind !== 'choose' || piece.many === true,
    picture: piece.kind === 'choose' ? null : { name: piece.picture, alt: say(piece.alt) },
    ticks: ticks.map(({ id, text, at, right, because }, index) => ({
      number: index + 1,
      text: say(text),
      picked: picked.has(id),
      at: at ?? null,
      told: state.right || picked.has(id) ? { right: right === true, because: say(because) } : null,
    })),
    missing: known ? ticks.filter(({ id, right }) => right === true && !picked.has(id)).length : 0,
  }
}

function shownSteps(piece: Order, say: (words: Words) => string, seed: string, state: PieceState): ShownOrder {
  const numbers = shownOrder(piece, seed)
  const order = state.latest ?? numbers
  return {
    form: 'order',
    steps: order.flatMap((id) => {
      const step = piece.steps.find((one) => one.id === id)
      return step ? [{ number: numbers.indexOf(id) + 1, text: say(step.text) }] : []
    }),
    leading: state.latest === null ? 0 : leadingRight(piece.steps, state.latest),
    because: state.right ? say(piece.because) : null,
  }
}

function shownBranch(piece: Branch, say: (words: Words) => string, path: Answer): ShownBranch {
  const nodes = walk(piece, path) ?? walk(piece, []) ?? []
  const here = nodes.at(-1)
  const taken = nodes.length === path.length + 1 ? path : []
  return {
    form: 'branch',
    passed: nodes.slice(0, -1).map((node, index) => {
      const chosen = node.choices?.find(({ id }) => id === taken[index])
      return { text: say(node.text), chosen: chosen ? say(chosen.text) : '' }
    }),
    now: here ? say(here.text) : '',
    choices: (here?.choices ?? []).map(({ text }, index) => ({ number: index + 1, text: say(text) })),
    step: taken.length,
    end: here?.end ?? null,
  }
}

/** What a person's answers to one piece, oldest first, amount to. Answers that no longer fit a changed piece count as none. */
export function stateOf(piece: Piece, answers: readonly Answer[]): PieceState {
  const right = answers.find((answer) => isRight(piece, answer))
  if (right) return { latest: right, right: true }
  const latest = answers.at(-1)
  return latest && fits(piece, latest) ? { latest, right: false } : unanswered
}

function fits(piece: Piece, answer: Answer): boolean {
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route':
      return answer.every((id) => ticksOf(piece).some((tick) => tick.id === id))
    case 'order':
      return answer.length === piece.steps.length && piece.steps.every(({ id }) => answer.includes(id))
    case 'branch':
      return walk(piece, answer) !== null
  }
}
