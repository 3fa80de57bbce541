import type { Day } from '../shared/day'
import type { LessonPast, Mistake } from './refresher-choice'

/** What is known of one person's learning in a course. Answers to pieces come oldest first. */
export type Learnt = {
  readonly lessons: readonly { readonly id: string; readonly changedOn: Day | null }[]
  /** Lessons of each topic of the bank. */
  readonly lessonsOf: ReadonlyMap<string, readonly string[]>
  /** How each question went when it was asked last. */
  readonly asked: readonly { readonly topic: string; readonly right: boolean; readonly on: Day }[]
  readonly pieces: readonly { readonly lesson: string; readonly piece: string; readonly right: boolean; readonly on: Day }[]
  readonly studied: ReadonlyMap<string, Day>
  /** When a lesson was last read in a refresher: pieces answered wrong before that have been gone over. */
  readonly refreshed: ReadonlyMap<string, Day>
}

/** The past with each lesson of the course, in its order. A wrong question counts for every lesson of its topic. */
export function lessonPasts({ lessons, lessonsOf, asked, pieces, studied, refreshed }: Learnt): LessonPast[] {
  const wrong = asked.filter(({ right }) => !right)
  return lessons.map(({ id, changedOn }) => {
    const questions = wrong.filter(({ topic }) => lessonsOf.get(topic)?.includes(id)).map(({ on }): Mistake => ({ kind: 'question', on }))
    const gone = refreshed.get(id)
    const own = pieces.filter(({ lesson }) => lesson === id)
    const mistakes = [...new Set(own.map(({ piece }) => piece))].flatMap((piece): Mistake[] => {
      const answers = own.filter((answer) => answer.piece === piece)
      const last = answers.findLast(({ right }) => !right)
      if (last === undefined || (gone !== undefined && last.on <= gone)) return []
      return [{ kind: answers.at(-1)?.right ? 'piecePutRight' : 'piece', on: last.on }]
    })
    return { id, changedOn, studiedOn: studied.get(id) ?? null, mistakes: [...questions, ...mistakes] }
  })
}
