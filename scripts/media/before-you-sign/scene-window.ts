/** The windows: what bars did in Xinyu, bars let down, and an opening that works from inside. */
import { people, person, walking } from '../figures.ts'
import { plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { verdict } from '../props.ts'
import {
  beat,
  box,
  camera,
  clamp,
  colour,
  disc,
  during,
  fade,
  group,
  hold,
  line,
  type Moment,
  mix,
  round,
  type Scene,
  shape,
} from '../stage.ts'
import { boss, clipboard, finding, p, tag } from './kit.ts'

/** Bars over an opening w × h around 0,0; a gap is left where the small gate is. */
function grille(w: number, h: number, gate = false): string {
  const bars: string[] = []
  for (let x = -w / 2; x <= w / 2 + 1; x += w / 8) {
    const within = gate && x > -w / 4 - 1 && x < w / 4 + 1
    if (within) bars.push(line([p(x, -h / 2), p(x, -h * 0.3)], '#5B6166', 5))
    else bars.push(line([p(x, -h / 2), p(x, h / 2)], '#5B6166', 5))
  }
  const across = [-h / 2, -h * 0.3, h / 2].map((y) => line([p(-w / 2 - 6, y), p(w / 2 + 6, y)], '#4B5257', 6))
  return bars.join('') + across.join('')
}

/** The gate in the bars, hinged at its left; angle 0 is shut, opening towards the street. */
function gateAt(w: number, h: number, angle: number): string {
  const left = -w / 4
  const width = (w / 2) * Math.cos((angle * Math.PI) / 180)
  const lean = 16 * Math.sin((angle * Math.PI) / 180)
  const top = -h * 0.3
  const bottom = h / 2
  const y = (share: number, end: number, side: 1 | -1): number => end + side * lean * share
  let all = ''
  for (let i = 0; i <= 4; i += 1)
    all += line([p(left + (width * i) / 4, y(i / 4, top, -1)), p(left + (width * i) / 4, y(i / 4, bottom, 1))], '#1B6B4A', 5)
  return (
    all +
    line([p(left, top), p(left + width, y(1, top, -1))], '#1B6B4A', 6) +
    line([p(left, bottom), p(left + width, y(1, bottom, 1))], '#1B6B4A', 6)
  )
}

function opening(x: number, y: number, w: number, h: number, glass: string, inner = ''): string {
  return group(
    box(-w / 2 - 12, -h / 2 - 12, w + 24, h + 24, '#F7F4EC', 2, { stroke: '#C6BDAC', 'stroke-width': 2 }) +
      box(-w / 2, -h / 2, w, h, glass) +
      inner +
      box(-w / 2 - 20, h / 2 + 12, w + 40, 10, '#E6DFD1', 2),
    { transform: `translate(${x} ${y})` },
  )
}

/** Xinyu: bars, a billboard, smoke behind both. */
function xinyu(t: number): string {
  const wave = Math.sin(t * 5)
  const barred = (x: number, cloth: boolean, seed: number): string =>
    opening(
      x,
      186,
      170,
      150,
      '#4A443E',
      box(-85, -75, 170, 60, '#2E2A26', 0, { opacity: 0.6 }) +
        (cloth
          ? line([p(14, 76), p(10 + wave * 10, 10)], people.clay.shirt, 18) +
            disc(10 + wave * 10, 4, 10, people.clay.skin) +
            shape(`M${round(10 + wave * 10)} 2q${round(24 + wave * 16)} -26 ${round(54 + wave * 6)} -10l-6 34q-26 -6 -44 6z`, '#E9C64A')
          : ''),
    ) +
    group(grille(186, 166), { transform: `translate(${x} 186)` }) +
    plume(t, { x, y: 160, rise: 190, spread: 50, size: 54, drift: 70, count: 11, seed, opacity: 0.5 })
  return (
    box(0, 0, 1280, 484, '#B9BFC2') +
    box(60, 40, 1160, 380, '#B7AE9F') +
    box(40, 26, 1200, 18, '#9C9385') +
    box(60, 300, 1160, 12, '#9C9385') +
    box(110, 330, 250, 90, '#6C6A66') +
    box(400, 330, 250, 90, '#75726D') +
    box(700, 330, 460, 90, '#6C6A66') +
    barred(200, false, 2) +
    barred(440, true, 5) +
    box(590, 76, 590, 204, '#8E7F66', 4) +
    box(604, 90, 562, 176, '#C7B48E') +
    write('广告牌', 885, 176, { size: 62, weight: 'bold', fill: '#7B6A4A', anchor: 'middle' }) +
    write('Billboard over the windows', 885, 222, { size: 28, weight: 'medium', fill: '#7B6A4A', anchor: 'middle' }) +
    plume(t, { x: 700, y: 80, rise: 130, spread: 90, size: 50, drift: 60, count: 9, seed: 3, opacity: 0.5 }) +
    plume(t, { x: 1060, y: 80, rise: 130, spread: 90, size: 50, drift: 60, count: 9, seed: 8, opacity: 0.5 }) +
    box(0, 420, 1280, 64, '#8F8C86')
  )
}

function front(): string {
  const shutter = (x: number, w: number): string =>
    box(x, 322, w, 98, '#DCEBF1', 2, { stroke: '#C6BDAC', 'stroke-width': 3 }) +
    shape(`M${x + 20} 420L${x + 70} 322H${x + 100}L${x + 50} 420z`, '#FFFFFF', { opacity: 0.5 })
  const awning = (x: number, w: number): string => {
    let all = ''
    for (let i = 0; i < w / 40; i += 1) all += box(x + i * 40, 296, 40, 30, i % 2 ? '#FFFFFF' : '#C98B6A')
    return all
  }
  return (
    box(0, 0, 1280, 484, '#DDE8EC') +
    box(180, -10, 1100, 430, '#E9DFCB') +
    box(180, 276, 1100, 12, '#C6BDAC') +
    shutter(330, 240) +
    shutter(650, 240) +
    shutter(960, 240) +
    awning(320, 260) +
    awning(640, 260) +
    awning(950, 260) +
    box(0, 420, 1280, 64, '#BDB9AE') +
    box(0, 420, 1280, 5, '#A9A59A')
  )
}

/** A steel tower for the workman; its platform is at `top`. */
function tower(x: number, top: number): string {
  return (
    line([p(x - 52, top), p(x - 52, 434)], '#B98620', 8) +
    line([p(x + 52, top), p(x + 52, 434)], '#B98620', 8) +
    line([p(x - 52, top + 20), p(x + 52, 420)], '#B98620', 5) +
    line([p(x + 52, top + 20), p(x - 52, 420)], '#B98620', 5) +
    line([p(x - 52, top - 84), p(x - 52, top)], '#B98620', 6) +
    line([p(x - 52, top - 84), p(x - 10, top - 84)], '#B98620', 6) +
    box(x - 64, top, 128, 12, '#8A6B4A', 2)
  )
}

function ours(t: number, last: number): string {
  const freed = during(t, 0.9, 1.3)
  const down = during(t, 1.3, 3.1)
  const pushes = during(t, last + 0.5, last + 1.2)
  const angle = 112 * during(t, last + 0.6, last + 1.5)
  const leans = during(t, last + 1.3, last + 2)
  const y = mix(150, 340, down) - freed * 6
  const x = 560 + freed * 8
  const work = hold(t, -1, 1.2, 0.2)
  const turnWrench = Math.sin(t * 9) * 6 * work
  const worker = person(
    { ...people.lead, cut: 'helmet', shirt: '#5B7290' },
    {
      x: 416,
      y: 262,
      scale: 0.78,
      near: p(mix(30, 66, work) + turnWrench * 0.4, mix(-130, -200, work) + turnWrench),
      far: p(mix(34, 70, work), -176),
    },
  )
  const watching = walking(t, [
    { at: -1.2, x: 30 },
    { at: 0.4, x: 236 },
  ])
  const pointing = hold(t, 0.4, 2.6, 0.3) + hold(t, last + 0.2, last + 2.4, 0.3)
  const inside = group(
    person(people.green, {
      x: mix(-30, -6, leans),
      y: 172,
      scale: 0.84,
      lean: leans * 14,
      near: p(mix(26, 52, pushes), mix(-128, -176, pushes) - Math.sin(t * 6) * 10 * leans),
      far: p(30, -110),
      mouth: leans * 0.3,
    }),
    { 'clip-path': 'url(#within)' },
  )
  return (
    front() +
    opening(
      560,
      150,
      190,
      170,
      colour.glass,
      shape('M-95 85L-30 -85H10L-55 85z', '#FFFFFF', { opacity: 0.35 }) + box(-4, -85, 8, 170, '#FFFFFF'),
    ) +
    opening(930, 150, 190, 170, '#8C7C68', box(-95, -85, 190, 170, '#E7C892', 0, { opacity: 0.5 }) + inside) +
    group(grille(206, 186, true) + gateAt(206, 186, angle), { transform: 'translate(930 150)' }) +
    (freed > 0 ? line([p(x - 80, -10), p(x - 80, y - 93)], '#8A6B4A', 4) + line([p(x + 80, -10), p(x + 80, y - 93)], '#8A6B4A', 4) : '') +
    group(grille(206, 186), { transform: `translate(${round(x)} ${round(y)})` }) +
    tower(406, 262) +
    worker +
    (work > 0.1 ? line([p(416 + 52 + turnWrench * 0.3, 262 - 156), p(416 + 74, 262 - 168 + turnWrench)], '#4B5257', 7) : '') +
    person(boss, { ...watching, y: 452, near: p(mix(12, 52, clamp(pointing)), mix(-118, -250, clamp(pointing))), far: p(34, -132) }) +
    clipboard(watching.x + 38, 452 - 136, 10) +
    fade(verdict(560, 150, true, 1.3), during(t, 2.6, 2.9)) +
    fade(tag('从里面打开', 'Opens from inside', 1140, 150, colour.green), during(t, last + 1.5, last + 1.8))
  )
}

export const window: Scene = (moment: Moment) => {
  const { t } = moment
  const [bars, gate] = [beat(moment, 1), beat(moment, 2)]
  const shown = during(t, bars - 0.15, bars + 0.1)
  const then =
    camera(
      t,
      [
        { at: -1, x: 640, y: 242, zoom: 1 },
        { at: 0.6, x: 560, y: 220, zoom: 1.14 },
      ],
      3,
      xinyu(t),
    ) + tag('江西新余 2024', 'Xinyu, Jiangxi', 150, 422)
  const now =
    camera(
      t,
      [
        { at: 0, x: 610, y: 244, zoom: 1.05 },
        { at: gate - bars - 0.5, x: 670, y: 244, zoom: 1.05 },
      ],
      1.6,
      ours(t - bars, gate - bars),
    ) +
    finding(
      ['窗户栏杆', 'Window bars'],
      ['先能打开', 'Opens for now'],
      during(t, bars + 0.5, bars + 0.8),
      during(t, gate + 1.6, gate + 1.9),
    )
  return `<defs><clipPath id="within"><rect x="-95" y="-85" width="190" height="170"/></clipPath></defs>${shown < 1 ? then : ''}${fade(now, shown)}`
}
