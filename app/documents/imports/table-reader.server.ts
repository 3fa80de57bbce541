import { type BookLine, BookRefused, bookLimits } from './book-limits'
import { bookLines } from './book-reader.server'
import { csvLines } from './csv-reader.server'

const zipMark = Buffer.from([0x50, 0x4b, 3, 4])
const oldMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * Tells of the lines of a table that somebody sent, .xlsx or text, whatever its name says. Books of the old kind and locked ones begin alike,
 * and are not read. Throws BookRefused.
 */
export async function tableLines(file: Buffer, tell: (line: BookLine) => void): Promise<void> {
  if (file.length === 0) throw new BookRefused('empty')
  if (file.length > bookLimits.fileBytes) throw new BookRefused('tooLarge')
  if (file.subarray(0, 4).equals(oldMark)) throw new BookRefused('oldBook')
  if (file.subarray(0, 4).equals(zipMark)) return bookLines(file, tell)
  if (/^\s*(?:<\?xml|<html|<!doctype|%PDF|\{)/i.test(file.subarray(0, 64).toString('latin1'))) throw new BookRefused('notBook')
  for (const line of csvLines(file)) tell(line)
}
