/** The arc and what it throws: sparks that fall, bounce and go dark. */
import { chance, clamp, colour, disc, group, line, mix, type Point, round, shape } from '../stage.ts'

/** The bright point of the arc, glowing evenly. */
export function arc(t: number, x: number, y: number, size: number): string {
  if (size <= 0.02) return ''
  const breath = 1 + 0.06 * Math.sin(t * 5)
  let rays = ''
  for (let i = 0; i < 8; i += 1) {
    const turn = (i * Math.PI) / 4 + 0.2
    const far = (i % 2 === 0 ? 27 : 18) * breath
    rays += line(
      [
        { x: Math.cos(turn) * 7, y: Math.sin(turn) * 7 },
        { x: Math.cos(turn) * far, y: Math.sin(turn) * far },
      ],
      '#FFFFFF',
      2,
    )
  }
  return group(
    disc(0, 0, 54 * breath, '#8DB9F2', { opacity: 0.2 }) +
      disc(0, 0, 34 * breath, '#7FB0F2', { opacity: 0.34 }) +
      disc(0, 0, 19 * breath, '#CFE3FF', { opacity: 0.9 }) +
      rays +
      disc(0, 0, 9, '#FFFFFF'),
    { transform: `translate(${round(x)} ${round(y)}) scale(${round(size)})` },
  )
}

export type Shower = {
  x: number
  y: number
  /** Where they land. */
  floor: number
  /** Speed sideways and upwards at the start, pixels a second. */
  side?: number
  up?: number
  count?: number
  /** Seconds from spark to dark. */
  life?: number
  size?: number
  seed?: number
  /** No spark goes further than these. */
  left?: number
  right?: number
}

const GRAVITY = 620

/** Where a spark is `s` seconds after it left: it falls, bounces once and rolls out. */
function flight(s: number, vx: number, vy: number, drop: number): Point {
  const land = (vy + Math.sqrt(vy * vy + 2 * GRAVITY * drop)) / GRAVITY
  if (s <= land) return { x: vx * s, y: -vy * s + (GRAVITY * s * s) / 2 }
  const back = (GRAVITY * land - vy) * 0.26
  const rest = (2 * back) / GRAVITY
  const after = s - land
  if (after <= rest) return { x: vx * (land + after * 0.7), y: drop - back * after + (GRAVITY * after * after) / 2 }
  return { x: vx * (land + rest * 0.7 + (1 - Math.exp(-(after - rest) * 3)) * 0.12), y: drop }
}

/** Sparks leaving x,y without end; draw them only while there is an arc. */
export function shower(
  t: number,
  { x, y, floor, side = 90, up = 60, count = 26, life = 1.5, size = 3, seed = 1, left = -1e4, right = 1e4 }: Shower,
): string {
  let all = ''
  for (let i = 0; i < count; i += 1) {
    const turn = t / life + i / count
    const age = turn - Math.floor(turn)
    const draw = seed * 31 + i * 7.3 + Math.floor(turn) * 3.1
    const vx = (chance(draw) - 0.5) * 2 * side
    const vy = chance(draw + 0.5) * up
    const now = flight(age * life, vx, vy, floor - y)
    const before = flight(Math.max(0, age * life - 0.035), vx, vy, floor - y)
    const fill = age < 0.3 ? colour.flameCore : age < 0.62 ? colour.flameMid : age < 0.85 ? colour.flame : '#6B5A50'
    const held = (at: number): number => clamp(x + at, left, right)
    all += line(
      [
        { x: held(before.x), y: y + before.y },
        { x: held(now.x), y: y + now.y },
      ],
      fill,
      mix(size, size * 0.6, age),
      { opacity: clamp((1 - age) / 0.15) },
    )
  }
  return all
}

/** A puff that shows a spark going out where it lands. */
export const ember = (x: number, y: number, lit: number): string =>
  shape(`M${x - 7} ${y}q2 -6 7 -6q5 0 7 6z`, lit > 0.5 ? colour.flame : '#6B5A50')
