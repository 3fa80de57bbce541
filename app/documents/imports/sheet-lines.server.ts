import { daySerial, serial1904 } from '~/domain/imports/day-text'
import { formatDay } from '~/domain/shared/day'
import { type BookLine, BookRefused, bookLimits } from './book-limits'
import { type Attributes, readXml } from './xml-part.server'

type Book = { texts: readonly string[]; days: ReadonlySet<number>; is1904: boolean }
type Cell = { column: number; kind: string; style: number; value: string; inline: string }

/** The column that a cell's name gives (A is 0), or null. */
export function columnOf(name: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(name ?? '')?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A number as people read it: a whole one with all its digits, where the file still has them. */
function numberText(value: string): string {
  if (/^-?\d+$/.test(value)) return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? String(number) : value
}

function textOf({ kind, style, value, inline }: Cell, { texts, days, is1904 }: Book): string {
  if (kind === 'inlineStr') return inline
  if (value === '' || kind === 'e') return ''
  if (kind === 's') return texts[Number(value)] ?? ''
  if (kind === 'str' || kind === 'd') return value
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  const day = days.has(style) ? daySerial(Number(value) + (is1904 ? serial1904 : 0)) : null
  return day === null ? numberText(value) : formatDay(day)
}

/** Tells of the lines of a sheet that say something, with their numbers. */
export async function sheetLines(pieces: AsyncIterable<Buffer>, book: Book, tell: (line: BookLine) => void): Promise<void> {
  let [line, told, column, isValue, isReading] = [0, 0, 0, false, false]
  let texts: string[] = []
  let cell: Cell | null = null

  function begin(attributes: Attributes): Cell {
    column = columnOf(attributes.r) ?? column
    if (column >= bookLimits.columns) throw new BookRefused('tooWide')
    return { column, kind: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', inline: '' }
  }

  function endCell(): void {
    if (cell === null) return
    const text = textOf(cell, book)
    if (text !== '') {
      while (texts.length < cell.column) texts.push('')
      texts[cell.column] = text
    }
    column = cell.column + 1
    cell = null
  }

  function endLine(): void {
    if (texts.length === 0) return
    told += 1
    if (told > bookLimits.lines) throw new BookRefused('tooManyLines')
    tell({ line, texts })
  }

  await readXml(pieces, {
    open(tag, attributes) {
      if (tag === 'row') {
        line = Number(attributes.r ?? line + 1)
        if (!Number.isInteger(line) || line < 1 || line > 1_048_576) throw new BookRefused('damaged')
        ;[texts, column] = [[], 0]
      } else if (tag === 'c') cell = begin(attributes)
      else if (tag === 'v' || tag === 't') isValue = true
      else if (tag === 'rPh') isReading = true
    },
    close(tag) {
      if (tag === 'c') endCell()
      else if (tag === 'row') endLine()
      else if (tag === 'v' || tag === 't') isValue = false
      else if (tag === 'rPh') isReading = false
    },
    text(piece) {
      if (cell === null || !isValue || isReading) return
      if (cell.kind === 'inlineStr') cell.inline += piece
      else cell.value += piece
      if (cell.value.length + cell.inline.length > bookLimits.cellLetters) throw new BookRefused('longCell')
    },
  })
}
