/** The estate on the evening of a fire: the block, its windows, the barrier, the engine. */
import { blanket, flames, glow, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { box, colour, disc, fade, group, line, mix, place, shape } from '../stage.ts'
import { p } from './folk.ts'

export const GROUND = 404
export const BLOCK = { left: 30, right: 600 }
export const DOOR = { x: 316, width: 76, height: 104 }
const STOREY = 134
export const BURNING = { x: 486, y: GROUND - STOREY - 96 }
export const WAVING = { x: 136, y: GROUND - STOREY * 2 - 96 }

const glass = (x: number, y: number, fill: string): string =>
  box(x - 44, y - 6, 88, 84, '#FFFFFF', 2) +
  box(x - 38, y, 76, 72, fill) +
  box(x - 2, y, 4, 72, '#FFFFFF') +
  box(x - 50, y + 76, 100, 8, '#C6BDAC', 2)

export const sky = (): string =>
  box(0, 0, 1280, 484, '#E8E7E4') +
  box(700, 120, 150, 260, '#D5D6D3') +
  box(880, 70, 190, 310, '#DBDAD3') +
  box(1110, 140, 190, 240, '#D5D6D3') +
  [0, 1, 2, 3].map((i) => [0, 1, 2].map((j) => box(908 + j * 50, 98 + i * 60, 26, 30, '#F4EFD8', 2)).join('')).join('') +
  box(0, GROUND - 34, 1280, 40, '#B9CDB9') +
  disc(668, 350, 46, '#9FBFA9') +
  disc(714, 362, 36, '#8FB39C') +
  box(0, GROUND, 1280, 90, '#C9C4B6') +
  box(0, GROUND, 1280, 4, '#B7B1A1')

/** The block; `smoke` from 0 to 1 fills the stairs behind the middle windows. */
export function block(t: number, smoke: number): string {
  const { left, right } = BLOCK
  const rows = [0, 1, 2].map((floor) => {
    const y = GROUND - STOREY * floor - 96
    const stair =
      floor === 0
        ? ''
        : glass(316, y, '#C9D5D6') + fade(box(278, y, 76, 72, colour.smoke), Math.min(0.75, smoke * (floor === 2 ? 0.9 : 0.7)))
    return glass(136, y, '#BBD0DA') + stair + (floor === 1 ? '' : glass(486, y, '#BBD0DA'))
  })
  return (
    box(left, -10, right - left, GROUND + 10, '#E2D8C4') +
    [1, 2].map((floor) => box(left, GROUND - STOREY * floor + 14, right - left, 4, '#D0C4AC')).join('') +
    rows.join('') +
    box(DOOR.x - DOOR.width / 2 - 10, GROUND - DOOR.height - 10, DOOR.width + 20, DOOR.height + 10, '#C6BDAC', 2) +
    box(DOOR.x - DOOR.width / 2, GROUND - DOOR.height, DOOR.width, DOOR.height, '#5F6A6C') +
    box(DOOR.x - 70, GROUND - DOOR.height - 24, 140, 14, '#B3A88F', 2) +
    box(206, GROUND - 84, 46, 42, colour.indigo, 4) +
    write('3栋', 229, GROUND - 54, { size: 22, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    box(BURNING.x - 44, BURNING.y - 6, 88, 84, '#FFFFFF', 2) +
    box(BURNING.x - 38, BURNING.y, 76, 72, '#5A4638') +
    glow(BURNING.x, BURNING.y + 40, 80, 1) +
    place(BURNING.x, BURNING.y + 72, flames(t, mix(0.42, 0.62, smoke))) +
    plume(t, {
      x: BURNING.x,
      y: BURNING.y + 16,
      rise: 240,
      spread: 34,
      size: mix(46, 66, smoke),
      drift: 120,
      count: 14,
      seconds: 3.4,
      opacity: 0.5,
    }) +
    box(BURNING.x - 50, BURNING.y + 72, 100, 8, '#C6BDAC', 2) +
    blanket(t, BURNING.x - 38, BURNING.x + 38, BURNING.y - 2, 24, 0.5)
  )
}

/** The barrier of the gate; raised from 0 to 1. */
export const barrier = (x: number, y: number, raised: number): string =>
  group(
    line([p(0, 0), p(-170, 0)], '#FFFFFF', 13) +
      [0, 1, 2].map((i) => line([p(-26 - i * 56, 0), p(-52 - i * 56, 0)], colour.vermilion, 13, { 'stroke-linecap': 'butt' })).join(''),
    { transform: `translate(${x} ${y - 84}) rotate(${mix(0, 78, raised)})` },
  ) +
  box(x - 15, y - 104, 34, 104, '#E2B33C', 4) +
  disc(x + 2, y - 84, 9, '#3A3D42')

/** A fire engine that comes from the right; its front wheel stands at x - 130. */
export function engine(t: number, x: number, y: number): string {
  const wheel = (cx: number): string =>
    disc(cx, -28, 29, '#2A2725') +
    disc(cx, -28, 13, '#B9BEC2') +
    place(cx, -28, line([p(-9, 0), p(9, 0)], '#7C858B', 4), 1, (x / 29) * 57.3)
  const lit = 0.5 + 0.5 * Math.sin(t * 6)
  return group(
    shape('M-60 -30V-176H250V-30z', '#B8352A') +
      shape('M-60 -30V-196H-140C-160 -196 -166 -186 -174 -160L-188 -112Q-196 -108 -196 -98V-30z', '#C4392D') +
      shape('M-90 -178H-134C-146 -178 -150 -172 -155 -158L-166 -120H-90z', colour.glass) +
      box(-196, -82, 446, 14, '#F4EFE6') +
      [0, 1, 2]
        .map((i) => box(-30 + i * 88, -160, 72, 60, '#D9D4CA', 4) + line([p(6 + i * 88, -160), p(6 + i * 88, -100)], '#B7B1A5', 3))
        .join('') +
      box(-46, -194, 290, 8, '#A7AEB3', 3) +
      disc(-104, -208, 30, '#3E78C4', { opacity: 0.1 + lit * 0.25 }) +
      box(-124, -210, 40, 14, '#3E78C4', 5) +
      write('消防', 96, -40, { size: 28, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      box(-200, -62, 14, 18, '#F8E3A2', 3) +
      wheel(-122) +
      wheel(150),
    { transform: `translate(${x} ${y})` },
  )
}
