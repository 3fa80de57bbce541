import type { BankQuestion, QuestionFault } from '~/domain/banks/question'
import { letterOf } from '~/domain/banks/read-answer'
import type { SheetLine } from '~/domain/banks/sheet-layout'
import { seededRandom } from '~/domain/exams/seeded-random'

/** What must become of an entry of a file: the question as it is, or this fault, at this line. */
export type Expected = { line: number; question: BankQuestion } | { line: number; fault: QuestionFault }
type Messy = { question: BankQuestion; fault: QuestionFault | null }
type Random = () => number

const pick = <One>(random: Random, all: readonly One[]): One => {
  const found = all[Math.floor(random() * all.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

const things = ['灭火器', '安全出口', '疏散通道', '消火栓', '配电箱', '燃气阀门', '防火门', '应急照明']
const sheetFaults: readonly QuestionFault[] = [
  ...(['noStem', 'noAnswer', 'badAnswer', 'letterWithoutOption', 'emptyOption', 'fewOptions'] as const),
  ...(['sameOptions', 'letterTwice', 'badDifficulty', 'badKind', 'kindDiffers', 'manyOptions'] as const),
]
const textFaults: readonly QuestionFault[] = [
  'noAnswer',
  'badAnswer',
  'letterWithoutOption',
  'optionOrder',
  'labelTwice',
  'answersDiffer',
  'sameOptions',
]

function entry(random: Random, nth: number, faults: readonly QuestionFault[], id: string | null): Messy {
  const kind = pick(random, ['single', 'multiple', 'truefalse'] as const)
  const fault = random() < 0.2 ? pick(random, faults) : null
  const needsOptions = fault !== null && fault !== 'noStem' && fault !== 'noAnswer' && fault !== 'badAnswer'
  const is = kind === 'truefalse' && needsOptions ? 'single' : kind
  const count = 2 + Math.floor(random() * 4)
  const options =
    is === 'truefalse'
      ? []
      : Array.from(
          { length: Math.max(count, 3) },
          (_, place) => `${pick(random, things)}第${place}种做法${pick(random, ['', '（必须）', '，2 米', ' & <b>'])}`,
        )
  const right =
    is === 'multiple' ? [0, options.length - 1] : [is === 'truefalse' ? Math.floor(random() * 2) : Math.floor(random() * options.length)]
  const stem = `${pick(random, things)}的要求，第${nth}题干应当（　　）${pick(random, ['。', '？', '', '\n请选择最合适的一项。'])}`
  const explanation = pick(random, ['', '见现场说明。', '第一行\n第二行'])
  const difficulty = pick(random, [null, 1, 2, 3] as const)
  return { fault, question: { id, kind: is, stem, options, right, explanation, difficulty, point: pick(random, ['', '疏散', '用电安全']) } }
}

const wide = (text: string): string => text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

function answerText(random: Random, { kind, right }: BankQuestion): string {
  if (kind === 'truefalse')
    return pick(random, right[0] === 0 ? ['正确', '对', '√', '✔', 'TRUE', ' 正 确'.replace(/ /g, '')] : ['错误', '错', '×', '✗', 'FALSE'])
  const letters = right.map(letterOf)
  return pick(random, [
    letters.join(''),
    letters.join('、'),
    letters.join('，'),
    wide(letters.join('')),
    letters.join(' '),
    letters.join('').toLowerCase(),
    `${letters.join(',')}。`,
  ])
}

const difficultyText = (random: Random, difficulty: BankQuestion['difficulty']): string =>
  difficulty === null
    ? ''
    : pick(
        random,
        [
          ['易', '容易', '简单', '1'],
          ['中', '中等', '一般', '２'],
          ['难', '困难', '3'],
        ][difficulty - 1] ?? [],
      )

type Row = Record<'kind' | 'stem' | 'answer' | 'explanation' | 'difficulty' | 'point', string> & { options: string[] }

/** Breaks a row so that it has exactly this fault. */
function broken(row: Row, fault: QuestionFault, { kind }: BankQuestion): Row {
  switch (fault) {
    case 'noStem':
      return { ...row, stem: ' 　' }
    case 'noAnswer':
      return { ...row, answer: '' }
    case 'badAnswer':
      return { ...row, answer: '见书上' }
    case 'letterWithoutOption':
      return { ...row, answer: 'H', options: row.options.slice(0, 5) }
    case 'emptyOption':
      return { ...row, options: row.options.map((option, place) => (place === 1 ? ' ' : option)) }
    case 'fewOptions':
      return { ...row, options: row.options.slice(0, 1), answer: 'A', kind: '' }
    case 'sameOptions':
      return { ...row, options: row.options.map((option, place) => (place === 1 ? (row.options[0] ?? '') : option)) }
    case 'letterTwice':
      return { ...row, answer: 'AA' }
    case 'badDifficulty':
      return { ...row, difficulty: '0.85' }
    case 'badKind':
      return { ...row, kind: '填空题' }
    case 'kindDiffers':
      return { ...row, kind: kind === 'single' ? '多选题' : '单选题' }
    case 'manyOptions':
      return { ...row, options: [...'甲乙丙丁戊己庚'] }
    default:
      throw new Error(`no way to break a row so: ${fault}`)
  }
}

const head = [
  '序号',
  '题型',
  '试题 题干*',
  '选项Ａ',
  'B选项',
  '选项C',
  'D',
  'E（没有可不填）',
  '选项F',
  '选项G',
  '正确答案：',
  '答案解析',
  '难易程度',
  '考点',
]

/** A sheet of so many rows as many hands have typed it, with what must become of each. */
export function messySheet(rows: number, seed = 'sheet'): { lines: SheetLine[]; expected: Expected[] } {
  const random = seededRandom(seed)
  const lines: SheetLine[] = [
    { line: 1, texts: ['河西街道消防安全题库（2026年整理）'] },
    { line: 3, texts: head },
  ]
  const expected: Expected[] = []
  let line = 3
  for (let nth = 1; nth <= rows; nth += 1) {
    line += random() < 0.05 ? 2 : 1
    const { question, fault } = entry(random, nth, sheetFaults, null)
    const kindText = pick(random, ['', { single: '单选', multiple: '多选题', truefalse: '判断题' }[question.kind]])
    const clean: Row = {
      ...{
        kind: kindText,
        stem: ` ${question.stem.replaceAll('\n', '\r\n')}\t`,
        options: [...question.options],
        answer: answerText(random, question),
      },
      ...{ explanation: question.explanation, difficulty: difficultyText(random, question.difficulty), point: ` ${question.point} ` },
    }
    const row = fault === null ? clean : broken(clean, fault, question)
    const cells = Array.from({ length: 7 }, (_, place) => row.options[place] ?? '')
    lines.push({ line, texts: [String(nth), row.kind, row.stem, ...cells, row.answer, row.explanation, row.difficulty, row.point] })
    expected.push(fault === null ? { line, question } : { line, fault })
  }
  return { lines, expected }
}

function optionLines(random: Random, options: readonly string[], fault: QuestionFault | null): string[] {
  const letters = options.map((_, place) => letterOf(fault === 'optionOrder' && place > 0 ? place + 1 : place))
  const texts = fault === 'sameOptions' ? options.map((option, place) => (place === 1 ? (options[0] ?? '') : option)) : options
  const marked = texts.map(
    (text, place) =>
      `${pick(random, [letters[place] ?? '', wide(letters[place] ?? '')])}${pick(random, ['.', '．', '、'])}${pick(random, [' ', ''])}${text}`,
  )
  return random() < 0.5 ? marked : [marked.join('    ')]
}

/** The same as text of a word processor. */
export function messyText(questions: number, seed = 'text'): { text: string; expected: Expected[] } {
  const random = seededRandom(seed)
  const lines: string[] = []
  const expected: Expected[] = []
  for (let nth = 1; nth <= questions; nth += 1) {
    const { question, fault } = entry(random, nth, textFaults, null)
    if (random() < 0.3) lines.push('')
    const line = lines.length + 1
    const isInside = fault === null && random() < 0.4
    const answer = answerText(random, question).replace(/。$/, '')
    const inside = pick(
      random,
      question.right.map(letterOf).length > 0 && question.kind !== 'truefalse'
        ? [question.right.map(letterOf).join('')]
        : [question.right[0] === 0 ? '√' : '×'],
    )
    const isDiffering = fault === 'answersDiffer'
    const other = letterOf(question.right[0] === 0 ? 1 : 0)
    const stem = isInside
      ? question.stem.replace('（　　）', `（ ${inside} ）`)
      : isDiffering
        ? question.stem.replace('（　　）', `（${question.kind === 'multiple' ? 'B' : other}）`)
        : question.stem
    lines.push(...`${nth}${pick(random, ['.', '．', '、'])}${pick(random, [' ', ''])}${stem}`.split('\n'))
    lines.push(...(question.options.length === 0 ? [] : optionLines(random, question.options, fault)))
    const said = fault === 'badAnswer' ? '见书上' : fault === 'letterWithoutOption' ? 'H' : answer
    if (!isInside && fault !== 'noAnswer') lines.push(`${pick(random, ['答案：', '【答案】', '正确答案:'])}${said}`)
    if (fault === 'labelTwice') lines.push('答案：A')
    if (question.explanation !== '') lines.push(...`${pick(random, ['解析：', '【解析】'])}${question.explanation}`.split('\n'))
    const grade = difficultyText(random, question.difficulty)
    if (grade !== '') lines.push(`难度：${grade}`)
    if (question.point !== '') lines.push(`知识点：${question.point}`)
    const bare = fault === 'noAnswer' && question.options.length === 0
    expected.push(fault === null ? { line, question } : { line, fault: bare ? 'notQuestion' : fault })
  }
  return { text: lines.join(pick(random, ['\n', '\r\n'])), expected }
}
