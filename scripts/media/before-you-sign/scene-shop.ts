/** The shop and the floor above it: a newcomer who has not been trained, and sparks from upstairs. */
import { type Look, people, person, walking } from '../figures.ts'
import { plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { bubble, carton, extinguisher } from '../props.ts'
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
  type Scene,
  shape,
} from '../stage.ts'
import { boss, clipboard, finding, p } from './kit.ts'
import { permit } from './permit.ts'
import { building, DOWN, HOLE, SLAB, sparks } from './shop-set.ts'

const SIZE = 0.74
const UP = SLAB - 6
const newcomer: Look = { ...people.green, shirt: '#5E9A7C', cut: 'bun' }
const trainer: Look = { ...people.lead, shirt: '#4F76A8' }
const welder: Look = { ...people.ochre, shirt: '#6B6A5C', trousers: '#4A4A44' }

const badge = (x: number, y: number): string =>
  disc(x, y, 15, colour.amber) + write('新', x, y + 8, { size: 22, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' })

export const shop: Scene = (moment: Moment) => {
  const { t } = moment
  const [train, falls, stop, paper] = [beat(moment, 1), beat(moment, 2), beat(moment, 3), beat(moment, 4)]
  const arc = t > falls - 0.6 && t < stop + 1.5
  const strength = clamp(during(t, falls - 0.5, falls + 0.2) - during(t, stop + 1.3, stop + 1.5))
  const asks = walking(t, [
    { at: -0.8, x: 380 },
    { at: 0.7, x: 520 },
    { at: falls + 0.7, x: 520 },
    { at: falls + 2.6, x: -60 },
  ])
  const shakes = hold(t, 2.1, train, 0.25)
  const grasp = during(t, train + 1.9, train + 2.3)
  const brings = walking(
    t,
    [
      { at: train - 0.7, x: 1190 },
      { at: train + 1.3, x: 754 },
    ],
    -1,
  )
  const bottle = t < train + 1.4 ? p(brings.x - 26, DOWN - 62) : p(696, DOWN)
  const set2 = during(t, train + 1.3, train + 1.7)
  const aim = p(34, -44)
  const girl = person(newcomer, {
    x: 630,
    y: DOWN,
    scale: SIZE,
    facing: t < train + 0.3 ? -1 : 1,
    lean: grasp * 14,
    near:
      shakes > 0.02
        ? p(mix(14, 46, shakes), mix(-118, -158, shakes) + Math.sin(t * 12) * 5 * shakes)
        : p(mix(14, 60, grasp), mix(-118, -126, grasp)),
    far:
      shakes > 0.02
        ? p(mix(16, 38, shakes), mix(-118, -150, shakes) - Math.sin(t * 12) * 5 * shakes)
        : p(mix(14, 66, grasp), mix(-118, -110, grasp)),
  })
  const tutor = person(trainer, {
    ...brings,
    y: DOWN,
    scale: SIZE,
    facing: t > falls + 0.3 ? 1 : -1,
    lean: set2 * 8 * (1 - during(t, falls + 0.1, falls + 0.4)),
    near: t < train + 1.4 ? p(30, -104) : t < falls + 0.3 ? p(mix(30, 62, set2), mix(-104, -112, set2)) : p(14, -118),
    mouth: t > train + 1.4 && t < falls ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
  })
  const hose = grasp > 0.5 && t < stop ? { x: (630 + 60 * SIZE - 696) / 0.78, y: (-126 * SIZE) / 0.78 + aim.y * 0 } : undefined

  const shopper = walking(
    t,
    [
      { at: falls - 2, x: 1180 },
      { at: falls + 3.4, x: 880 },
      { at: stop + 0.6, x: 880 },
      { at: stop + 3.4, x: 1240 },
    ],
    -1,
  )
  const climbs = walking(t, [
    { at: stop - 1.2, x: -60 },
    { at: stop + 0.9, x: 560 },
  ])
  const halt = hold(t, stop + 0.7, paper - 0.1, 0.25)
  const raised = during(t, stop + 1.6, stop + 2.1)
  const man = walking(
    t,
    [
      { at: stop + 1, x: 1330 },
      { at: stop + 2.8, x: 970 },
    ],
    -1,
  )
  const side = raised > 0.5 ? -1 : 1
  const work = person(welder, {
    x: 736,
    y: UP,
    scale: SIZE,
    facing: side,
    crouch: mix(52, 0, raised),
    lean: mix(34, 0, raised),
    feet: [p(mix(24, 8, raised), -9), p(-14, -9)],
    near: p(mix(84, 18, raised), mix(-52, -118, raised)),
    far: p(mix(70, 20, raised), mix(-60, -118, raised)),
  })
  const mask = (x: number, y: number, turn: number): string =>
    place(
      x,
      y,
      group(shape('M-6 -22Q20 -24 24 -2Q24 22 8 26Q-2 20 -6 8z', '#33373F') + box(6, -8, 16, 11, '#7FA7B5', 2), {
        transform: `scale(${side} 1)`,
      }),
      SIZE,
      turn * side,
    )
  const faceX = 736 + side * mix(72, 6, raised) * SIZE
  const faceY = UP + mix(-170, -236, raised) * SIZE
  const tool = p(736 + side * mix(84, 18, raised) * SIZE, UP + mix(-52, -118, raised) * SIZE)

  const set =
    building() +
    line([p(HOLE - 34, UP - 34), p(HOLE + 60, UP - 34)], colour.metalDark, 11) +
    line([p(HOLE - 30, UP - 34), p(HOLE - 30, UP)], colour.metalDark, 9) +
    line([p(HOLE + 56, UP - 34), p(HOLE + 56, UP)], colour.metalDark, 9) +
    work +
    mask(faceX, faceY - raised * 24, mix(22, -50, raised)) +
    line([p(tool.x, tool.y), p(tool.x + side * mix(14, 4, raised), tool.y + mix(8, 22, raised))], '#33373F', 6) +
    (arc ? disc(HOLE - 6, UP - 32, 30 + 5 * Math.sin(t * 31), '#BFE3FF', { opacity: 0.5 }) + disc(HOLE - 6, UP - 32, 9, '#FFFFFF') : '') +
    person(boss, {
      ...climbs,
      y: UP,
      scale: SIZE,
      ...(halt > 0.02 ? { near: p(mix(14, 52, halt), mix(-118, -208, halt)) } : {}),
      far: p(34, -132),
      mouth: halt * 0.5,
    }) +
    clipboard(climbs.x + 36 * SIZE, UP - 134 * SIZE, 8, SIZE) +
    carton(HOLE + 84, 446, 80, 56) +
    carton(HOLE + 70, 390, 60, 44, '#D1AE80') +
    (arc && t > falls + 0.8 ? plume(t, { x: HOLE + 62, y: 392, rise: 90, spread: 16, size: 18, count: 7, opacity: 0.4 }) : '') +
    person(people.clay, { ...shopper, y: DOWN + 8, scale: SIZE }) +
    girl +
    badge(630 + (t < train + 0.3 ? -6 : 8) + grasp * 9, DOWN - 168 * SIZE) +
    person(boss, {
      ...asks,
      y: DOWN + 4,
      scale: SIZE,
      far: p(36, -134),
      near: p(mix(14, 44, hold(t, 1, 2, 0.3)), mix(-118, -156, hold(t, 1, 2, 0.3))),
      lean: hold(t, falls + 0.2, falls + 0.9, 0.2) * -6,
      mouth: t > 0.8 && t < 2 ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
    }) +
    clipboard(asks.x + asks.facing * 38 * SIZE, DOWN + 4 - 138 * SIZE, asks.facing * 8, SIZE) +
    tutor +
    extinguisher(bottle.x, bottle.y, 0.78, hose) +
    sparks(t, strength) +
    person(people.guard, { ...man, y: DOWN + 8, scale: SIZE, facing: -1, near: p(30, -104) }) +
    extinguisher(man.x - 24, DOWN - 56, 0.72)
  const seen = camera(
    t,
    [
      { at: 0, x: 560, y: 323, zoom: 1.5 },
      { at: train + 0.3, x: 660, y: 323, zoom: 1.5 },
      { at: falls - 0.5, x: 640, y: 242, zoom: 1 },
      { at: stop + 0.4, x: 700, y: 236, zoom: 1.04 },
    ],
    1.1,
    set,
  )
  const talk =
    fade(bubble(594, 150, '灭火器怎么用？', 'How do you use it?', 42, 340), hold(t, 0.9, 2.1, 0.2)) +
    fade(bubble(740, 150, '没人教过。', 'Nobody taught me.', 42, 290), hold(t, 2.15, train + 0.1, 0.2))
  const shown = during(t, paper - 0.15, paper + 0.1)
  const cards =
    finding(['新人没训', 'Not trained'], ['正在训', 'In training'], hold(t, 2.6, falls - 0.2, 0.25), during(t, train + 2.2, train + 2.5)) +
    finding(
      ['营业时动火', 'Hot work, shop open'],
      ['停了', 'Stopped'],
      hold(t, falls + 0.5, paper, 0.25),
      during(t, stop + 1.5, stop + 1.8),
      900,
    )
  return (shown < 1 ? seen + talk + cards : '') + fade(permit(t - paper), shown)
}
