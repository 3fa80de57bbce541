/** The alarm: shout, press the call point, shout on. */

import { type Pose, people, person, seated, walking } from '../figures.ts'
import { blanket, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { bubble, callPoint, chair, desk, pane, rings, room, shelving, sounder } from '../props.ts'
import { beat, box, camera, clamp, colour, during, fade, hold, type Moment, mix, type Scene } from '../stage.ts'
import { burning, FLOOR, NEAR, wayOut } from './office.ts'

const cupped: Pick<Pose, 'near' | 'far'> = { near: { x: 30, y: -224 }, far: { x: 36, y: -217 } }

export const alarm: Scene = (moment: Moment) => {
  const { t } = moment
  const [shout, press, onward] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const pushed = during(t, press + 2.25, press + 2.5)
  const rung = t > press + 2.4

  const walk = walking(
    t,
    [
      { at: -0.5, x: 900 },
      { at: 2.3, x: 580 },
      { at: press - 0.1, x: 580 },
      { at: press + 2, x: 992 },
      { at: onward + 1.6, x: 992 },
      { at: onward + 3.7, x: 1400 },
    ],
    -1,
  )
  const still = walk.stride.amount < 0.05
  const calling = hold(t, shout, press - 0.3, 0.3) + hold(t, onward, onward + 1.7, 0.25)
  const mouth = calling > 0.1 ? 0.55 + 0.45 * Math.sin(t * 7) : 0
  const turnedBack = t > onward - 0.05 && t < onward + 1.6
  const facing = t < press - 0.1 || turnedBack ? -1 : 1
  const reach = hold(t, press + 1.8, onward - 0.1, 0.35)
  const hands: Pick<Pose, 'near' | 'far'> =
    reach > 0.02 ? { near: { x: mix(12, 52 + pushed * 2, reach), y: mix(-118, -218, reach) } } : calling > 0.4 && still ? cupped : {}
  const lead = person(people.lead, {
    ...walk,
    y: NEAR + 8,
    facing,
    mouth,
    lean: t > 2.4 && t < press ? mix(0, -3, during(t, 2.4, 2.8)) : 0,
    ...hands,
  })

  const up = during(t, shout + 0.7, shout + 1.3)
  const her = walking(
    t,
    [
      { at: shout + 1.5, x: 806 },
      { at: shout + 5, x: 1370 },
    ],
    -1,
  )
  const green = person(people.green, {
    ...her,
    y: FLOOR + 38,
    facing: t < shout + 1.5 ? -1 : 1,
    ...(up < 0.99
      ? {
          crouch: mix(seated.crouch ?? 0, 0, up),
          feet: [
            { x: mix(50, 7, up), y: -9 },
            { x: mix(40, -8, up), y: -9 },
          ] as const,
        }
      : {}),
    ...(up < 0.5 ? { near: { x: 56, y: -126 + Math.sin(t * 9) }, far: { x: 60, y: -127 + Math.cos(t * 8) } } : {}),
  })
  const his = walking(
    t,
    [
      { at: shout + 1.3, x: 956 },
      { at: shout + 3.5, x: 1370 },
    ],
    1,
  )
  const ochre = person(people.ochre, { ...his, y: FLOOR + 30, facing: t > shout + 0.5 && t < shout + 1.3 ? -1 : 1 })

  const size = mix(0.42, 0.95, clamp(t / moment.length))
  const depth = mix(6, 96, clamp(t / moment.length))
  const words =
    fade(bubble(560, 170, '着火了！', 'Fire!', 46, 250), hold(t, shout + 0.1, press - 0.1, 0.2)) +
    fade(bubble(960, 170, '快走！', 'Get out!', 46, 220), hold(t, onward + 0.1, onward + 1.8, 0.2))

  const set =
    room(FLOOR) +
    pane(560, 196, 230, 170) +
    wayOut() +
    shelving(158, FLOOR + 8) +
    burning(t, 318, size) +
    sounder(t, 1058, 96, rung) +
    box(1021, 254, 74, 28, '#FFFFFF', 4) +
    write('火警', 1058, 275, { size: 21, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }) +
    callPoint(1058, 216, pushed) +
    (rung ? rings(t, 1058, 88, colour.vermilion, 30, 92) : '') +
    ochre +
    chair(822, FLOOR + 40) +
    green +
    desk(722, FLOOR + 46) +
    plume(t, { x: 320, y: 330, rise: 300, spread: 70, size: mix(44, 74, clamp(t / 10)), count: 13, drift: 40, opacity: 0.42 }) +
    blanket(t, -20, 1300, -6, depth, 0.4) +
    lead +
    words
  return camera(
    t,
    [
      { at: 0, x: 600, y: 250, zoom: 1.06 },
      { at: 0.6, x: 500, y: 262, zoom: 1.16 },
      { at: shout - 0.2, x: 620, y: 250, zoom: 1.06 },
      { at: press + 0.6, x: 1010, y: 214, zoom: 1.5 },
      { at: onward - 0.3, x: 760, y: 250, zoom: 1 },
    ],
    1.3,
    set,
  )
}
