import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A page as it leaves: its bytes as they are and zipped, and the mark by which a browser asks whether they are still the same. */
export type KeptPage = { plain: Buffer; zipped: Buffer; mark: string }

/** Keeps pages that follow from their key alone; of those asked for least lately nothing is kept. */
export function keepingPages(mostBytes: number): (key: string, make: () => string) => KeptPage {
  const kept = new Map<string, KeptPage>()
  let bytes = 0
  const sizeOf = ({ plain, zipped }: KeptPage) => plain.length + zipped.length
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const plain = Buffer.from(make())
    const mark = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    const page = { plain, zipped: gzipSync(plain, { level: 9 }), mark }
    kept.set(key, page)
    bytes += sizeOf(page)
    for (const [oldest, one] of kept) {
      if (bytes <= mostBytes) break
      kept.delete(oldest)
      bytes -= sizeOf(one)
    }
    return page
  }
}
