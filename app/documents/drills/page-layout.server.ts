import type { Face } from '../shared/type.server'
import { a4, hair, ink, type Mark, type Page, second, shade, type Tag, vermilion, type Words } from './marks'
import type { Block, Paper } from './paper'
import { lineWidth, wrapped } from './wrap.server'

const left = 51
const right = a4.width - 51
const across = right - left
const top = 54
const bottom = a4.height - 62
const leading = 1.5
/** From the top of a line of text to its base line, as a share of its size. */
const rise = 1.12

type Type = { size: number; face: Face; colour: string; tag: Tag }
const types = {
  title: { size: 21, face: 'bold', colour: ink, tag: 'H1' },
  under: { size: 10.5, face: 'regular', colour: second, tag: 'P' },
  warning: { size: 11, face: 'medium', colour: vermilion, tag: 'P' },
  heading: { size: 12.5, face: 'bold', colour: ink, tag: 'H2' },
  text: { size: 10.5, face: 'regular', colour: ink, tag: 'P' },
  quiet: { size: 9.5, face: 'regular', colour: second, tag: 'P' },
  label: { size: 10.5, face: 'regular', colour: second, tag: 'P' },
  item: { size: 10.5, face: 'regular', colour: ink, tag: 'LI' },
  head: { size: 9.5, face: 'medium', colour: second, tag: 'TH' },
  cell: { size: 10, face: 'regular', colour: ink, tag: 'TD' },
  foot: { size: 8.5, face: 'regular', colour: second, tag: 'P' },
} satisfies Record<string, Type>

const labelWidth = 100
const pad = 5

type Room = { x: number; width: number }
type Cell = Words['cell']

/** The sheets of a paper as they fill. */
class Sheets {
  readonly pages: Mark[][] = [[]]
  y = top
  tables = 0

  add(...marks: Mark[]): void {
    this.pages.at(-1)?.push(...marks)
  }
  turn(): void {
    this.pages.push([])
    this.y = top
  }
  /** Room for so much that stays together; a new page where there is none. */
  need(height: number): boolean {
    if (this.y + height <= bottom || this.y === top) return false
    this.turn()
    return true
  }
}

const heightOf = (lines: number, { size }: Type): number => lines * size * leading

function words(lines: readonly string[], { x }: Pick<Room, 'x'>, y: number, { size, face, colour, tag }: Type, cell: Cell = null): Words {
  const placed = lines.map((text, nth) => ({ text, x, y: y + size * rise + nth * size * leading }))
  return { kind: 'words', tag, cell, lines: placed, size, face, colour }
}

const rule = (y: number, colour = hair, width = 0.6): Mark => ({ kind: 'line', x1: left, y1: y, x2: right, y2: y, colour, width })

const upright = (x: number, y: number, height: number): Mark => ({
  kind: 'line',
  x1: x,
  y1: y,
  x2: x,
  y2: y + height,
  colour: hair,
  width: 0.6,
})

/** A text that may run over the end of a page, line by line. */
function flow(sheets: Sheets, text: string, type: Type, room: Room = { x: left, width: across }): void {
  for (const line of wrapped(text, room.width, type.size, type.face)) {
    sheets.need(heightOf(1, type))
    sheets.add(words([line], room, sheets.y, type))
    sheets.y += heightOf(1, type)
  }
}

function title(sheets: Sheets, { text, under }: Extract<Block, { kind: 'title' }>): void {
  const lines = wrapped(text, across, types.title.size, types.title.face)
  sheets.add(words(lines, { x: left }, sheets.y, types.title))
  sheets.y += heightOf(lines.length, types.title)
  if (under !== '') flow(sheets, under, types.under)
  sheets.y += 6
  sheets.add(rule(sheets.y, ink, 1))
  sheets.y += 10
}

function warning(sheets: Sheets, text: string): void {
  const lines = wrapped(text, across - 20, types.warning.size, types.warning.face)
  const height = heightOf(lines.length, types.warning) + 12
  sheets.need(height)
  sheets.add({ kind: 'box', x: left, y: sheets.y, width: across, height, fill: '#FBEDEA', radius: 4 })
  sheets.add(words(lines, { x: left + 10 }, sheets.y + 6, types.warning))
  sheets.y += height + 8
}

function heading(sheets: Sheets, text: string): void {
  sheets.need(74)
  if (sheets.y > top) sheets.y += 10
  flow(sheets, text, types.heading)
  sheets.y += 3
}

function facts(sheets: Sheets, rows: readonly (readonly [string, string])[]): void {
  const room = { x: left + labelWidth, width: across - labelWidth }
  for (const [label, value] of rows) {
    const names = wrapped(label, labelWidth - 10, types.label.size, types.label.face)
    const lines = wrapped(value, room.width, types.text.size, types.text.face)
    sheets.need(heightOf(Math.min(Math.max(lines.length, names.length), 12), types.text) + 6)
    sheets.add(words(names, { x: left }, sheets.y + 3, types.label))
    const least = sheets.y + heightOf(names.length, types.label) + 6
    sheets.y += 3
    flow(sheets, value, types.text, room)
    sheets.y = Math.max(sheets.y + 3, sheets.pages.length > 1 && sheets.y < least - 60 ? sheets.y : least)
    sheets.add(rule(sheets.y))
  }
  sheets.y += 6
}

