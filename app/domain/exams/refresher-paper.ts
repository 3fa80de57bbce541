import { type DrawnQuestion, shownOptions } from './draw-paper'
import type { ExamQuestion } from './question'
import { shuffled } from './seeded-random'

/** How a question went the last time this person was asked it, and in which order its options stood. */
export type LastAsked = { readonly revision: number; readonly right: boolean; readonly at: number; readonly options: readonly string[] }

export type RefresherPaper = {
  readonly bank: readonly ExamQuestion[]
  readonly count: number
  readonly asked: ReadonlyMap<string, LastAsked>
  /** Topics of the lessons of this round. */
  readonly topics: ReadonlySet<string>
  /** Questions of this round's last paper: asked again only where they went wrong or no others are left. */
  readonly recent: ReadonlySet<string>
}

/** So many at most of a topic that none of the chosen lessons is about. */
const mostOfAnotherTopic = 3

/**
 * Draws the questions of a refresher: those that went wrong, the newest first, each with one other of its topic; those that were
 * changed since they were asked; then of each topic of the chosen lessons in turn; then any. Exactly `count`, none twice, at most
 * three of a topic beyond the chosen ones as long as that leaves enough. A question asked before shows its options in another order.
 * Throws where the bank is too small.
 */
export function drawRefresher(paper: RefresherPaper, random: () => number): DrawnQuestion[] {
  const { bank, count, asked, topics } = paper
  if (bank.length < count) throw new Error(`the bank has ${bank.length} questions, the paper needs ${count}`)
  const chosen = new Map<string, ExamQuestion>()
  const fits = ({ topic }: ExamQuestion) =>
    topics.has(topic) || [...chosen.values()].filter((one) => one.topic === topic).length < mostOfAnotherTopic
  const order = inOrderOfNeed(paper, random)
  for (const question of order) if (chosen.size < count && !chosen.has(question.id) && fits(question)) chosen.set(question.id, question)
  for (const question of order) if (chosen.size < count) chosen.set(question.id, question)
  return shuffled([...chosen.values()], random).map((question) => ({ question, options: otherOrder(question, asked, random) }))
}

/** Every question of the bank at least once, the most needed first. */
function inOrderOfNeed({ bank, asked, topics, recent }: RefresherPaper, random: () => number): ExamQuestion[] {
  const fresh = shuffled(bank, random).sort((one, other) => Number(recent.has(one.id)) - Number(recent.has(other.id)))
  const wrong = fresh
    .filter(({ id }) => asked.get(id)?.right === false)
    .sort((one, other) => (asked.get(other.id)?.at ?? 0) - (asked.get(one.id)?.at ?? 0))
  const isWrong = new Set(wrong)
  const spare = fresh.filter((question) => !isWrong.has(question))
  const nth = new Map<string, number>()
  const others = wrong.flatMap(({ topic }) => {
    const at = nth.get(topic) ?? 0
    nth.set(topic, at + 1)
    return spare.filter((question) => question.topic === topic).slice(at, at + 1)
  })
  const changed = fresh.filter(({ id, revision }) => (asked.get(id)?.revision ?? revision) < revision)
  return [...wrong, ...changed, ...others, ...inTurn(spare, topics), ...fresh]
}

/** The first of each topic, then the second of each, and so on. */
function inTurn(questions: readonly ExamQuestion[], topics: ReadonlySet<string>): ExamQuestion[] {
  const piles = [...topics].map((topic) => questions.filter((question) => question.topic === topic))
  const longest = Math.max(0, ...piles.map((pile) => pile.length))
  return Array.from({ length: longest }, (_, nth) => piles.flatMap((pile) => pile.slice(nth, nth + 1))).flat()
}

/** Options as for any paper, but not as they stood the last time; a turn keeps an ordering from being shown solved. */
function otherOrder(question: ExamQuestion, asked: ReadonlyMap<string, LastAsked>, random: () => number): readonly string[] {
  const shown = shownOptions(question, random)
  const last = asked.get(question.id)?.options
  if (last === undefined || !isSame(shown, last) || question.kind === 'truefalse' || question.kind === 'hotspot') return shown
  const turns = shown.map((_, by) => [...shown.slice(by), ...shown.slice(0, by)])
  const isSolved = (order: readonly string[]) => question.kind === 'order' && isSame(order, question.key)
  return turns.find((order) => !isSame(order, last) && !isSolved(order)) ?? shown
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at])
