/** The kitchen behind the shop: an old hose is not for him to mend; a smell of gas has its own order. */
import { type Pose, person, walking } from '../figures.ts'
import { plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { rings, room, verdict } from '../props.ts'
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
  place,
  round,
  type Scene,
  shape,
} from '../stage.ts'
import { handOf, handset, lookHere, looks, p, speaking, worker } from './folk.ts'
import { cylinder, leak, say } from './things.ts'

const FLOOR = 392
const NEAR = 450
const OUT = 1010
const BOTTLE = { x: 470, y: 424 }
const HOLE = { x: 410, y: 318 }

/** A counter with a wok on a burner. */
function stove(t: number, burning: number): string {
  return (
    box(170, 274, 250, 150, '#C9CED1', 3) +
    box(170, 274, 250, 14, '#8B959B') +
    box(186, 306, 104, 112, '#000', 4, { opacity: 0.07 }) +
    box(300, 306, 104, 112, '#000', 4, { opacity: 0.07 }) +
    disc(330, 300, 8, '#3A3D42') +
    box(256, 258, 76, 16, '#3A3D42', 3) +
    (burning > 0.05
      ? [262, 280, 298, 316]
          .map((x, i) => shape(`M${x} 258q-6 -9 4 ${round(-17 - 3 * Math.sin(t * 9 + i))}q10 8 4 17z`, '#5B8FD0', { opacity: burning }))
          .join('')
      : '') +
    shape('M226 226H362Q352 260 294 260Q236 260 226 226z', '#33363A') +
    line([p(360, 228), p(412, 214)], '#6E4A2C', 10) +
    plume(t, { x: 294, y: 222, rise: 120, spread: 40, size: 22, count: 7, opacity: 0.16 * burning }) +
    box(150, 60, 290, 16, '#9AA3A8', 3) +
    shape('M176 76H414L440 130H150z', '#B4BCC0') +
    box(150, 130, 290, 12, '#8B959B', 2)
  )
}

/** The hose from cylinder to burner, wrapped in tape where it is old. */
const hose = (): string =>
  shape(`M${BOTTLE.x} ${BOTTLE.y - 106}C${BOTTLE.x - 4} ${BOTTLE.y - 150} 432 ${HOLE.y - 30} ${HOLE.x} ${HOLE.y}S352 350 340 316`, 'none', {
    stroke: '#D58A4B',
    'stroke-width': 10,
    'stroke-linecap': 'round',
  }) +
  place(
    HOLE.x,
    HOLE.y,
    box(-15, -9, 30, 18, '#3E3C3A', 4) + line([p(-7, -9), p(-11, 9)], '#7A7672', 2.5) + line([p(4, -9), p(0, 9)], '#7A7672', 2.5),
    1,
    -32,
  )

/** A window whose right half swings outward. */
function windowOf(x: number, open: number): string {
  const wide = 76 * (1 - 0.5 * open)
  return (
    box(x - 88, 126, 176, 136, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(x - 78, 136, 156, 116, '#DCE9EE') +
    box(x - 78, 136, 76, 116, colour.glass) +
    shape(
      `M${x - 2 + 80} 136L${round(x + 78 - wide)} ${round(136 - 10 * open)}V${round(252 + 10 * open)}L${x + 78} 252z`,
      colour.glassDark,
      { stroke: '#FFFFFF', 'stroke-width': 6, 'stroke-linejoin': 'round', opacity: 0.92 },
    ) +
    box(x - 5, 130, 8, 128, '#FFFFFF') +
    box(x - 98, 262, 196, 10, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 })
  )
}

const street = (): string =>
  box(OUT, 0, 1280 - OUT, FLOOR, '#DFEAEF') +
  box(1070, 96, 230, FLOOR - 96, '#D8D6CC') +
  [0, 1, 2].map((i) => box(1092 + i * 66, 124, 40, 50, '#BBD0DA', 2) + box(1092 + i * 66, 208, 40, 50, '#BBD0DA', 2)).join('') +
  box(OUT, FLOOR - 40, 1280 - OUT, 40, '#B9CDB9') +
  box(OUT, FLOOR, 1280 - OUT, 92, '#CFCABC') +
  box(OUT - 24, 0, 24, FLOOR + 24, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 })

const chips = [
  { zh: '关阀', en: 'Valve' },
  { zh: '开窗', en: 'Window' },
  { zh: '出去', en: 'Get out' },
  { zh: '打电话', en: 'Phone' },
]

function order(now: number): string {
  return chips
    .map((one, index) => {
      const x = 506 + index * 144
      const on = now === index
      return (
        box(x - 66, 12, 132, 92, on ? colour.indigo : '#FFFFFF', 10, { stroke: on ? colour.indigo : colour.wallShade, 'stroke-width': 2 }) +
        write(one.zh, x, 58, {
          size: 38,
          weight: 'bold',
          fill: on ? '#FFFFFF' : now > index ? colour.ink : colour.quiet,
          anchor: 'middle',
        }) +
        write(one.en, x, 90, { size: 25, weight: 'medium', fill: on ? '#FFFFFF' : colour.second, anchor: 'middle' })
      )
    })
    .join('')
}

