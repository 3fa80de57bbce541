import { type Field, firstMark, isSection, numbered } from './plain-marks'
import type { BankKind } from './question'
import { type QuestionFault, type ReadOne, refusedOne } from './question'

/** A question of a text as its lines have it, nothing read yet. number: as it stands there. isInOrder: it follows the one before. */
export type Block = {
  readonly line: number
  readonly number: number
  readonly isInOrder: boolean
  readonly kind: BankKind | null
  readonly stem: string
  readonly options: readonly string[]
  readonly fields: ReadonlyMap<Field, string>
  readonly fault: QuestionFault | null
}

type Open = {
  line: number
  number: number
  isInOrder: boolean
  kind: BankKind | null
  stem: string[]
  options: string[][]
  fields: Map<Field, string[]>
  fault: QuestionFault | null
  into: string[]
  isEnding: boolean
}

const kindInSection = (line: string): BankKind | null => {
  if (/单选|单项/.test(line)) return 'single'
  if (/多选|多项/.test(line)) return 'multiple'
  return /判断|是非/.test(line) ? 'truefalse' : null
}

const begun = (line: number, number: number, isInOrder: boolean, kind: BankKind | null): Open => {
  const stem: string[] = []
  return { line, number, isInOrder, kind, stem, options: [], fields: new Map(), fault: null, into: stem, isEnding: false }
}

function beginOption(block: Open, place: number): void {
  if (place !== block.options.length) block.fault ??= 'optionOrder'
  block.into = []
  block.options.push(block.into)
}

function beginField(block: Open, field: Field): void {
  if (block.fields.has(field)) block.fault ??= 'labelTwice'
  block.into = []
  block.isEnding = true
  block.fields.set(field, block.into)
}

/** Puts a line, or what is left of it after a number, where it belongs. */
function take(block: Open, line: string): void {
  let rest = line.trim()
  for (let mark = firstMark(rest, !block.isEnding); mark !== null; mark = firstMark(rest, !block.isEnding)) {
    const before = rest.slice(0, mark.at).trim()
    if (before !== '') block.into.push(before)
    if (mark.is.kind === 'option') beginOption(block, mark.is.place)
    else beginField(block, mark.is.field)
    rest = rest.slice(mark.at + mark.length).trim()
  }
  block.into.push(rest)
}

/** What may be a number with a point begins a question only where it is the number that comes next. */
function startIn(line: string, before: number): ReturnType<typeof numbered> {
  const start = numbered(line)
  return start?.isDecimal && start.number !== before + 1 ? null : start
}

const closed = ({ stem, options, fields, line, number, isInOrder, kind, fault }: Open): Block => ({
  ...{ line, number, isInOrder, kind, fault, stem: stem.join('\n') },
  options: options.map((lines) => lines.join('\n')),
  fields: new Map([...fields].map(([field, lines]) => [field, lines.join('\n')])),
})

/** Parts a text into its numbered questions; what stands before the first of them belongs to none. */
export function blocksIn(lines: readonly string[]): { blocks: Block[]; stray: ReadOne[] } {
  const blocks: Open[] = []
  const stray: ReadOne[] = []
  let block: Open | null = null
  let kind: BankKind | null = null
  let isFirst = true
  let isStraying = false
  for (const [nth, raw] of lines.entries()) {
    const line = raw.trim()
    const before = blocks.at(-1)
    const start = startIn(line, before?.number ?? 0)
    if (isSection(line)) {
      ;[kind, block, isFirst, isStraying] = [kindInSection(line), null, true, false]
    } else if (start !== null) {
      const isNext = isFirst || before === undefined || start.number === before.number + 1
      block = begun(nth + 1, start.number, isNext && !start.isDecimal, kind)
      isFirst = false
      blocks.push(block)
      take(block, start.rest)
    } else if (block !== null) take(block, line)
    else if (line === '') isStraying = false
    else if (!isStraying) {
      isStraying = true
      stray.push(refusedOne(nth + 1, 'strayText', line))
    }
  }
  return { blocks: blocks.map(closed), stray }
}
