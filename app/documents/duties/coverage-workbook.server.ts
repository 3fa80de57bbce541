import exceljs from 'exceljs'

/** One sheet: heads, then rows of text and numbers, then perhaps a sum. */
export type Sheet = { name: string; heads: readonly string[]; rows: readonly (readonly (string | number)[])[]; hasTotal?: boolean }

const widest = 40
const bold = { bold: true }

/**
 * Sheets as an .xlsx file. Every text is written as text, never as a formula; the head stays in sight and can be filtered.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new exceljs.Workbook()
  for (const { name, heads, rows, hasTotal } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: heads.length > 0 ? 1 : 0 }] })
    if (heads.length > 0) sheet.addRow([...heads]).font = bold
    for (const row of rows) sheet.addRow([...row])
    if (heads.length > 0 && rows.length > 0)
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + (hasTotal ? 0 : 1), column: heads.length } }
    if (hasTotal) sheet.getRow(rows.length + 1).font = bold
    for (const [nth, width] of widthsOf([heads, ...rows]).entries()) sheet.getColumn(nth + 1).width = width
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Chinese characters take two columns of width. */
function widthsOf(rows: readonly (readonly (string | number)[])[]): number[] {
  const widths: number[] = []
  for (const row of rows.slice(0, 500))
    for (const [nth, value] of row.entries()) {
      const width = [...String(value)].reduce((sum, letter) => sum + (letter > 'ÿ' ? 2 : 1), 2)
      widths[nth] = Math.min(widest, Math.max(widths[nth] ?? 8, width))
    }
  return widths
}