export const gas: Scene = (moment: Moment) => {
  const { t } = moment
  const smell = beat(moment, 1)
  const [valve, sash, leave, ring] = [smell + 0.7, smell + 1.5, smell + 2.1, smell + 4.0]

  const mend = hold(t, 1.5, 2.6, 0.3)
  const twist = hold(t, valve - 0.35, valve + 0.75, 0.25)
  const hers = walking(
    t,
    [
      { at: 0, x: 566 },
      { at: leave - 0.3, x: 566 },
      { at: leave + 2.0, x: 1206 },
    ],
    -1,
  )
  const leaving = t > leave - 0.3
  const herPose: Pose = {
    ...hers,
    y: NEAR - 6,
    facing: leaving ? (t > leave + 2 ? -1 : 1) : -1,
    lean: mend * 12 + twist * 16,
    crouch: twist * 14,
  }
  const target = (point: { x: number; y: number }) => p(herPose.x - point.x, point.y - herPose.y)
  const wheel = target({ x: BOTTLE.x + 10, y: BOTTLE.y - 114 })
  const tape = target({ x: HOLE.x + 58, y: HOLE.y - 30 })
  const reach =
    twist > 0.02
      ? p(mix(14, wheel.x + Math.sin(t * 12) * 4, twist), mix(-118, wheel.y, twist))
      : mend > 0.02
        ? p(mix(14, tape.x, mend), mix(-118, tape.y, mend))
        : undefined
  const tool = reach && mend > 0.3 ? handOf(herPose, reach) : undefined
  const cook = person(looks.cook, { ...herPose, ...(reach ? { near: reach } : {}), mouth: 0 })

  const mine = walking(
    t,
    [
      { at: -0.8, x: 1030 },
      { at: 0.9, x: 742 },
      { at: smell + 0.3, x: 742 },
      { at: smell + 0.8, x: 760 },
      { at: leave + 0.1, x: 760 },
      { at: leave + 1.7, x: 1086 },
    ],
    -1,
  )
  const push = hold(t, sash - 0.3, sash + 0.6, 0.25)
  const warn = hold(t, 1.9, smell - 0.2, 0.3)
  const calling = during(t, ring - 0.3, ring)
  const outdoors = t > leave + 1.7
  const myPose: Pose = {
    ...mine,
    y: NEAR + 6,
    facing: t > smell + 0.3 ? 1 : -1,
    mouth: Math.max(speaking(t, 2.3, smell - 0.3), speaking(t, ring + 0.1, moment.length + 1)),
  }
  const pane = during(t, sash, sash + 0.5)
  const grip = p(mix(36, 74, pane), -212)
  const hand =
    calling > 0.05
      ? p(mix(14, 8, calling), mix(-118, -222, calling))
      : push > 0.02
        ? p(mix(14, grip.x, push), mix(-118, grip.y, push))
        : warn > 0.02
          ? p(mix(14, 70, warn), mix(-118, -186 + Math.sin(t * 5) * 5, warn))
          : undefined
  const gone = leave + 1.6
  const now = t < smell ? -1 : t < sash - 0.2 ? 0 : t < leave ? 1 : t < ring - 0.2 ? 2 : 3
  const strength = during(t, smell - 0.1, smell + 0.2) * (1 - 0.85 * during(t, valve, gone + 1))
  const gasCloud =
    strength > 0.02
      ? group(leak(t, HOLE.x, HOLE.y - 6, 40, 130) + (pane > 0.3 ? leak(t + 0.7, 620, 240, 190, 50) : leak(t + 1.1, 430, 290, 120, 90)), {
          opacity: strength,
        })
      : ''
  const spanner = tool
    ? place(
        tool.x,
        tool.y,
        line([p(0, 10), p(0, -22)], '#6C767C', 8) + shape('M-12 -24V-40L-4 -32H4L12 -40V-24L4 -18H-4z', '#6C767C'),
        1,
        -58,
      )
    : ''
  const set =
    room(FLOOR, 1280, '#EFEDE4') +
    windowOf(794, pane) +
    street() +
    stove(t, 1 - during(t, smell - 1.2, smell - 0.8)) +
    hose() +
    cylinder(BOTTLE.x, BOTTLE.y, twist > 0.4 ? clamp((t - valve + 0.2) / 0.8) * 220 : t > valve ? 220 : 0) +
    gasCloud +
    cook +
    spanner +
    fade(lookHere(t, HOLE.x, HOLE.y, 46, 40), hold(t, 0.5, 1.9, 0.2)) +
    fade(lookHere(t, BOTTLE.x, BOTTLE.y - 56, 66, 84), hold(t, 1.0, 2.0, 0.2)) +
    worker({ ...myPose, ...(hand ? { near: hand } : {}) }) +
    (calling > 0.4 ? handset(p(handOf(myPose, p(8, -222)).x - 1, handOf(myPose, p(8, -222)).y - 10), 10) : '') +
    (outdoors && t > ring ? rings(t, 1096, 228, colour.indigo, 22, 62) : '') +
    fade(verdict(452, 172, false, 1.2), hold(t, 1.9, 3.2, 0.2)) +
    fade(say(742, 176, '叫燃气公司来换', 'Let the gas company do it'), hold(t, 2.3, smell - 0.15, 0.15)) +
    fade(order(now), during(t, smell, smell + 0.2))
  return camera(
    t,
    [
      { at: -2, x: 560, y: 252, zoom: 1.12 },
      { at: 0.3, x: 520, y: 262, zoom: 1.26 },
      { at: 1.9, x: 600, y: 250, zoom: 1.1 },
      { at: smell - 0.6, x: 640, y: 242, zoom: 1 },
    ],
    1,
    set,
  )
}
