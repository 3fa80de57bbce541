/** The things of a street: doors, bikes, cylinders, cards. */
import { widthOf, write } from '../glyphs.ts'
import { box, clamp, colour, disc, group, line, mix, type Point, place, round, shape } from '../stage.ts'
import { p } from './folk.ts'

/** The red square of luck on a door, around 0,0. */
export const luck = (size: number): string =>
  place(0, 0, box(-size / 2, -size / 2, size, size, '#C4392D', 2), 1, 45) +
  write('福', 0, size * 0.25, { size: size * 0.7, weight: 'bold', fill: '#F6D98A', anchor: 'middle' })

/** The leaf of a door that opens inward on its right hinge: 0 shut, 1 wide open. */
export function leaf(left: number, top: number, width: number, height: number, open: number, lucky = true): string {
  const turn = (open * 84 * Math.PI) / 180
  const right = left + width
  const free = right - width * Math.cos(turn)
  const deep = Math.sin(turn)
  const inner =
    box(-width + 20, 24, width - 40, height * 0.4, '#000', 4, { opacity: 0.1 }) +
    box(-width + 20, height * 0.52, width - 40, height * 0.4, '#000', 4, { opacity: 0.1 }) +
    disc(-width + 17, height * 0.49, 8, '#E4C071') +
    (lucky ? group(luck(64), { transform: `translate(${-width / 2} ${height * 0.24})` }) : '')
  return (
    shape(
      `M${right} ${top}L${round(free)} ${round(top + 14 * deep)}L${round(free)} ${round(top + height - 20 * deep)}L${right} ${top + height}z`,
      '#9A5B3F',
      { stroke: '#6F3F2A', 'stroke-width': 2.5, 'stroke-linejoin': 'round' },
    ) + group(inner, { transform: `translate(${right} ${top}) scale(${round(Math.cos(turn))} 1)` })
  )
}

export const doorFrame = (left: number, top: number, width: number, height: number, number: string): string =>
  box(left - 16, top - 16, 16, height + 16, '#FFFFFF') +
  box(left + width, top - 16, 16, height + 16, '#FFFFFF') +
  box(left - 16, top - 16, width + 32, 16, '#FFFFFF') +
  box(left - 17, top - 17, width + 34, height + 17, 'none', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  (number === '' ? '' : write(number, left + width / 2, top - 30, { size: 34, weight: 'bold', fill: colour.second, anchor: 'middle' }))

/** An e-bike facing right, its wheels on y 0, its middle at x 0, about 230 long. */
export function ebike(x: number, y: number, roll = 0): string {
  const wheel = (cx: number): string =>
    disc(cx, -34, 34, '#2A2725') +
    disc(cx, -34, 20, '#B9BEC2') +
    place(cx, -34, line([p(-17, 0), p(17, 0)], '#7C858B', 4) + line([p(0, -17), p(0, 17)], '#7C858B', 4), 1, roll)
  return group(
    wheel(-80) +
      wheel(84) +
      shape('M-112 -60Q-80 -92 -46 -66L-30 -44H26L44 -104L62 -104L66 -66L44 -24H-50L-62 -46Q-84 -56 -112 -60z', '#C4513C') +
      box(-44, -60, 62, 26, '#3A3D42', 5) +
      line([p(58, -100), p(84, -34)], '#7C858B', 9) +
      line([p(54, -104), p(46, -150), p(66, -158)], '#3A3D42', 8) +
      line([p(48, -152), p(32, -146)], '#3A3D42', 8) +
      disc(66, -112, 12, '#F6E7B0', { stroke: '#9A3B2B', 'stroke-width': 3 }) +
      shape('M-86 -96Q-84 -110 -60 -108L-2 -106Q10 -104 6 -94L-4 -88H-76z', '#33302D') +
      box(-60, -92, 46, 30, '#8F3526', 4) +
      disc(-64, -76, 7, '#1F1D1B'),
    { transform: `translate(${round(x)} ${round(y)})` },
  )
}

/** Where the charging plug goes into that bike. */
export const socketOf = (x: number, y: number): Point => p(x - 64, y - 76)

/** A gas cylinder, 118 high, standing on 0,0; its valve wheel turns. */
export const cylinder = (x: number, y: number, turn = 0): string =>
  place(
    x,
    y,
    box(-32, -92, 64, 90, '#8FA4AE', 15) +
      box(-32, -30, 64, 8, '#000', 0, { opacity: 0.1 }) +
      box(-24, -5, 48, 6, '#5F6E76', 2) +
      shape('M-20 -92V-112H-12V-98H12V-112H20V-92z', '#5F6E76') +
      box(-5, -106, 10, 16, '#B9853A', 2) +
      place(0, -112, box(-17, -5, 34, 10, '#C4392D', 5) + disc(0, 0, 6, '#8E1F17'), 1, turn) +
      write('气', 0, -50, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }),
  )

