import { createInflateRaw } from 'node:zlib'
import { BookRefused, bookLimits } from './book-limits'

type Part = { method: number; packed: number; size: number; header: number }
export type ZipParts = {
  has: (name: string) => boolean
  /** A part's bytes in pieces, as they unpack. */
  bytes: (name: string) => AsyncGenerator<Buffer>
}

const endMark = Buffer.from([0x50, 0x4b, 5, 6])
const directoryMark = 0x02014b50
const headerMark = 0x04034b50

function directoryOf(file: Buffer): Map<string, Part> {
  const end = file.lastIndexOf(endMark)
  if (end < 0 || end + 22 > file.length) throw new BookRefused('damaged')
  const count = file.readUInt16LE(end + 10)
  if (count > bookLimits.parts) throw new BookRefused('tooManySheets')
  const parts = new Map<string, Part>()
  let at = file.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryMark) throw new BookRefused('damaged')
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new BookRefused('oldBook')
    const nameEnd = at + 46 + file.readUInt16LE(at + 28)
    const name = file
      .subarray(at + 46, nameEnd)
      .toString('utf8')
      .replaceAll('\\', '/')
      .replace(/^\//, '')
    if (parts.has(name)) throw new BookRefused('damaged')
    const [method, packed, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)]
    parts.set(name, { method, packed, size, header: file.readUInt32LE(at + 42) })
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

function packedBytes(file: Buffer, { header, packed }: Part): Buffer {
  if (header + 30 > file.length || file.readUInt32LE(header) !== headerMark) throw new BookRefused('damaged')
  const from = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  if (from + packed > file.length) throw new BookRefused('damaged')
  return file.subarray(from, from + packed)
}

/** Unpacks piece by piece and stops at `most` bytes, whatever the directory says of the size. */
async function* unpacked(bytes: Buffer, most: number): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  inflate.end(bytes)
  let size = 0
  try {
    for await (const piece of inflate) {
      size += piece.length
      if (size > most) throw new BookRefused('tooLarge')
      yield piece
    }
  } catch (fault) {
    throw fault instanceof BookRefused ? fault : new BookRefused('damaged')
  } finally {
    inflate.destroy()
  }
}

/** The parts of a zip, unpacked only when asked for and never beyond what all of them together may come to. */
export function zipParts(file: Buffer): ZipParts {
  const parts = directoryOf(file)
  let left: number = bookLimits.unpackedBytes
  return {
    has: (name) => parts.has(name),
    async *bytes(name) {
      const part = parts.get(name)
      if (part === undefined) throw new BookRefused('damaged')
      if (part.size > left) throw new BookRefused('tooLarge')
      const packed = packedBytes(file, part)
      if (part.method !== 0 && part.method !== 8) throw new BookRefused('damaged')
      const most = Math.min(left, packed.length * bookLimits.unpackedTimes + 64 * 1024)
      for await (const piece of part.method === 0 ? [packed] : unpacked(packed, most)) {
        left -= piece.length
        if (left < 0) throw new BookRefused('tooLarge')
        yield piece
      }
    },
  }
}
