/** The neighbour who cannot leave alone: five things on a card, an alarm that is heard, a key that is kept. */
import { type Pose, person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { pane, rings, room, verdict } from '../props.ts'
import {
  beat,
  box,
  camera,
  colour,
  disc,
  during,
  fade,
  hold,
  line,
  type Moment,
  mix,
  type Point,
  place,
  type Scene,
  shape,
} from '../stage.ts'
import { clipboard, handOf, looks, p, speaking, worker } from './folk.ts'
import { doorFrame, leaf, say } from './things.ts'

const FLOOR = 394
const NEAR = 450
const BED = { left: 40, right: 330, top: 320 }
const DOOR = { left: 930, top: 104 }
const ALARM = { x: 688, y: 44 }

const rows = [
  { word: '哪', en: 'Where', says: '三楼301，北屋', note: 'Room 301, north side' },
  { word: '动', en: 'Moves', says: '要人扶着走', note: 'Only with a helping arm' },
  { word: '听', en: 'Hears', says: '要大声，要拍门', note: 'Loud voice, knock hard' },
  { word: '谁', en: 'Who', says: '对门先喊她', note: 'The neighbour calls her' },
  { word: '匙', en: 'Key', says: '对门收一把', note: 'The neighbour has one' },
]

function card(t: number, from: number, pace: number): string {
  const lines = rows.map((row, index) => {
    const y = 66 + index * 74
    const shown = during(t, from + index * pace, from + index * pace + 0.25)
    return (
      box(18, y, 64, 62, shown > 0.5 ? colour.indigo : colour.hairline, 8) +
      write(row.word, 50, y + 38, { size: 34, weight: 'bold', fill: shown > 0.5 ? '#FFFFFF' : colour.quiet, anchor: 'middle' }) +
      (index < rows.length - 1 ? line([p(98, y + 68), p(470, y + 68)], colour.hairline, 2) : '') +
      fade(
        write(row.says, 100, y + 31, { size: 33, weight: 'bold' }) +
          write(`${row.en}: ${row.note}`, 100, y + 58, { size: 22, weight: 'medium', fill: colour.second }),
        shown,
      )
    )
  })
  return (
    box(0, 0, 490, 446, '#FFFFFF', 10, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    write('走不出来的人', 20, 46, { size: 34, weight: 'bold' }) +
    write('Cannot get out alone', 240, 45, { size: 23, weight: 'medium', fill: colour.second }) +
    lines.join('')
  )
}

const bed = (): string =>
  box(BED.left - 4, 214, 14, 206, '#A9814F', 3) +
  box(BED.left, BED.top + 18, BED.right - BED.left, 20, '#A9814F', 3) +
  box(BED.left + 8, BED.top + 38, 12, 62, '#8C6843') +
  box(BED.right - 26, BED.top + 38, 12, 62, '#8C6843') +
  box(BED.left + 8, BED.top - 8, BED.right - BED.left - 8, 28, '#E9E3F0', 10) +
  box(BED.left + 16, BED.top - 32, 92, 30, '#FFFFFF', 12, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  shape(`M${BED.left + 110} ${BED.top - 8}h176v52q-90 14 -176 0z`, '#B9C7D6')

const alarm = (t: number, ringing: number): string =>
  (ringing > 0.3 ? rings(t, ALARM.x, ALARM.y, colour.vermilion, 30, 108) : '') +
  box(ALARM.x - 52, ALARM.y - 30, 104, 14, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  shape(`M${ALARM.x - 44} ${ALARM.y - 16}h88l-12 24h-64z`, '#FFFFFF', { stroke: colour.wallShade, 'stroke-width': 2 }) +
  disc(ALARM.x + 20, ALARM.y - 4, 5, ringing > 0.3 && Math.sin(t * 12) > -0.2 ? '#E0392B' : '#C9A9A5')

const key = (at: Point, turn: number): string =>
  place(
    at.x,
    at.y,
    disc(0, 0, 11, 'none', { stroke: '#C9962B', 'stroke-width': 6 }) +
      line([p(11, 0), p(40, 0)], '#C9962B', 6) +
      line([p(30, 0), p(30, 10)], '#C9962B', 5) +
      line([p(38, 0), p(38, 9)], '#C9962B', 5),
    1,
    turn,
  )

export const elder: Scene = (moment: Moment) => {
  const { t } = moment
  const [five, ring] = [beat(moment, 1), beat(moment, 2)]
  const tries = Math.max(hold(t, 0.9, 2.2, 0.55), hold(t, 2.25, 3.1, 0.4) * 0.6)
  const listening = during(t, ring + 0.9, ring + 1.2)
  const giving = hold(t, ring + 2.5, ring + 3.9, 0.35)
  const herPose: Pose = {
    x: 296,
    y: NEAR - 26,
    crouch: mix(60, 34, tries),
    lean: mix(4, 24, tries) - listening * 6,
    feet: [p(46, -9), p(36, -9)],
    mouth: speaking(t, 1.6, 2.9),
  }
  const grip = p(62, -112 + tries * -6)
  const offered = p(mix(40, 74, giving), mix(-96, -142, giving))
  const cupped = hold(t, ring + 0.95, ring + 2.3, 0.25)
  const nearHand = giving > 0.02 ? offered : cupped > 0.02 ? p(mix(40, -4, cupped), mix(-96, -158, cupped)) : p(44, -100)
  const stick = handOf(herPose, grip, 'far')
  const her = person(looks.elder, { ...herPose, near: nearHand, far: grip })

  const up = hold(t, ring + 0.2, ring + 2.3, 0.35)
  const pushing = during(t, ring + 0.75, ring + 0.9)
  const me = walking(
    t,
    [
      { at: -0.8, x: 760 },
      { at: 0.9, x: 520 },
      { at: ring - 0.2, x: 520 },
      { at: ring + 0.35, x: 606 },
    ],
    -1,
  )
  const moved = t > ring - 0.2
  const writing = hold(t, five - 0.3, ring - 0.2, 0.3)
  const pole = p(mix(20, 50, up), mix(-130, -226, up))
  const myPose: Pose = { ...me, y: NEAR + 4, facing: moved ? 1 : -1, mouth: speaking(t, 0.2, 1.4) }
  const board = handOf(myPose, p(36, -136), 'far')
  const fist = handOf(myPose, pole)
  const hands: Partial<Pose> =
    writing > 0.3
      ? { near: p(40 + Math.sin(t * 8) * 4, -148), far: p(36, -136) }
      : up > 0.02
        ? { near: pole, far: p(mix(14, 36, up), mix(-118, -180, up)) }
        : {}
  const rod =
    up > 0.3 ? line([p(fist.x - 22, fist.y + 150), p(fist.x, fist.y), p(ALARM.x, ALARM.y + mix(40, 10, pushing))], '#B98A56', 8) : ''

  const comes = walking(
    t,
    [
      { at: ring + 0.35, x: 1000 },
      { at: ring + 2.65, x: 462 },
    ],
    -1,
  )
  const take = hold(t, ring + 2.6, 99, 0.35)
  const stepped = during(t, ring + 0.35, ring + 0.95)
  const theirs: Pose = {
    x: comes.x,
    y: mix(FLOOR + 6, NEAR - 10, stepped),
    scale: mix(0.9, 1, stepped),
    facing: -1,
    stride: comes.stride,
  }
  const given = t > ring + 3.3
  const palm = p(mix(14, given ? 40 : 58, take), mix(-118, given ? -150 : -170, take))
  const neighbour = person(looks.neighbour, {
    ...theirs,
    ...(take > 0.02 ? { near: palm } : {}),
    mouth: speaking(t, ring + 3.2, ring + 4.1),
  })
  const keyAt = given ? handOf(theirs, palm) : handOf(herPose, nearHand)
  const sheet = hold(t, five, ring + 0.1, 0.3)

  const set =
    room(FLOOR, 1280, '#F1EBE4') +
    pane(210, 156, 170, 130) +
    box(DOOR.left, DOOR.top, 168, FLOOR - DOOR.top, '#CFC8BB') +
    box(DOOR.left, FLOOR - 30, 168, 30, '#B3A894') +
    leaf(DOOR.left, DOOR.top, 168, FLOOR - DOOR.top, during(t, ring, ring + 0.5), false) +
    doorFrame(DOOR.left, DOOR.top, 168, FLOOR - DOOR.top, '') +
    box(380, 330, 66, 90, '#B98A56', 3) +
    box(380, 330, 66, 8, '#8C6843', 3) +
    box(398, 306, 30, 24, '#7C9CB8', 4) +
    bed() +
    alarm(t, up > 0.5 ? pushing : 0) +
    line([p(stick.x + 2, stick.y - 6), p(stick.x + 16, NEAR - 22)], '#7A5230', 8) +
    line([p(stick.x - 12, stick.y - 8), p(stick.x + 2, stick.y - 6)], '#7A5230', 8) +
    her +
    fade(neighbour, during(t, ring + 0.3, ring + 0.5)) +
    (giving > 0.4 || given ? key(keyAt, given ? 160 : -20) : '') +
    (writing > 0.3 ? clipboard(p(board.x - 4, board.y - 10), -14) : '') +
    rod +
    worker({ ...myPose, ...hands }) +
    fade(say(520, 172, '自己能下楼吗？', 'Can you get down alone?'), hold(t, 0.2, 1.7, 0.15)) +
    fade(say(318, 184, '站不稳', 'My legs fail me'), hold(t, 1.75, five - 0.1, 0.15)) +
    fade(place(mix(840, 770, sheet), 20, card(t, five + 0.35, 0.6)), sheet) +
    fade(verdict(384, 150, true, 1.1), during(t, ring + 3.5, ring + 3.75))
  return camera(
    t,
    [
      { at: -2, x: 440, y: 255, zoom: 1.2 },
      { at: five - 0.9, x: 640, y: 242, zoom: 1 },
      { at: ring + 0.1, x: 600, y: 242, zoom: 1 },
    ],
    1,
    set,
  )
}
