import { getDrillKind, questionsOf } from '~/content/drills.server'
import { answersTo, type Question } from '~/domain/drills/evaluation'
import { refuse } from '~/domain/shared/refusal'
import type { ActingPerson } from './reached-drill.server'
import { isOver, writeStep } from './write-step.server'

export type Judgement = {
  evaluator: string
  summary: string
  redrill: boolean
  said: (question: string) => { answer: string; note: string }
}

/** The questions a drill is judged by: those of its kind, then those of its template. */
export const questionsFor = ({ kind, template }: { kind: string; template: string }): Question[] => [
  ...getDrillKind(kind).evaluation,
  ...questionsOf(template),
]

/**
 * Whoever leads a drill that is over writes down how it went, and whether the whole of it is to be practised
 * again; the last word counts, the ones before stay. Refuses an empty sheet.
 */
export const evaluateDrill = (acting: ActingPerson, drillId: string, { evaluator, summary, redrill, said }: Judgement) =>
  writeStep(acting, drillId, ({ facts, state }) => {
    if (!isOver(state)) return refuse('drillrecord:refusal.notOver')
    const questions = answersTo(questionsFor(facts.body), said).map(({ id, phase, asks, answer, note }) => ({
      id,
      phase,
      asks,
      answer,
      note,
    }))
    if (questions.every(({ answer }) => answer === null)) return refuse('drillrecord:refusal.nothingAnswered')
    return { kind: 'evaluated', act: 'drillEvaluated', detail: { evaluator, summary, questions, ...(redrill && { redrill }) } }
  })
