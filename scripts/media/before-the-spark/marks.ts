/** Words, ticks and pointers laid over the drawings of this film. */
import { write } from '../glyphs.ts'
import { verdict } from '../props.ts'
import { box, colour, disc, fade, group, line, mix, type Point, round, shape } from '../stage.ts'

export const p = (x: number, y: number): Point => ({ x, y })

/** A white plate with a word in both languages, centred on x, its upper edge at y. */
export function plate(x: number, y: number, zh: string, en: string, width: number, stroke: string = colour.indigo): string {
  return (
    box(x - width / 2, y, width, 68, '#FFFFFF', 8, { stroke, 'stroke-width': 3 }) +
    write(zh, x, y + 34, { size: 30, weight: 'bold', fill: stroke, anchor: 'middle' }) +
    write(en, x, y + 59, { size: 22, weight: 'medium', fill: colour.second, anchor: 'middle' })
  )
}

/** A plate with a tick before its words; it grows in. */
export function ticked(x: number, y: number, zh: string, en: string, width: number, shown: number): string {
  const inner = plate(0, 0, zh, en, width, colour.green) + verdict(-width / 2, 4, true, 0.8)
  return fade(group(inner, { transform: `translate(${x} ${round(y + mix(12, 0, shown))})` }), shown)
}

/** The year and place of a real fire, at the upper left. */
export const chip = (year: string, zh: string, en: string): string =>
  box(28, 22, 250, 76, colour.ink, 8) +
  write(`${year} ${zh}`, 48, 62, { size: 36, weight: 'bold', fill: '#FFFFFF' }) +
  write(en, 49, 88, { size: 22, weight: 'medium', fill: '#E4E0D8' })

/** Dots marching along a line from one place to another, with a ring at the end. */
export function trail(t: number, from: Point, to: Point, stroke: string, shown: number): string {
  if (shown <= 0.01) return ''
  const end = p(mix(from.x, to.x, shown), mix(from.y, to.y, shown))
  return (
    line([from, end], stroke, 4, { 'stroke-dasharray': '1 11', 'stroke-dashoffset': -t * 24 }) +
    (shown > 0.95 ? disc(to.x, to.y, 10 + 2 * Math.sin(t * 4), 'none', { stroke, 'stroke-width': 4 }) + disc(to.x, to.y, 4, stroke) : '')
  )
}

/** A clock on a wall; minutes past twelve. */
export function clock(x: number, y: number, radius: number, minutes: number): string {
  const hand = (turn: number, length: number, width: number): string =>
    line([p(0, 0), p(Math.sin(turn) * length, -Math.cos(turn) * length)], colour.ink, width)
  let ticks = ''
  for (let i = 0; i < 12; i += 1) {
    const turn = (i * Math.PI) / 6
    ticks += line(
      [p(Math.sin(turn) * radius * 0.8, -Math.cos(turn) * radius * 0.8), p(Math.sin(turn) * radius * 0.9, -Math.cos(turn) * radius * 0.9)],
      colour.quiet,
      radius * 0.06,
    )
  }
  return group(
    disc(0, 0, radius, '#FFFFFF', { stroke: colour.metalDark, 'stroke-width': radius * 0.12 }) +
      ticks +
      hand(((minutes / 60 + 4) * Math.PI) / 6, radius * 0.48, radius * 0.1) +
      hand((minutes * Math.PI) / 30, radius * 0.72, radius * 0.07) +
      disc(0, 0, radius * 0.08, colour.vermilion),
    { transform: `translate(${x} ${y})` },
  )
}

/** Words said: a box centred on x with its upper edge at y, and a tail to the mouth. */
export function says(x: number, y: number, zh: string, en: string, width: number, mouth: Point): string {
  const beside = mouth.y < y + 82
  const side = mouth.x < x ? -1 : 1
  const foot = round(x + Math.max(-width / 2 + 34, Math.min(width / 2 - 34, mouth.x - x)))
  const tail = (wide: number, up: number): string =>
    beside
      ? `M${x + side * (width / 2 - 3 - up)} ${y + 44 - wide}L${round(mouth.x - side * up)} ${round(mouth.y)}L${x + side * (width / 2 - 3 - up)} ${y + 44 + wide}z`
      : `M${foot - wide} ${y + 80 - up}L${round(mouth.x)} ${round(mouth.y - up)}L${foot + wide} ${y + 80 - up}z`
  return (
    shape(tail(16, 0), '#FFFFFF', { stroke: colour.ink, 'stroke-width': 3, 'stroke-linejoin': 'round' }) +
    box(x - width / 2, y, width, 82, '#FFFFFF', 16, { stroke: colour.ink, 'stroke-width': 3 }) +
    shape(tail(13, 4), '#FFFFFF') +
    write(zh, x, y + 43, { size: 36, weight: 'bold', anchor: 'middle' }) +
    write(en, x, y + 71, { size: 23, weight: 'medium', fill: colour.second, anchor: 'middle' })
  )
}
