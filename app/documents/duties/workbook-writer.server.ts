import { Writable } from 'node:stream'
import exceljs from 'exceljs'
import type { WorkbookPart } from './workbook-parts'

const bold = { bold: true }

/** An .xlsx file whose bytes go out while it is written, part by part. */
export function workbookWriter(each: (bytes: Uint8Array) => void) {
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    useStyles: true,
    stream: new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        each(chunk)
        done()
      },
    }),
  })
  let sheet: exceljs.Worksheet | null = null

  /** Every text is written as text, never as a formula; the head stays in sight and can be filtered. */
  function begin({ name, heads, widths, filtered }: Extract<WorkbookPart, { kind: 'sheet' }>): void {
    const hasHead = heads.length > 0
    sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: hasHead ? 1 : 0 }] })
    sheet.columns = widths.map((width) => ({ width }))
    if (!hasHead) return
    if (filtered > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: filtered + 1, column: heads.length } }
    const head = sheet.addRow([...heads])
    head.font = bold
    head.commit()
  }

  function write({ rows, isTotal }: Extract<WorkbookPart, { kind: 'rows' }>): void {
    for (const values of rows) {
      const row = sheet?.addRow([...values])
      if (isTotal && row !== undefined) row.font = bold
      row?.commit()
    }
  }

  return { take: (part: WorkbookPart): void => (part.kind === 'sheet' ? begin(part) : write(part)), end: () => book.commit() }
}
