import { crc32, inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'

/** The files of a zip from the directory at its end; names are UTF-8 and sums are right. */
export function filesIn(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [flags, method, sum, size] = [
      zip.readUInt16LE(at + 8),
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
    ]
    const [nameLength, extra, comment, from] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    expect(flags & 0x800, 'names are UTF-8').toBe(0x800)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
    const packed = zip.subarray(start, start + size)
    const bytes = method === 8 ? inflateRawSync(packed) : packed
    expect(crc32 === undefined || crc32(bytes) === sum).toBe(true)
    files.set(name, bytes)
    at += 46 + nameLength + extra + comment
  }
  return files
}
