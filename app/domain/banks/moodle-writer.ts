import type { BankQuestion } from './question'
import { beginningOf } from './question-text'
import { tagsOf } from './tags'

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
const text = (words: string): string => `<text>${escaped(words)}</text>`

function answer(fraction: string, words: string, format: string): string {
  return `    <answer fraction="${fraction}" format="${format}">${text(words)}<feedback format="markdown">${text('')}</feedback></answer>`
}

function answers({ kind, options, right }: BankQuestion): string[] {
  if (kind === 'truefalse')
    return [true, false].map((isTrue) => answer((right[0] === 0) === isTrue ? '100' : '0', String(isTrue), 'moodle_auto_format'))
  const share = String(Number((100 / right.length).toFixed(5)))
  const wrong = kind === 'multiple' ? '-100' : '0'
  return [
    `    <single>${kind === 'single'}</single>`,
    '    <shuffleanswers>true</shuffleanswers>',
    '    <answernumbering>ABCD</answernumbering>',
    ...options.map((option, place) => answer(right.includes(place) ? share : wrong, option, 'markdown')),
  ]
}

function written(question: BankQuestion, nth: number): string {
  const { id, kind, stem, explanation } = question
  const tags = tagsOf(question)
  return [
    `  <question type="${kind === 'truefalse' ? 'truefalse' : 'multichoice'}">`,
    `    <name>${text(`${nth + 1} ${beginningOf(stem, 40)}`)}</name>`,
    `    <questiontext format="markdown">${text(stem)}</questiontext>`,
    `    <generalfeedback format="markdown">${text(explanation)}</generalfeedback>`,
    '    <defaultgrade>1</defaultgrade>',
    '    <penalty>0</penalty>',
    '    <hidden>0</hidden>',
    `    <idnumber>${escaped(id ?? '')}</idnumber>`,
    ...answers(question),
    ...(tags.length === 0 ? [] : [`    <tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join('')}</tags>`]),
    '  </question>',
  ].join('\n')
}

/** Questions as Moodle XML that readMoodle reads back as they are. */
export const writeMoodle = (questions: readonly BankQuestion[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.map(written).join('\n')}\n</quiz>\n`
