import { type Asked, asked, choices } from './micro-answers'
import type { Happening } from './scan'

/** Sums over days of what happened at one code with one lesson. */
export type Sums = Partial<Record<Happening | 'capped', number>>

/** Answers to a question, and those that were wrong. */
export type Missed = { lesson: string; question: Asked; answers: number; wrong: number }
type Key = (lesson: string, question: Asked) => { right: string; leads: string } | null

/** Fewer answers than this say nothing about a place. */
export const enoughAnswers = 10
/** From this share of wrong answers on, a question is one that people get wrong. */
export const tooManyWrong = 0.3

/** Adds sums up, each kind by itself. */
export function together(all: Iterable<Sums>): Sums {
  const sum: Sums = {}
  for (const one of all)
    for (const what of [
      'opened',
      'finished',
      'promised',
      'capped',
      ...asked.flatMap((q) => choices.map((c) => `${q}.${c}` as const)),
    ] as const)
      if (one[what] !== undefined) sum[what] = (sum[what] ?? 0) + one[what]
  return sum
}

/** How often each question of a lesson was answered, and answered wrong. */
export function missedIn(lesson: string, sums: Sums, keyOf: Key): Missed[] {
  return asked.flatMap((question) => {
    const key = keyOf(lesson, question)
    if (key === null) return []
    const given = choices.map((choice) => ({ choice, count: sums[`${question}.${choice}`] ?? 0 }))
    const answers = given.reduce((total, { count }) => total + count, 0)
    const wrong = given.reduce((total, { choice, count }) => total + (choice === key.right ? 0 : count), 0)
    return answers === 0 ? [] : [{ lesson, question, answers, wrong }]
  })
}

/** The questions that people get wrong, the largest share first; those with too few answers say nothing yet. */
export const mostMissed = (missed: readonly Missed[]): Missed[] =>
  missed
    .filter(({ answers, wrong }) => answers >= enoughAnswers && wrong / answers >= tooManyWrong)
    .sort((one, other) => other.wrong / other.answers - one.wrong / one.answers || other.answers - one.answers)

export type Next = { lesson: string; because: { kind: 'missed'; missed: Missed } | { kind: 'season' } | { kind: 'order' } }

/**
 * Which lesson to hang next: the one that the most missed question leads to and that does not hang here yet; else one of the season;
 * else the first that does not hang here. Null where all hang.
 */
export function nextToHang(
  { hanging, missed }: { hanging: readonly string[]; missed: readonly Missed[] },
  lessons: readonly { id: string; inSeason: boolean }[],
  keyOf: Key,
): Next | null {
  const isFree = (lesson: string) => !hanging.includes(lesson) && lessons.some(({ id }) => id === lesson)
  for (const one of mostMissed(missed)) {
    const leads = keyOf(one.lesson, one.question)?.leads
    if (leads !== undefined && isFree(leads)) return { lesson: leads, because: { kind: 'missed', missed: one } }
  }
  const season = lessons.find(({ id, inSeason }) => inSeason && isFree(id))
  if (season !== undefined) return { lesson: season.id, because: { kind: 'season' } }
  const first = lessons.find(({ id }) => isFree(id))
  return first === undefined ? null : { lesson: first.id, because: { kind: 'order' } }
}
