import { Readable } from 'node:stream'
import { createDeflateRaw, deflateRawSync } from 'node:zlib'
import { bookOf, sharedOf, sheetOf, zipOf } from './hand-made'

/** Deflated spaces: a gigabyte packs to a megabyte, and is never held here. */
async function packedSpaces(megabytes: number): Promise<Buffer> {
  const block = Buffer.alloc(1024 * 1024, ' ')
  const deflate = Readable.from(Array.from({ length: megabytes }, () => block)).pipe(createDeflateRaw({ level: 6 }))
  const pieces: Buffer[] = []
  for await (const piece of deflate) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

/** One part's bytes as they lie in a zip, with sizes as they are told. */
function rawZip(name: string, packed: Buffer, size: number, copies: readonly string[] = [name]): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(size >>> 0, 22)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  const body = Buffer.concat([head, Buffer.from(name), packed])
  const entries = copies.map((copy) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size >>> 0, 24)
    entry.writeUInt16LE(Buffer.byteLength(copy), 28)
    return Buffer.concat([entry, Buffer.from(copy)])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, ...entries, end])
}

/** A book whose sheet is replaced by packed bytes that unpack to something else than its sizes tell. */
async function withPackedSheet(packed: Buffer, size: number): Promise<Buffer> {
  const good = await bookOf({ sheet: 'SHEET' })
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = good.indexOf(name) - 30
  const next = good.indexOf(Buffer.from('PK\u0001\u0002'), local)
  const head = Buffer.from(good.subarray(local, local + 30))
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(size >>> 0, 22)
  const begun = Buffer.concat([good.subarray(0, local), head, name, packed])
  const directory = Buffer.from(good.subarray(next))
  const entry = directory.indexOf(name) - 46
  directory.writeUInt16LE(8, entry + 10)
  directory.writeUInt32LE(packed.length, entry + 20)
  directory.writeUInt32LE(size >>> 0, entry + 24)
  directory.writeUInt32LE(begun.length, directory.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16)
  return Buffer.concat([begun, directory])
}

const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
const manySheets = (count: number) =>
  Array.from({ length: count }, (_, nth) => `<sheet name="s${nth}" sheetId="${nth + 1}" r:id="r1"/>`).join('')

/** How large the bombs unpack: gigabytes in the long run, enough to pass every cap in the short one. */
export const bombMegabytes = Number(process.env.BOMB_MEGABYTES ?? 300)

