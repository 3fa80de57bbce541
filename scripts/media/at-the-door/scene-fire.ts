/** A fire on the round: 119, two things to shout, and the list for the brigade. */
import { type Pose, people, person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { rings, verdict } from '../props.ts'
import { beat, box, camera, clamp, colour, disc, during, fade, group, hold, type Moment, mix, type Scene, shape } from '../stage.ts'
import { barrier, block, DOOR, engine, GROUND, sky, WAVING } from './estate.ts'
import { at, clipboard, handOf, handset, looks, p, speaking, worker } from './folk.ts'
import { say } from './things.ts'

const NEAR = 462
const SIZE = 0.5

const said = [
  { zh: '金桂园3栋2单元2层', en: 'Jingui estate, 3-2, floor 2' },
  { zh: '窗口冒黑烟', en: 'Black smoke at the window' },
  { zh: '301有老人走不了', en: '301: one who cannot walk' },
]

/** What 119 is told, line by line. */
function call(t: number): string {
  const lines = said.map((one, index) => {
    const shown = during(t, 0.7 + index * 0.95, 0.95 + index * 0.95)
    const y = 74 + index * 88
    return fade(
      box(16, y, 348, 78, index === 0 ? colour.indigo : '#FFFFFF', 8, { stroke: colour.indigo, 'stroke-width': 2 }) +
        write(one.zh, 34, y + 37, { size: 33, weight: 'bold', fill: index === 0 ? '#FFFFFF' : colour.ink }) +
        write(one.en, 34, y + 66, { size: 23, weight: 'medium', fill: index === 0 ? '#DCE7F4' : colour.second }),
      shown,
    )
  })
  return (
    box(0, 0, 380, 346, colour.paper, 12, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    disc(44, 38, 24, colour.green) +
    shape('M-19 -5C-12 -14 12 -14 19 -5L14 4L7 1L6 -4C2 -6 -2 -6 -6 -4L-7 1L-14 4z', '#FFFFFF', {
      transform: 'translate(44 40) scale(0.85)',
    }) +
    write('119', 82, 54, { size: 46, weight: 'bold' }) +
    write('火警 Fire', 176, 52, { size: 28, weight: 'bold', fill: colour.vermilion }) +
    lines.join('')
  )
}

/** Somebody behind a window pane, from the chest up, who waves something bright. */
function atWindow(t: number, waving: number): string {
  const pose: Pose = { x: WAVING.x - 6, y: WAVING.y + 138, scale: SIZE, facing: 1 }
  const up = p(mix(14, 36 + Math.sin(t * 6) * 8, waving), mix(-118, -226, waving))
  const hand = handOf(pose, up)
  const sway = Math.sin(t * 6) * 10
  return (
    `<defs><clipPath id="pane3"><rect x="${WAVING.x - 38}" y="${WAVING.y}" width="76" height="72"/></clipPath></defs>` +
    group(person(looks.neighbour, { ...pose, near: up }), { 'clip-path': 'url(#pane3)' }) +
    fade(shape(`M${hand.x} ${hand.y}q${4 + sway} -24 ${18 + sway} -32q12 12 26 18q-18 6 -44 14z`, colour.bright), waving)
  )
}

export const fire: Scene = (moment: Moment) => {
  const { t } = moment
  const [shout, hand] = [beat(moment, 1), beat(moment, 2)]
  const smoke = clamp(t / 8)
  const calling = hold(t, -0.5, shout - 0.1, 0.3)
  const cupping = hold(t, shout + 0.05, hand - 0.15, 0.25)
  const stopping = hold(t, hand + 0.1, hand + 1.5, 0.25)
  const reading = during(t, hand + 2.2, hand + 2.5)

  const me = walking(
    t,
    [
      { at: -0.5, x: 740 },
      { at: hand + 1.5, x: 740 },
      { at: hand + 1.9, x: 716 },
    ],
    -1,
  )
  const toEngine = t > hand + 1.4
  const myPose: Pose = {
    ...me,
    y: NEAR,
    facing: toEngine ? 1 : -1,
    mouth: Math.max(
      speaking(t, 0.3, shout - 0.2),
      cupping * (0.55 + 0.4 * Math.sin(t * 7)),
      speaking(t, hand + 0.2, hand + 1.3),
      speaking(t, hand + 2.3, moment.length + 1),
    ),
  }
  const ear = p(8, -222)
  const held = p(34, -150)
  const hands: Partial<Pose> =
    reading > 0.05
      ? { near: p(mix(14, 46 + Math.sin(t * 4) * 5, reading), mix(-118, -158, reading)), far: held }
      : stopping > 0.02
        ? { near: p(mix(14, 78, stopping), mix(-118, -192, stopping)), far: p(mix(14, 74, stopping), mix(-118, -160, stopping)) }
        : cupping > 0.4
          ? { near: p(30, -224), far: p(36, -217) }
          : calling > 0.05
            ? { near: p(mix(14, ear.x, calling), mix(-118, ear.y, calling)) }
            : {}
  const phoneAt = handOf(myPose, ear)
  const board = handOf(myPose, held, 'far')

  const leaving = (start: number, to: number, pace: number) =>
    walking(t, [
      { at: start, x: DOOR.x },
      { at: start + pace, x: to },
    ])
  const first = leaving(shout + 0.9, 622, 2.8)
  const second = leaving(shout + 1.7, 540, 2.2)
  const back = walking(
    t,
    [
      { at: hand - 0.1, x: 540 },
      { at: hand + 0.1, x: 540 },
      { at: hand + 0.7, x: 484 },
      { at: hand + 1.2, x: 484 },
      { at: hand + 2.1, x: 560 },
    ],
    1,
  )
  const turned = t > hand - 0.1
  const hers = turned ? back : second
  const down = (look: (typeof looks)[keyof typeof looks], walk: typeof first, start: number): string =>
    fade(person(look, { ...walk, y: GROUND + 16, scale: SIZE }), during(t, start, start + 0.25))

  const raised = during(t, hand + 0.8, hand + 1.5)
  const truck = walking(t, [
    { at: hand + 0.9, x: 1560 },
    { at: hand + 2.4, x: 1084 },
  ])
  const officer = walking(
    t,
    [
      { at: hand + 2.2, x: 900 },
      { at: hand + 2.9, x: 816 },
    ],
    -1,
  )
  const set =
    sky() +
    block(t, smoke) +
    atWindow(t, hold(t, shout + 2.3, 99, 0.3)) +
    (t > shout + 0.9 ? down(looks.man, first, shout + 0.9) : '') +
    (t > shout + 1.7 ? down(looks.woman, hers, shout + 1.7) : '') +
    (t > hand - 0.2 ? fade(barrier(1240, 428, raised), during(t, hand - 0.2, hand)) : '') +
    (t > hand + 0.5 ? engine(t, truck.x, 456) : '') +
    fade(person(people.firefighter, { ...officer, y: NEAR, facing: -1 }), during(t, hand + 2.15, hand + 2.35)) +
    (reading > 0.3 ? clipboard(p(board.x + 6, board.y - 10), 14) : '') +
    worker({ ...myPose, ...hands }) +
    (calling > 0.4 ? handset(p(phoneAt.x + 1, phoneAt.y - 10), -10) : '') +
    (cupping > 0.5 ? rings(t, 700, 240, colour.vermilion, 12, 60) : '') +
    fade(at(mix(900, 860, during(t, 0.3, 0.6)), 40, call(t)), hold(t, 0.3, shout, 0.25)) +
    fade(say(742, 184, '没烟的，下楼！', 'No smoke: come down!', 50), hold(t, shout + 0.15, shout + 1.95, 0.15)) +
    fade(say(742, 184, '有烟的，别开门！', 'Smoke: keep the door shut!', 60), hold(t, shout + 2.05, hand - 0.1, 0.15)) +
    fade(verdict(DOOR.x, GROUND - 52, false, 1.2), hold(t, hand + 0.25, hand + 1.7, 0.2)) +
    fade(say(742, 184, '别进去！', 'Stay out!'), hold(t, hand + 0.15, hand + 1.4, 0.15)) +
    fade(say(716, 184, '301，北屋，一位老人', 'North room, one old woman', 60), hold(t, hand + 2.4, moment.length + 1, 0.15))
  return camera(
    t,
    [
      { at: -2, x: 640, y: 242, zoom: 1.02 },
      { at: shout - 0.3, x: 560, y: 242, zoom: 1.04 },
      { at: hand + 1.0, x: 680, y: 252, zoom: 1.05 },
    ],
    1.1,
    set,
  )
}
