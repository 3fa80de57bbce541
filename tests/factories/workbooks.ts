import exceljs from 'exceljs'
import { expect } from 'vitest'

/** The cells of an .xlsx file by the names of its sheets. None of them may be a formula. */
export async function cellsOf(bytes: Buffer): Promise<Map<string, string[][]>> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const sheets = new Map<string, string[][]>()
  for (const sheet of book.worksheets) {
    const rows: string[][] = []
    sheet.eachRow({ includeEmpty: false }, (row) => {
      const cells: string[] = []
      row.eachCell({ includeEmpty: true }, (cell) => {
        expect(cell.type, `${cell.address} is no formula`).not.toBe(exceljs.ValueType.Formula)
        cells.push(cell.value === null || cell.value === undefined ? '' : String(cell.value))
      })
      rows.push(cells)
    })
    sheets.set(sheet.name, rows)
  }
  return sheets
}
