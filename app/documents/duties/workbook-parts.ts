/** One sheet: heads, then rows of text and numbers, then perhaps a sum. */
export type Sheet = { name: string; heads: readonly string[]; rows: readonly SheetRow[]; hasTotal?: boolean }
export type SheetRow = readonly (string | number)[]

/** What the worker is told, one after the other; rows in batches, so that neither side ever holds a second copy of them all. */
export type WorkbookPart =
  | { kind: 'sheet'; name: string; heads: readonly string[]; widths: readonly number[]; filtered: number }
  | { kind: 'rows'; rows: readonly SheetRow[]; isTotal: boolean }

const batch = 500
const narrowest = 8
const widest = 40

/** Sheets in the order in which they are written. */
export function* workbookParts(sheets: readonly Sheet[]): Generator<WorkbookPart> {
  for (const { name, heads, rows, hasTotal } of sheets) {
    const plain = rows.length - (hasTotal ? 1 : 0)
    yield { kind: 'sheet', name, heads, widths: widthsOf([heads, ...rows.slice(0, batch)]), filtered: plain }
    for (let from = 0; from < plain; from += batch)
      yield { kind: 'rows', rows: rows.slice(from, Math.min(from + batch, plain)), isTotal: false }
    if (hasTotal) yield { kind: 'rows', rows: rows.slice(plain), isTotal: true }
  }
}

/** Chinese characters take two columns of width. */
function widthsOf(rows: readonly SheetRow[]): number[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [nth, value] of row.entries()) {
      const width = [...String(value)].reduce((sum, letter) => sum + (letter > 'ÿ' ? 2 : 1), 2)
      widths[nth] = Math.min(widest, Math.max(widths[nth] ?? narrowest, width))
    }
  return widths
}
