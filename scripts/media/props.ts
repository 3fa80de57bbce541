/** Things: drawn around the point where they stand or hang, in the size of the people. */
import { write } from './glyphs.ts'
import { box, colour, disc, group, line, type Point, round, shape } from './stage.ts'

const p = (x: number, y: number): Point => ({ x, y })

/** Wall, skirting and floor across the picture; `floor` is where they meet. */
export function room(floor: number, width = 1280, wall: string = colour.wall): string {
  return (
    box(0, 0, width, floor, wall) +
    box(0, floor - 96, width, 96, colour.wallLow) +
    box(0, floor - 97, width, 2, colour.wallShade) +
    box(0, floor - 10, width, 10, colour.wallShade) +
    box(0, floor, width, 484 - floor, colour.floor) +
    box(0, floor, width, 5, colour.floorDark, 0, { opacity: 0.6 })
  )
}

/** The green running-man sign with an arrow; turned -1 it points left. */
export function exitSign(x: number, y: number, turned: 1 | -1 = 1): string {
  const man =
    disc(6, -13, 5, '#FFFFFF') +
    line([p(1, -6), p(-6, 5)], '#FFFFFF', 7) +
    line([p(-6, 5), p(3, 10), p(1, 18)], '#FFFFFF', 4.5) +
    line([p(-6, 5), p(-13, 11), p(-21, 11)], '#FFFFFF', 4.5) +
    line([p(1, -5), p(10, -1), p(14, -6)], '#FFFFFF', 3.6) +
    line([p(0, -5), p(-9, -6), p(-13, 1)], '#FFFFFF', 3.6)
  const arrow = line([p(-16, 0), p(16, 0)], '#FFFFFF', 5) + line([p(5, -10), p(16, 0), p(5, 10)], '#FFFFFF', 5)
  return group(
    box(-62, -26, 124, 52, colour.green, 5) +
      group(group(man, { transform: 'translate(-28 0)' }) + group(arrow, { transform: 'translate(28 0)' }), {
        transform: `scale(${turned} 1)`,
      }),
    { transform: `translate(${x} ${y})` },
  )
}

/** A manual call point, 54 square, around 0,0; pressed from 0 to 1. */
export function callPoint(x: number, y: number, pressed = 0): string {
  return group(
    box(-30, -30, 60, 60, '#8E1F17', 6) +
      box(-27, -27, 54, 54, '#C4392D', 5) +
      box(-18, -18, 36, 36, '#FBFAF7', 3) +
      disc(0, 0, 9 - pressed * 2, pressed > 0.5 ? colour.green : colour.ink) +
      line([p(-14, 0), p(-11, 0)], colour.ink, 2.5) +
      line([p(11, 0), p(14, 0)], colour.ink, 2.5),
    { transform: `translate(${x} ${y})` },
  )
}

/** Rings of sound leaving a point. */
export function rings(t: number, x: number, y: number, stroke: string, from: number, to: number): string {
  let all = ''
  for (let i = 0; i < 3; i += 1) {
    const age = (t / 1.5 + i / 3) % 1
    all += disc(x, y, from + (to - from) * age, 'none', { stroke, 'stroke-width': 4, opacity: Math.sin(Math.PI * age) * 0.75 })
  }
  return all
}

