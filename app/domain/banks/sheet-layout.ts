import { bareWord, plainCell } from '../imports/plain-cell'
import { type BankQuestion, type ReadOne, readOne, refusedOne, withoutSameIds } from './question'
import { difficultyWord, kindWord, letterOf, lettersOf, readAnswer, readDifficulty, readKind } from './read-answer'

const words = {
  id: ['编号', '题目编号', '试题编号', '题目id', 'id'],
  kind: ['题型', '题目类型', '试题类型', '类型', '题目类别', 'type'],
  stem: ['题干', '题目', '试题', '题目内容', '试题内容', '试题题干', '题目题干', '问题', '题目名称', 'question', 'stem'],
  answer: ['答案', '正确答案', '参考答案', '标准答案', '正确选项', 'answer', 'key'],
  explanation: ['解析', '答案解析', '试题解析', '题目解析', '答案说明', '说明', 'explanation'],
  difficulty: ['难度', '难易度', '难易程度', '难度等级', '难度系数', 'difficulty'],
  point: ['知识点', '考点', '考查点', '所属知识点', '知识模块', 'knowledgepoint', 'topic'],
  number: ['序号', '题号', '行号', 'no', 'no.'],
} as const
type Column = keyof typeof words
const columns: readonly Column[] = ['id', 'kind', 'stem', 'answer', 'explanation', 'difficulty', 'point', 'number']

/** Options G and H have a column so that they can be refused. */
const optionColumns = 8
const optionWords = (letter: string, nth: number): string[] => [
  letter,
  `选项${letter}`,
  `${letter}选项`,
  `${letter}项`,
  `答案选项${letter}`,
  `选项${nth}`,
  `选项${'一二三四五六七八'[nth - 1]}`,
  `option${letter}`,
]

const known: ReadonlyMap<string, Column | number> = new Map<string, Column | number>([
  ...columns.flatMap((column) => words[column].map((word): [string, Column] => [bareWord(word), column])),
  ...Array.from({ length: optionColumns }, (_, place) =>
    optionWords(letterOf(place), place + 1).map((word): [string, number] => [bareWord(word), place]),
  ).flat(),
])

export type SheetLine = { readonly line: number; readonly texts: readonly string[] }
export type FileFault = 'noHead' | 'noStemColumn' | 'noAnswerColumn' | 'columnTwice' | 'noQuestions' | 'tooMany' | 'damaged' | 'notText'
/** unread: headings of columns that say something and are none of ours. */
export type FileRead =
  | { readonly kind: 'read'; readonly all: readonly ReadOne[]; readonly unread: readonly string[] }
  | { readonly kind: 'refused'; readonly fault: FileFault; readonly said: string }

const headLines = 20
const headingOf = (text: string): Column | number | null =>
  known.get(bareWord(plainCell(text).replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, ''))) ?? null

type Head = { line: number; places: Map<Column | number, number>; twice: string | null; texts: readonly string[] }

function headIn({ line, texts }: SheetLine): Head {
  const places = new Map<Column | number, number>()
  let twice: string | null = null
  for (const [at, text] of texts.entries()) {
    const column = headingOf(text)
    if (column === null) continue
    if (places.has(column)) twice = text
    else places.set(column, at)
  }
  return { line, places, twice, texts }
}

/** The line with the headings: the one of the first lines that names most columns, three or more. */
function findHead(lines: readonly SheetLine[]): Head | null {
  const heads = lines.slice(0, headLines).map(headIn)
  const [best] = heads.sort((one, other) => other.places.size - one.places.size || one.line - other.line)
  return best === undefined || best.places.size < 3 ? null : best
}

/** What a file may hold of questions at most. */
export const mostQuestions = 5000

/** Reads the rows of a sheet in the layout that Chinese authors use: every row that says something is a question or refused. */
export function readSheet(lines: readonly SheetLine[]): FileRead {
  const head = findHead(lines)
  if (head === null) return { kind: 'refused', fault: 'noHead', said: '' }
  const { places, twice } = head
  if (twice !== null) return { kind: 'refused', fault: 'columnTwice', said: twice }
  if (!places.has('stem')) return { kind: 'refused', fault: 'noStemColumn', said: '' }
  if (!places.has('answer')) return { kind: 'refused', fault: 'noAnswerColumn', said: '' }
  const ours = new Set([...places].filter(([column]) => column !== 'number').map(([, at]) => at))
  const below = lines.filter(
    ({ line, texts }) => line > head.line && texts.some((text, at) => text.trim() !== '' && at !== places.get('number')),
  )
  if (below.length === 0) return { kind: 'refused', fault: 'noQuestions', said: '' }
  if (below.length > mostQuestions) return { kind: 'refused', fault: 'tooMany', said: '' }
  const isSaid = (at: number) => below.some(({ texts }) => (texts[at] ?? '').trim() !== '')
  const width = Math.max(...below.map(({ texts }) => texts.length))
  const strange = Array.from({ length: width }, (_, at) => at).filter((at) => !ours.has(at) && at !== places.get('number') && isSaid(at))
  const unread = strange.map((at) => head.texts[at]?.trim() || letterOf(at))
  return { kind: 'read', all: withoutSameIds(below.map((line) => readRow(line, places))), unread }
}

function readRow({ line, texts }: SheetLine, places: Head['places']): ReadOne {
  const cell = (column: Column | number): string => texts[places.get(column) ?? -1] ?? ''
  const cells = Array.from({ length: optionColumns }, (_, place) => cell(place))
  const last = cells.findLastIndex((text) => text.trim() !== '')
  const options = cells.slice(0, last + 1)
  const kind = readKind(cell('kind'))
  if (kind === 'unknown') return refusedOne(line, 'badKind', cell('stem'))
  return readOne(line, {
    ...{ id: cell('id'), kind, stem: cell('stem'), options, answer: readAnswer(cell('answer'), options.length > 0) },
    ...{ explanation: cell('explanation'), difficulty: readDifficulty(cell('difficulty')), point: cell('point') },
  })
}

export const sheetHeads = ['编号', '题型', '题干', ...[...'ABCDEF'].map((letter) => `选项${letter}`), '答案', '解析', '难度', '知识点']

/** A question as a row under these headings. */
export function sheetRow({ id, kind, stem, options, right, explanation, difficulty, point }: BankQuestion): string[] {
  const answer = kind === 'truefalse' ? (right[0] === 0 ? '正确' : '错误') : lettersOf(right)
  const filled = Array.from({ length: 6 }, (_, place) => options[place] ?? '')
  return [id ?? '', kindWord(kind), stem, ...filled, answer, explanation, difficulty === null ? '' : difficultyWord(difficulty), point]
}
