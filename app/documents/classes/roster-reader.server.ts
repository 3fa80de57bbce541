import { inflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { z } from 'zod'

/** What all parts of a file may come to, unpacked. */
const mostUnpacked = 40 * 1024 * 1024
const mostParts = 200
const mostLines = 20_000
const mostColumns = 40

export type SheetLine = { line: number; texts: string[] }

/** Throws where a zip says what cannot be, or unpacks to more than a sheet of our size ever does; each part is tried against what is left. */
function mustStaySmall(file: Buffer): void {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('no zip')
  const parts = file.readUInt16LE(end + 10)
  if (parts > mostParts) throw new Error('too many parts')
  let at = file.readUInt32LE(end + 16)
  let left = mostUnpacked
  for (let nth = 0; nth < parts; nth += 1) {
    const [method, packed, header] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
    const begins = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
    const bytes = file.subarray(begins, begins + packed)
    const size = method === 8 ? inflateRawSync(bytes, { maxOutputLength: left }).length : bytes.length
    left -= size
    if (left <= 0) throw new Error('too large')
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

const pieces = z.object({ richText: z.array(z.object({ text: z.string() })) })

/** What a cell shows. A link whose words are set in several kinds of type comes as its pieces, whatever the library promises. */
function textOf(cell: { text: unknown }): string {
  if (typeof cell.text === 'string') return cell.text
  const read = pieces.safeParse(cell.text)
  return read.success ? read.data.richText.map(({ text }) => text).join('') : ''
}

/** The lines of an .xlsx file's first sheet as text; a formula is what it last came to. Throws for anything that is no such file. */
export async function sheetLines(bytes: Uint8Array): Promise<SheetLine[]> {
  mustStaySmall(Buffer.from(bytes))
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const lines: SheetLine[] = []
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row, line) => {
    if (lines.length >= mostLines) return
    const count = Math.min(row.cellCount, mostColumns)
    lines.push({ line, texts: Array.from({ length: count }, (_, nth) => textOf(row.getCell(nth + 1))) })
  })
  return lines
}
