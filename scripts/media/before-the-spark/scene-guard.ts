/** The work itself: the guard's eyes, the extinguisher, the floor below. */
import { extinguisher, rings, verdict } from '../props.ts'
import { beat, camera, colour, during, fade, hold, type Moment, mix, type Scene } from '../stage.ts'
import { LOW, SCALE, SET, site, small, sparkTray, UP, WELD } from './building.ts'
import { cable, crew, kneel, radio, welder, weldingSet } from './crew.ts'
import { p, plate, says, trail } from './marks.ts'
import { arc, ember, shower } from './sparks.ts'

export const WELDER = 570
export const GUARD = 722
const hand = p(94, -86)

/** The welder at his point; `down` kneels him, `mask` covers his face. */
export const atWork = (down: number, mask: number): string =>
  cable(p(SET + 16, UP - 30), p(WELDER + hand.x * SCALE * down + 20 * (1 - down), UP + mix(-118, hand.y, down) * SCALE), UP - 2) +
  welder(
    {
      x: WELDER,
      y: UP,
      scale: SCALE,
      ...kneel(down),
      near: p(mix(36, hand.x, down), mix(-120, hand.y, down)),
      far: p(mix(14, 74, down), mix(-118, -76, down)),
    },
    { mask, tip: p(mix(56, 112, down), mix(-104, -84, down)) },
  )

/** What falls from the arc onto the plates, and the little that slips through the joint. */
export const sparksAbove = (t: number, on: number): string =>
  on < 0.05
    ? ''
    : fade(shower(t, { ...WELD, floor: UP - 7, side: 95, up: 70, count: 34, life: 1.3, size: 2.4, left: 604, right: 706 }), on) +
      arc(t, WELD.x, WELD.y, on * 0.85)

export const sparksBelow = (t: number, on: number): string =>
  on < 0.05
    ? ''
    : fade(
        shower(t, { x: 634, y: UP + 24, floor: LOW - 9, side: 20, up: 4, count: 7, life: 1.5, size: 2.6, seed: 5, left: 584, right: 664 }),
        on,
      )

export const guard: Scene = (moment: Moment) => {
  const { t } = moment
  const below = beat(moment, 1)
  const down = during(t, 0, 0.5)
  const mask = during(t, 0.4, 0.75)
  const on = during(t, 0.9, 1.1)
  const eyes = p(GUARD - 17 * SCALE, UP - 236 * SCALE)
  const talk = during(t, below + 1, below + 1.3)
  const watcher = small(crew.below, {
    x: 550,
    y: LOW,
    near: p(mix(24, 30, talk), mix(-112, -214, talk)),
    far: p(18, -112),
    mouth: talk > 0.5 ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
  })
  const set = site(
    weldingSet(SET, UP, 0.5, t > 0.7) +
      atWork(down, mask) +
      small(crew.guard, { x: GUARD, y: UP, facing: -1, near: p(20, -96), far: p(18, -112) }) +
      extinguisher(GUARD - 20 * SCALE, UP - 12, SCALE),
  )
  const ground =
    extinguisher(506, LOW, SCALE) +
    watcher +
    radio(550 + mix(24, 34, talk) * SCALE, LOW + mix(-116, -220, talk) * SCALE, SCALE) +
    sparkTray(622, LOW) +
    ember(616, LOW - 9, 0) +
    ember(640, LOW - 9, 0)
  const gaze = 1 - during(t, below - 0.4, below - 0.1)
  const looking =
    fade(trail(t, eyes, p(664, UP - 9), colour.green, during(t, 1.2, 1.7)), gaze) +
    fade(trail(t, eyes, p(WELD.x + 14, WELD.y - 6), colour.vermilion, during(t, 2.4, 2.8)), gaze) +
    fade(verdict(682, 128, false, 0.6), Math.min(gaze, during(t, 2.8, 3))) +
    fade(verdict(694, 200, true, 0.6), Math.min(gaze, during(t, 1.8, 2)))
  const picture = camera(
    t,
    [
      { at: 0, x: 650, y: 142, zoom: 1.78 },
      { at: below - 0.2, x: 640, y: 300, zoom: 1.36 },
    ],
    1.2,
    set + ground + sparksBelow(t, on) + sparksAbove(t, on) + looking,
  )
  const words =
    fade(plate(1010, 388, '看落点', 'Where they land', 220, colour.green), Math.min(gaze, during(t, 1.7, 1.95))) +
    fade(plate(1010, 40, '不看弧光', 'Not the arc', 220, colour.vermilion), Math.min(gaze, during(t, 2.7, 2.95))) +
    fade(says(380, 160, '楼下没事', 'All clear below', 220, p(508, 264)), hold(t, below + 1.3, moment.length + 1, 0.2)) +
    fade(rings(t, 545, 272, colour.indigo, 12, 46), hold(t, below + 1.3, moment.length + 1, 0.2))
  return picture + words
}
