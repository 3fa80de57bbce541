import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { readQuiz, type XmlPart } from '~/domain/banks/moodle-question'
import { type FileRead, mostQuestions } from '~/domain/banks/sheet-layout'

type Open = { name: string; line: number; attributes: Record<string, string>; parts: XmlPart[]; text: string }

/** No quiz is nested deeper, nor has more parts. */
const deepest = 12
const mostParts = mostQuestions * 60

class NotQuiz extends Error {
  constructor(readonly line: number) {
    super('not a quiz')
  }
}

/** A file's parts. Document types are refused: nothing of a quiz has one, and entities hide in them. */
function partsIn(text: string): XmlPart {
  const parser = new SaxesParser()
  const open: Open[] = [{ name: '', line: 1, attributes: {}, parts: [], text: '' }]
  let count = 0
  const stop = () => {
    throw new NotQuiz(parser.line)
  }
  parser.on('error', stop)
  parser.on('doctype', stop)
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    count += 1
    if (open.length > deepest || count > mostParts) stop()
    open.push({ name, line: parser.line, attributes, parts: [], text: '' })
  })
  parser.on('closetag', () => {
    const part = open.pop()
    if (part !== undefined) open.at(-1)?.parts.push(part)
  })
  const take = (piece: string) => {
    const part = open.at(-1)
    if (part !== undefined) part.text += piece
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(text).close()
  const [quiz] = open[0]?.parts ?? []
  if (quiz?.name !== 'quiz') throw new NotQuiz(1)
  return quiz
}

/** Reads Moodle XML: questions with one right option or several, and true-or-false; a file that is no whole quiz is refused. */
export function readMoodle(text: string): FileRead {
  try {
    const all = readQuiz(partsIn(text))
    if (all.length === 0) return { kind: 'refused', fault: 'noQuestions', said: '' }
    return all.length > mostQuestions ? { kind: 'refused', fault: 'tooMany', said: '' } : { kind: 'read', all, unread: [] }
  } catch (fault) {
    if (fault instanceof NotQuiz) return { kind: 'refused', fault: 'damaged', said: String(fault.line) }
    throw fault
  }
}
