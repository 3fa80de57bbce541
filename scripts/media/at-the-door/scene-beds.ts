/** A shop at night, cut open: what is below, who is above, and what can be changed tonight. */
import { type Look, type Pose, person, walking } from '../figures.ts'
import { blanket, flames, glow, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { carton, verdict } from '../props.ts'
import { beat, box, camera, colour, disc, during, fade, group, hold, line, type Moment, mix, place, type Scene, shape } from '../stage.ts'
import { at, handOf, handset, looks, p, speaking, worker } from './folk.ts'
import { ifItBurns, say } from './things.ts'

const STREET = 432
const LOFT = 236
const [WEST, EAST] = [250, 880]
const SIZE = 0.68
const BARS = { x: 640, y: 96, width: 132, height: 92 }

const night = (): string =>
  box(0, 0, 1280, 484, '#2F3B52') +
  [90, 190, 980, 1120, 1210, 1040].map((x, i) => disc(x, 40 + ((i * 37) % 90), 2.5, '#DCE3EE')).join('') +
  disc(1214, 60, 30, '#EADFB8') +
  disc(1202, 52, 26, '#2F3B52') +
  box(0, STREET, 1280, 60, '#4A5163') +
  box(0, STREET, 1280, 5, '#5C6479')

function building(lamp: number): string {
  const inside = mix(0, 1, lamp)
  return (
    box(WEST - 16, 52, EAST - WEST + 32, STREET - 52, '#6A6F7D') +
    box(WEST - 34, 40, EAST - WEST + 68, 18, '#555B6B', 3) +
    box(WEST, 66, EAST - WEST, LOFT - 66, '#5A5C66') +
    fade(box(WEST, 66, EAST - WEST, LOFT - 66, '#F2E3C2'), inside) +
    box(WEST, LOFT + 16, EAST - WEST, STREET - LOFT - 16, '#77767A') +
    box(WEST, STREET - 8, EAST - WEST, 8, '#5E5C60')
  )
}

/** The floor between, with its hatch and ladder. */
const between = (): string =>
  box(WEST + 120, LOFT, EAST - WEST - 120, 16, '#8C6843') +
  line([p(WEST + 34, STREET - 8), p(WEST + 96, LOFT - 26)], '#A9814F', 8) +
  line([p(WEST + 64, STREET - 8), p(WEST + 126, LOFT - 26)], '#A9814F', 8) +
  [0, 1, 2, 3, 4, 5, 6]
    .map((i) => line([p(WEST + 42 + i * 8.6, STREET - 34 - i * 27), p(WEST + 68 + i * 8.6, STREET - 34 - i * 27)], '#A9814F', 6))
    .join('')

const goods = (): string =>
  carton(470, STREET - 8, 84, 60, '#A98658') +
  carton(560, STREET - 8, 76, 50, '#B9945F') +
  carton(500, STREET - 68, 74, 48, '#B9945F') +
  box(690, LOFT + 60, 8, STREET - LOFT - 68, '#4C5360') +
  box(816, LOFT + 60, 8, STREET - LOFT - 68, '#4C5360') +
  [0, 1, 2].map((i) => box(688, LOFT + 74 + i * 46, 138, 6, '#4C5360')).join('') +
  [0, 1, 2, 3, 4].map((i) => box(704 + i * 23, LOFT + 92, 17, 28, i % 2 ? '#A8695A' : '#6E8C93', 2)).join('') +
  [0, 1, 2].map((i) => box(706 + i * 38, LOFT + 134, 30, 32, i % 2 ? '#C4A25E' : '#7C8F72', 2)).join('')

function bars(open: number, shake: number): string {
  const { x, y, width, height } = BARS
  const rods = (from: number, count: number): string => {
    let all = ''
    for (let i = 0; i < count; i += 1) all += line([p(from + i * 16.5, y - 2), p(from + i * 16.5, y + height + 2)], '#3A3D42', 5)
    return all
  }
  const panel =
    box(0, -2, 66, height + 4, 'none', 0, { stroke: '#3A3D42', 'stroke-width': 6 }) +
    [16, 33, 50].map((i) => line([p(i, 0), p(i, height)], '#3A3D42', 5)).join('')
  return (
    box(x - 8, y - 8, width + 16, height + 16, '#FFFFFF', 2) +
    box(x, y, width, height, '#3B4A66') +
    at(
      shake,
      0,
      rods(x + 8, 4) +
        line([p(x, y + 2), p(x + 66, y + 2)], '#3A3D42', 6) +
        line([p(x, y + height - 2), p(x + 66, y + height - 2)], '#3A3D42', 6),
    ) +
    group(panel, { transform: `translate(${x + width + shake} ${y}) scale(${mix(-1, 0.55, open)} 1)` })
  )
}

/** The roller shutter of the shop front, seen from its edge: down is 1. */
function shutter(down: number): string {
  const length = (STREET - LOFT - 18) * down
  let slats = ''
  for (let y = 14; y < length; y += 14) slats += line([p(EAST - 9, LOFT + 18 + y), p(EAST + 15, LOFT + 18 + y)], '#7E8894', 2.5)
  return (
    box(EAST - 2, LOFT + 14, 20, STREET - LOFT - 14, '#2F3B52') +
    (length > 2 ? box(EAST - 10, LOFT + 18, 26, length, '#AEB6BE') + slats : '') +
    box(EAST - 16, LOFT - 6, 38, 26, '#8B94A0', 6)
  )
}

const padlock = (x: number, y: number): string =>
  shape(`M${x - 9} ${y}v-9q0 -11 9 -11q9 0 9 11v9`, 'none', { stroke: '#E4C071', 'stroke-width': 5 }) + box(x - 14, y, 28, 23, '#E4C071', 4)

const bed = (asleep: number): string =>
  box(420, LOFT - 34, 190, 12, '#8C6843', 3) +
  box(426, LOFT - 24, 8, 24, '#8C6843') +
  box(596, LOFT - 24, 8, 24, '#8C6843') +
  box(414, LOFT - 66, 8, 66, '#8C6843', 2) +
  box(426, LOFT - 46, 178, 14, '#F7F3EA', 4) +
  fade(
    disc(448, LOFT - 56, 14, '#DDB08A') +
      shape(`M434 ${LOFT - 56}q0 -16 15 -15q6 1 8 6q-12 1 -15 10z`, '#6B655F') +
      shape(`M458 ${LOFT - 42}Q476 ${LOFT - 68} 520 ${LOFT - 62}T606 ${LOFT - 44}V${LOFT - 34}H458z`, '#7C9CB8'),
    asleep,
  )

const small = (look: Look, pose: Pose): string => person(look, { scale: SIZE, ...pose })

const torch = (from: { x: number; y: number }, lit: number): string =>
  fade(shape(`M${from.x} ${from.y}L${EAST + 20} ${from.y - 54}V${from.y + 70}z`, '#F6E7A8', { opacity: 0.32 }), lit)

export const beds: Scene = (moment: Moment) => {
  const { t } = moment
  const [what, tonight, promise] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const imagined = hold(t, what, tonight - 0.05, 0.35)
  const down = during(t, 0.3, 1.5) * (1 - during(t, tonight + 0.2, tonight + 1.1))
  const lamp = during(t, 1.7, 2) * 0.9
  const locked = hold(t, 1.55, tonight + 0.1, 0.15)
  const asleep = 1 - during(t, what, what + 0.1)
  const shaking = imagined > 0.5 ? Math.sin(t * 15) * 3 : 0
  const panel = during(t, tonight + 1.7, tonight + 2.5)

  const me = walking(
    t,
    [
      { at: -0.5, x: 1250 },
      { at: 1.6, x: 1060 },
      { at: promise - 0.3, x: 1060 },
      { at: promise + 0.1, x: 1080 },
    ],
    -1,
  )
  const refuse = hold(t, promise + 1.1, promise + 2.2, 0.2)
  const report = during(t, promise + 2.1, promise + 2.4)
  const light = hold(t, 1.2, what, 0.3)
  const myPose: Pose = { ...me, y: STREET + 26, scale: SIZE, facing: -1, mouth: speaking(t, promise + 1.2, promise + 2.2) }
  const arm =
    light > 0.02
      ? p(mix(14, 62, light), mix(-118, -170 + Math.sin(t * 1.7) * 14, light))
      : refuse > 0.02
        ? p(58, -206 + 4 * Math.sin(t * 3))
        : report > 0.02
          ? p(46, -164)
          : undefined
  const hand = arm ? handOf(myPose, arm) : p(0, 0)
  const wave = refuse > 0.02 ? { near: p(mix(14, 56 + Math.sin(t * 12) * 14, refuse), mix(-118, -190, refuse)) } : arm ? { near: arm } : {}

  const leaves = (from: number, to: number, start: number) =>
    walking(t, [
      { at: tonight + start, x: from },
      { at: tonight + start + 2.4, x: to },
    ])
  const first = leaves(800, 960, 0.9)
  const second = leaves(720, 1330, 0.7)
  const bag = (x: number): string =>
    place(
      x + 14,
      STREET - 44,
      shape('M-12 0V-10Q-12 -18 -4 -18H4Q12 -18 12 -10V0', 'none', { stroke: '#4B3A2C', 'stroke-width': 4 }) +
        box(-24, -2, 48, 32, '#8A5A3C', 5),
    )
  const out = during(t, tonight - 0.1, tonight + 0.25)
  const ask = hold(t, promise + 0.1, promise + 1.3, 0.25)
  const asking = ask > 0.02 ? { far: p(mix(14, 56, ask), mix(-118, -160, ask)) } : {}
  const burn =
    box(WEST, LOFT + 16, EAST - WEST, STREET - LOFT - 24, '#E9A45A', 0, { opacity: 0.5 }) +
    glow(520, STREET - 90, 170, 1) +
    place(510, STREET - 92, flames(t, mix(0.4, 0.9, during(t, what, what + 1.6)))) +
    blanket(t, WEST, EAST, LOFT + 16, mix(10, 74, during(t, what, what + 1.8)), 0.6) +
    plume(t, { x: WEST + 84, y: LOFT + 70, rise: 190, spread: 46, size: 58, drift: 110, count: 14, seconds: 2.2, opacity: 0.55 }) +
    blanket(t, WEST, EAST, 64, mix(6, 84, during(t, what + 0.7, what + 3)), 0.55)
  const trapped = small(looks.owner, {
    x: BARS.x - 8,
    y: LOFT,
    scale: 0.6,
    facing: 1,
    lean: shaking * 0.6,
    near: p(52 + shaking, -190),
    far: p(74 + shaking, -196),
    mouth: 0.5,
  })
  const set =
    `<defs><clipPath id="shop"><rect x="${WEST}" y="60" width="${EAST - WEST}" height="${STREET - 60}"/></clipPath></defs>` +
    night() +
    building(lamp) +
    bars(panel, shaking) +
    disc(540, 82, 11, lamp > 0.4 ? '#FBE7A0' : '#6A6F7D') +
    goods() +
    group(bed(asleep) + fade(burn, imagined), { 'clip-path': 'url(#shop)' }) +
    between() +
    fade(trapped, imagined) +
    fade(small(looks.woman, { ...second, y: STREET + 4 }) + bag(second.x), out) +
    fade(small(looks.owner, { ...first, y: STREET + 8, ...asking, mouth: speaking(t, promise + 0.1, promise + 1.1) }), out) +
    shutter(down) +
    fade(padlock(EAST + 3, STREET - 26), locked) +
    torch(hand, light) +
    worker({ ...myPose, ...wave }) +
    fade(place(hand.x - 8, hand.y, box(-12, -5, 22, 10, '#22252A', 3)), light) +
    fade(ifItBurns(1040, 150), imagined) +
    fade(verdict(BARS.x + 186, BARS.y + 46, false, 1), hold(t, what + 1.8, tonight - 0.05, 0.2)) +
    fade(verdict(BARS.x - 48, BARS.y + 46, true, 1), hold(t, tonight + 2.6, promise, 0.2)) +
    fade(say(966, 226, '隔块板，行吗？', 'Will a board do?', 0, 0.78), hold(t, promise + 0.1, promise + 2.2, 0.15)) +
    fade(verdict(1098, 166, false, 1), hold(t, promise + 1.1, promise + 2.25, 0.15)) +
    fade(at(0, mix(70, 0, during(t, promise + 2.3, promise + 2.8)), reportCard()), during(t, promise + 2.3, promise + 2.5)) +
    (report > 0.3 ? handset(p(hand.x - 3, hand.y - 8), -8, 0.8) : '')
  return camera(
    t,
    [
      { at: -2, x: 700, y: 250, zoom: 1.04 },
      { at: what - 0.4, x: 640, y: 236, zoom: 1.1 },
      { at: tonight - 0.2, x: 720, y: 242, zoom: 1.06 },
      { at: promise - 0.3, x: 900, y: 290, zoom: 1.34 },
    ],
    1.1,
    set,
  )
}

/** What goes up: those who know look at it. */
const reportCard = (): string =>
  box(914, 128, 300, 92, '#FFFFFF', 10, { stroke: colour.green, 'stroke-width': 3 }) +
  write('报：请懂标准的来看', 934, 168, { size: 28, weight: 'bold', fill: colour.green }) +
  write('Reported, to be looked at', 934, 202, { size: 22, weight: 'medium', fill: colour.second })
