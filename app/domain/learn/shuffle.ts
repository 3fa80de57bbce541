/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Numbers from 0 to below `limit`, the same each time for a seed (mulberry32). */
function draws(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** The same things in an order that depends on `seed` alone and is never the given one (where there are two or more). */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
  const draw = draws(hash(seed))
  const left = [...things]
  const taken: T[] = []
  while (left.length > 0) taken.push(...left.splice(draw(left.length), 1))
  const unchanged = taken.every((thing, index) => thing === things[index])
  return unchanged ? [...taken.slice(1), ...taken.slice(0, 1)] : taken
}
