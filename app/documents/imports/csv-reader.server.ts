import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type BookLine, BookRefused, bookLimits } from './book-limits'

function decoded(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  for (const encoding of ['utf-8', 'gbk'] as const)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file)
    } catch {}
  throw new BookRefused('notBook')
}

/** What parts the cells: of the usual marks the one that the first lines have most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000)
  const [most] = [',', '\t', ';'].map((mark) => ({ mark, count: head.split(mark).length })).sort((one, other) => other.count - one.count)
  return most?.mark ?? ','
}

const rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }))

/** The lines of a table of text in UTF-8, UTF-16 or GBK, as spreadsheets save it. Throws BookRefused. */
export function csvLines(file: Buffer): BookLine[] {
  const text = decoded(file)
  if (text.includes('\u0000')) throw new BookRefused('notBook')
  const options = {
    ...{ bom: true, info: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true },
    ...{ max_record_size: bookLimits.columns * bookLimits.cellLetters, to: bookLimits.lines + 1 },
  }
  try {
    const found = rows.parse(parse(text, options)).map(({ info, record }) => ({ line: info.lines, texts: record }))
    if (found.length > bookLimits.lines) throw new BookRefused('tooManyLines')
    for (const { texts } of found) {
      if (texts.length > bookLimits.columns) throw new BookRefused('tooWide')
      if (texts.some((cell) => cell.length > bookLimits.cellLetters)) throw new BookRefused('longCell')
    }
    return found.filter(({ texts }) => texts.some((cell) => cell.trim() !== ''))
  } catch (fault) {
    if (fault instanceof BookRefused) throw fault
    throw new BookRefused(fault instanceof CsvError && fault.code === 'CSV_MAX_RECORD_SIZE' ? 'longCell' : 'damaged')
  }
}