/** A sounder with a lamp, over a door. */
export function sounder(t: number, x: number, y: number, on: boolean): string {
  const lit = on ? 0.5 + 0.5 * Math.sin(t * 4) : 0
  return (
    (on ? disc(x, y - 8, 40, colour.vermilion, { opacity: 0.1 + lit * 0.12 }) : '') +
    box(x - 19, y - 4, 38, 22, '#FFFFFF', 4, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    shape(`M${x - 13} ${y - 4}q0 -17 13 -17q13 0 13 17z`, on ? '#D9483C' : '#C4837B')
  )
}

/** A dry-powder extinguisher standing on 0,0, 84 high. `spread` lifts the hose end away. */
export function extinguisher(x: number, y: number, scale = 1, hose?: Point): string {
  const end = hose ?? p(24, -18)
  const pipe = `M6 -76C34 -84 ${round(hose ? end.x - 34 : 36)} ${round(hose ? end.y + 30 : -56)} ${round(end.x)} ${round(end.y)}`
  return group(
    shape(pipe, 'none', { stroke: '#2A2725', 'stroke-width': 5, 'stroke-linecap': 'round' }) +
      box(-17, -66, 34, 66, '#C4392D', 9) +
      box(-17, -14, 34, 14, '#A52C22', 5) +
      box(-17, -46, 34, 20, '#F4EFE6') +
      box(-11, -42, 22, 3, colour.quiet) +
      box(-11, -36, 15, 3, colour.quiet) +
      box(-6, -76, 12, 12, '#2A2725', 2) +
      line([p(-2, -77), p(-20, -82)], '#2A2725', 5) +
      line([p(-2, -72), p(-19, -70)], '#2A2725', 4) +
      disc(9, -70, 5, colour.green, { stroke: '#2A2725', 'stroke-width': 2 }),
    { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
  )
}

/** A carton standing on 0,0. */
export function carton(x: number, y: number, width: number, height: number, fill: string = colour.wood): string {
  return group(
    box(-width / 2, -height, width, height, fill, 2) +
      box(-width / 2, -height, width, Math.min(10, height * 0.18), '#000', 2, { opacity: 0.08 }) +
      box(-9, -height, 18, height * 0.42, '#E4CBA4') +
      line([p(width / 2 - 26, -12), p(width / 2 - 12, -12)], colour.woodDark, 3),
    { transform: `translate(${round(x)} ${round(y)})` },
  )
}

/** Open shelving with files and cartons, standing on 0,0. */
export function shelving(x: number, y: number, width = 230, height = 250): string {
  const files = (top: number, from: number, count: number): string => {
    let all = ''
    const fills = ['#7389A1', '#B9C4CF', '#9DB5A6', '#D2C2A3']
    for (let i = 0; i < count; i += 1) all += box(from + i * 19, top - 46 + (i % 3) * 3, 15, 46 - (i % 3) * 3, fills[i % 4] ?? '#7389A1', 1)
    return all
  }
  const half = width / 2
  return group(
    box(-half, -height, width, height, '#000', 0, { opacity: 0.05 }) +
      files(-168, -half + 16, 6) +
      carton(half - 56, -168, 76, 46, '#D1AE80') +
      carton(-half + 54, -88, 80, 54, '#D1AE80') +
      files(-88, half - 96, 4) +
      box(-half, -168, width, 7, colour.metalDark) +
      box(-half, -88, width, 7, colour.metalDark) +
      box(-half, -height, width, 7, colour.metalDark) +
      box(-half, -height, 8, height, colour.metal) +
      box(half - 8, -height, 8, height, colour.metal),
    { transform: `translate(${x} ${y})` },
  )
}

/** A desk with a screen; the person behind it sits at its right. */
export function desk(x: number, y: number): string {
  return group(
    box(-58, -196, 88, 60, '#33373F', 5) +
      box(-53, -191, 78, 50, '#BCD0DC', 2) +
      box(-45, -182, 40, 5, '#FFFFFF', 2) +
      box(-45, -170, 58, 5, '#FFFFFF', 2, { opacity: 0.7 }) +
      box(-19, -138, 10, 20, '#33373F') +
      box(-36, -121, 44, 5, '#33373F', 2) +
      box(-120, -117, 240, 12, colour.woodDark, 3) +
      box(-108, -105, 10, 105, colour.metalDark) +
      box(98, -105, 10, 105, colour.metalDark) +
      box(-98, -105, 76, 62, colour.wood, 3) +
      line([p(-70, -84), p(-50, -84)], colour.woodDark, 4) +
      line([p(-70, -60), p(-50, -60)], colour.woodDark, 4),
    { transform: `translate(${x} ${y})` },
  )
}

export function chair(x: number, y: number): string {
  return group(
    line([p(-34, -150), p(-30, -66)], '#4A5563', 12) +
      line([p(-28, -58), p(30, -58)], '#4A5563', 13) +
      line([p(0, -54), p(0, -16)], '#33373F', 7) +
      line([p(-28, -8), p(0, -18), p(28, -8)], '#33373F', 6),
    { transform: `translate(${x} ${y})` },
  )
}

/** A window with a cross bar, around its centre. */
export function pane(x: number, y: number, width: number, height: number): string {
  return group(
    box(-width / 2 - 9, -height / 2 - 9, width + 18, height + 18, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
      box(-width / 2, -height / 2, width, height, colour.glass) +
      shape(`M${-width / 2} ${height / 2}L${-width * 0.1} ${-height / 2}H${width * 0.16}L${-width * 0.24} ${height / 2}z`, '#FFFFFF', {
        opacity: 0.35,
      }) +
      box(-4, -height / 2, 8, height, '#FFFFFF') +
      box(-width / 2 - 18, height / 2 + 9, width + 36, 9, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }),
    { transform: `translate(${x} ${y})` },
  )
}

export function plant(x: number, y: number): string {
  const leaf = (turn: number, length: number, fill: string): string =>
    `<path d="M0 0C-13 ${-length * 0.4} -9 ${-length * 0.85} 0 ${-length}C9 ${-length * 0.85} 13 ${-length * 0.4} 0 0z" fill="${fill}" transform="rotate(${turn})"/>`
  return group(
    group(
      leaf(-44, 70, '#5E9277') + leaf(40, 74, '#5E9277') + leaf(-20, 96, '#3F7C60') + leaf(18, 90, '#4C876B') + leaf(0, 104, '#356F54'),
      { transform: 'translate(0 -46)' },
    ) +
      shape('M-27 -50H27L20 0H-20z', '#B9785A') +
      box(-30, -54, 60, 11, '#A56749', 2),
    { transform: `translate(${x} ${y})` },
  )
}

/** A speech bubble whose tail points down to x,y. */
export function bubble(x: number, y: number, zh: string, en: string, size: number, width: number): string {
  const height = size * 2.15
  const top = y - 26 - height
  return (
    shape(`M${x - 16} ${y - 30}L${x} ${y}L${x + 20} ${y - 30}z`, '#FFFFFF', {
      stroke: colour.ink,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
    }) +
    box(x - width / 2, top, width, height, '#FFFFFF', 18, { stroke: colour.ink, 'stroke-width': 3 }) +
    shape(`M${x - 13} ${y - 32}L${x} ${y - 6}L${x + 17} ${y - 32}z`, '#FFFFFF') +
    write(zh, x, top + size * 1.12, { size, weight: 'bold', anchor: 'middle' }) +
    write(en, x, top + size * 1.8, { size: size * 0.52, weight: 'medium', fill: colour.second, anchor: 'middle' })
  )
}

/** Right or wrong, said with a form as well as a colour. */
export function verdict(x: number, y: number, right: boolean, scale = 1): string {
  const fill = right ? colour.green : colour.vermilion
  const marks = right
    ? line([p(-11, 1), p(-3, 10), p(13, -10)], '#FFFFFF', 7)
    : line([p(-9, -9), p(9, 9)], '#FFFFFF', 7) + line([p(9, -9), p(-9, 9)], '#FFFFFF', 7)
  return group(disc(0, 0, 27, '#FFFFFF') + disc(0, 0, 24, fill) + marks, {
    transform: `translate(${round(x)} ${round(y)}) scale(${round(scale)})`,
  })
}

/** A mobile phone, upright, around its centre; `width` wide and twice as high. */
export function phone(x: number, y: number, width: number, screen: string): string {
  return group(
    box(-width / 2, -width, width, width * 2, '#26282C', width * 0.13) +
      box(-width / 2 + 8, -width + 12, width - 16, width * 2 - 24, '#FFFFFF', width * 0.08) +
      screen,
    {
      transform: `translate(${round(x)} ${round(y)})`,
    },
  )
}
