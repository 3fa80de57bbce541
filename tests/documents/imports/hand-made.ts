import { ZipFile } from 'yazl'

/** A zip of these parts, as a spreadsheet program would pack them. */
export async function zipOf(parts: Record<string, string | Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, { compress })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packed = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type BookWish = {
  sheet: string | Buffer
  shared?: string | Buffer
  styles?: string
  book?: string
  bookLinks?: string
}

/** A book with one sheet, its XML written by hand. */
export function bookOf({ sheet, shared, styles, book, bookLinks }: BookWish): Promise<Buffer> {
  const link = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${links}/${kind}" Target="${target}"/>`
  const own = [
    link('r1', 'worksheet', 'worksheets/sheet1.xml'),
    link('r2', 'sharedStrings', 'sharedStrings.xml'),
    link('r3', 'styles', 'styles.xml'),
  ]
  return zipOf({
    '_rels/.rels': `<Relationships xmlns="${packed}">${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      book ?? `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': bookLinks ?? `<Relationships xmlns="${packed}">${own.join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': shared }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
  })
}

/** The rows of a sheet around its cells' XML. */
export const sheetOf = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
export const sharedOf = (items: string): string => `<sst xmlns="${main}">${items}</sst>`
