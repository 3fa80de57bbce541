/** The shop, the floor above it with a hole between them, and the sparks that fall through. */
import { write } from '../glyphs.ts'
import { box, chance, colour, line, mix, round } from '../stage.ts'
import { p } from './kit.ts'

export const SLAB = 208
export const DOWN = 452
export const HOLE = 812

export function building(): string {
  const racks = (x: number): string => {
    let all = box(x, 296, 150, 132, '#000', 0, { opacity: 0.05 })
    const fills = ['#C98B6A', '#7389A1', '#9DB5A6', '#D2C2A3', '#B57C67']
    for (let row = 0; row < 3; row += 1) {
      for (let i = 0; i < 6; i += 1)
        all += box(x + 8 + i * 23, 330 + row * 42 - 24 - (i % 3) * 3, 19, 24 + (i % 3) * 3, fills[(i + row) % 5] ?? '#7389A1', 2)
      all += box(x, 330 + row * 42, 150, 6, colour.metalDark)
    }
    return all + box(x, 296, 6, 136, colour.metal) + box(x + 144, 296, 6, 136, colour.metal)
  }
  return (
    box(0, 0, 1280, SLAB, '#EEEAE1') +
    box(0, 236, 1280, 196, colour.wall) +
    box(0, 424, 1280, 8, colour.wallShade) +
    box(0, 432, 1280, 60, colour.floor) +
    racks(40) +
    racks(210) +
    racks(1100) +
    box(HOLE - 26, SLAB, 52, 28, '#857B6C') +
    box(0, SLAB, HOLE - 26, 28, '#B5AB99') +
    box(HOLE + 26, SLAB, 1280, 28, '#B5AB99') +
    box(0, SLAB, HOLE - 26, 5, '#9E9483') +
    box(HOLE + 26, SLAB, 1280, 5, '#9E9483') +
    [200, 560, 1080].map((x) => line([p(x, 236), p(x, 248)], colour.metalDark, 4) + box(x - 36, 248, 72, 8, '#FFF3CF', 3)).join('') +
    write('正在营业', 430, 288, { size: 26, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }) +
    write('Open', 430, 314, { size: 22, weight: 'medium', fill: colour.second, anchor: 'middle' }) +
    box(356, 258, 148, 66, 'none', 5, { stroke: colour.vermilion, 'stroke-width': 3 }) +
    box(1120, 0, 30, SLAB, '#D9D2C4') +
    box(210, 0, 30, SLAB, '#D9D2C4')
  )
}

/** Sparks from the work, some through the hole and down to the cartons. */
export function sparks(t: number, strength: number): string {
  let all = ''
  for (let i = 0; i < 46; i += 1) {
    const through = i % 3 !== 0
    const life = through ? 1.05 : 0.5
    const age = (t / life + chance(i)) % 1
    if (chance(i + 60) > strength) continue
    const side = chance(i * 3 + 2) - 0.5
    const x = through ? HOLE + side * 34 + side * 60 * age * age : HOLE - 6 + side * 170 * age
    const y = through ? mix(186, DOWN - 6, age * age * 0.85 + age * 0.15) : 180 - 40 * age + 66 * age * age
    const tail = through ? 6 + 14 * age : 5
    all += line([p(x, y - tail), p(x, y)], i % 2 ? '#F7B733' : '#EE7A2B', 3, { opacity: round(1 - age * 0.4) })
  }
  return all
}
