/** The back exit: chained against theft, the day it would matter, opened, and a lock that opens at one push. */
import { type Look, people, person, walking } from '../figures.ts'
import { blanket, flames, glow, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { bubble, carton, exitSign, rings, room, shelving, sounder, verdict } from '../props.ts'
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
  type Moment,
  mix,
  place,
  round,
  type Scene,
  shape,
} from '../stage.ts'
import { boss, chain, finding, keeper, p, padlock, tag } from './kit.ts'

const FLOOR = 392
const NEAR = 440
const LEFT = 750
const LEAF = 130
const MIDDLE = LEFT + LEAF
const TOP = 118

/** One leaf; angle 0 shut, opening away from us. */
function leaf(side: 1 | -1, angle: number, bar: number): string {
  const hinge = side === 1 ? LEFT : MIDDLE + LEAF
  const turn = (angle * Math.PI) / 180
  const free = hinge + side * LEAF * Math.cos(turn)
  const away = Math.sin(turn)
  const at = (share: number): number => mix(hinge, free, share)
  const y = (share: number, down: number): number => mix(TOP + 18 * away * share, FLOOR - 26 * away * share, down)
  const quad = (a: number, b: number, high: number, low: number): string =>
    `M${round(at(a))} ${round(y(a, high))}L${round(at(b))} ${round(y(b, high))}L${round(at(b))} ${round(y(b, low))}L${round(at(a))} ${round(y(a, low))}z`
  return (
    shape(quad(0, 1, 0, 1), '#8FA3A0', { stroke: '#6C807D', 'stroke-width': 2.5 }) +
    shape(quad(0.14, 0.86, 0.07, 0.36), '#A7B8B5') +
    (bar < 0.99 ? fade(shape(quad(0.84, 0.92, 0.45, 0.62), '#4F5D5C'), 1 - bar) : '') +
    fade(shape(quad(0.1, 0.96, 0.57, 0.635), '#D9DEDF', { stroke: '#4F5D5C', 'stroke-width': 2.5 }), bar)
  )
}

