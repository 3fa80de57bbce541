/** The way out: past the lift, low under the smoke, down the stairs. */

import { CYCLE, type Look, people, person, step, walking } from '../figures.ts'
import { blanket } from '../fire.ts'
import { write } from '../glyphs.ts'
import { exitSign, room, verdict } from '../props.ts'
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
  type Point,
  place,
  type Scene,
  shape,
  WIDTH,
} from '../stage.ts'

const FLOOR = 392

function lift(x: number, words: number): string {
  const arrow = (side: 1 | -1): string => shape(`M0 ${-16 * side}L13 ${2 * side}H-13z`, colour.ink)
  const sign =
    disc(0, 0, 70, '#FFFFFF') +
    box(-34, -36, 68, 72, '#E6E9EA', 4, { stroke: colour.ink, 'stroke-width': 4 }) +
    place(-16, 0, arrow(1), 0.9) +
    place(16, 0, arrow(-1), 0.9) +
    disc(0, 0, 64, 'none', { stroke: colour.vermilion, 'stroke-width': 12 }) +
    line(
      [
        { x: -45, y: -45 },
        { x: 45, y: 45 },
      ],
      colour.vermilion,
      12,
    )
  return group(
    box(-128, -292, 256, 292, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
      box(-112, -276, 224, 276, colour.metalDark) +
      box(-110, -274, 109, 274, '#B9C0C4') +
      box(1, -274, 109, 274, '#C3C9CD') +
      box(152, -170, 30, 62, '#E6E9EA', 4, { stroke: colour.metal, 'stroke-width': 2 }) +
      place(167, -150, arrow(1), 0.6) +
      place(167, -126, arrow(-1), 0.6) +
      place(0, -150, sign) +
      fade(write('不坐电梯', 0, -312, { size: 38, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }), words),
    { transform: `translate(${x} ${FLOOR})` },
  )
}

function corridor(t: number, low: number): string {
  const bent = during(t, low - 0.2, low + 0.8)
  const pace = [
    { look: people.clay, start: 560 },
    { look: people.slate, start: 330 },
    { look: people.ochre, start: 120 },
    { look: people.lead, start: -90 },
    { look: people.green, start: -330 },
  ]
  const crowd = pace.map(({ look, start }, index) => {
    const x = start + t * 118
    const reach = bent > 0.3 && index % 2 === 1
    return person(look, {
      x,
      y: 436 + (index % 2) * 12,
      lean: bent * 36,
      crouch: bent * 34,
      stride: { phase: x / CYCLE, amount: 1 },
      ...(bent > 0.05 ? { far: { x: mix(8, reach ? 112 : 74, bent), y: mix(-118, reach ? -160 : -92, bent) } } : {}),
    })
  })
  return (
    room(FLOOR, WIDTH, '#F4F0E6') +
    lift(250, 1 - during(t, low - 0.4, low)) +
    box(1080, 0, 24, FLOOR + 20, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(1104, 0, 176, 484, '#FAF6EC') +
    shape('M1104 400H1150V424H1196V448H1242V472H1290V490H1104z', '#D9CDB9') +
    shape('M1104 400H1150V424H1196V448H1242V472H1290', 'none', { stroke: colour.floorDark, 'stroke-width': 3 }) +
    line(
      [
        { x: 1112, y: 300 },
        { x: 1290, y: 392 },
      ],
      colour.metalDark,
      7,
    ) +
    exitSign(980, 62) +
    write('楼梯', 980, 134, { size: 38, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    write('Stairs', 980, 166, { size: 27, weight: 'medium', fill: colour.green, anchor: 'middle' }) +
    crowd.join('') +
    blanket(t, -20, 1300, -6, mix(16, 226, during(t, low - 1, low + 1.6)), 0.46)
  )
}

const TREAD = 52
const RISE = 26
const HEAD = 330
const COUNT = 8
const UPPER = 236
const SIZE = 0.82
const stairAt = (x: number): number => UPPER + RISE * clamp(Math.ceil((x - HEAD) / TREAD), 0, COUNT)
const slopeAt = (x: number): number => UPPER + RISE * clamp((x - HEAD) / TREAD + 0.5, 0, COUNT)
const settle = (x: number): number => (x > HEAD && x < HEAD + TREAD * COUNT ? HEAD + TREAD * (Math.floor((x - HEAD) / TREAD) + 0.45) : x)

/** Someone on the stairs: each foot is put down on the middle of a step. */
function descending(look: Look, x: number, amount: number, more: { facing?: 1 | -1; near?: Point } = {}): string {
  const y = slopeAt(x)
  const stride = CYCLE * SIZE
  const foot = (offset: number): Point => {
    const phase = x / stride + offset
    const share = phase - Math.floor(phase)
    const planted = (start: number): number => settle(start + step(0).x * SIZE)
    const begun = planted(x - share * stride)
    if (share < 0.5) return { x: (begun - x) / SIZE, y: (stairAt(begun) - y) / SIZE - 9 }
    const next = planted(x + (1 - share) * stride)
    const swing = (share - 0.5) * 2
    return {
      x: (mix(begun, next, swing) - x) / SIZE,
      y: (mix(stairAt(begun), stairAt(next), swing * swing) - y) / SIZE - 9 - 12 * Math.sin(Math.PI * swing),
    }
  }
  const facing = more.facing ?? 1
  const turn = (p: Point): Point => ({ x: p.x * facing, y: p.y })
  return person(look, {
    x,
    y,
    scale: SIZE,
    crouch: 8,
    feet: [turn(foot(0)), turn(foot(0.5))],
    stride: { phase: x / stride, amount: amount * 0.6 },
    ...more,
  })
}

const floorMark = (x: number, y: number, floor: string): string =>
  box(x - 34, y - 44, 68, 68, colour.indigo, 8) + write(floor, x, y + 6, { size: 46, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' })

const outside =
  box(1150, 0, 130, 484, '#E3EDF0') +
  box(1150, 396, 130, 60, '#B9CDB9') +
  disc(1240, 380, 54, '#9FBFA9') +
  box(1128, 0, 24, 484, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 })

function stairs(t: number): string {
  let d = `M-20 ${UPPER}H${HEAD}`
  for (let i = 0; i < COUNT; i += 1) d += `V${UPPER + RISE * (i + 1)}H${HEAD + TREAD * (i + 1)}`
  const foot = HEAD + TREAD * COUNT
  const end = UPPER + RISE * COUNT
  const at = (start: number): number => start + t * 92
  const paused = walking(t, [
    { at: -2, x: 290 },
    { at: 1, x: 500 },
    { at: 2.4, x: 500 },
    { at: 5.4, x: 790 },
  ])
  const turned = t > 1.1 && t < 2.3
  const thought =
    disc(548, 40 + 92, 7, '#FFFFFF', { stroke: colour.ink, 'stroke-width': 3 }) +
    disc(566, 112, 10, '#FFFFFF', { stroke: colour.ink, 'stroke-width': 3 }) +
    `<ellipse cx="650" cy="70" rx="92" ry="58" fill="#FFFFFF" stroke="${colour.ink}" stroke-width="3"/>` +
    group(
      shape('M-15 -14V-24Q-15 -32 -7 -32H7Q15 -32 15 -24V-14', 'none', { stroke: '#5B4632', 'stroke-width': 5 }) +
        box(-34, -16, 68, 46, '#9C7448', 6) +
        box(-34, 0, 68, 5, '#7F5C37') +
        box(-7, -4, 14, 13, '#E4CBA4', 2),
      { transform: 'translate(628 74)' },
    ) +
    verdict(690, 74, false, 1.05)
  const set =
    box(0, 0, WIDTH, 484, '#F4F0E6') +
    outside +
    floorMark(150, 150, '2') +
    floorMark(906, 206, '1') +
    shape(`${d}H1300V500H-20z`, '#D9CDB9') +
    shape(`${d}H1300`, 'none', { stroke: colour.floorDark, 'stroke-width': 4 }) +
    line(
      [
        { x: HEAD - 10, y: UPPER - 104 },
        { x: foot + 4, y: end - 104 },
      ],
      colour.metalDark,
      8,
    ) +
    [0, 2, 4, 6, 8]
      .map((i) =>
        line(
          [
            { x: HEAD + TREAD * i - 2, y: UPPER + RISE * i - 100 },
            { x: HEAD + TREAD * i - 2, y: UPPER + RISE * i },
          ],
          colour.metal,
          5,
        ),
      )
      .join('') +
    exitSign(1030, 196) +
    descending(people.clay, at(720), 1) +
    descending(people.slate, at(592), 1) +
    descending(people.ochre, paused.x, paused.stride.amount, turned ? { facing: -1 } : {}) +
    descending(
      people.lead,
      walking(t, [
        { at: -2, x: 160 },
        { at: 0.9, x: 372 },
        { at: 2.5, x: 372 },
        { at: 5.5, x: 640 },
      ]).x,
      t > 0.9 && t < 2.5 ? 0 : 1,
      t > 1.2 && t < 2.6 ? { near: { x: 62, y: -176 + Math.sin(t * 6) * 10 } } : {},
    ) +
    fade(thought, hold(t, 0.9, 2.5, 0.2))
  return camera(
    t,
    [
      { at: -1, x: 560, y: 205, zoom: 1.18 },
      { at: 2.2, x: 720, y: 280, zoom: 1.18 },
    ],
    2.4,
    set,
  )
}

export const stairway: Scene = (moment: Moment) => {
  const { t } = moment
  const [low, down] = [beat(moment, 1), beat(moment, 2)]
  const shown = during(t, down - 0.15, down + 0.1)
  const above = camera(
    t,
    [
      { at: 0, x: 560, y: 242, zoom: 1.04 },
      { at: 0.4, x: 640, y: 242, zoom: 1 },
      { at: low - 0.3, x: 700, y: 254, zoom: 1.08 },
    ],
    2,
    corridor(t, low),
  )
  return (shown < 1 ? above : '') + fade(stairs(t - down), shown)
}
