/** What he may not settle: photograph, report, come back on the day, close it only when it is done. */
import { type Pose, person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { carton, exitSign, room, verdict } from '../props.ts'
import { beat, box, camera, colour, disc, during, fade, group, hold, line, type Moment, mix, place, round, type Scene } from '../stage.ts'
import { handOf, handset, looks, p, speaking, worker } from './folk.ts'
import { say } from './things.ts'

const FLOOR = 394
const NEAR = 450
const DOOR = 150

const pile = [
  { x: 0, y: 0, width: 104, height: 76, fill: '#B98F5E' },
  { x: 106, y: 4, width: 92, height: 64, fill: '#C9A473' },
  { x: 12, y: -76, width: 84, height: 56, fill: '#D1AE80' },
]

/** What blocks the exit; `shown` keeps the first few. */
const cartons = (shown: number): string =>
  pile
    .slice(0, shown)
    .map((one) => carton(212 + one.x, FLOOR + 36 + one.y, one.width, one.height, one.fill))
    .join('')

const exit = (): string =>
  box(DOOR - 16, 96, 212, FLOOR - 96, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  box(DOOR, 112, 180, FLOOR - 112, '#8FA3A0') +
  box(DOOR + 88, 112, 4, FLOOR - 112, '#6C807D') +
  box(DOOR + 12, 260, 66, 10, '#3E4A49', 4) +
  box(DOOR + 102, 260, 66, 10, '#3E4A49', 4) +
  exitSign(DOOR + 90, 56)

/** The same view as a print: cartons before, a free door after. */
const print = (done: boolean): string =>
  box(-66, -48, 132, 96, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  box(-60, -42, 120, 84, '#EFE8DA') +
  box(-60, 24, 120, 18, colour.floor) +
  box(-30, -30, 60, 54, '#8FA3A0') +
  box(-1, -30, 2, 54, '#6C807D') +
  box(-16, -40, 32, 8, colour.green) +
  (done ? '' : carton(-14, 34, 34, 28, '#B98F5E') + carton(18, 36, 30, 22, '#C9A473') + carton(-10, 6, 28, 20, '#D1AE80'))

const rows = [
  { zh: '时间', en: 'Time', says: '11月8日 19:40', from: 1.7 },
  { zh: '地点', en: 'Place', says: '3栋2单元2层，门口', from: 2.1 },
  { zh: '什么', en: 'What', says: '纸箱三只，堵住出口', from: 2.5 },
  { zh: '告知', en: 'Told', says: '物业：“明天清”', from: 5.0 },
]

function sheet(t: number, again: number, closed: number): string {
  const lines = rows.map((row, index) => {
    const y = 56 + index * 52
    return (
      write(row.zh, 22, y + 34, { size: 26, weight: 'bold', fill: colour.second }) +
      write(row.en, 82, y + 34, { size: 22, fill: colour.second }) +
      line([p(20, y + 46), p(500, y + 46)], colour.hairline, 2) +
      fade(write(row.says, 162, y + 34, { size: 29, weight: 'bold' }), during(t, row.from, row.from + 0.25))
    )
  })
  const flown = during(t, 1.15, 1.75)
  return (
    box(0, 0, 520, 412, '#FFFFFF', 10, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    write('报告单', 22, 46, { size: 34, weight: 'bold' }) +
    write('Report', 136, 45, { size: 25, weight: 'medium', fill: colour.second }) +
    fade(
      box(286, 14, 216, 42, colour.indigoWash, 6) +
        write('编号 No. 0108', 394, 44, { size: 26, weight: 'bold', fill: colour.indigo, anchor: 'middle' }),
      during(t, 3.0, 3.3),
    ) +
    lines.join('') +
    box(22, 282, 132, 96, 'none', 3, { stroke: colour.wallShade, 'stroke-width': 2, 'stroke-dasharray': '7 7' }) +
    box(172, 282, 132, 96, 'none', 3, { stroke: colour.wallShade, 'stroke-width': 2, 'stroke-dasharray': '7 7' }) +
    (flown > 0 && flown < 1 ? '' : fade(place(88, 330, print(false)), flown)) +
    fade(place(238, 330, print(true)), closed > 0.02 ? 1 : 0) +
    fade(
      group(
        box(-84, -34, 168, 68, '#FFFFFF', 6, { stroke: colour.amber, 'stroke-width': 4 }) +
          write('第2次报', 0, -1, { size: 30, weight: 'bold', fill: colour.amber, anchor: 'middle' }) +
          write('Second report', 0, 24, { size: 22, weight: 'medium', fill: colour.amber, anchor: 'middle' }),
        { transform: `translate(410 330) scale(${round(mix(1.5, 1, again))})` },
      ),
      again * (1 - closed),
    ) +
    fade(
      group(
        box(-84, -38, 168, 76, '#FFFFFF', 6, { stroke: colour.green, 'stroke-width': 5 }) +
          write('已改', 0, 2, { size: 38, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
          write('Put right', 0, 28, { size: 23, weight: 'medium', fill: colour.green, anchor: 'middle' }),
        { transform: `translate(410 330) rotate(-6) scale(${round(mix(1.6, 1, closed))})` },
      ),
      closed,
    )
  )
}

/** A tear-off calendar whose page turns from one day to the next. */
function calendar(x: number, y: number, turned: number): string {
  const page = (day: string): string =>
    box(-46, -44, 92, 96, '#FFFFFF', 4, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    write(day, 0, 34, { size: 58, weight: 'bold', anchor: 'middle' })
  return place(
    x,
    y,
    page(turned > 0.02 ? '9' : '8') +
      (turned > 0.02 && turned < 0.98
        ? group(page('8'), {
            transform: `translate(${round(-34 * turned)} ${round(120 * turned)}) rotate(${round(-38 * turned)})`,
            opacity: 1 - turned,
          })
        : '') +
      box(-50, -62, 100, 26, colour.vermilion, 4) +
      write('11月', 0, -42, { size: 22, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }),
  )
}

const viewfinder = (x: number, y: number, width: number, height: number): string =>
  [
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1],
  ]
    .map(([sx = 1, sy = 1]) =>
      line(
        [p(x + sx * width, y + sy * (height - 34)), p(x + sx * width, y + sy * height), p(x + sx * (width - 34), y + sy * height)],
        colour.vermilion,
        6,
      ),
    )
    .join('')

export const follow: Scene = (moment: Moment) => {
  const { t } = moment
  const [next, close] = [beat(moment, 1), beat(moment, 2)]
  const night = 1 - during(t, next + 1.3, next + 2.0)
  const turned = during(t, next + 1.3, next + 2.0)
  const again = during(t, close + 0.4, close + 0.7)
  const second = close + 3.05
  const closed = during(t, second + 0.5, second + 0.75)
  const removed = [close + 1.2, close + 1.75, close + 2.3]
  const left = removed.filter((time) => t < time).length

  const me = walking(
    t,
    [
      { at: -0.6, x: 700 },
      { at: 0.5, x: 560 },
      { at: next + 0.9, x: 560 },
      { at: next + 1.6, x: 684 },
      { at: next + 2.0, x: 684 },
      { at: next + 2.8, x: 560 },
    ],
    -1,
  )
  const shooting = Math.max(hold(t, 0.4, 1.7, 0.3), hold(t, second - 0.7, second + 0.6, 0.25))
  const typing = hold(t, close + 0.05, close + 1.0, 0.2)
  const arm =
    shooting > 0.02
      ? p(mix(14, 52, shooting), mix(-118, -208, shooting))
      : typing > 0.02
        ? p(mix(14, 42, typing), mix(-118, -158, typing))
        : undefined
  const shake = hold(t, next + 2.8, close, 0.2)
  const myPose: Pose = { ...me, y: NEAR + 8, lean: shake * 2 * Math.sin(t * 9), mouth: speaking(t, close + 0.1, close + 1) }
  const held = arm ? handOf(myPose, arm) : p(0, 0)
  const flash = Math.max(hold(t, 1.0, 1.3, 0.12), hold(t, second, second + 0.3, 0.12))
  const flying = during(t, 1.15, 1.75)
  const flying2 = during(t, second + 0.1, second + 0.55)

  const keeper = walking(
    t,
    [
      { at: next - 0.7, x: -70 },
      { at: next + 0.1, x: 96 },
      { at: next + 0.9, x: 96 },
      { at: next + 1.5, x: -70 },
      { at: close + 0.5, x: -70 },
      { at: close + 1.0, x: 104 },
      { at: removed[2] ?? close, x: 104 },
      { at: close + 3.0, x: -130 },
    ],
    1,
  )
  const load = 3 - left
  const stack = pile.slice(3 - load).map((one, index) => carton(0, -index * 58, Math.min(one.width, 92), 58, one.fill))
  const his: Pose = { ...keeper, y: NEAR - 4, mouth: speaking(t, next + 0.1, next + 0.9) }
  const carrying = load > 0
  const grip = p(52, -112)
  const reach = t > close + 1.0 && t < (removed[2] ?? 0) ? 0.5 + 0.5 * Math.sin((t - close - 1.0) * 11.4 - 1.5) : 0
  const man = person(looks.keeper, {
    ...his,
    ...(carrying || reach > 0.05
      ? { near: p(mix(52, 74, reach), mix(-112, -130, reach)), far: p(mix(58, 76, reach), mix(-108, -136, reach)) }
      : {}),
    lean: reach * 8,
  })
  const box0 = handOf(his, grip)
  const set =
    room(FLOOR, 1280, '#EFEDE6') +
    exit() +
    box(372, 150, 104, 118, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(380, 158, 88, 102, '#BFDCEB') +
    disc(444, 184, 15, '#F3C65A') +
    fade(box(380, 158, 88, 102, '#2F3B52') + disc(444, 184, 12, '#EADFB8') + disc(438, 180, 10, '#2F3B52'), night) +
    box(421, 156, 6, 108, '#FFFFFF') +
    calendar(600, 150, turned) +
    fade(box(0, 0, 1280, 484, '#1D2740'), night * 0.1) +
    cartons(left) +
    man +
    (carrying ? group(stack.join(''), { transform: `translate(${round(box0.x + keeper.facing * 20)} ${round(box0.y + 22)})` }) : '') +
    worker({ ...myPose, ...(arm ? { near: arm } : {}) }) +
    (arm ? handset(p(held.x - 4, held.y - 10), 0, 1) : '') +
    fade(viewfinder(240, 270, 176, 166), shooting) +
    fade(box(64, 104, 352, 332, '#FFFFFF'), flash * 0.8) +
    fade(place(mix(800, 730, during(t, 0.9, 1.3)), 36, sheet(t, again, closed)), during(t, 0.9, 1.2)) +
    (flying > 0 && flying < 1
      ? place(mix(240, 818, flying), mix(270, 366, flying) - 90 * Math.sin(Math.PI * flying), print(false), mix(2.2, 1, flying))
      : '') +
    (flying2 > 0 && flying2 < 1
      ? place(mix(240, 968, flying2), mix(270, 366, flying2) - 90 * Math.sin(Math.PI * flying2), print(true), mix(2.2, 1, flying2))
      : '') +
    fade(say(104, 180, '明天清', 'Tomorrow', -18), hold(t, next + 0.1, next + 1.1, 0.15)) +
    fade(verdict(240, 250, false, 1.4), hold(t, next + 2.7, close + 0.9, 0.2)) +
    fade(verdict(240, 250, true, 1.4), during(t, second + 0.3, second + 0.5))
  return camera(
    t,
    [
      { at: -2, x: 500, y: 262, zoom: 1.16 },
      { at: 0.9, x: 640, y: 242, zoom: 1 },
    ],
    0.9,
    set,
  )
}