/** Files that somebody may send to do harm, and why each is refused. */
export const hostileBooks: readonly { what: string; reason: string; make: () => Promise<Buffer> }[] = [
  {
    what: 'a bomb: a sheet of nothing that unpacks to gigabytes, its size told truly',
    reason: 'tooLarge',
    make: async () => withPackedSheet(await packedSpaces(bombMegabytes), bombMegabytes * 1024 * 1024),
  },
  {
    what: 'a bomb whose sizes lie',
    reason: 'tooLarge',
    make: async () => withPackedSheet(await packedSpaces(bombMegabytes), 1000),
  },
  {
    what: 'a bomb of text in one cell',
    reason: 'tooLarge',
    make: () => withPackedSheet(deflateRawSync(sheetOf(cell('x'.repeat(60 * 1024 * 1024))), { level: 9 }), 1000),
  },
  {
    what: 'a book that says it has 100,000 sheets',
    reason: 'tooManySheets',
    make: () => bookOf({ sheet: sheetOf(cell('a')), book: `<workbook xmlns:r="r"><sheets>${manySheets(100_000)}</sheets></workbook>` }),
  },
  {
    what: 'a zip of 60,000 parts that are all the same bytes',
    reason: 'tooManySheets',
    make: async () =>
      rawZip(
        'a',
        deflateRawSync('x'),
        1,
        Array.from({ length: 60_000 }, (_, nth) => `xl/worksheets/sheet${nth}.xml`),
      ),
  },
  { what: 'a part named twice', reason: 'damaged', make: async () => rawZip('a', deflateRawSync('x'), 1, ['a', 'a']) },
  {
    what: 'XML nested 100,000 deep',
    reason: 'damaged',
    make: () => bookOf({ sheet: sheetOf(`${'<row>'.repeat(100_000)}${'</row>'.repeat(100_000)}`) }),
  },
  {
    what: 'entities that multiply',
    reason: 'damaged',
    make: () =>
      bookOf({
        sheet: `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, nth) => `<!ENTITY b${nth} "${(nth === 0 ? '&a;' : `&b${nth - 1};`).repeat(10)}">`).join('')}]>${sheetOf(cell('&b8;'))}`,
      }),
  },
  {
    what: 'an entity that reads a file of the server',
    reason: 'damaged',
    make: () => bookOf({ sheet: `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheetOf(cell('&x;'))}` }),
  },
  { what: 'an entity that nothing explains', reason: 'damaged', make: () => bookOf({ sheet: sheetOf(cell('&x;')) }) },
  {
    what: 'a million shared texts',
    reason: 'tooLarge',
    make: () =>
      bookOf({
        sheet: sheetOf(cell('a')),
        shared: sharedOf(Array.from({ length: 1_000_000 }, (_, nth) => `<si><t>${nth}</t></si>`).join('')),
      }),
  },
  { what: 'a cell of a megabyte', reason: 'longCell', make: () => bookOf({ sheet: sheetOf(cell(randomText(1024 * 1024))) }) },
  {
    what: 'a shared text of a megabyte that every cell repeats',
    reason: 'longCell',
    make: () =>
      bookOf({ sheet: sheetOf('<row><c t="s"><v>0</v></c></row>'), shared: sharedOf(`<si><t>${randomText(1024 * 1024)}</t></si>`) }),
  },
  { what: 'a cell in the last column', reason: 'tooWide', make: () => bookOf({ sheet: sheetOf('<row><c r="XFD1"><v>1</v></c></row>') }) },
  {
    what: 'a row of 10,000 cells',
    reason: 'tooWide',
    make: () => bookOf({ sheet: sheetOf(`<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`) }),
  },
  { what: 'a row beyond every row', reason: 'damaged', make: () => bookOf({ sheet: sheetOf('<row r="1e300"><c><v>1</v></c></row>') }) },
  {
    what: 'a million rows',
    reason: 'tooManyLines',
    make: () => bookOf({ sheet: sheetOf(Array.from({ length: 300_000 }, (_, nth) => `<row><c><v>${nth}</v></c></row>`).join('')) }),
  },
  {
    what: 'a sheet that leads out of the zip',
    reason: 'damaged',
    make: () => bookOf({ sheet: sheetOf(''), bookLinks: linkTo('../../../../etc/passwd') }),
  },
  { what: 'a zip of something else', reason: 'notBook', make: () => zipOf({ 'a.txt': 'a' }) },
  { what: 'half a book', reason: 'damaged', make: async () => (await bookOf({ sheet: sheetOf(cell('a')) })).subarray(0, 500) },
  {
    what: 'a book with a byte overwritten in the middle of its sheet',
    reason: 'damaged',
    make: async () => {
      const file = await bookOf({ sheet: sheetOf(cell(randomText(3000))) })
      const at = file.indexOf(Buffer.from('xl/worksheets/sheet1.xml')) + 400
      return Buffer.concat([file.subarray(0, at), Buffer.alloc(200, 0xff), file.subarray(at + 200)])
    },
  },
  {
    what: 'an old or locked book',
    reason: 'oldBook',
    make: async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
  },
  { what: 'a web page', reason: 'notBook', make: async () => Buffer.from('<html><script>alert(1)</script></html>') },
  { what: 'a picture', reason: 'notBook', make: async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
  { what: 'nothing', reason: 'empty', make: async () => Buffer.alloc(0) },
  { what: 'text with a NUL', reason: 'notBook', make: async () => Buffer.from('姓名,手机\n王敏\u0000,1\n') },
  {
    what: 'text with a cell of a megabyte',
    reason: 'longCell',
    make: async () => Buffer.from(`姓名,手机\n${'x'.repeat(1024 * 1024)},1\n`),
  },
  {
    what: 'text that opens a quote and never ends it',
    reason: 'longCell',
    make: async () => Buffer.from(`姓名,手机\n"${'x,\n'.repeat(1_000_000)}`),
  },
  { what: 'text of a million lines', reason: 'tooManyLines', make: async () => Buffer.from('王敏,1\n'.repeat(800_000)) },
  { what: 'text of 10,000 columns', reason: 'tooWide', make: async () => Buffer.from(`姓名${',a'.repeat(10_000)}\n`) },
  { what: 'more bytes than are taken', reason: 'tooLarge', make: async () => Buffer.alloc(9 * 1024 * 1024, 'a') },
]

const linkTo = (target: string): string => `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="${target}"/></Relationships>`

/** Text that hardly packs, so that no ratio gives it away. */
function randomText(length: number): string {
  let [seed, text] = [7, '']
  while (text.length < length) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    text += seed.toString(36)
  }
  return text.slice(0, length)
}
