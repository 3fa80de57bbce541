import type { ImportKind } from './heading-words'
import { type Cells, cellsOf, findHead, type SheetLine, type TableFault } from './headings'
import { mostRows } from './import-state'

export type RawLine = { readonly line: number; readonly cells: Cells; readonly answer: string | null }

/** The rows below a sheet's headings that say something, or why the sheet is none of ours. */
export function rowsInSheet(lines: readonly SheetLine[], kind: ImportKind): { rows: RawLine[] } | { fault: TableFault | 'tooManyRows' } {
  const head = findHead(lines, kind)
  if ('fault' in head) return { fault: head.fault }
  const rows = lines.flatMap((line): RawLine[] => {
    const cells = line.line > head.line ? cellsOf(line, head, kind) : null
    return cells === null ? [] : [{ line: line.line, cells, answer: null }]
  })
  if (rows.length === 0) return { fault: 'noRows' }
  return rows.length > mostRows[kind] ? { fault: 'tooManyRows' } : { rows }
}
