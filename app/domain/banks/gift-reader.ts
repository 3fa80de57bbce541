import { type GiftAnswer, type GiftChunk, giftChunks, partsOf, textOf } from './gift-parts'
import { type Draft, type QuestionFault, type ReadOne, readOne, refusedOne, withoutSameIds } from './question'
import { letterOf } from './read-answer'
import { type ReadTags, readTags } from './tags'
import { weighed } from './weights'

type Inside = Pick<Draft, 'options' | 'answer' | 'explanation'>

/** What is told beside single options goes to the explanation, each with its letter. */
const gathered = (explanation: string, told: readonly string[]): string => [explanation, ...told].filter((text) => text !== '').join('\n')

type Reading = { format: string | null; fault: QuestionFault | null }

/** Reads a text, and remembers what is wrong with it. */
function read(reading: Reading, raw: string): string {
  const found = textOf(raw, reading.format)
  if ('text' in found) return found.text
  reading.fault ??= found.fault
  return ''
}

function choice(answers: readonly GiftAnswer[], explanation: string, reading: Reading): Inside | QuestionFault {
  if (!answers.some(({ mark }) => mark === '~')) return 'otherKind'
  const weights = answers.map(({ mark, weight }) => weight ?? (mark === '=' ? 100 : 0))
  const right = weighed(weights, answers.filter(({ mark }) => mark === '=').length === 1)
  if (typeof right === 'string') return right
  const options = answers.map(({ raw }) => read(reading, raw))
  const told = answers.map(({ feedback }, place) => (feedback.trim() === '' ? '' : `${letterOf(place)}：${read(reading, feedback)}`))
  return { options, answer: { kind: 'letters', places: right }, explanation: gathered(explanation, told) }
}

function insideOf(body: string, reading: Reading): Inside | QuestionFault {
  const { before, answers, general } = partsOf(body)
  const explanation = read(reading, general)
  const [word = '', ...told] = before
  const isTrue = /^(?:T|TRUE)$/i.test(word.trim()) ? true : /^(?:F|FALSE)$/i.test(word.trim()) ? false : null
  if (isTrue !== null && answers.length === 0)
    return {
      options: [],
      answer: { kind: 'truth', isTrue },
      explanation: gathered(
        explanation,
        told.map((raw) => read(reading, raw)),
      ),
    }
  if (word.trim() !== '' || told.length > 0) return 'otherKind'
  return answers.length === 0 ? 'otherKind' : choice(answers, explanation, reading)
}

function readChunk({ line, head, body, tail, tags, id, point }: GiftChunk): ReadOne {
  const refused = (fault: QuestionFault): ReadOne => refusedOne(line, fault, head)
  if (body === null) return refused(tail === null ? 'otherKind' : 'unclosed')
  if (tail !== null && tail.trim() !== '') return refused('otherKind')
  const reading: Reading = { format: null, fault: null }
  const stem = textOf(head, null)
  if ('fault' in stem) return refused(stem.fault)
  reading.format = stem.format
  const inside = insideOf(body, reading)
  if (typeof inside === 'string') return refused(inside)
  if (reading.fault !== null) return refused(reading.fault)
  const told: ReadTags = readTags(tags)
  return readOne(line, { id, stem: stem.text, ...inside, difficulty: told.difficulty, point: told.point ?? point })
}

/** Reads GIFT: questions with one right option, with several that are worth the same, and true-or-false; every other kind is refused. */
export const readGift = (text: string): ReadOne[] => withoutSameIds(giftChunks(text).map(readChunk))