/** The two leaves in their frame, daylight behind. */
function exitDoor(angle: number, bar: number, rattle: number): string {
  const outside =
    box(LEFT, TOP, LEAF * 2, FLOOR - TOP, '#DCEBF1') +
    disc(LEFT + 210, 268, 46, '#8FB39C') +
    disc(LEFT + 160, 286, 34, '#9FBFA9') +
    box(LEFT, 300, LEAF * 2, 30, '#B9CDB9') +
    box(LEFT, 326, LEAF * 2, 80, '#D8D3C5')
  return (
    outside +
    group(leaf(1, angle, bar) + leaf(-1, angle, bar), { transform: `translate(${round(rattle)} 0)` }) +
    box(LEFT - 16, TOP - 16, 16, FLOOR - TOP + 16, '#FFFFFF') +
    box(MIDDLE + LEAF, TOP - 16, 16, FLOOR - TOP + 16, '#FFFFFF') +
    box(LEFT - 16, TOP - 16, LEAF * 2 + 32, 16, '#FFFFFF') +
    box(LEFT - 17, TOP - 17, LEAF * 2 + 34, FLOOR - TOP + 17, 'none', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    exitSign(MIDDLE, 66)
  )
}

const wound = (rattle: number): string =>
  group(
    chain([p(862, 246), p(898, 258), p(862, 272), p(898, 284)]) + chain([p(862, 284), p(880, 296), p(898, 284)]) + padlock(MIDDLE, 304, 0),
    { transform: `translate(${round(rattle)} 0)` },
  )

const backRoom = (): string =>
  room(FLOOR) + shelving(170, FLOOR + 10, 250, 260) + carton(380, FLOOR + 20, 96, 74) + carton(366, FLOOR - 54, 70, 52, '#D1AE80')

function camcorder(x: number, y: number): string {
  return group(
    box(-4, -26, 8, 18, colour.metalDark) +
      box(-26, -10, 52, 24, '#F4EFE6', 6, { stroke: colour.metalDark, 'stroke-width': 2 }) +
      disc(-24, 2, 9, '#33373F') +
      disc(14, 2, 4, colour.vermilion),
    { transform: `translate(${x} ${y}) rotate(-14)` },
  )
}

/** The same door on the day of a fire. */
function thatDay(t: number, seconds: number): string {
  const grown = clamp(t / seconds)
  const shove = Math.sin(t * 7) * 3
  const crowd: readonly { look: Look; x: number; y: number; facing: 1 | -1 }[] = [
    { look: people.clay, x: 640, y: 436, facing: 1 },
    { look: people.slate, x: 718, y: 446, facing: 1 },
    { look: people.green, x: 804, y: 438, facing: 1 },
    { look: people.lead, x: 962, y: 442, facing: -1 },
  ]
  return (
    backRoom() +
    glow(190, 250, 230, 1) +
    place(160, 330, flames(t, mix(1.2, 1.9, grown))) +
    place(370, FLOOR - 70, flames(t + 1, mix(0.4, 1, grown))) +
    exitDoor(0, 0, shove * 0.5) +
    wound(shove * 0.5) +
    plume(t, { x: 200, y: 260, rise: 260, spread: 120, size: 92, count: 13, drift: 160, opacity: 0.5 }) +
    crowd
      .map(({ look, x, y, facing }, index) =>
        person(look, {
          x: x + shove * facing,
          y,
          facing,
          lean: 10 + Math.sin(t * 7 + index) * 4,
          near: p(70, index === 0 ? -182 : -176),
          far: p(72, -196),
          mouth: index % 2 ? 0.7 : 0.3,
        }),
      )
      .join('') +
    blanket(t, -20, 1300, -6, mix(60, 212, grown), 0.6) +
    box(0, 0, 1280, 484, '#2A211A', 0, { opacity: 0.16 }) +
    tag('着火那一天', 'The day it burns', 150, 62, colour.vermilion)
  )
}

export const exit: Scene = (moment: Moment) => {
  const { t } = moment
  const [day, opened, bars] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const comes = walking(t, [
    { at: -0.5, x: 420 },
    { at: 1.5, x: 796 },
    { at: opened - 0.1, x: 796 },
    { at: opened + 0.8, x: 700 },
    { at: bars + 0.3, x: 700 },
    { at: bars + 1.1, x: 800 },
  ])
  const pulls = hold(t, 1.4, day + 0.2, 0.3)
  const push = hold(t, bars + 1, bars + 1.9, 0.3)
  const rattle = t > 1.7 && t < 2.7 ? Math.sin(t * 26) * 3 : 0
  const angle = 74 * during(t, bars + 1.3, bars + 2.1)
  const rung = t > bars + 1.35
  const free = during(t, opened + 1.3, opened + 1.5)
  const barred = during(t, bars - 0.2, bars + 0.3)
  const owner = walking(
    t,
    [
      { at: opened - 0.2, x: 1078 },
      { at: opened + 0.6, x: 940 },
      { at: opened + 1.9, x: 940 },
      { at: opened + 2.7, x: 1090 },
    ],
    -1,
  )
  const unlocking = hold(t, opened + 0.5, opened + 1.9, 0.3)
  const leaving = t > opened + 1.9
  const grip = leaving ? p(30, -140) : p(mix(20, 58, unlocking), mix(-124, -142, unlocking))
  const man = person(boss, {
    ...comes,
    y: NEAR,
    facing: t > opened - 0.1 && t < opened + 0.8 ? -1 : 1,
    lean: pulls * 5 + push * 6,
    ...(pulls > 0.02 ? { near: p(mix(12, 66 + rattle, pulls), mix(-118, -176, pulls)) } : {}),
    ...(push > 0.02 ? { near: p(mix(12, 66, push), mix(-118, -158, push)) } : {}),
  })
  const shopkeeper = person(keeper, {
    ...owner,
    y: NEAR + 6,
    facing: t > opened + 2.65 ? -1 : owner.facing,
    near: grip,
    mouth: t > 2 && t < day ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
  })
  const facing = t > opened + 2.65 ? -1 : owner.facing
  const carried = p(owner.x + grip.x * facing, NEAR + 6 + grip.y)
  const hanging =
    chain([carried, p(carried.x + 6, carried.y + 60)]) +
    chain([carried, p(carried.x - 7, carried.y + 48)]) +
    padlock(carried.x + 5, carried.y + 70, 1)
  const drop = during(t, opened + 1.4, opened + 1.7)
  const set =
    backRoom() +
    exitDoor(angle, barred, rattle) +
    fade(camcorder(664, 116) + sounder(t, 1064, 106, rung), barred) +
    (free < 1 ? wound(rattle) : '') +
    (rung ? rings(t, 1064, 100, colour.vermilion, 26, 80) : '') +
    shopkeeper +
    (free >= 1 ? fade(hanging, drop) : '') +
    man +
    fade(bubble(1078, 172, '怕丢货。', 'Against thieves.', 42, 240), hold(t, 2, day - 0.1, 0.2)) +
    fade(
      write('推', 816, 340, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
        write('推', 944, 340, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }),
      barred * (1 - during(angle, 2, 20)),
    ) +
    fade(verdict(MIDDLE, 230, true, 1.3), during(t, bars + 2.2, bars + 2.45))
  const seen = camera(
    t,
    [
      { at: 0, x: 700, y: 242, zoom: 1.05 },
      { at: 0.4, x: 900, y: 244, zoom: 1.06 },
      { at: opened, x: 880, y: 292, zoom: 1.38 },
      { at: bars - 0.2, x: 880, y: 242, zoom: 1.1 },
    ],
    1.2,
    set,
  )
  const shown = hold(t, day - 0.15, opened + 0.15, 0.25)
  const card = finding(
    ['后门上锁', 'Exit locked'],
    ['后门打开', 'Exit open'],
    during(t, 2.6, 2.9) * (1 - shown),
    during(t, opened + 1.5, opened + 1.8),
  )
  return (shown < 1 ? seen + card : '') + fade(thatDay(t - day, opened - day), shown)
}
