/** The office where the fire starts: its way out and what burns. */

import { flames, glow } from '../fire.ts'
import { carton, exitSign } from '../props.ts'
import { box, clamp, colour, place } from '../stage.ts'

export const FLOOR = 384
export const NEAR = 446

/** The way out at the right edge: the wall ends, the corridor begins. */
export const wayOut = (): string =>
  box(1150, 0, 130, FLOOR, '#FAF6EC') +
  box(1150, FLOOR, 130, 100, '#E0D6C4') +
  box(1150, FLOOR - 10, 130, 10, colour.wallShade) +
  box(1128, 0, 24, FLOOR + 26, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  exitSign(1214, 92)

export const burning = (t: number, x: number, size: number): string =>
  glow(x, FLOOR - 60, 120 + size * 70, clamp(size * 1.4)) +
  carton(x - 62, FLOOR + 26, 74, 52, '#C9A473') +
  carton(x + 6, FLOOR + 34, 104, 66, '#B98F5E') +
  place(x + 4, FLOOR - 24, flames(t, size)) +
  box(x - 30, FLOOR - 34, 76, 12, '#6E4A2C', 3, { opacity: clamp(size) * 0.8 })
