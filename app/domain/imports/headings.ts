import { headingWords, type ImportKind, neededColumn } from './heading-words'
import { bareWord, plainCell } from './plain-cell'

/** What a row says, by column; a column that the sheet has not, or that is empty, is ''. */
export type Cells = Readonly<Record<string, string>>

const columnNames = (kind: ImportKind): readonly string[] => Object.keys(headingWords[kind])
export const columnsOf: Record<ImportKind, readonly string[]> = {
  people: columnNames('people'),
  units: columnNames('units'),
  licences: columnNames('licences'),
  trainings: columnNames('trainings'),
  drills: columnNames('drills'),
}

/** How a heading is read: without spaces, marks of what must be filled in, and remarks in brackets. */
const heading = (text: string): string => bareWord(plainCell(text).replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, ''))

const byWord = (kind: ImportKind): ReadonlyMap<string, string> =>
  new Map(Object.entries(headingWords[kind]).flatMap(([column, spelled]) => spelled.map((word) => [bareWord(word), column] as const)))
const known: Record<ImportKind, ReadonlyMap<string, string>> = {
  people: byWord('people'),
  units: byWord('units'),
  licences: byWord('licences'),
  trainings: byWord('trainings'),
  drills: byWord('drills'),
}

export type SheetLine = { readonly line: number; readonly texts: readonly string[] }
/** columns: which of the sheet's columns, by their names here. */
export type Head = { readonly line: number; readonly columns: ReadonlyMap<string, number> }
export type TableFault = 'noHead' | 'noName' | 'columnTwice' | 'noRows'

/** Title lines may stand above the headings; further down there are none. */
export const headLines = 20

const columnsIn = ({ texts }: SheetLine, kind: ImportKind): [string, number][] =>
  texts.flatMap((text, at) => {
    const column = known[kind].get(heading(text))
    return column === undefined ? [] : [[column, at]]
  })

/** The line with the headings: the one of the first lines that names most columns, two or more and among them the one it needs. */
export function findHead(lines: readonly SheetLine[], kind: ImportKind): Head | { fault: TableFault; column?: string } {
  const [best] = lines
    .slice(0, headLines)
    .map((line) => ({ line: line.line, found: columnsIn(line, kind) }))
    .sort((one, other) => other.found.length - one.found.length || one.line - other.line)
  if (best === undefined || best.found.length < 2) return { fault: 'noHead' }
  const columns = new Map(best.found)
  if (!columns.has(neededColumn[kind])) return { fault: 'noName' }
  const twice = best.found.find(([column, at]) => columns.get(column) !== at)
  return twice === undefined ? { line: best.line, columns } : { fault: 'columnTwice', column: twice[0] }
}

const longCells: ReadonlyMap<string, number> = new Map([
  ['names', 4000],
  ['story', 900],
])
/** The most letters of a cell; lists of names and what is told of a drill are longer. */
export const mostLetters = (column: string): number => longCells.get(column) ?? 300

/** A cell as it is kept. In a list of names each line is one. */
export const keptCell = (column: string, text: string): string =>
  plainCell(column === 'names' ? text.replace(/[\r\n]+/g, '、') : text).slice(0, mostLetters(column))

/** A row's cells, or null where it says nothing in the columns we know. */
export function cellsOf({ texts }: SheetLine, { columns }: Head, kind: ImportKind): Cells | null {
  const cells: Record<string, string> = {}
  for (const column of columnsOf[kind]) cells[column] = keptCell(column, texts[columns.get(column) ?? -1] ?? '')
  return Object.values(cells).every((text) => text === '') ? null : cells
}
