/** Three ways to get it wrong, each in its own square. */
import { people, person, seated } from '../figures.ts'
import { blanket, flames, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { chair, verdict } from '../props.ts'
import {
  beat,
  box,
  clamp,
  colour,
  disc,
  during,
  fade,
  group,
  line,
  type Moment,
  mix,
  place,
  round,
  type Scene,
  shape,
  WIDTH,
} from '../stage.ts'
import { keySwitch, led } from './panel.ts'
import { goer, keeper } from './people.ts'

const WIDE = 396
const HIGH = 344
const GROUND = 300

const night = (): string => box(0, 0, WIDE, HIGH, '#5A6A80') + box(0, GROUND, WIDE, HIGH - GROUND, '#465264')

/** Asleep beside a panel whose mute key is wedged; the lines and the minutes add up. */
function asleep(t: number): string {
  const lines = ['602 烟感', '隔壁 烟感', '走廊 烟感', '水流开关']
  const minutes = Math.round(57 * clamp((t - 0.5) / 2.4))
  const rows = lines.map((words, index) =>
    fade(
      write(words, 214, 60 + index * 32, { size: 25, weight: 'bold', fill: '#FFB3A6' }),
      during(t, 0.3 + index * 0.65, 0.5 + index * 0.65),
    ),
  )
  const breath = Math.sin(t * 1.8)
  const z = [0, 1, 2].map((index) => {
    const age = (t / 2.4 + index / 3) % 1
    return fade(
      write('z', 136 + age * 26, 176 - age * 92, { size: 24 + age * 14, weight: 'bold', fill: '#FFFFFF' }),
      Math.sin(Math.PI * age) * 0.9,
    )
  })
  return (
    night() +
    box(188, 18, 192, 236, '#8F989E', 6) +
    box(194, 24, 180, 224, '#EFEAE1', 4) +
    box(200, 30, 168, 138, '#232A33', 4) +
    rows.join('') +
    led(222, 208, 0.8 + 0.2 * Math.sin(t * 5), '#E2402F', 13) +
    box(254, 186, 100, 44, '#FFFFFF', 6, { stroke: '#4A4F55', 'stroke-width': 2 }) +
    write('消音', 304, 217, { size: 26, weight: 'medium', anchor: 'middle' }) +
    shape('M262 226L286 222L300 252L276 258z', '#FFF6D6', { stroke: '#B5A36C', 'stroke-width': 2 }) +
    place(
      0,
      0,
      place(58, 316, chair(0, 0), 0.92) +
        person(goer, { x: 62, y: 316, ...seated, lean: 44 + breath, near: { x: 92, y: -128 }, far: { x: 98, y: -127 }, scale: 0.92 }) +
        box(84, 206, 120, 11, '#8A6A45', 3) +
        box(186, 217, 10, 100, '#6B5236') +
        box(92, 217, 10, 100, '#6B5236'),
    ) +
    z.join('') +
    box(226, 268, 156, 62, '#FFFFFF', 10) +
    write(`${minutes}`, 284, 314, { size: 46, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }) +
    write('分钟', 318, 311, { size: 26, weight: 'bold' })
  )
}

/** A cinema nobody has told: the switch on manual, the sounder silent, smoke from behind. */
function unwarned(t: number): string {
  const flicker = 0.5 + 0.5 * Math.sin(t * 2.3)
  let crowd = ''
  const looks = [people.clay, people.green, people.ochre, people.slate]
  for (let i = 0; i < 4; i += 1) {
    const x = 66 + i * 60
    crowd +=
      box(x - 22, 226, 12, 70, '#7A2F38', 5) +
      person(looks[i] ?? people.clay, {
        x: x - 4,
        y: 318,
        ...seated,
        scale: 0.6,
        lean: -4,
        near: { x: 32, y: -112 },
        far: { x: 30, y: -112 },
      }) +
      box(x - 20, 280, 44, 14, '#8E3A44', 5)
  }
  return (
    box(0, 0, WIDE, HIGH, '#2B2F3C') +
    box(0, GROUND, WIDE, HIGH - GROUND, '#20232E') +
    shape('M300 96L40 300H300z', '#FFFFFF', { opacity: round(0.05 + flicker * 0.04) }) +
    shape('M318 100L384 76V276L318 258z', '#E9EEF2') +
    shape('M326 130L376 112V192L326 204z', mixed(flicker)) +
    crowd +
    plume(t, { x: 10, y: 300, rise: 230, spread: 60, size: 52, count: 12, drift: 70, opacity: 0.5 }) +
    blanket(t, -20, mix(80, 420, clamp(t / 3.6)), -6, mix(60, 118, clamp(t / 4)), 0.62) +
    box(14, 14, 158, 92, '#EFEAE1', 8, { stroke: '#4A4F55', 'stroke-width': 2 }) +
    keySwitch(58, 64, 0, 1.05) +
    write('手动', 94, 73, { size: 32, weight: 'bold', fill: colour.vermilion }) +
    box(196, 14, 92, 92, '#EFEAE1', 8, { stroke: '#4A4F55', 'stroke-width': 2 }) +
    shape('M216 76q0 -36 26 -36q26 0 26 36z', '#A79E92') +
    box(208, 76, 68, 14, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    line(
      [
        { x: 208, y: 92 },
        { x: 276, y: 28 },
      ],
      colour.vermilion,
      8,
    )
  )
}

const mixed = (share: number): string => (share > 0.5 ? '#6F9CC4' : '#7BA8A0')

/** The call to the boss, while the fire grows and the engine stands in its bay. */
function asking(t: number): string {
  const grown = clamp(t / 4)
  let windows = ''
  for (let row = 0; row < 4; row += 1)
    for (let column = 0; column < 3; column += 1) windows += box(240 + column * 44, 34 + row * 31, 28, 18, '#26344A', 2)
  const engine =
    box(-48, -98, 96, 82, '#C4392D', 8) +
    box(-38, -90, 76, 34, colour.glass, 4) +
    box(-48, -40, 96, 10, '#F4EFE6') +
    disc(-34, -24, 7, '#B9B09B') +
    disc(34, -24, 7, '#B9B09B') +
    box(-20, -110, 40, 12, '#5E7391', 5) +
    box(-44, -18, 20, 18, '#1D1B19', 4) +
    box(24, -18, 20, 18, '#1D1B19', 4)
  return (
    night() +
    box(224, 16, 152, 146, '#3A4A61') +
    windows +
    disc(298, 92, 54 + grown * 30, '#F0A04B', { opacity: 0.16 + grown * 0.14 }) +
    place(298, 118, flames(t, mix(0.22, 1.02, grown))) +
    plume(t, { x: 298, y: 60, rise: 80, spread: 30, size: mix(16, 32, grown), count: 9, opacity: 0.4 }) +
    box(204, 176, 182, 138, '#7D8794', 3) +
    box(204, 168, 182, 14, '#68717D', 2) +
    box(222, 192, 146, 122, '#20262F') +
    place(295, 314, engine) +
    person(keeper, { x: 84, y: 322, scale: 0.84, near: { x: 1, y: -219 }, mouth: 0.35 + 0.3 * Math.sin(t * 8) }) +
    group(box(-6, -22, 12, 40, '#26282C', 4), { transform: 'translate(86 126) rotate(12) scale(0.9)' }) +
    box(14, 20, 190, 62, '#FFFFFF', 12, { stroke: colour.ink, 'stroke-width': 3 }) +
    write('老板，怎么办？', 109, 60, { size: 25, weight: 'bold', anchor: 'middle' }) +
    shape('M104 79L98 98L124 79z', '#FFFFFF', { stroke: colour.ink, 'stroke-width': 3 }) +
    box(103, 75, 22, 6, '#FFFFFF')
  )
}

type Square = { draw: (t: number) => string; zh: string; en: string; right?: true }
const squares: readonly Square[] = [
  { draw: asleep, zh: '2024 北京昌平', en: 'Changping, Beijing' },
  { draw: unwarned, zh: '2015 广东惠东', en: 'Huidong, Guangdong' },
  { draw: asking, zh: '先119，再报告', en: '119 first, then report', right: true },
]

export const wrong: Scene = (moment: Moment) => {
  const { t } = moment
  const all = squares.map(({ draw, zh, en, right }, index) => {
    const start = beat(moment, index)
    const next = beat(moment, index + 1)
    const x = 22 + index * 420
    const shown = during(t, start - 0.2, start + 0.1)
    const crossed = during(t, start + 2.9, start + 3.1)
    const empty = box(x, 14, WIDE, HIGH, 'none', 12, { stroke: colour.wallShade, 'stroke-width': 2, 'stroke-dasharray': '7 8' })
    if (shown < 0.02) return empty
    const now = t < next - 0.1
    const picture =
      `<clipPath id="square${index}"><rect width="${WIDE}" height="${HIGH}" rx="12"/></clipPath>` +
      group(
        group(draw(t - start), { 'clip-path': `url(#square${index})` }) +
          box(0, 0, WIDE, HIGH, 'none', 12, { stroke: now ? colour.vermilion : colour.wallShade, 'stroke-width': now ? 5 : 3 }),
        { transform: `translate(${x} 14)` },
      ) +
      write(zh, x + WIDE / 2 + (right ? 26 : 0), 408, {
        size: 36,
        weight: 'bold',
        fill: right ? colour.green : colour.ink,
        anchor: 'middle',
      }) +
      (right ? verdict(x + 58, 396, true, 0.86) : '') +
      write(en, x + WIDE / 2, 444, { size: 26, weight: 'medium', fill: colour.second, anchor: 'middle' })
    return fade(picture, shown) + fade(verdict(x + WIDE - 24, 40, false, round(mix(0.8, 1.15, crossed))), crossed)
  })
  return box(0, 0, WIDTH, 484, colour.paper) + all.join('')
}
