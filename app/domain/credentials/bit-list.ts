import { Reader, Writer } from './statement-bytes'

/** Raw bits, or the gaps between those that are rarer, each as a count of full steps (in ones) and a remainder of `k` bits. */
const raw = 255
const mostRemainder = 15

class BitWriter {
  readonly bytes: number[] = []
  #bits = 0

  put(value: number, count: number): void {
    for (let nth = count - 1; nth >= 0; nth -= 1) {
      if (this.#bits % 8 === 0) this.bytes.push(0)
      const last = this.bytes.length - 1
      this.bytes[last] = (this.bytes[last] ?? 0) | (((value >> nth) & 1) << (7 - (this.#bits % 8)))
      this.#bits += 1
    }
  }
}

const bitAt = (bytes: Uint8Array, at: number): number => ((bytes[at >> 3] ?? 0) >> (7 - (at % 8))) & 1

const gapsOf = (bits: readonly boolean[], marked: boolean): number[] => {
  let before = -1
  return bits.flatMap((bit, at) => {
    if (bit !== marked) return []
    const gap = at - before - 1
    before = at
    return [gap]
  })
}

const sizeOf = (gaps: readonly number[], k: number): number => gaps.reduce((total, gap) => total + (gap >> k) + 1 + k, 0)

/** Bits in as few bytes as these two ways allow; never more than an eighth of their count and a little. */
export function packBits(bits: readonly boolean[]): Uint8Array {
  const set = bits.filter(Boolean).length
  const marked = set * 2 <= bits.length
  const gaps = gapsOf(bits, marked)
  const sizes = Array.from({ length: mostRemainder + 1 }, (_, k) => sizeOf(gaps, k))
  const best = sizes.indexOf(Math.min(...sizes))
  const writer = new BitWriter()
  const isRaw = (sizes[best] ?? 0) >= bits.length
  if (isRaw) for (const bit of bits) writer.put(bit ? 1 : 0, 1)
  else
    for (const gap of gaps) {
      for (let step = gap >> best; step > 0; step -= 1) writer.put(1, 1)
      writer.put(gap & ((1 << best) - 1), best + 1)
    }
  const head = new Writer().fixed(isRaw ? raw : best * 2 + (marked ? 1 : 0), 1).varying(isRaw ? 0 : gaps.length)
  return Uint8Array.from([...head.all(), ...writer.bytes])
}

/** Reads so many bits back; null where the bytes cannot be that. */
export function unpackBits(bytes: Uint8Array, count: number): boolean[] | null {
  const reader = new Reader(bytes)
  const way = reader.fixed(1)
  const gaps = reader.varying()
  const packed = bytes.slice(reader.at)
  if (reader.ended || gaps > count) return null
  if (way === raw) return packed.length === Math.ceil(count / 8) ? Array.from({ length: count }, (_, at) => bitAt(packed, at) === 1) : null
  const k = way >> 1
  const marked = way % 2 === 1
  const bits = new Array<boolean>(count).fill(!marked)
  let at = 0
  let place = -1
  for (let nth = 0; nth < gaps; nth += 1) {
    let gap = 0
    for (; bitAt(packed, at) === 1; at += 1) gap += 1 << k
    at += 1
    for (let left = k; left > 0; left -= 1, at += 1) gap += bitAt(packed, at) << (left - 1)
    place += gap + 1
    if (place >= count || at > packed.length * 8) return null
    bits[place] = marked
  }
  return bits
}
