/** The entrance hall: a bike on a hanging wire; scolding, and the three things that move it. */
import { CYCLE, type Pose, person, walking } from '../figures.ts'
import { blanket, flames, glow, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { room, verdict } from '../props.ts'
import {
  beat,
  box,
  camera,
  clamp,
  colour,
  disc,
  during,
  fade,
  hold,
  line,
  type Moment,
  mix,
  place,
  round,
  type Scene,
  shape,
} from '../stage.ts'
import { handOf, looks, p, speaking, worker } from './folk.ts'
import { cable, ebike, ifItBurns, say, sayCard, socketOf } from './things.ts'

const FLOOR = 396
const NEAR = 452
const STANDS = 650
const STEPS = 7
const TREAD = 46
const RISE = 30
const HEAD = 130
const OUT = 1030

/** The only stairs of the block, cut open at the left. */
function stairs(): string {
  const top = FLOOR - STEPS * RISE
  let d = `M-20 ${top}H${HEAD}`
  for (let i = 0; i < STEPS; i += 1) d += `V${top + RISE * (i + 1)}H${HEAD + TREAD * (i + 1)}`
  const foot = HEAD + TREAD * STEPS
  const post = (i: number): string =>
    line([p(HEAD + TREAD * i - 6, top + RISE * i - 70), p(HEAD + TREAD * i - 6, top + RISE * i)], colour.metal, 5)
  return (
    shape(`${d}V500H-20z`, '#D9CDB9') +
    shape(d, 'none', { stroke: colour.floorDark, 'stroke-width': 4 }) +
    [0, 2, 4, 6].map(post).join('') +
    line([p(-20, top - 74), p(HEAD - 6, top - 74), p(foot - 52, FLOOR - 100)], colour.metalDark, 8)
  )
}

/** Outside at the right: the charging shed and its post, green when a bike is on it. */
function outside(charging: number): string {
  return (
    box(OUT, 0, 1280 - OUT, FLOOR, '#DFEAEF') +
    box(OUT, FLOOR - 46, 1280 - OUT, 46, '#B9CDB9') +
    box(OUT, FLOOR, 1280 - OUT, 90, '#CFCABC') +
    box(1252, 120, 12, FLOOR - 112, colour.metalDark) +
    shape(`M${OUT + 24} 132L1290 100V124L${OUT + 24} 152z`, colour.green) +
    box(1196, 226, 40, FLOOR - 222, '#E9ECEE', 4, { stroke: colour.metal, 'stroke-width': 2 }) +
    disc(1216, 248, 11, charging > 0.5 ? '#2FA36B' : '#B7BDBF') +
    (charging > 0.5 ? disc(1216, 248, 22, '#2FA36B', { opacity: 0.25 }) : '') +
    box(1204, 270, 24, 22, '#3A3D42', 3) +
    box(1096, 168, 142, 44, '#FFFFFF', 5, { stroke: colour.green, 'stroke-width': 2.5 }) +
    write('充电棚', 1167, 200, { size: 30, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    box(OUT - 24, 0, 24, FLOOR + 22, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 })
  )
}

const letterBoxes = (): string => {
  let all = ''
  for (let row = 0; row < 2; row += 1)
    for (let i = 0; i < 3; i += 1)
      all +=
        box(812 + i * 58, 158 + row * 50, 54, 46, '#9FB0AE', 3, { stroke: '#7C918E', 'stroke-width': 2 }) +
        box(824 + i * 58, 168 + row * 50, 30, 5, '#5F7572')
  return all
}

export const bike: Scene = (moment: Moment) => {
  const { t } = moment
  const [scold, speak, move] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const floorOfBike = NEAR - 8
  const imagined = hold(t, 1.2, scold - 0.05, 0.35)

  const pulled = move + 1.0
  const release = pulled + 0.45
  const push = { from: move + 1.8, to: move + 3.45 }
  const ride = walking(t, [
    { at: push.from, x: STANDS },
    { at: push.to, x: 1110 },
  ])
  const bikeX = ride.x
  const him = walking(
    t,
    [
      { at: scold + 1.3, x: 500 },
      { at: scold + 3.0, x: 336 },
      { at: speak + 0.4, x: 336 },
      { at: speak + 1.6, x: 488 },
      { at: move + 0.1, x: 488 },
      { at: move + 0.6, x: 532 },
      { at: push.from - 0.25, x: 532 },
      { at: push.from, x: 560 },
    ],
    1,
  )
  const pushing = t >= push.from
  const unplug = hold(t, move + 0.5, release + 0.25, 0.2)
  const away = t > scold + 1.3 && t < speak + 0.35
  const nod = t > speak + 2.6 && t < move ? Math.max(0, Math.sin((t - speak) * 6)) * 3 : 0
  const himPose: Pose = pushing
    ? {
        x: bikeX - 90,
        y: NEAR - 14,
        lean: 9 * hold(t, push.from, push.to, 0.3),
        stride: { phase: bikeX / CYCLE, amount: ride.stride.amount },
      }
    : { ...him, y: NEAR - 14, facing: away ? -1 : 1, lean: nod + unplug * 10 }
  const plug = p(socketOf(STANDS, floorOfBike).x - himPose.x, socketOf(STANDS, floorOfBike).y - himPose.y)
  const lifted = during(t, pulled, pulled + 0.3)
  const pull = p(mix(14, mix(plug.x, 64, lifted), unplug), mix(-118, mix(plug.y, -168, lifted), unplug))
  const owner = person(looks.owner, {
    ...himPose,
    ...(pushing
      ? { near: p(72, -158), far: p(78, -152) }
      : unplug > 0.02
        ? { near: pull }
        : t < scold
          ? {}
          : { mouth: speaking(t, speak + 3.4, move) }),
  })

  const line3 = t < speak ? -1 : Math.min(2, Math.floor((t - speak) / 1.4))
  const wag = hold(t, scold + 0.1, scold + 2.2, 0.25)
  const pointBike = line3 === 0 && t < move
  const pointStairs = line3 === 1 && t < move
  const me = walking(
    t,
    [
      { at: -0.8, x: 1080 },
      { at: 1.0, x: 880 },
    ],
    -1,
  )
  const outward = (line3 === 2 && t < move) || t > move + 0.2
  const myPose: Pose = {
    ...me,
    y: FLOOR + 22,
    facing: outward ? 1 : -1,
    lean: wag * 8,
    mouth: Math.max(speaking(t, scold + 0.1, scold + 2.2), speaking(t, speak + 0.2, move - 0.1), speaking(t, move + 0.3, move + 1.4)),
  }
  const arm =
    wag > 0.02
      ? p(mix(14, 72, wag), mix(-118, -206 + Math.sin(t * 13) * 9, wag))
      : pointBike
        ? p(64, -150)
        : pointStairs
          ? p(60, -232)
          : t > speak && outward
            ? p(68, -196)
            : undefined
  const free = during(t, release, release + 0.7)
  const swing = Math.sin((t - release) * 4) * 26 * clamp(1 - (t - release) / 2.2)
  const socket = socketOf(STANDS, floorOfBike)
  const letGo = p(532 + 64, NEAR - 14 - 168)
  const end = t < pulled ? socket : t < release ? handOf(himPose, pull) : p(mix(letGo.x, 566 + swing, free), mix(letGo.y, 268, free))
  const wire = cable(p(560, -10), end, mix(60, 4, free)) + box(end.x - 7, end.y - 8, 14, 18, '#2A2725', 3)
  const warm = t < pulled ? disc(socket.x, socket.y, 20 + 5 * Math.sin(t * 5), colour.bright, { opacity: 0.3 }) : ''
  const charging = during(t, push.to - 0.05, push.to + 0.15)

  const climbing = walking(t, [
    { at: 1.7, x: 92 },
    { at: 3, x: 44 },
  ])
  const neighbour = person(looks.woman, {
    ...climbing,
    x: climbing.x,
    y: FLOOR - STEPS * RISE,
    scale: 0.64,
    facing: 1,
    lean: -6 * imagined,
    ...(imagined > 0.3 ? { near: p(26, -212), far: p(44, -190) } : {}),
  })
  const burn =
    glow(STANDS, 330, 150, 0.9) +
    place(STANDS - 20, floorOfBike - 60, flames(t, mix(0.5, 1.25, during(t, 1.2, 2.6)))) +
    plume(t, { x: STANDS - 20, y: 320, rise: 250, spread: 60, size: 70, drift: -300, count: 16, seconds: 2.4, opacity: 0.5 }) +
    blanket(t, -20, OUT - 24, -6, mix(10, 150, during(t, 1.3, 3.2)), 0.5) +
    plume(t, { x: 260, y: 200, rise: 150, spread: 150, size: 62, drift: -160, count: 12, seconds: 2.8, seed: 4, opacity: 0.45 })

  const cards = [
    { word: ['什么事', 'What'] as const, says: ['车在门洞里充电', 'Charging in the way out'] as const },
    { word: ['为什么', 'Why'] as const, says: ['着了，家人下不来', 'Your family is cut off'] as const },
    { word: ['今天', 'Today'] as const, says: ['推到棚里去充', 'Charge it in the shed'] as const },
  ].map(({ word, says }, index) =>
    fade(sayCard(74 + index * 326, 18, 308, word, says, line3 === index ? 1 : 0), hold(t, speak + 0.1 + index * 1.4, move + 0.1, 0.2)),
  )
  const set =
    room(FLOOR) +
    outside(charging) +
    letterBoxes() +
    stairs() +
    (t < speak ? neighbour : '') +
    fade(burn, imagined) +
    (charging > 0.1 ? fade(cable(p(1216, 288), p(bikeX - 64, floorOfBike - 76), 40, '#2A2725', 4), charging) : '') +
    worker({ ...myPose, ...(arm ? { near: arm } : {}) }) +
    (pushing ? owner : '') +
    ebike(bikeX, floorOfBike, round(((bikeX - STANDS) / 34) * 57.3)) +
    (pushing ? '' : owner) +
    warm +
    wire +
    fade(ifItBurns(760, 62), imagined) +
    fade(say(862, 152, '说多少遍了！', 'How many times!'), hold(t, scold + 0.1, scold + 2.1, 0.15)) +
    fade(verdict(1044, 82, false, 1.25), hold(t, scold + 1.4, speak - 0.05, 0.2)) +
    cards.join('') +
    fade(verdict(1062, 86, true, 1.2), during(t, push.to + 0.1, push.to + 0.3))
  return camera(
    t,
    [
      { at: -2, x: 660, y: 242, zoom: 1.02 },
      { at: scold - 0.2, x: 680, y: 252, zoom: 1.1 },
      { at: speak - 0.3, x: 640, y: 242, zoom: 1 },
      { at: move + 1.2, x: 760, y: 260, zoom: 1.06 },
    ],
    1.2,
    set,
  )
}
