/** The lap of footprints round the sheet on the first card, and the small pictures of the last one. */
import { write } from '../glyphs.ts'
import { box, colour, disc, during, fade, group, line, place, round, shape } from '../stage.ts'
import { p } from './kit.ts'

const print = (x: number, y: number, turn: number, fill: string, scale = 1): string =>
  place(x, y, `<ellipse cx="0" cy="-8" rx="9" ry="14" fill="${fill}"/><ellipse cx="0" cy="15" rx="7" ry="7" fill="${fill}"/>`, scale, turn)

/** A ticked sheet on its clipboard, unsigned; footprints go once round it. */
export function lap(t: number, seconds: number): string {
  const COUNT = 26
  let steps = ''
  for (let i = 0; i < COUNT; i += 1) {
    const a = (i / COUNT) * Math.PI * 2 - Math.PI / 2
    const off = i % 2 ? 13 : -13
    const r = { x: 184 + off, y: 232 + off }
    const shown = during(t, 0.3 + (i / COUNT) * (seconds - 1.2), 0.45 + (i / COUNT) * (seconds - 1.2))
    const turn = (Math.atan2(Math.cos(a) * r.y, -Math.sin(a) * r.x) * 180) / Math.PI + 90
    steps += fade(print(Math.cos(a) * r.x, Math.sin(a) * r.y, turn, colour.indigo), shown)
  }
  const rows = [0, 1, 2, 3]
    .map(
      (i) =>
        line([p(-78, -62 + i * 40), p(20, -62 + i * 40)], colour.wallShade, 9) +
        line([p(46, -66 + i * 40), p(54, -57 + i * 40), p(72, -78 + i * 40)], colour.green, 7),
    )
    .join('')
  return (
    group(
      box(-116, -162, 232, 324, '#9C7448', 10) +
        box(-98, -136, 196, 282, '#FFFFFF', 2) +
        box(-42, -178, 84, 36, colour.metalDark, 6) +
        write('一切正常', 0, -96, { size: 30, weight: 'bold', anchor: 'middle' }) +
        rows +
        write('签字', -80, 126, { size: 24, weight: 'medium', fill: colour.second }) +
        line([p(-22, 128), p(80, 128)], colour.ink, 3),
      { transform: 'scale(0.88)' },
    ) + steps
  )
}

/** Footprints, a door that opens at a push, a sheet filled in: one beside each thing to remember. */
export function closingPictures(t: number): readonly string[] {
  const walk = [p(-48, 26), p(-22, -4), p(6, 22), p(32, -10)]
    .map((at, i) => fade(print(at.x, at.y, 74, colour.indigo, 1), during(t, 0.3 + i * 0.3, 0.5 + i * 0.3)))
    .join('')
  const swing = during(t, 2.8, 3.5)
  const free = round(34 - 44 * swing)
  const door =
    box(-38, -52, 76, 104, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(-32, -46, 64, 98, '#DCEBF1') +
    shape(`M-32 -46L${free} ${round(-46 + 8 * swing)}V${round(52 - 10 * swing)}L-32 52z`, '#8FA3A0', {
      stroke: '#6C807D',
      'stroke-width': 2,
    }) +
    line([p(-24, 8), p(free - 8, 8)], '#FFFFFF', 7)
  const row = (y: number, at: number): string =>
    line([p(-26, y), p(6, y)], colour.quiet, 5) + fade(disc(24, y, 9, colour.green), during(t, at, at + 0.25))
  const sheet =
    box(-42, -54, 84, 108, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    row(-32, 5.4) +
    row(-8, 5.8) +
    row(16, 6.2) +
    line([p(-26, 40), p(30, 40)], colour.indigo, 4)
  return [walk, group(door), sheet]
}
