/** A hole in the floor: what it did in Luoyang, how it is closed here, and who waits below. */
import { extinguisher, verdict } from '../props.ts'
import { beat, camera, clamp, during, fade, hold, type Moment, mix, type Scene } from '../stage.ts'
import { blanketOver, LOW, pace, pipe, plates, SCALE, SET, shell, small, sofa, sparkTray, structure, timber, UP } from './building.ts'
import { crew, kneel, radio, welder, weldingSet } from './crew.ts'
import { luoyang } from './luoyang.ts'
import { chip, p, plate } from './marks.ts'

/** Both kneel, push their plate home and rise. */
function sealing(t: number, seal: number, below: number): { people: string; shut: number; wool: number } {
  const wool = during(t, seal + 0.3, seal + 1.1)
  const shut = during(t, seal + 1.2, seal + 2.2)
  const up = during(t, below + 0.2, below + 0.7)
  const down = during(t, seal - 0.4, seal - 0.1) * (1 - up)
  const push = (from: number, to: number): number => mix(from, to, shut)
  const hands = (reach: number): { near: { x: number; y: number }; far: { x: number; y: number } } => ({
    near: p(mix(14, reach, down), mix(-118, -18, down)),
    far: p(mix(12, reach + 8, down), mix(-118, -24, down)),
  })
  const low = { ...kneel(down), crouch: 78 * down, lean: 52 * down }
  const man = welder({ x: push(498, 540), y: UP, scale: SCALE, ...low, ...hands(92) }, { mask: 0 })
  const guard = small(crew.guard, { x: push(790, 772), y: UP, facing: -1, ...low, ...hands(92) })
  return { people: man + guard, shut, wool }
}

/** The floor below is cleared, a tray is set, somebody stays. */
function clearing(t: number, below: number): string {
  const pushed = pace(t, [
    { at: below + 0.5, x: 548 },
    { at: below + 2.3, x: 812 },
    { at: below + 2.7, x: 812 },
    { at: below + 4.4, x: 1130 },
  ])
  const hisTrack =
    t < below + 0.5
      ? pace(t, [
          { at: below - 0.6, x: 430 },
          { at: below + 0.45, x: 548 },
        ])
      : pushed
  const shove = during(t, below + 0.3, below + 0.5) * (1 - during(t, below + 2.3, below + 2.6))
  const sofaAt = clamp(pushed.x + 84, 632, 896)
  const him = small(crew.helper, {
    ...hisTrack,
    y: LOW,
    lean: 14 * shove,
    ...(shove > 0.02 ? { near: p(mix(14, 56, shove), mix(-118, -78, shove)), far: p(mix(12, 52, shove), mix(-118, -70, shove)) } : {}),
  })
  const carries = pace(t, [
    { at: below + 0.6, x: 150 },
    { at: below + 2.5, x: 556 },
  ])
  const bend = hold(t, below + 2.4, below + 3.5, 0.45)
  const laid = during(t, below + 2.5, below + 2.95)
  const set = t > below + 2.95
  const trayAt = set ? p(622, LOW) : p(carries.x + mix(34, 66, laid), mix(LOW - 62, LOW, laid))
  const end = during(t, below + 3.3, below + 3.7)
  const her = small(crew.below, {
    ...carries,
    y: LOW,
    crouch: 60 * bend,
    lean: 40 * bend,
    ...(set
      ? { near: p(mix(60, 30, end), mix(-40, -150, end)), far: p(mix(60, 18, end), mix(-30, -108, end)) }
      : { near: p(mix(44, 78, laid), mix(-108, -34, laid)), far: p(mix(52, 84, laid), mix(-112, -30, laid)) }),
  })
  return (
    sofa(sofaAt, LOW) +
    him +
    extinguisher(512, LOW, 0.62) +
    her +
    sparkTray(trayAt.x, trayAt.y) +
    (end > 0.5 ? radio(556 + 32 * SCALE, LOW - 156 * SCALE, 0.62) : '')
  )
}

export const hole: Scene = (moment: Moment) => {
  const { t } = moment
  const [water, seal, below] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const past = 1 - during(t, seal - 0.3, seal - 0.05)
  const before =
    past > 0.01
      ? camera(
          t,
          [
            { at: 0, x: 610, y: 150, zoom: 1.7 },
            { at: 1.3, x: 640, y: 330, zoom: 1.5 },
            { at: water - 0.5, x: 620, y: 242, zoom: 1.16 },
          ],
          1.1,
          luoyang(t, water, seal),
        ) + chip('2000', '洛阳', 'Luoyang')
      : ''
  const { people, shut, wool } = sealing(t, seal, below)
  const now = camera(
    t,
    [
      { at: 0, x: 650, y: 180, zoom: 2.05 },
      { at: below - 0.2, x: 640, y: 340, zoom: 1.62 },
    ],
    1.1,
    shell() +
      pipe(1) +
      structure(wool) +
      plates(shut) +
      weldingSet(SET, UP, 0.5, false) +
      timber() +
      blanketOver(1) +
      people +
      clearing(t, below),
  )
  const tags =
    fade(plate(640, 408, '不燃的棉', 'Wool that cannot burn', 270), hold(t, seal + 0.5, seal + 1.7, 0.2)) +
    fade(plate(640, 408, '钢板盖严', 'Steel plates, shut tight', 270), hold(t, seal + 1.8, below - 0.1, 0.2)) +
    fade(verdict(640, 232, true, 1.2), hold(t, seal + 2.5, below - 0.1, 0.2))
  return (past < 1 ? now + tags : '') + fade(before, past)
}
