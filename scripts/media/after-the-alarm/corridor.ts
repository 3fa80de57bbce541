/** The corridor of floor 5: the stair door on the left, the store room on the right. */
import { plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { room } from '../props.ts'
import { box, colour, disc, fade, line, shape } from '../stage.ts'
import { FLOOR, fireWindow } from './room.ts'

export const STAIR = { left: 84, right: 214 }
export const STORE = { left: 742, right: 886 }
const TOP = 116

/** A smoke detector on the ceiling; its lamp is red once it has reported. */
export const detector = (x: number, lit: number): string =>
  box(x - 30, 0, 60, 10, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  shape(`M${x - 22} 10H${x + 22}L${x + 14} 24H${x - 14}z`, '#FFFFFF', { stroke: colour.wallShade, 'stroke-width': 2 }) +
  fade(disc(x, 26, 15, '#E2402F', { opacity: 0.3 }), lit) +
  disc(x, 25, 5, lit > 0.5 ? '#E2402F' : '#C9BFB2')

/** `lit` is the fire seen in the small window of the store-room door, `open` the stair door. */
export function corridor(t: number, { lit, open, alarm }: { lit: number; open: number; alarm: number }): string {
  const leaf = STAIR.left + (STAIR.right - STAIR.left) * (1 - open * 0.78)
  return (
    room(FLOOR, 1600, '#E9E6DE') +
    box(STAIR.left - 12, TOP - 12, STAIR.right - STAIR.left + 24, FLOOR - TOP + 12, '#FFFFFF', 0, {
      stroke: colour.wallShade,
      'stroke-width': 2,
    }) +
    box(STAIR.left, TOP, STAIR.right - STAIR.left, FLOOR - TOP, '#4A5563') +
    shape(`M${STAIR.left} ${FLOOR}V320H${STAIR.left + 34}V344H${STAIR.left + 68}V368H${STAIR.left + 102}V${FLOOR}z`, '#6F7A86') +
    shape(`M${STAIR.left} ${TOP}L${leaf} ${TOP + open * 14}V${FLOOR + open * 22}L${STAIR.left} ${FLOOR}z`, '#8FA3A0', {
      stroke: '#6C807D',
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
    }) +
    write('楼梯 5F', (STAIR.left + STAIR.right) / 2, 82, { size: 34, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    box(STORE.left - 14, TOP - 14, STORE.right - STORE.left + 28, FLOOR - TOP + 14, '#FFFFFF', 0, {
      stroke: colour.wallShade,
      'stroke-width': 2,
    }) +
    box(STORE.left, TOP, STORE.right - STORE.left, FLOOR - TOP, '#8FA3A0', 0, { stroke: '#6C807D', 'stroke-width': 2.5 }) +
    fireWindow((STORE.left + STORE.right) / 2 + 6, 190, t, lit) +
    line(
      [
        { x: STORE.right - 20, y: 264 },
        { x: STORE.right - 20, y: 282 },
      ],
      '#3E4A49',
      8,
    ) +
    box(STORE.right + 26, 184, 108, 58, colour.indigo, 5) +
    write('库房', STORE.right + 80, 212, { size: 28, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    write('Store', STORE.right + 80, 235, { size: 22, weight: 'medium', fill: '#E3EBF5', anchor: 'middle' }) +
    detector(600, alarm) +
    plume(t, { x: STORE.left + 6, y: TOP + 4, rise: 110, spread: 26, size: 30, count: 8, drift: -30, opacity: 0.34 }) +
    plume(t, { x: STORE.right - 6, y: TOP + 2, rise: 110, spread: 26, size: 28, count: 8, drift: 40, seed: 4, opacity: 0.34 }) +
    plume(t, {
      x: (STORE.left + STORE.right) / 2,
      y: FLOOR + 4,
      rise: 26,
      spread: 74,
      size: 13,
      count: 12,
      seed: 7,
      seconds: 3.4,
      opacity: 0.3,
    })
  )
}
