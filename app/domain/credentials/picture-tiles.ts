export type Tile = { x: number; y: number; width: number; height: number }

/**
 * Parts of a picture to look for codes in, one after the other: the whole, its right column, then overlapping thirds and quarters. A
 * decoder that finds one code at most then finds each of several.
 */
export function tilesOf(width: number, height: number): Tile[] {
  const part = (x: number, y: number, across: number, down: number): Tile => ({
    x: Math.floor(width * x),
    y: Math.floor(height * y),
    width: Math.max(1, Math.floor(width * across)),
    height: Math.max(1, Math.floor(height * down)),
  })
  const halves = [0, 0.25, 0.5]
  const thirds = [0, 0.3, 0.6]
  return [
    part(0, 0, 1, 1),
    part(0.6, 0, 0.4, 0.55),
    part(0.6, 0.45, 0.4, 0.55),
    part(0, 0, 1, 0.5),
    part(0, 0.5, 1, 0.5),
    ...halves.flatMap((y) => halves.map((x) => part(x, y, 0.5, 0.5))),
    ...thirds.flatMap((y) => thirds.map((x) => part(x, y, 0.4, 0.4))),
  ]
}
