/** The fire of Anyang in 2022: they leave at once, a spot of red stays in the cartons, nobody looks. */
import { people, person, walking } from '../figures.ts'
import { blanket, flames, glow, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { carton, room } from '../props.ts'
import { box, camera, clamp, colour, disc, during, fade, group, mix, place, round, shape } from '../stage.ts'
import { welder, weldingSet } from './crew.ts'
import { clock, p } from './marks.ts'

const FLOOR = 384
const NEAR = 448

/** Racks along the wall, one of them just welded. */
const rack = (x: number, hot: number): string =>
  group(
    [0, 108, 216].map((y) => box(-150, -250 + y, 300, 9, colour.metalDark)).join('') +
      box(-150, -262, 9, 262, colour.metal) +
      box(141, -262, 9, 262, colour.metal) +
      box(-150, -136, 9, 14, '#E2572B', 0, { opacity: hot }) +
      carton(-80, -142, 92, 62, '#D1AE80') +
      carton(30, -142, 78, 50) +
      carton(-60, -34, 100, 60, '#C9A473') +
      carton(60, -34, 84, 54, '#D1AE80'),
    { transform: `translate(${x} ${FLOOR + 6})` },
  )

/** Seconds since the picture begins; at `later` the clock runs, at `end` it is over. */
export function anyang(t: number, later: number, end: number): string {
  const leader = walking(t, [
    { at: 0.3, x: 600 },
    { at: 3, x: 1340 },
  ])
  const second = walking(t, [
    { at: 0.2, x: 720 },
    { at: 2.5, x: 1340 },
  ])
  const passer = walking(
    t,
    [
      { at: 2.6, x: 1340 },
      { at: later + 0.4, x: 820 },
      { at: later + 0.5, x: 820 },
      { at: later + 2.2, x: 1340 },
    ],
    -1,
  )
  const spot = p(348, 428)
  const pulse = 0.75 + 0.25 * Math.sin(t * 2.6)
  const smoulder = clamp(t / end)
  const fire = during(t, end - 1.3, end - 0.1)
  const scene =
    room(FLOOR, 1280, '#EBE6DC') +
    rack(330, 1 - during(t, 0.5, 3)) +
    rack(720, 0) +
    box(1110, 120, 110, FLOOR - 120, '#A9B7B4', 0, { stroke: '#FFFFFF', 'stroke-width': 10 }) +
    glow(360, 380, 170, fire) +
    carton(268, FLOOR + 62, 104, 72, '#C9A473') +
    carton(392, FLOOR + 66, 116, 80, '#B98F5E') +
    carton(276, FLOOR - 10, 84, 56, '#D1AE80') +
    disc(spot.x - 14, spot.y, mix(4, 17, smoulder) * pulse, '#E2572B', { opacity: 0.35 }) +
    disc(spot.x - 14, spot.y, mix(2.5, 8, smoulder), '#F08A3A') +
    place(372, FLOOR - 6, flames(t, fire * 1.5)) +
    place(270, FLOOR - 60, flames(t + 1, fire * 1.1)) +
    plume(t, {
      x: 338,
      y: 416,
      rise: 330,
      spread: mix(14, 70, smoulder),
      size: mix(9, 56, during(t, later, end)),
      count: 14,
      drift: 30,
      opacity: 0.4,
    }) +
    blanket(t, -20, 1300, -6, mix(0, 110, during(t, later + 0.8, end)), 0.42) +
    weldingSet(548, NEAR - 8, 0.9, false) +
    welder({ ...leader, y: NEAR }, { mask: 0 }) +
    person(people.slate, { ...second, y: NEAR - 8 }) +
    (t > 2.6 && t < later + 2.3 ? person(people.clay, { ...passer, y: NEAR - 4 }) : '')
  const view = camera(
    t,
    [
      { at: 0, x: 620, y: 242, zoom: 1.02 },
      { at: 1.4, x: 600, y: 260, zoom: 1.12 },
      { at: later - 0.5, x: 480, y: 300, zoom: 1.34 },
    ],
    1.5,
    scene + box(0, 0, 1280, 484, '#5B4A33', 0, { opacity: 0.1 }),
  )
  const minutes = mix(0, 13, during(t, later - 0.9, end - 0.6))
  const timer =
    box(590, 22, 316, 160, '#FFFFFF', 12, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    clock(674, 102, 62, minutes) +
    sector(minutes) +
    write('闷烧', 754, 98, { size: 44, weight: 'bold', fill: colour.vermilion }) +
    write('Smoulders', 755, 132, { size: 24, weight: 'medium', fill: colour.second })
  return view + fade(timer, during(t, later - 1.2, later - 0.9))
}

/** The part of the dial that has gone by. */
function sector(minutes: number): string {
  const turn = (minutes * Math.PI) / 30
  if (turn < 0.05) return ''
  return shape(`M674 102V52A50 50 0 0 1 ${round(674 + 50 * Math.sin(turn))} ${round(102 - 50 * Math.cos(turn))}z`, colour.vermilion, {
    opacity: 0.25,
  })
}
