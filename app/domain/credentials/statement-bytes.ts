const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding. */
export function toText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const count = Math.min(bytes.length - at, 3) + 1
    for (let nth = 0; nth < count; nth += 1) text += letters.charAt((three >> (18 - 6 * nth)) & 63)
  }
  return text
}

/** Is every character one that base64url is written with? */
export const isText = (text: string): boolean => /^[A-Za-z0-9_-]+$/.test(text)

/** The bytes of a text as `toText` writes it; null for any other spelling, so that one statement has one text. */
export function fromText(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const value = letters.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (held >> bits) & 255
      at += 1
    }
  }
  return toText(bytes) === text ? bytes : null
}

/** What ids and numbers are written with, in lower case: three characters fit two bytes. The first stands for none. */
const narrow = ' abcdefghijklmnopqrstuvwxyz0123456789-'

/** Writes the fields of a statement one after the other. */
export class Writer {
  readonly #bytes: number[] = []

  get length(): number {
    return this.#bytes.length
  }

  bytes(bytes: Iterable<number>): this {
    this.#bytes.push(...bytes)
    return this
  }

  /** A whole number in so many bytes, the highest first. */
  fixed(value: number, size: number): this {
    for (let nth = size - 1; nth >= 0; nth -= 1) this.#bytes.push(Math.floor(value / 256 ** nth) % 256)
    return this
  }

  /** A whole number, seven bits a byte, the lowest first. */
  varying(value: number): this {
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      this.#bytes.push(rest < 128 ? rest : (rest % 128) + 128)
      if (rest < 128) return this
    }
  }

  text(text: string): this {
    const bytes = new TextEncoder().encode(text)
    return this.varying(bytes.length).bytes(bytes)
  }

  /** An id or a number; case is not kept. Refuses what is neither letter, digit nor dash. */
  narrow(text: string): this {
    const values = [...text.toLowerCase()].map((letter) => narrow.indexOf(letter))
    if (values.some((value) => value < 1)) throw new RangeError(`not an id: ${text}`)
    this.varying(values.length)
    for (let at = 0; at < values.length; at += 3)
      this.fixed((values[at] ?? 0) * 1600 + (values[at + 1] ?? 0) * 40 + (values[at + 2] ?? 0), 2)
    return this
  }

  all(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads them back; `ended` once there was less than what was asked for. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  ended = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get at(): number {
    return this.#at
  }

  bytes(size: number): Uint8Array {
    const found = this.#bytes.slice(this.#at, this.#at + size)
    if (found.length < size) this.ended = true
    this.#at += found.length
    return found
  }

  fixed(size: number): number {
    return this.bytes(size).reduce((total, byte) => total * 256 + byte, 0)
  }

  varying(): number {
    let value = 0
    for (let nth = 0; nth < 5; nth += 1) {
      const byte = this.fixed(1)
      value += (byte % 128) * 128 ** nth
      if (byte < 128) break
    }
    return value
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.varying()))
  }

  narrow(): string {
    const length = this.varying()
    if (length > 255) this.ended = true
    if (this.ended) return ''
    let text = ''
    for (let at = 0; at < length; at += 3) {
      const value = this.fixed(2)
      text += narrow.charAt(Math.floor(value / 1600)) + narrow.charAt(Math.floor(value / 40) % 40) + narrow.charAt(value % 40)
    }
    return text.trimEnd()
  }
}
