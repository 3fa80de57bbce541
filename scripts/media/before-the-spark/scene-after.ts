/** The end of the work: left at once in Anyang, checked and watched here. */
import { seated } from '../figures.ts'
import { chair, extinguisher } from '../props.ts'
import { beat, camera, clamp, during, fade, group, hold, type Moment, mix, type Scene, shape } from '../stage.ts'
import { anyang } from './anyang.ts'
import { LOW, pace, SCALE, SET, site, small, sparkTray, UP, WELD } from './building.ts'
import { crew, kneel, welder, weldingSet } from './crew.ts'
import { chip, clock, p, plate, ticked } from './marks.ts'
import { ember } from './sparks.ts'

/** A hand lamp and its beam. */
function lamp(from: { x: number; y: number }, to: { x: number; y: number }, on: number): string {
  const turn = Math.atan2(to.y - from.y, to.x - from.x)
  const far = Math.hypot(to.x - from.x, to.y - from.y)
  return group(
    (on > 0.02 ? shape(`M8 -4L${far} -20V20L8 4z`, '#F8D77E', { opacity: 0.6 * on }) : '') + shape('M-12 -3H3L9 -6V6L3 3H-12z', '#26282C'),
    { transform: `translate(${from.x} ${from.y}) rotate(${(turn * 180) / Math.PI})` },
  )
}

/** Weld, below, behind: three people look at the same time, one after the other is sure. */
function checking(t: number): string {
  const aim = during(t, 0.2, 0.6)
  const hand = p(mix(20, 40, aim), mix(-108, -136, aim))
  const held = p(722 - hand.x * SCALE, UP + hand.y * SCALE)
  const to = p(WELD.x + 14, WELD.y + 14 * Math.sin(t * 2.2))
  const down = during(t, 0.5, 1)
  const feel = during(t, 1.3, 1.8)
  const him = pace(
    t,
    [
      { at: -0.4, x: 1080 },
      { at: 1.2, x: 968 },
    ],
    -1,
  )
  return (
    site(
      weldingSet(SET, UP, 0.5, false) +
        welder({ x: 548, y: UP, scale: SCALE, near: p(16, -116) }, { mask: 0 }) +
        small(crew.guard, { x: 722, y: UP, facing: -1, near: hand, far: p(16, -116) }) +
        lamp(held, to, aim) +
        extinguisher(690, UP, SCALE),
    ) +
    small(crew.helper, {
      ...him,
      y: UP,
      facing: -1,
      near: p(mix(14, 51, feel), mix(-118, -176 + 10 * Math.sin(t * 2) * feel, feel)),
    }) +
    extinguisher(500, LOW, SCALE) +
    small(crew.below, {
      x: 540,
      y: LOW,
      ...kneel(down),
      near: p(mix(14, 66 + 8 * Math.sin(t * 2.4), down), mix(-118, -46, down)),
      far: p(mix(12, 52, down), mix(-118, -60, down)),
    }) +
    sparkTray(622, LOW) +
    ember(606, LOW - 9, 0) +
    ember(640, LOW - 9, 0)
  )
}

/** The guard sits and waits; the clock goes on; sure at last, he goes. */
function waiting(t: number, length: number): string {
  const up = during(t, length - 1.9, length - 1.4)
  const walk = pace(t, [
    { at: length - 0.9, x: 716 },
    { at: length + 1.6, x: 960 },
  ])
  const away = t > length - 0.9
  const feet = seated.feet ?? [p(7, -9), p(-8, -9)]
  const man = small(crew.guard, {
    ...walk,
    y: UP,
    facing: away ? 1 : -1,
    ...(up < 0.99
      ? {
          crouch: mix(seated.crouch ?? 0, 0, up),
          feet: [p(mix(feet[0].x, 7, up), -9), p(mix(feet[1].x, -8, up), -9)] as const,
          near: p(mix(44, 14, up), mix(-86, -118, up)),
        }
      : {}),
  })
  const seat = group(chair(0, 0), { transform: `translate(722 ${UP}) scale(${-SCALE} ${SCALE})` })
  return (
    site(clock(560, 92, 30, 100 * clamp(t / (length - 1.9))) + weldingSet(SET, UP, 0.5, false)) + seat + man + extinguisher(772, UP, SCALE)
  )
}

export const after: Scene = (moment: Moment) => {
  const { t } = moment
  const [later, look, stay] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const past = 1 - during(t, look - 0.25, look)
  const toStay = during(t, stay - 0.25, stay)
  const s = t - look
  const found = [0.9, 1.7, 2.5].map((from) => during(s, from, from + 0.25))
  const second =
    camera(t, [{ at: 0, x: 724, y: 250, zoom: 1.06 }], 1, checking(s)) +
    ticked(360, 40, '焊点', 'The weld', 150, found[0] ?? 0) +
    ticked(300, 330, '下方', 'Below', 150, found[1] ?? 0) +
    ticked(1090, 24, '背面', 'Behind', 150, found[2] ?? 0)
  const third = camera(
    t - stay,
    [
      { at: 0, x: 670, y: 142, zoom: 1.55 },
      { at: 0.1, x: 670, y: 142, zoom: 1.72 },
    ],
    3,
    waiting(t - stay, moment.length - stay),
  )
  const safe = fade(plate(240, 70, '没有火险了', 'No danger left', 220, '#1B6B4A'), hold(t, moment.length - 1.6, moment.length + 1, 0.25))
  return (
    (past > 0 ? anyang(t, later, look) + chip('2022', '安阳', 'Anyang') : '') +
    (past < 1 && toStay < 1 ? fade(second, 1 - past) : '') +
    (toStay > 0 ? fade(third + safe, toStay) : '')
  )
}
