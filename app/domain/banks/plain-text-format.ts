import { type Block, blocksIn } from './plain-blocks'
import { bracketsIn, withMarks, withoutMarks } from './plain-marks'
import { type BankQuestion, type QuestionFault, type ReadOne, readOne, refusedOne, withoutSameIds } from './question'
import { tidyText } from './question-text'
import { type Answer, difficultyWord, letterOf, lettersOf, readAnswer, readDifficulty, readKind } from './read-answer'

const unmarked = (text: string): string => text.split('\n').map(withMarks).join('\n')

const isSame = (one: Answer, other: Answer): boolean => {
  if (one.kind === 'letters' && other.kind === 'letters') return [...one.places].sort().join() === [...other.places].sort().join()
  return one.kind === 'truth' && other.kind === 'truth' && one.isTrue === other.isTrue
}

/** What the label says, or the brackets in the stem; both may be there and must agree. */
function answerOf({ stem, fields, options }: Block): { answer: Answer; stem: string } | QuestionFault {
  const { answers, without } = bracketsIn(stem)
  const hasOptions = options.length > 0
  const told = fields.get('answer')
  const [inside] = answers
  if (inside === undefined) return { answer: readAnswer(told ?? '', hasOptions), stem }
  if (answers.length > 1) return 'twoBlanks'
  const answer = readAnswer(inside, hasOptions)
  return told === undefined || isSame(answer, readAnswer(told, hasOptions)) ? { answer, stem: without } : 'answersDiffer'
}

function readBlock(block: Block): ReadOne {
  const { line, fields, options, fault } = block
  const refused = (why: QuestionFault): ReadOne => refusedOne(line, why, unmarked(block.stem))
  if (fault !== null) return refused(fault)
  const found = answerOf(block)
  if (typeof found === 'string') return refused(found)
  const kind = readKind(fields.get('kind') ?? '') ?? block.kind
  if (kind === 'unknown') return refused('badKind')
  return readOne(line, {
    ...{ id: fields.get('id') ?? '', kind, stem: unmarked(found.stem), options: options.map(unmarked), answer: found.answer },
    ...{ explanation: unmarked(fields.get('explanation') ?? ''), point: unmarked(fields.get('point') ?? '') },
    difficulty: readDifficulty(fields.get('difficulty') ?? ''),
  })
}

/** A numbered line with neither options nor an answer: a question left unfinished, or a list inside another. */
const isBare = (block: Block | undefined): boolean =>
  block !== undefined && block.options.length === 0 && !block.fields.has('answer') && bracketsIn(block.stem).answers.length === 0

/** Whether a question may have lost lines to a list of its own, or begins with lines of another's: its numbers jump beside it. */
function runsOn(blocks: readonly Block[], at: number): boolean {
  const after = blocks[at + 1]
  if (after !== undefined && isBare(after) && !after.isInOrder) return true
  let isJump = false
  let first = at
  while (first > 0 && isBare(blocks[first - 1])) {
    isJump ||= !blocks[first]?.isInOrder || !blocks[first - 1]?.isInOrder
    first -= 1
  }
  return first < at && isJump
}

/**
 * Reads questions as people type them in a word processor: numbered stems, options in one line or several, the answer under 答案： or in
 * the brackets of the stem. A backslash before a mark makes it text.
 */
export function readPlainText(text: string): ReadOne[] {
  const { blocks, stray } = blocksIn(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').split('\n'))
  const read = blocks.map((block, at): ReadOne => {
    if (isBare(block)) return refusedOne(block.line, 'notQuestion', unmarked(block.stem))
    return runsOn(blocks, at) ? refusedOne(block.line, 'runsOn', unmarked(block.stem)) : readBlock(block)
  })
  return withoutSameIds([...stray, ...read].sort((one, other) => one.line - other.line))
}

const marked = (text: string): string => text.split('\n').map(withoutMarks).join('\n')

function written(question: BankQuestion, nth: number): string {
  const { kind, stem, options, right, explanation, difficulty, point, id } = question
  return [
    `${nth + 1}. ${marked(stem)}`,
    ...options.map((option, place) => `${letterOf(place)}. ${marked(option)}`),
    `答案：${kind === 'truefalse' ? (right[0] === 0 ? '正确' : '错误') : lettersOf(right)}`,
    ...(explanation === '' ? [] : [`解析：${marked(explanation)}`]),
    ...(difficulty === null ? [] : [`难度：${difficultyWord(difficulty)}`]),
    ...(point === '' ? [] : [`知识点：${marked(point)}`]),
    ...(id === null ? [] : [`编号：${id}`]),
  ].join('\n')
}

/** Questions as text that readPlainText reads back as they are. */
export const writePlainText = (questions: readonly BankQuestion[]): string => `${questions.map(written).map(tidyText).join('\n\n')}\n`
