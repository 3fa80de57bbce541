import { htmlText, looksLikeHtml } from './html-text'
import { type Draft, type QuestionFault, type ReadOne, readOne, refusedOne, withoutSameIds } from './question'
import { letterOf } from './read-answer'
import { pointInCategory, readTags } from './tags'
import { weighed } from './weights'

/** A part of an XML file. line: where it begins. text: what stands in it itself. */
export type XmlPart = {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly parts: readonly XmlPart[]
  readonly text: string
}

const named = ({ parts }: XmlPart, name: string): XmlPart[] => parts.filter((part) => part.name === name)
const inside = (part: XmlPart, name: string): string => {
  const [found] = named(part, name)
  return found === undefined ? '' : (named(found, 'text')[0]?.text ?? found.text)
}

/** Reads texts, and remembers the first that cannot be one of ours. */
function textReader() {
  let fault: QuestionFault | null = null
  function read(part: XmlPart | undefined): string {
    if (part === undefined) return ''
    if (named(part, 'file').length > 0) fault ??= 'hasPicture'
    const words = named(part, 'text')[0]?.text ?? ''
    const format = part.attributes.format ?? 'html'
    if (format === 'plain_text' || format === 'markdown' || (format === 'moodle_auto_format' && !looksLikeHtml(words))) return words
    const found = htmlText(format === 'html' ? words : words.trim().replaceAll('\n', '<br>'))
    if (typeof found !== 'string') return found.text
    fault ??= found
    return ''
  }
  return { read, fault: () => fault }
}
type Reader = ReturnType<typeof textReader>

type Inside = Pick<Draft, 'kind' | 'options' | 'answer'>

function truth(answers: readonly XmlPart[]): Inside | QuestionFault {
  const right = answers.filter(({ attributes }) => Number(attributes.fraction) === 100)
  const word =
    right.length === 1
      ? named(right[0] ?? answers[0] ?? nothing, 'text')[0]
          ?.text.trim()
          .toLowerCase()
      : ''
  if (answers.length !== 2 || (word !== 'true' && word !== 'false')) return right.length === 0 ? 'noAnswer' : 'badAnswer'
  return { kind: 'truefalse', options: [], answer: { kind: 'truth', isTrue: word === 'true' } }
}
const nothing: XmlPart = { name: '', line: 0, attributes: {}, parts: [], text: '' }

function choice(part: XmlPart, answers: readonly XmlPart[], { read }: Reader): Inside | QuestionFault {
  const single = inside(part, 'single').trim().toLowerCase()
  const isOne = single === '' || single === 'true' || single === '1'
  const right = weighed(
    answers.map(({ attributes }) => Number(attributes.fraction ?? 0) || 0),
    isOne,
  )
  if (typeof right === 'string') return right
  return { kind: isOne ? null : 'multiple', options: answers.map(read), answer: { kind: 'letters', places: right } }
}

/** What is told beside single options goes to the explanation, each with its letter; of true and false without. */
function explanationOf(part: XmlPart, answers: readonly XmlPart[], { read }: Reader, isTruth: boolean): string {
  const told = answers.map((answer, place) => {
    const words = read(named(answer, 'feedback')[0]).trim()
    return words === '' || isTruth ? words : `${letterOf(place)}：${words}`
  })
  return [read(named(part, 'generalfeedback')[0]), ...told].filter((words) => words.trim() !== '').join('\n')
}

function readPart(part: XmlPart, point: string): ReadOne {
  const { line, attributes } = part
  const reader = textReader()
  const stem = reader.read(named(part, 'questiontext')[0])
  const isTruth = attributes.type === 'truefalse'
  const refused = (fault: QuestionFault) => refusedOne(line, fault, stem === '' ? inside(part, 'name') : stem)
  if (!isTruth && attributes.type !== 'multichoice') return refused('otherKind')
  const answers = named(part, 'answer')
  const found = isTruth ? truth(answers) : choice(part, answers, reader)
  if (typeof found === 'string') return refused(found)
  const explanation = explanationOf(part, answers, reader, isTruth)
  const fault = reader.fault()
  if (fault !== null) return refused(fault)
  const tags = readTags(named(part, 'tags').flatMap((all) => named(all, 'tag').map((tag) => named(tag, 'text')[0]?.text ?? '')))
  return readOne(line, {
    id: inside(part, 'idnumber'),
    stem,
    ...found,
    explanation,
    difficulty: tags.difficulty,
    point: tags.point ?? point,
  })
}

/** The questions of a quiz. What Moodle says of marks, hints and usual praise is no part of a question. */
export function readQuiz(quiz: XmlPart): ReadOne[] {
  let point = ''
  const all: ReadOne[] = []
  for (const part of quiz.parts) {
    if (part.name !== 'question') all.push(refusedOne(part.line, 'strayText', part.name))
    else if (part.attributes.type === 'category') point = pointInCategory(inside(part, 'category'))
    else all.push(readPart(part, point))
  }
  return withoutSameIds(all)
}
