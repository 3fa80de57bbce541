import type { ExamQuestion } from './question'
import { shuffled } from './seeded-random'

/** How many questions of each topic a paper has. */
export type Blueprint = readonly { readonly topic: string; readonly count: number }[]

export type DrawnQuestion = { readonly question: ExamQuestion; readonly options: readonly string[] }

/**
 * Draws a paper: `count` questions of every topic, none twice, those of the last paper (`recent`) only when no others are left.
 * A topic with too few questions is made up from the others. Throws where the whole bank is too small.
 */
export function drawPaper(
  blueprint: Blueprint,
  bank: readonly ExamQuestion[],
  recent: ReadonlySet<string>,
  random: () => number,
): DrawnQuestion[] {
  const wanted = blueprint.reduce((sum, { count }) => sum + count, 0)
  if (bank.length < wanted) throw new Error(`the bank has ${bank.length} questions, the paper needs ${wanted}`)
  const fresh = shuffled(bank, random).sort((one, other) => Number(recent.has(one.id)) - Number(recent.has(other.id)))
  const chosen = new Set(blueprint.flatMap(({ topic, count }) => fresh.filter((question) => question.topic === topic).slice(0, count)))
  for (const question of fresh) if (chosen.size < wanted) chosen.add(question)
  return shuffled([...chosen], random).map((question) => ({ question, options: shownOptions(question, random) }))
}

/** True and false, and the places in a picture, keep their order. An ordering is never shown in its right order. */
export function shownOptions(question: ExamQuestion, random: () => number): readonly string[] {
  switch (question.kind) {
    case 'truefalse':
    case 'hotspot':
      return question.options
    case 'single':
    case 'multiple':
      return shuffled(question.options, random)
    case 'order':
      return unordered(question, random)
  }
}

function unordered({ options, key }: ExamQuestion, random: () => number): readonly string[] {
  const mixed = shuffled(options, random)
  const solved = mixed.every((id, at) => id === key[at])
  if (!solved) return mixed
  const turn = 1 + Math.floor(random() * (mixed.length - 1))
  return [...mixed.slice(turn), ...mixed.slice(0, turn)]
}
