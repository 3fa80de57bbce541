/** The stair: cartons carried off, the wedge pulled, the fire door shuts by itself. */
import { type Look, people, person, walking } from '../figures.ts'
import { carton, exitSign, room, verdict } from '../props.ts'
import { beat, box, camera, colour, during, fade, hold, line, type Moment, mix, round, type Scene, shape } from '../stage.ts'
import { boss, clipboard, finding, p, tag } from './kit.ts'

const FLOOR = 392
const BASE = 424
const TREAD = 58
const RISE = 31
const FOOT = 440
const COUNT = 9
const HINGE = 850
const LEAF = 160
const TOP = 128

function stairs(): string {
  let d = `M${FOOT} ${BASE}`
  for (let i = 1; i <= COUNT; i += 1) d += `V${BASE - RISE * i}H${FOOT - TREAD * i}`
  return (
    line([p(FOOT - 6, BASE - 118), p(FOOT - TREAD * 7, BASE - 118 - RISE * 7)], colour.metalDark, 8) +
    [0, 2, 4, 6]
      .map((i) => line([p(FOOT - 8 - TREAD * i, BASE - 118 - RISE * i), p(FOOT - 8 - TREAD * i, BASE - RISE * i)], colour.metal, 5))
      .join('') +
    shape(`${d}V${BASE}z`, '#D9CDB9') +
    shape(d, 'none', { stroke: colour.floorDark, 'stroke-width': 4 })
  )
}

/** The fire door on its left hinge, opening towards us; angle 0 is shut. */
function fireDoor(angle: number): string {
  const turn = (angle * Math.PI) / 180
  const free = HINGE + LEAF * Math.cos(turn)
  const near = Math.sin(turn)
  const at = (share: number): number => mix(HINGE, free, share)
  const y = (share: number, down: number): number => mix(TOP - 20 * near * share, FLOOR + 34 * near * share, down)
  const quad = (a: number, b: number, high: number, low: number): string =>
    `M${round(at(a))} ${round(y(a, high))}L${round(at(b))} ${round(y(b, high))}L${round(at(b))} ${round(y(b, low))}L${round(at(a))} ${round(y(a, low))}z`
  const arm = p(mix(HINGE + 86, HINGE + 40, near), TOP - 6)
  return (
    shape(quad(0, 1, 0, 1), '#A8695A', { stroke: '#7E4A3E', 'stroke-width': 2.5, 'stroke-linejoin': 'round' }) +
    shape(quad(0.58, 0.82, 0.16, 0.42), colour.glass, { stroke: '#7E4A3E', 'stroke-width': 2.5 }) +
    shape(quad(0.84, 0.92, 0.5, 0.6), '#3E2F2A') +
    shape(quad(0.08, 0.5, 0.02, 0.075), colour.metalDark) +
    line([p(at(0.42), y(0.42, 0.045)), p(arm.x, arm.y)], '#5B6166', 6)
  )
}

/** Someone who comes in, takes a carton from where it stands, and carries it out to the right. */
function carrier(
  t: number,
  look: Look,
  wait: number,
  stand: number,
  y: number,
  from: { x: number; y: number },
  size: readonly [number, number],
): string {
  const lift = during(t, wait + 0.9, wait + 1.4)
  const bent = hold(t, wait + 0.3, wait + 1.5, 0.4)
  const turned = t > wait + 1.5
  const walk = walking(
    t,
    [
      { at: wait - 1.5, x: stand + 330 },
      { at: wait + 0.3, x: stand },
      { at: wait + 1.5, x: stand },
      { at: wait + 6.2, x: stand + 1060 },
    ],
    -1,
  )
  const facing = turned ? 1 : -1
  const carried = p(walk.x + facing * 48, y - 112)
  const before = p(stand - 48, y - 112)
  const now = t < wait + 0.9 ? from : turned ? carried : p(mix(from.x, before.x, lift), mix(from.y, before.y, lift))
  const reach = during(t, wait + 0.2, wait + 0.7)
  const grip = p(mix(10, Math.abs(now.x - walk.x) - 4, reach), mix(-118, now.y - size[1] * 0.45 - y, reach))
  const body = person(look, { ...walk, y, facing, lean: bent * 26, crouch: bent * 16, near: grip, far: p(grip.x + 14, grip.y - 6) })
  return carton(now.x, now.y, size[0], size[1], '#C9A473') + body
}