function list(sheets: Sheets, items: readonly string[], isOrdered: boolean): void {
  const room = { x: left + 20, width: across - 20 }
  for (const [nth, item] of items.entries()) {
    sheets.need(heightOf(1, types.item))
    sheets.add(words([isOrdered ? `${nth + 1}.` : '·'], { x: left + (isOrdered ? 2 : 6) }, sheets.y, types.label))
    flow(sheets, item, types.item, room)
    sheets.y += 2
  }
  sheets.y += 4
}

function columnsOf(widths: readonly number[]): Room[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  let x = left
  return widths.map((width) => {
    const room = { x: x + pad, width: (across * width) / sum - 2 * pad }
    x += (across * width) / sum
    return room
  })
}

/** Rows are never cut in two unless one is longer than a page; the head stands on each page again. */
function table(sheets: Sheets, { heads, widths, rows, rowHeight = 0 }: Extract<Block, { kind: 'table' }>): void {
  const columns = columnsOf(widths)
  sheets.tables += 1
  let nth = 0
  const row = (texts: readonly string[], type: Type, least: number): { height: number; draw: () => void } => {
    const cells = columns.map(({ width }, at) => wrapped(texts[at] ?? '', width, type.size, type.face))
    const height = Math.max(least, heightOf(Math.max(...cells.map(({ length }) => length)), type) + 2 * pad)
    const draw = () => {
      const cell = { table: sheets.tables, row: nth }
      nth += 1
      if (type === types.head) sheets.add({ kind: 'box', x: left, y: sheets.y, width: across, height, fill: shade, radius: 0 })
      for (const [at, lines] of cells.entries()) {
        const room = columns[at]
        if (room !== undefined) sheets.add(words(lines, room, sheets.y + pad, type, cell))
      }
      if (rowHeight > 0) sheets.add(...columns.slice(1).map((room) => upright(room.x - pad, sheets.y, height)))
      sheets.y += height
      sheets.add(rule(sheets.y))
    }
    return { height, draw }
  }
  const head = row(heads, types.head, 0)
  for (const [at, texts] of rows.entries()) {
    const next = row(texts, types.cell, rowHeight)
    if (at === 0) sheets.need(head.height + next.height)
    if (sheets.need(next.height) || at === 0) head.draw()
    next.draw()
  }
  if (rows.length === 0) head.draw()
  sheets.y += 8
}

function signatures(sheets: Sheets, labels: readonly string[]): void {
  sheets.need(60)
  sheets.y += 30
  const width = across / labels.length
  for (const [nth, label] of labels.entries()) {
    const x = left + nth * width
    const own = lineWidth(label, types.text.size, types.text.face)
    sheets.add(words([label], { x }, sheets.y, types.text))
    const y1 = sheets.y + 15
    sheets.add({ kind: 'line', x1: x + own + 6, y1, x2: x + width - 14, y2: y1, colour: ink, width: 0.6 })
  }
  sheets.y += 28
}

function place(sheets: Sheets, block: Block): void {
  if (block.kind === 'title') title(sheets, block)
  else if (block.kind === 'warning') warning(sheets, block.text)
  else if (block.kind === 'heading') heading(sheets, block.text)
  else if (block.kind === 'facts') facts(sheets, block.rows)
  else if (block.kind === 'list') list(sheets, block.items, block.ordered === true)
  else if (block.kind === 'table') table(sheets, block)
  else if (block.kind === 'signatures') signatures(sheets, block.labels)
  else if (block.kind === 'turn') sheets.turn()
  else {
    flow(sheets, block.text, block.quiet === true ? types.quiet : types.text)
    sheets.y += 4
  }
}

/** What stands at the foot of a page: the paper's own line, shortened where it is too long, and which page of how many. */
export function foot(running: string, number: string): Mark[] {
  const { size, face } = types.foot
  const own = lineWidth(number, size, face)
  const [line = ''] = wrapped(running, across - own - 20, size, face)
  return [
    rule(a4.height - 46),
    words([line], { x: left }, a4.height - 42, types.foot),
    words([number], { x: right - own }, a4.height - 42, types.foot),
  ]
}

/** The pages of a paper: every page knows how many there are. */
export function pagesOf(paper: Paper): Page[] {
  const sheets = new Sheets()
  for (const block of paper.blocks) place(sheets, block)
  const count = String(sheets.pages.length)
  return sheets.pages.map((marks, nth) => [
    ...marks,
    ...foot(paper.running, paper.pageOf.replace('{page}', String(nth + 1)).replace('{pages}', count)),
  ])
}
