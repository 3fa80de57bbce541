import path from 'node:path'
import { type BookLine, BookRefused, bookLimits } from './book-limits'
import { dayStyles } from './book-styles.server'
import { sheetLines } from './sheet-lines.server'
import { readXml } from './xml-part.server'
import { type ZipParts, zipParts } from './zip-parts.server'

type Link = { target: string; kind: string }

/** Where the links of a part lead, by their id. */
async function linksOf(parts: ZipParts, part: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>()
  const folder = path.posix.dirname(part)
  const name = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`)
  if (!parts.has(name)) return links
  await readXml(parts.bytes(name), {
    open(tag, { Id, Target, Type, TargetMode }) {
      if (tag !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : path.posix.normalize(path.posix.join(folder, Target))
      links.set(Id, { target, kind: (Type ?? '').split('/').at(-1) ?? '' })
    },
  })
  return links
}

type Book = { sheets: string[]; is1904: boolean }

/** The links of the sheets that are shown, in their order. */
async function bookOf(parts: ZipParts, name: string): Promise<Book> {
  const sheets: string[] = []
  let [is1904, count] = [false, 0]
  await readXml(parts.bytes(name), {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (tag !== 'sheet') return
      count += 1
      if (count > bookLimits.sheets) throw new BookRefused('tooManySheets')
      const link = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1]
      if (link !== undefined && (attributes.state ?? 'visible') === 'visible') sheets.push(link)
    },
  })
  return { sheets, is1904 }
}

/** The texts that cells share; what is set in several kinds of type is one text, readings beside it are none. */
async function sharedTexts(parts: ZipParts, name: string | null): Promise<string[]> {
  const texts: string[] = []
  if (name === null || !parts.has(name)) return texts
  let [current, isText, isReading, letters] = ['', false, false, 0]
  await readXml(parts.bytes(name), {
    open(tag) {
      if (tag === 'si') current = ''
      if (tag === 't') isText = true
      if (tag === 'rPh') isReading = true
    },
    close(tag) {
      if (tag === 't') isText = false
      if (tag === 'rPh') isReading = false
      if (tag !== 'si') return
      texts.push(current)
      if (texts.length > bookLimits.sharedTexts) throw new BookRefused('tooLarge')
    },
    text(piece) {
      if (!isText || isReading) return
      current += piece
      letters += piece.length
      if (current.length > bookLimits.cellLetters) throw new BookRefused('longCell')
      if (letters > bookLimits.sharedLetters) throw new BookRefused('tooLarge')
    },
  })
  return texts
}

/** Tells of the lines of an .xlsx book's first sheet that is shown, as text; a formula is what it last came to. Throws BookRefused. */
export async function bookLines(file: Buffer, tell: (line: BookLine) => void): Promise<void> {
  const parts = zipParts(file)
  const [book] = [...(await linksOf(parts, '')).values()].filter(({ kind }) => kind === 'officeDocument')
  if (book === undefined || !parts.has(book.target)) throw new BookRefused('notBook')
  const links = await linksOf(parts, book.target)
  const target = (kind: string): string | null => [...links.values()].find((link) => link.kind === kind)?.target ?? null
  const { sheets, is1904 } = await bookOf(parts, book.target)
  const sheet = links.get(sheets[0] ?? '')
  if (sheet === undefined || sheet.kind !== 'worksheet') throw new BookRefused('empty')
  const texts = await sharedTexts(parts, target('sharedStrings'))
  const days = await dayStyles(parts, target('styles'))
  await sheetLines(parts.bytes(sheet.target), { texts, days, is1904 }, tell)
}