export const stair: Scene = (moment: Moment) => {
  const { t } = moment
  const [wedged, shuts] = [beat(moment, 1), beat(moment, 2)]
  const comes = walking(
    t,
    [
      { at: -0.6, x: 900 },
      { at: 0.7, x: 700 },
      { at: wedged - 0.6, x: 700 },
      { at: wedged + 0.4, x: 812 },
    ],
    -1,
  )
  const right = t > wedged - 0.6
  const pointing = hold(t, 0.6, wedged - 0.7, 0.3)
  const bent = hold(t, wedged + 0.5, wedged + 2.1, 0.5)
  const pulled = during(t, wedged + 1.3, wedged + 1.6)
  const up = during(t, wedged + 1.6, wedged + 2.2)
  const angle = mix(81, 0, during(t, shuts + 0.1, shuts + 1.7))
  const done = during(t, shuts + 1.7, shuts + 1.95)
  const hand = right
    ? p(mix(14, 66 - pulled * 8, bent), mix(-118, -6 - pulled * 8, bent))
    : p(mix(14, 66, pointing), mix(-118, -178, pointing))
  const risen = p(comes.x + hand.x, 444 + hand.y)
  const wedge = (x: number, y: number): string =>
    shape(`M${round(x - 20)} ${round(y)}H${round(x + 20)}V${round(y - 16)}z`, '#E0B36C', { stroke: '#9A7435', 'stroke-width': 2 })
  const man = person(boss, {
    ...comes,
    y: 444,
    facing: right ? 1 : -1,
    crouch: bent * 68,
    lean: bent * 62,
    near: hand,
    far: p(mix(32, 24, bent), mix(-130, -62, bent)),
  })
  const set =
    room(FLOOR) +
    exitSign(1108, 150) +
    stairs() +
    tag('防火门', 'Fire door', 1108, 232) +
    box(HINGE, TOP, LEAF, FLOOR - TOP, '#F6EAD2') +
    box(HINGE, FLOOR - 44, LEAF, 44, '#D9C7A4') +
    box(HINGE + 30, TOP + 60, 50, 70, '#EADBBb') +
    box(HINGE - 16, TOP - 16, 16, FLOOR - TOP + 16, '#FFFFFF') +
    box(HINGE + LEAF, TOP - 16, 16, FLOOR - TOP + 16, '#FFFFFF') +
    box(HINGE - 16, TOP - 16, LEAF + 32, 16, '#FFFFFF') +
    box(HINGE - 17, TOP - 17, LEAF + 34, FLOOR - TOP + 17, 'none', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    fireDoor(angle) +
    (pulled < 1 ? wedge(886, 434) : '') +
    carrier(t, people.green, 1.7, 388, 446, p(324, BASE - RISE * 2), [70, 56]) +
    carrier(t, people.clay, 0.9, 556, 452, p(486, BASE - 62), [84, 58]) +
    carrier(t, people.lead, 3.6, 560, 456, p(486, BASE + 8), [98, 70]) +
    clipboard(comes.x + mix(36, 26, bent) * (right ? 1 : -1), 444 - mix(136, 62, bent), right ? 8 : -8, 0.9) +
    man +
    (pulled >= 1 ? wedge(mix(risen.x, comes.x + 14, up), mix(risen.y + 8, 444 - 110, up)) : '') +
    fade(verdict(HINGE + LEAF / 2 - 34, 250, true, 1.3), done)
  const seen = camera(
    t,
    [
      { at: 0, x: 592, y: 250, zoom: 1.08 },
      { at: wedged - 0.7, x: 850, y: 262, zoom: 1.24 },
    ],
    1.6,
    set,
  )
  const second = during(t, wedged - 0.2, wedged + 0.1)
  return (
    seen +
    finding(
      ['楼梯堆货', 'Goods in the stair'],
      ['搬空了', 'Cleared'],
      during(t, 0.6, 0.9) * (1 - second),
      during(t, wedged - 1, wedged - 0.7),
      470,
    ) +
    finding(['防火门顶开', 'Fire door wedged'], ['自己关严', 'Shuts by itself'], second, done)
  )
}
