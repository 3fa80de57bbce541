const fields = {
  answer: ['正确答案', '参考答案', '标准答案', '答案'],
  explanation: ['答案解析', '试题解析', '题目解析', '解析'],
  difficulty: ['难易程度', '难易度', '难度'],
  point: ['知识点', '考点'],
  id: ['题目编号', '编号'],
  kind: ['题型'],
} as const
export type Field = keyof typeof fields
const names: readonly Field[] = ['answer', 'explanation', 'difficulty', 'point', 'id', 'kind']
const fieldOf: ReadonlyMap<string, Field> = new Map(names.flatMap((name) => fields[name].map((word): [string, Field] => [word, name])))

const labelWords = [...fieldOf.keys()].sort((one, other) => other.length - one.length).join('|')
const number = '(?:第\\s{0,3}[0-9０-９]{1,4}\\s{0,3}题\\s{0,3}[.．、:：]?|[0-9０-９]{1,4}\\s{0,3}[.．、)）])'
const section = '[一二三四五六七八九十]{1,3}\\s{0,3}[、.．]'
const colonLabel = `(?:${labelWords})\\s{0,3}[:：]`
const framedLabel = `【(?:${labelWords})】\\s{0,3}[:：]?`
const firstOption = '[A-ZＡ-Ｚ]\\s{0,3}[.．、:：)）]'
/** Not the letters of an answer in brackets. */
const beforeOption = '(?<![(（][\\sA-FＡ-Ｆ、，,]{0,24})(?<=\\s)'
const laterOption = '[A-FＡ-Ｆ][.．、]'
const letters = '[A-FＡ-Ｆ](?:[^\\S\\n]{0,3}[、，,]?[^\\S\\n]{0,3}[A-FＡ-Ｆ]){0,5}'
const inBrackets = `[(（][^\\S\\n]{0,12}(?:${letters}|√|✓|✔|×|✗|✘|对|错|正确|错误)[^\\S\\n]{0,12}[)）]`

/** Where a text would be read as a mark; the backslashes before it are the match. No mark begins inside another. */
const wouldBeMark = new RegExp(
  [
    `(?<!\\\\)^\\\\*(?=${number}|${section}|${colonLabel}|${firstOption})`,
    `(?<=\\s)\\\\*(?=${colonLabel})`,
    `${beforeOption}\\\\*(?=${laterOption})`,
    `(?<!\\\\)\\\\*(?=${framedLabel}|${inBrackets})`,
  ].join('|'),
  'g',
)

/** A line of text with a backslash before whatever would be read as a mark; withMarks undoes exactly this. */
export const withoutMarks = (line: string): string => line.replace(wouldBeMark, (run) => `${run}\\`)
export const withMarks = (line: string): string => line.replace(wouldBeMark, (run) => run.slice(1))

const numberAtStart = new RegExp(`^(${number})(.*)$`, 's')
const sectionAtStart = new RegExp(`^${section}.*题`)
const label = new RegExp(`(?<=^|\\s)(?:${labelWords})\\s{0,3}[:：]|(?<!\\\\)${framedLabel}`)
const option = new RegExp(`^${firstOption}|${beforeOption}${laterOption}`)
const bracket = new RegExp(`(?<!\\\\)${inBrackets}`, 'g')

/** The number that a line begins with, and what follows it. isDecimal: it may as well be a number with a point ("3.5 米"). */
export function numbered(line: string): { number: number; rest: string; isDecimal: boolean } | null {
  const [, mark = '', rest = ''] = numberAtStart.exec(line) ?? []
  if (mark === '') return null
  return { number: Number(/\d+/.exec(mark.normalize('NFKC'))?.[0]), rest, isDecimal: mark.endsWith('.') && /^[0-9]/.test(rest) }
}

export const isSection = (line: string): boolean => sectionAtStart.test(line)

export type Mark = { at: number; length: number; is: { kind: 'field'; field: Field } | { kind: 'option'; place: number } }

/** The first mark in a line; letters of options count only where options may still come. */
export function firstMark(line: string, mayBeOption: boolean): Mark | null {
  const found = label.exec(line)
  const letter = mayBeOption ? option.exec(line) : null
  if (letter !== null && (found === null || letter.index < found.index)) {
    const place = letter[0].normalize('NFKC').charCodeAt(0) - 65
    return { at: letter.index, length: letter[0].length, is: { kind: 'option', place } }
  }
  const word = found?.[0].replace(/[【】\s:：]/g, '') ?? ''
  const field = fieldOf.get(word)
  return found === null || field === undefined ? null : { at: found.index, length: found[0].length, is: { kind: 'field', field } }
}

const blank = '（　　）'

/** Answers that a stem has in brackets, and the stem without them. */
export function bracketsIn(stem: string): { answers: string[]; without: string } {
  const answers = [...stem.matchAll(bracket)].map(([found]) => found.slice(1, -1))
  return { answers, without: stem.replace(bracket, blank) }
}