/** A white card with a dark word on the left and what it says beside it; `lit` turns it indigo. */
export function sayCard(
  x: number,
  y: number,
  width: number,
  word: readonly [string, string],
  says: readonly [string, string],
  lit: number,
): string {
  const fill = lit > 0.5 ? colour.indigo : '#FFFFFF'
  const ink = lit > 0.5 ? '#FFFFFF' : colour.ink
  const soft = lit > 0.5 ? '#DCE7F4' : colour.second
  const label = widthOf(word[0], 26, 'bold')
  return (
    box(x, y, width, 118, fill, 10, { stroke: lit > 0.5 ? colour.indigo : colour.wallShade, 'stroke-width': 2 }) +
    write(word[0], x + 20, y + 34, { size: 26, weight: 'bold', fill: soft }) +
    write(word[1], x + 30 + label, y + 34, { size: 24, weight: 'medium', fill: soft }) +
    write(says[0], x + 20, y + 74, { size: 33, weight: 'bold', fill: ink }) +
    write(says[1], x + 20, y + 104, { size: 24, weight: 'medium', fill: soft })
  )
}

/** A tag that says: this is only imagined. */
export const ifItBurns = (x: number, y: number): string =>
  box(x - 150, y - 38, 300, 56, '#FFF6E3', 28, { stroke: colour.amber, 'stroke-width': 3, 'stroke-dasharray': '10 8' }) +
  write('要是着了', x - 128, y + 1, { size: 32, weight: 'bold', fill: colour.amber }) +
  write('If it burns', x + 14, y, { size: 25, weight: 'medium', fill: colour.amber })

/** A cable hanging between two points. */
export function cable(from: Point, to: Point, sag: number, stroke = '#B8291E', width = 5): string {
  return shape(
    `M${round(from.x)} ${round(from.y)}C${round(mix(from.x, to.x, 0.1))} ${round(mix(from.y, to.y, 0.5) + sag)} ${round(mix(from.x, to.x, 0.6))} ${round(to.y + sag)} ${round(to.x)} ${round(to.y)}`,
    'none',
    { stroke, 'stroke-width': width, 'stroke-linecap': 'round' },
  )
}

/** Gas leaving a hose: broken rings that drift and thin out. */
export function leak(t: number, x: number, y: number, drift: number, rise: number): string {
  let all = ''
  for (let i = 0; i < 8; i += 1) {
    const age = (t / 2.6 + i / 8) % 1
    const r = mix(8, 34, age)
    all += disc(x + drift * age + Math.sin(i * 2.4 + t) * 16 * age, y - rise * age, r, '#D9B23C', {
      opacity: 0.3 * clamp(age / 0.15) * clamp((1 - age) / 0.4),
      stroke: '#8A5A00',
      'stroke-width': 2.5,
      'stroke-dasharray': '6 7',
    })
  }
  return all
}

/** What somebody says; the tail ends at x,y and the balloon may lie `shift` to one side of it. */
export function say(x: number, y: number, zh: string, en: string, shift = 0, scale = 1): string {
  const width = Math.max(widthOf(zh, 38, 'bold'), widthOf(en, 24, 'medium')) + 44
  const edge = { stroke: colour.ink, 'stroke-width': 3, 'stroke-linejoin': 'round' }
  return place(
    x,
    y,
    shape('M-15 -30L0 0L19 -30z', '#FFFFFF', edge) +
      box(shift - width / 2, -114, width, 88, '#FFFFFF', 18, edge) +
      shape('M-12 -32L0 -6L16 -32z', '#FFFFFF') +
      write(zh, shift, -72, { size: 38, weight: 'bold', anchor: 'middle' }) +
      write(en, shift, -40, { size: 24, weight: 'medium', fill: colour.second, anchor: 'middle' }),
    scale,
  )
}
