/** What stops the work: others coming in, a first small fire, a guard who must leave. */
import { people } from '../figures.ts'
import { extinguisher, rings } from '../props.ts'
import { beat, box, camera, colour, during, fade, hold, type Moment, mix, place, type Scene, shape, WIDTH } from '../stage.ts'
import { LOW, pace, paint, SCALE, SET, site, small, sparkTray, UP } from './building.ts'
import { crew, weldingSet } from './crew.ts'
import { p, plate, says } from './marks.ts'
import { atWork, GUARD, sparksAbove, sparksBelow } from './scene-guard.ts'
import { basinAgain, switchedOff } from './two-ways.ts'

/** Two people who should not be there, and the call that stops everything. */
function intruders(t: number): string {
  const call = during(t, 1.5, 1.8)
  const on = 1 - during(t, 2.1, 2.3)
  const painter = pace(t, [
    { at: -0.6, x: 60 },
    { at: 2, x: 344 },
  ])
  const walker = pace(
    t,
    [
      { at: -0.6, x: 1150 },
      { at: 2.2, x: 790 },
    ],
    -1,
  )
  const stopped = during(t, 2.1, 2.5)
  const arm = p(mix(18, 62, call), mix(-112, -234, call))
  return (
    site(
      weldingSet(SET, UP, 0.5, t < 2.7) +
        small(people.slate, { ...painter, y: UP, near: p(20, -94), mouth: 0 }) +
        paint(painter.x + 20 * SCALE, UP - 28) +
        atWork(1, 1 - during(t, 2.3, 2.7)) +
        small(crew.guard, {
          x: GUARD,
          y: UP,
          facing: -1,
          near: p(20, -96),
          far: arm,
          mouth: call > 0.5 ? 0.5 + 0.4 * Math.sin(t * 9) : 0,
        }) +
        extinguisher(GUARD - 20 * SCALE, UP - 12, SCALE),
    ) +
    extinguisher(506, LOW, SCALE) +
    small(crew.below, {
      x: 550,
      y: LOW,
      near: p(24, -112),
      far: p(mix(18, 64, stopped), mix(-112, -190, stopped)),
      mouth: stopped > 0.5 ? 0.4 + 0.3 * Math.sin(t * 8) : 0,
    }) +
    sparkTray(622, LOW) +
    small(people.clay, { ...walker, y: LOW, facing: -1, near: p(8, -102) }) +
    shape(`M${walker.x - 12} ${LOW - 54}Q${walker.x - 5} ${LOW - 70} ${walker.x + 2} ${LOW - 54}`, 'none', {
      stroke: '#4F5D6B',
      'stroke-width': 2.5,
    }) +
    box(walker.x - 21, LOW - 55, 32, 27, '#6E7F8F', 4) +
    sparksBelow(t, on) +
    sparksAbove(t, on)
  )
}

/** The phone rings: power off, then away. */
function leaving(t: number): string {
  const answer = hold(t, 0.5, 1.7, 0.3)
  const signal = hold(t, 0.7, 1.7, 0.25)
  const on = 1 - during(t, 1.2, 1.4)
  const walk = pace(
    t,
    [
      { at: 1.9, x: GUARD },
      { at: 3.5, x: 900 },
    ],
    -1,
  )
  const gone = t > 1.9
  return (
    site(
      weldingSet(SET, UP, 0.5, t < 1.6) +
        atWork(1, 1 - during(t, 1.4, 1.7)) +
        (gone ? '' : rings(t, GUARD + 8, UP - 92, colour.indigo, 8, 30)) +
        small(crew.guard, {
          ...walk,
          y: UP,
          facing: gone ? 1 : -1,
          near: p(gone ? 14 : mix(20, 34, answer), gone ? -118 : mix(-96, -150, answer)),
          far: p(mix(18, 58, signal), mix(-112, -196, signal)),
          mouth: signal > 0.5 ? 0.4 + 0.3 * Math.sin(t * 8) : 0,
        }) +
        (gone ? '' : box(GUARD - mix(20, 37, answer) * SCALE - 4, UP - mix(96, 166, answer) * SCALE, 7, 14, '#26282C', 1.5)) +
        extinguisher(GUARD - 42, UP, SCALE),
    ) + sparksAbove(t, on)
  )
}

export const stop: Scene = (moment: Moment) => {
  const { t } = moment
  const [again, leave] = [beat(moment, 1), beat(moment, 2)]
  const toHalves = during(t, again - 0.2, again)
  const toLast = during(t, leave - 0.2, leave)
  const first = camera(
    t,
    [
      { at: 0, x: 640, y: 236, zoom: 1.03 },
      { at: 1.2, x: 610, y: 262, zoom: 1.12 },
    ],
    1.6,
    intruders(t),
  )
  const halves = box(0, 0, WIDTH, 484, colour.paper) + place(28, 32, basinAgain(t - again)) + place(652, 32, switchedOff(t - again))
  const last = camera(t, [{ at: 0, x: 660, y: 150, zoom: 1.6 }], 1, leaving(t - leave))
  const off = during(t, leave + 1.6, leave + 1.85)
  return (
    (toHalves < 1 ? first + fade(says(900, 20, '停！', 'Stop!', 140, p(796, 54)), hold(t, 1.6, again, 0.15)) : '') +
    (toHalves > 0 && toLast < 1 ? fade(halves, toHalves) : '') +
    fade(
      last +
        fade(says(820, 22, '我要走，先断电', 'I must go: power off', 290, p(738, 114)), hold(t, leave + 0.7, leave + 2, 0.2)) +
        fade(plate(330, 186, '断电了', 'Power off', 160, colour.green), off),
      toLast,
    )
  )
}
