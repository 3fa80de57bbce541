/** The door: knock, half a step back, who and why; and no tick for a door not entered. */
import { CYCLE, type Pose, person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { pane, rings, room, verdict } from '../props.ts'
import { beat, box, camera, colour, during, fade, group, hold, line, type Moment, mix, place, type Scene, shape } from '../stage.ts'
import { at, badge, clipboard, handOf, looks, p, speaking, worker } from './folk.ts'
import { doorFrame, leaf, say } from './things.ts'

const FLOOR = 392
const NEAR = 448
const TOP = 116
const WIDE = 168
const HIGH = FLOOR - TOP
const [SHUT, OPENS] = [150, 812]

const corridor = (): string => room(FLOOR, 1280, '#F4EFE4') + pane(560, 190, 160, 150)

const notice = (): string =>
  box(1094, 150, 96, 122, '#FFFFFF', 4, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  write('邻里', 1142, 186, { size: 25, weight: 'bold', fill: colour.second, anchor: 'middle' }) +
  line([p(1110, 208), p(1174, 208)], colour.wallShade, 5) +
  line([p(1110, 226), p(1174, 226)], colour.wallShade, 5) +
  line([p(1110, 244), p(1150, 244)], colour.wallShade, 5)

const plate = (x: number, number: string): string =>
  box(x - 36, 172, 72, 42, '#FFFFFF', 5, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  write(number, x, 203, { size: 28, weight: 'bold', fill: colour.second, anchor: 'middle' })

const mat = (left: number): string =>
  shape(`M${left + 8} ${FLOOR + 8}H${left + WIDE - 8}L${left + WIDE + 10} ${FLOOR + 34}H${left - 10}z`, '#A9805B')

/** The record of visits: one door entered and ticked, one not. */
function record(t: number): string {
  const row = (y: number, number: string): string =>
    line([p(24, y + 50), p(486, y + 50)], colour.hairline, 2) + write(number, 34, y + 24, { size: 38, weight: 'bold' })
  const tick = (x: number, y: number, share: number, stroke: string): string => {
    if (share <= 0) return ''
    const down = Math.min(1, share * 2.5)
    const up = Math.max(0, (share - 0.4) / 0.6)
    const points = [p(x - 18, y), p(mix(x - 18, x - 5, down), mix(y, y + 15, down))]
    return line(up > 0 ? [...points, p(mix(x - 5, x + 24, up), mix(y + 15, y - 22, up))] : points, stroke, 8)
  }
  const good = during(t, 0.5, 0.8)
  const wrong = during(t, 1.0, 1.3)
  const struck = during(t, 1.7, 1.9)
  const written = during(t, 2.0, 2.5)
  return (
    box(0, 0, 510, 346, '#9C7448', 12) +
    box(14, 24, 482, 308, '#FFFFFF', 4) +
    box(196, -10, 118, 30, colour.metalDark, 6) +
    write('走访记录', 34, 78, { size: 36, weight: 'bold' }) +
    write('Record of visits', 190, 77, { size: 25, weight: 'medium', fill: colour.second }) +
    row(120, '503') +
    tick(154, 132, good, colour.green) +
    fade(
      write('进门看过', 204, 138, { size: 34, weight: 'bold', fill: colour.green }) +
        write('Seen', 358, 137, { size: 25, weight: 'medium', fill: colour.second }),
      good,
    ) +
    row(220, '504') +
    fade(tick(154, 232, wrong, colour.vermilion), 1 - struck * 0.6) +
    (struck > 0 ? line([p(126, 250), p(mix(126, 190, struck), mix(250, 212, struck))], colour.vermilion, 6) : '') +
    fade(
      write('未入户', 204, 234, { size: 38, weight: 'bold', fill: colour.ink }) +
        write('Not admitted', 330, 232, { size: 25, weight: 'medium', fill: colour.second }),
      written,
    ) +
    fade(
      write('换个时间再来', 204, 294, { size: 24, fill: colour.second }) +
        write('Come another time', 204, 322, { size: 22, fill: colour.second }),
      during(t, 2.5, 2.8),
    ) +
    fade(verdict(456, 132, true, 0.9), good) +
    fade(verdict(154, 296, false, 0.95), hold(t, 1.25, 5, 0.2))
  )
}

function shutDoor(t: number): string {
  const knock = hold(t, 0.05, 1.0, 0.2)
  const tap = knock * Math.abs(Math.sin(t * 9))
  const writing = during(t, 1.1, 1.5)
  const pose: Pose = { x: 372, y: NEAR, facing: -1, lean: writing * 3 }
  const near = p(mix(62 + tap * 10, 34 + Math.sin(t * 7) * 3, writing), mix(-190, -146, writing))
  const board = handOf(pose, p(30, -134), 'far')
  return (
    corridor() +
    mat(SHUT) +
    leaf(SHUT, TOP, WIDE, HIGH, 0) +
    doorFrame(SHUT, TOP, WIDE, HIGH, '') +
    plate(92, '504') +
    fade(rings(t, 306, 256, colour.indigo, 16, 54), knock) +
    clipboard({ x: board.x - 8, y: board.y - 12 }, -10) +
    worker({ ...pose, near, far: p(30, -134) }) +
    at(620, 78, record(t))
  )
}

export const knock: Scene = (moment: Moment) => {
  const { t } = moment
  const [who, note] = [beat(moment, 1), beat(moment, 2)]
  const knocking = hold(t, 0.35, 1.5, 0.25)
  const tap = knocking * Math.abs(Math.sin((t - 0.3) * 8.4))
  const back = during(t, 1.55, 2.15)
  const entering = during(t, note - 0.75, note + 0.1)
  const x = mix(mix(744, 672, back), 890, entering)
  const shown = hold(t, 2.1, note - 0.8, 0.35)
  const crack = during(t, 2.7, 3.1) * 0.4 + during(t, who + 1.5, who + 2.1) * 0.6
  const pose: Pose = {
    x,
    y: mix(NEAR, FLOOR + 10, entering),
    scale: mix(1, 0.9, entering),
    stride: { phase: x / CYCLE, amount: Math.max(hold(t, 1.5, 2.2, 0.2) * 0.6, hold(t, note - 0.75, note + 0.2, 0.2)) },
    mouth: speaking(t, who + 0.1, note - 0.8),
  }
  const hand = shown > 0.02 ? p(mix(20, 46, shown), mix(-130, -206, shown)) : p(58 + tap * 10, -190)
  const held = shown > 0.02 || knocking > 0.02
  const her = walking(t, [
    { at: 2.5, x: 930 },
    { at: 3.2, x: 840 },
    { at: who + 1.5, x: 840 },
    { at: who + 2.4, x: 930 },
  ])
  const inside =
    box(OPENS, TOP, WIDE, HIGH, '#F3DDB8') +
    box(OPENS, FLOOR - 34, WIDE, 34, '#D8BA8B') +
    box(OPENS + 88, TOP + 40, 62, 66, colour.glass, 2, { stroke: '#FFFFFF', 'stroke-width': 6 })
  const resident = person(looks.woman, {
    ...her,
    x: her.x,
    y: FLOOR + 14,
    scale: 0.92,
    facing: -1,
    mouth: speaking(t, 3.1, who - 0.1),
    ...(t > who + 2.6 ? { far: p(40, -150) } : {}),
  })
  const words =
    fade(say(846, 164, '干嘛的？', 'Who is it?'), hold(t, 3.0, who, 0.15)) +
    fade(say(672, 176, '我是社区网格员', "I'm your grid worker"), hold(t, who + 0.1, who + 1.65, 0.15)) +
    fade(say(640, 176, '看看着了火好不好跑', 'Could you get out in a fire?'), hold(t, who + 1.75, note - 0.75, 0.15))
  const set =
    `<defs><clipPath id="door503"><rect x="${OPENS}" y="${TOP}" width="${WIDE}" height="${HIGH}"/></clipPath></defs>` +
    corridor() +
    notice() +
    mat(SHUT) +
    leaf(SHUT, TOP, WIDE, HIGH, 0) +
    doorFrame(SHUT, TOP, WIDE, HIGH, '') +
    plate(92, '504') +
    mat(OPENS) +
    group(inside + (t > 2.5 ? resident : ''), { 'clip-path': 'url(#door503)' }) +
    leaf(OPENS, TOP, WIDE, HIGH, crack) +
    doorFrame(OPENS, TOP, WIDE, HIGH, '') +
    plate(1038, '503') +
    fade(rings(t, 812, 256, colour.indigo, 16, 58), knocking) +
    (shown > 0.05 ? badge(handOf(pose, hand), mix(0.6, 1, shown)) : '') +
    worker({ ...pose, ...(held ? { near: hand } : {}) }) +
    fade(stepBack(), hold(t, 1.7, 3.4, 0.25)) +
    words
  const first = camera(
    t,
    [
      { at: -1, x: 740, y: 250, zoom: 1.14 },
      { at: 2.0, x: 740, y: 246, zoom: 1.12 },
    ],
    1.2,
    set,
  )
  const cut = during(t, note - 0.02, note + 0.2)
  return (cut < 1 ? first : '') + fade(shutDoor(t - note), cut)
}

/** Two arrows on the floor: half a step away from the door. */
const stepBack = (): string =>
  place(
    748,
    440,
    line([p(40, 0), p(-40, 0)], colour.green, 6, { 'stroke-dasharray': '12 10' }) +
      line([p(-26, -12), p(-42, 0), p(-26, 12)], colour.green, 6),
  )
