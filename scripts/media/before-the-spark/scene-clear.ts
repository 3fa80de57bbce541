/** Where sparks can go, and what must be gone from there. */
import { carton, verdict } from '../props.ts'
import { beat, box, camera, colour, during, fade, hold, type Moment, mix, type Scene } from '../stage.ts'
import {
  behindWall,
  blanketOver,
  LOW,
  pace,
  paint,
  pipe,
  SCALE,
  SET,
  STEEL,
  shell,
  small,
  sofa,
  structure,
  timber,
  UP,
  WELD,
} from './building.ts'
import { crew, welder, weldingSet } from './crew.ts'
import { p, plate, trail } from './marks.ts'

const ways = [
  { zh: '周围', en: 'Around', end: p(424, 206), at: p(394, 96), width: 126 },
  { zh: '下方', en: 'Below', end: p(622, 404), at: p(752, 336), width: 120 },
  { zh: '背面', en: 'Behind', end: p(STEEL + 22, 176), at: p(1034, 60), width: 126 },
  { zh: '洞', en: 'Hole', end: p(622, 246), at: p(504, 280), width: 110 },
  { zh: '吊顶', en: 'Ceiling', end: p(704, 28), at: p(800, 44), width: 126 },
]

/** Bends to a thing on the floor and comes up with it: 0 stands, 1 is down. */
const bent = (down: number): { crouch: number; lean: number } => ({ crouch: 46 * down, lean: 34 * down })

export const clear: Scene = (moment: Moment) => {
  const { t } = moment
  const [carry, cover] = [beat(moment, 1), beat(moment, 2)]

  const hisWalk = pace(
    t,
    [
      { at: 0, x: 566 },
      { at: carry - 0.7, x: 566 },
      { at: carry + 0.3, x: 436 },
      { at: carry + 1.1, x: 436 },
      { at: carry + 3.2, x: 84 },
    ],
    -1,
  )
  const boxDown = hold(t, carry + 0.2, carry + 1.2, 0.4)
  const boxUp = during(t, carry + 0.7, carry + 1.2)
  const holding = during(t, carry + 0.25, carry + 0.6)
  const boxBottom = mix(0, 96, boxUp)
  const boxAt = p(t < carry + 0.7 ? 402 : hisWalk.x - 34, UP - boxBottom * SCALE)
  const man = welder(
    {
      ...hisWalk,
      y: UP,
      scale: SCALE,
      facing: t < carry - 0.7 ? 1 : -1,
      ...bent(boxDown),
      ...(holding > 0.02
        ? {
            near: p(mix(14, 44, holding), mix(-118, -boxBottom - 34, holding)),
            far: p(mix(12, 50, holding), mix(-118, -boxBottom - 22, holding)),
          }
        : t < carry - 0.7
          ? { near: p(mix(14, 58, hold(t, 0.5, carry - 0.9, 0.3)), mix(-118, -150, hold(t, 0.5, carry - 0.9, 0.3))) }
          : {}),
    },
    { mask: 0 },
  )

  const herWalk = pace(
    t,
    [
      { at: 0, x: 250 },
      { at: carry - 0.8, x: 250 },
      { at: carry, x: 304 },
      { at: carry + 1, x: 304 },
      { at: carry + 2.6, x: 60 },
    ],
    1,
  )
  const canDown = hold(t, carry - 0.1, carry + 0.95, 0.4)
  const canUp = during(t, carry + 0.4, carry + 0.9)
  const leaving = t > carry + 0.97
  const grip = p(mix(36, 22, canUp), mix(-46, -74, canUp))
  const canSide = leaving ? -1 : 1
  const canAt = t < carry + 0.4 ? p(328, UP) : p(herWalk.x + canSide * grip.x * SCALE, UP + (grip.y + 46) * SCALE)
  const helper = small(crew.helper, {
    ...herWalk,
    y: UP,
    facing: leaving ? -1 : 1,
    ...bent(canDown),
    ...(canDown > 0.02 || canUp > 0.02
      ? { near: p(mix(14, grip.x, Math.max(canDown, canUp)), mix(-118, grip.y, Math.max(canDown, canUp))) }
      : {}),
  })

  const drawn = during(t, cover + 0.5, cover + 2.3)
  const guardWalk = pace(
    t,
    [
      { at: cover + 0.45, x: 872 },
      { at: cover + 2.35, x: 756 },
    ],
    -1,
  )
  const pulling = hold(t, cover + 0.1, moment.length + 1, 0.3)
  const guard = small(crew.guard, {
    ...guardWalk,
    y: UP - 2,
    facing: -1,
    near: p(mix(20, 40, pulling), mix(-112, -124, pulling)),
    far: p(mix(34, 46, pulling), mix(-112, -120, pulling)),
  })
  const roll = drawn < 0.02 ? box(guardWalk.x - 34, UP - 80, 28, 14, '#DADFE0', 4, { stroke: '#9AA3A6', 'stroke-width': 1.5 }) : ''

  const asking = 1 - during(t, carry - 0.5, carry - 0.1)
  const shown = ways.map((_, index) => during(t, 0.5 + index * 0.62, 1 + index * 0.62))
  const trails = ways.map((way, index) => fade(trail(t, WELD, way.end, colour.vermilion, shown[index] ?? 0), asking))
  const names = ways.map((way, index) =>
    fade(
      plate(way.at.x, way.at.y, way.zh, way.en, way.width, colour.vermilion),
      Math.min(asking, during(t, 0.85 + index * 0.62, 1.05 + index * 0.62)),
    ),
  )

  const set =
    shell() +
    (t < carry + 0.5 ? behindWall() : '') +
    pipe(during(t, carry + 0.2, carry + 0.4)) +
    sofa(632, LOW) +
    structure(0) +
    weldingSet(SET, UP, 0.5, false) +
    (t < carry + 0.4 ? paint(canAt.x, canAt.y) : '') +
    carton(boxAt.x, boxAt.y, 62, 46) +
    helper +
    (t >= carry + 0.4 ? paint(canAt.x, canAt.y) : '') +
    man +
    guard +
    roll +
    timber() +
    blanketOver(drawn) +
    trails.join('') +
    names.join('') +
    fade(verdict(796, 128, true, 0.9), during(t, cover + 2.5, cover + 2.75))
  return camera(
    t,
    [
      { at: 0, x: 640, y: 242, zoom: 1 },
      { at: carry - 0.6, x: 520, y: 130, zoom: 1.72 },
      { at: cover - 0.4, x: 720, y: 130, zoom: 1.8 },
    ],
    1,
    set,
  )
}
