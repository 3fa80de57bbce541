// Runs in a thread of its own: writes an .xlsx file part by part, so that its size costs the pages nothing.
import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import exceljs from 'exceljs'
import type { WorkbookPart } from './workbook-parts'

const port = parentPort
if (port === null) throw new Error('the workbook is written in a worker thread')

const book = new exceljs.stream.xlsx.WorkbookWriter({
  useStyles: true,
  stream: new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      const bytes = new Uint8Array(chunk)
      port.postMessage({ kind: 'bytes', bytes }, [bytes.buffer])
      done()
    },
  }),
})
const bold = { bold: true }
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

async function take(part: WorkbookPart | { kind: 'end' }): Promise<void> {
  if (part.kind === 'sheet') begin(part)
  else if (part.kind === 'rows') write(part)
  else await book.commit()
  await setImmediate()
  port?.postMessage({ kind: part.kind === 'end' ? 'end' : 'more' })
}

port.on('message', take)
