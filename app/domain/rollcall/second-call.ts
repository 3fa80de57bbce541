/** Four numbers of 32 bits from a text: FNV-1a, once for each with another beginning, mixed as MurmurHash3 ends. */
function stateFrom(seed: string): [number, number, number, number] {
  const part = (nth: number): number => {
    let hash = 0x811c9dc5 ^ Math.imul(nth + 1, 0x9e3779b1)
    for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) >>> 0
  }
  return [part(0), part(1), part(2), part(3)]
}

/** Numbers of 32 bits in an order that only the seed decides (sfc32). */
function numbersFrom(seed: string): () => number {
  let [a, b, c, count] = stateFrom(seed)
  const next = (): number => {
    const drawn = (a + b + count) >>> 0
    count = (count + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + drawn) >>> 0
    return drawn
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

/** One of 0 … size − 1, each as likely: what would favour the first ones is drawn again. */
function below(size: number, next: () => number): number {
  const fair = Math.floor(2 ** 32 / size) * size
  let drawn = next()
  while (drawn >= fair) drawn = next()
  return drawn % size
}

/**
 * Whom a second call names: a live video of a code passes for the code itself, a person who is called and does not answer is not there.
 * Everybody is as likely; the same seed and people give the same names, in whatever order they come. Whoever calls takes a new random
 * seed each time, so that nobody knows the names before. At most ten, as many as one call may name.
 */
export function drawSecondCall(seed: string, ids: readonly string[], howMany: number): string[] {
  const left = [...new Set(ids)].sort()
  const next = numbersFrom(seed)
  const drawn: string[] = []
  while (drawn.length < Math.min(howMany, 10) && left.length > 0) {
    const at = below(left.length, next)
    const last = left.pop()
    const found = left[at] ?? last
    if (found === undefined || last === undefined) break
    if (at < left.length) left[at] = last
    drawn.push(found)
  }
  return drawn
}
