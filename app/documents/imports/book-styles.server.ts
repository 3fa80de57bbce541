import { readXml } from './xml-part.server'
import type { ZipParts } from './zip-parts.server'

/** Number formats of every spreadsheet that show a day. */
const dayFormats = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)])

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => from + nth)
}

/** Does a format of the book's own show a day? Words in quotes, colours and conditions do not count. */
export const showsDay = (format: string): boolean => /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/general/gi, ''))

/** The numbers of the cell styles that show a day. */
export async function dayStyles(parts: ZipParts, name: string | null): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  if (name === null || !parts.has(name)) return found
  const own = new Map<number, string>()
  let isInCells = false
  let nth = 0
  await readXml(parts.bytes(name), {
    open(tag, attributes) {
      if (tag === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (tag === 'cellXfs') isInCells = true
      if (tag !== 'xf' || !isInCells) return
      const format = Number(attributes.numFmtId ?? 0)
      const written = own.get(format)
      if (written === undefined ? dayFormats.has(format) : showsDay(written)) found.add(nth)
      nth += 1
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return found
}
