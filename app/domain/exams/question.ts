export type QuestionKind = 'single' | 'multiple' | 'truefalse' | 'order' | 'hotspot'

/** A question as the rules need it: ids only. `key` lists the right ids; of an ordering, in their right order. */
export type ExamQuestion = {
  readonly id: string
  readonly revision: number
  readonly kind: QuestionKind
  readonly topic: string
  readonly options: readonly string[]
  readonly key: readonly string[]
}

/** Chosen option ids. An ordering has one entry per place, '' where nothing was put yet. */
export type Answer = readonly string[]

const isText = (value: unknown): value is string => typeof value === 'string'

/** What may be saved as an answer to a question with these options; null for anything else. An empty list takes an answer back. */
export function readAnswer(kind: QuestionKind, options: readonly string[], value: unknown): Answer | null {
  if (!Array.isArray(value) || !value.every(isText)) return null
  const known = new Set(options)
  if (value.length === 0) return value
  switch (kind) {
    case 'single':
    case 'truefalse':
      return value.length === 1 && value.every((id) => known.has(id)) ? value : null
    case 'multiple':
    case 'hotspot':
      return new Set(value).size === value.length && value.every((id) => known.has(id)) ? value : null
    case 'order':
      return value.length === options.length && value.every((id) => id === '' || known.has(id)) ? value : null
  }
}

/** Whether there is an answer to grade. An ordering is answered when every place is taken. */
export const isAnswered = (kind: QuestionKind, answer: Answer | null): boolean =>
  answer !== null && answer.length > 0 && (kind !== 'order' || !answer.includes(''))
