import { beginningOf, tidyLine, tidyText } from './question-text'
import { type Answer, isAlsoWord, truthWord } from './read-answer'

export const bankKinds = ['single', 'multiple', 'truefalse'] as const
export type BankKind = (typeof bankKinds)[number]
export type Difficulty = 1 | 2 | 3

/**
 * A question as it is exchanged, its texts in the safe part of Markdown. right: places in `options`, in their order; of a true-or-false
 * question, which has no options, [0] is true and [1] is false. explanation, point: '' where there is none.
 */
export type BankQuestion = {
  readonly id: string | null
  readonly kind: BankKind
  readonly stem: string
  readonly options: readonly string[]
  readonly right: readonly number[]
  readonly explanation: string
  readonly difficulty: Difficulty | null
  readonly point: string
}

/** As a reader found it. kind, difficulty: null where the file does not say. */
export type Draft = {
  readonly id?: string
  readonly kind?: BankKind | null
  readonly stem: string
  readonly options: readonly string[]
  readonly answer: Answer
  readonly explanation?: string
  readonly difficulty?: Difficulty | 'unknown' | null
  readonly point?: string
}

/** The most letters that a text may have; options: how many there may be. */
export const questionLimits = { stem: 1000, option: 400, explanation: 2000, point: 60, options: 6 } as const

/** Why something is no question. Each has its sentence in the locales (banks:fault). */
export const questionFaults = [
  ...(['noStem', 'longStem', 'fewOptions', 'manyOptions', 'emptyOption', 'longOption', 'sameOptions'] as const),
  ...(['noAnswer', 'badAnswer', 'letterTwice', 'letterWithoutOption', 'kindDiffers', 'truthWithOptions'] as const),
  ...(['longExplanation', 'badDifficulty', 'badKind', 'longPoint', 'badId', 'sameId'] as const),
  ...(['answersDiffer', 'twoBlanks', 'optionOrder', 'labelTwice', 'runsOn', 'notQuestion', 'otherKind', 'uneven'] as const),
  ...(['unclosed', 'strayText', 'strayLine', 'hasPicture', 'otherContent', 'repeated', 'isWithdrawn'] as const),
] as const
export type QuestionFault = (typeof questionFaults)[number]

/** What became of a question of a file. line: where it begins. said: its beginning. */
export type ReadOne =
  | { readonly kind: 'read'; readonly line: number; readonly question: BankQuestion }
  | { readonly kind: 'refused'; readonly line: number; readonly fault: QuestionFault; readonly said: string }

export const refusedOne = (line: number, fault: QuestionFault, said: string): ReadOne => ({
  kind: 'refused',
  line,
  fault,
  said: beginningOf(said),
})

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/

const answerFaults: Record<'none' | 'unclear' | 'twice', QuestionFault> = { none: 'noAnswer', unclear: 'badAnswer', twice: 'letterTwice' }

type Choice = Pick<BankQuestion, 'kind' | 'options' | 'right'>

/** Two options that only say true and false are a true-or-false question; which of them is which is read from their words. */
function asTruth(options: readonly string[], answer: Answer, isTold: boolean): Choice | null {
  const words = options.map((option) => (!isTold && isAlsoWord(option) ? null : truthWord(option)))
  if (options.length !== 2 || words[0] === null || words[1] === null || words[0] === words[1]) return null
  const place = answer.kind === 'letters' && answer.places.length === 1 ? answer.places[0] : undefined
  const isTrue = answer.kind === 'truth' ? answer.isTrue : place === undefined ? null : words[place]
  return isTrue === null || isTrue === undefined ? null : { kind: 'truefalse', options: [], right: [isTrue ? 0 : 1] }
}

function choiceOf({ kind = null, answer }: Draft, options: readonly string[]): Choice | QuestionFault {
  if (answer.kind !== 'letters' && answer.kind !== 'truth') return answerFaults[answer.kind]
  const truth = asTruth(options, answer, kind === 'truefalse')
  if (truth !== null) return kind === null || kind === 'truefalse' ? truth : 'kindDiffers'
  if (answer.kind === 'truth') {
    if (options.length > 0) return 'truthWithOptions'
    return kind === null || kind === 'truefalse' ? { kind: 'truefalse', options, right: [answer.isTrue ? 0 : 1] } : 'kindDiffers'
  }
  if (options.length < 2) return 'fewOptions'
  const right = [...answer.places].sort((one, other) => one - other)
  if (right.some((place) => place >= options.length)) return 'letterWithoutOption'
  const is = right.length === 1 ? 'single' : 'multiple'
  return kind === null || kind === is ? { kind: is, options, right } : 'kindDiffers'
}

function optionsFault(options: readonly string[]): QuestionFault | null {
  if (options.length > questionLimits.options) return 'manyOptions'
  if (options.some((option) => option === '')) return 'emptyOption'
  if (options.some((option) => option.length > questionLimits.option)) return 'longOption'
  return new Set(options).size < options.length ? 'sameOptions' : null
}

/** The question that a reader found, or why it is none. Nothing is mended but blanks and line ends. */
export function questionOf(draft: Draft): BankQuestion | QuestionFault {
  const stem = tidyText(draft.stem)
  const options = draft.options.map(tidyText)
  const [explanation, point, id] = [tidyText(draft.explanation ?? ''), tidyLine(draft.point ?? ''), tidyLine(draft.id ?? '')]
  if (stem === '') return 'noStem'
  if (stem.length > questionLimits.stem) return 'longStem'
  const wrong = optionsFault(options)
  if (wrong !== null) return wrong
  const choice = choiceOf(draft, options)
  if (typeof choice === 'string') return choice
  if (explanation.length > questionLimits.explanation) return 'longExplanation'
  if (draft.difficulty === 'unknown') return 'badDifficulty'
  if (point.length > questionLimits.point) return 'longPoint'
  if (id !== '' && !idForm.test(id)) return 'badId'
  return { id: id === '' ? null : id, ...choice, stem, explanation, difficulty: draft.difficulty ?? null, point }
}

/** The same with the place in its file. */
export function readOne(line: number, draft: Draft): ReadOne {
  const read = questionOf(draft)
  return typeof read === 'string' ? refusedOne(line, read, draft.stem) : { kind: 'read', line, question: read }
}

/** An id that a file gives twice is refused where it comes again. */
export function withoutSameIds(all: readonly ReadOne[]): ReadOne[] {
  const known = new Set<string>()
  return all.map((one) => {
    const id = one.kind === 'read' ? one.question.id : null
    if (one.kind === 'refused' || id === null) return one
    if (known.has(id)) return refusedOne(one.line, 'sameId', one.question.stem)
    known.add(id)
    return one
  })
}
