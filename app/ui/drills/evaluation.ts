import type { Answered } from '~/domain/drills/evaluation'

export type EvaluationPage = {
  id: string
  unit: string
  on: string
  kind: string
  way: string
  isOver: boolean
  isSigned: boolean
  evaluator: string
  summary: string
  redrill: boolean
  /** By phase, in the order of the drill. */
  phases: { phase: string; questions: (Pick<Answered, 'id' | 'answer' | 'note'> & { asks: string })[] }[]
}
