/** A first small fire: a basin of water and on, or the job stopped. Each half is 600 × 420. */

import { person } from '../figures.ts'
import { flames, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { carton, extinguisher, phone, verdict } from '../props.ts'
import { box, colour, disc, during, fade, group, hold, mix, place, shape } from '../stage.ts'
import { cable, crew, kneel, welder, weldingSet } from './crew.ts'
import { p, says } from './marks.ts'
import { arc, shower } from './sparks.ts'

const FEET = 376
const SIZE = 0.88

function framed(inner: string, id: string, right: boolean, zh: string, en: string, width: number): string {
  return (
    `<clipPath id="${id}"><rect width="600" height="420" rx="8"/></clipPath>` +
    group(box(0, 0, 600, 420, '#F4F0E6') + box(0, 330, 600, 90, colour.floor) + box(0, 320, 600, 10, colour.wallShade) + inner, {
      'clip-path': `url(#${id})`,
    }) +
    box(10, 10, width, 78, '#FFFFFF', 6) +
    verdict(46, 49, right, 1.15) +
    write(zh, 86, 48, { size: 36, weight: 'bold' }) +
    write(en, 87, 77, { size: 24, weight: 'medium', fill: colour.second }) +
    box(0, 0, 600, 420, 'none', 8, { stroke: colour.wallShade, 'stroke-width': 3 })
  )
}

const column = (x: number): string =>
  box(x, 0, 34, 390, '#98A4AB') +
  box(x + 5, 0, 8, 390, '#B9C3C8') +
  box(x - 6, 236, 46, 13, '#76828A', 3) +
  box(x - 6, 318, 46, 13, '#76828A', 3) +
  box(x - 8, 378, 50, 14, '#76828A', 3)

/** The wrong way: the fire dips under the water and comes back, and the arc never stops. */
export function basinAgain(t: number): string {
  const pour = hold(t, 0.7, 2, 0.3)
  const size = mix(0.4, 0.14, hold(t, 1, 2.3, 0.5)) + 0.4 * during(t, 2.4, 3.8)
  const spot = p(70, 286)
  let drops = ''
  for (let i = 0; i < 14; i += 1) {
    const age = (t * 1.6 + i / 14) % 1
    drops += disc(mix(382, 330, age), mix(226, 322, age * age), 5, '#7FB0D6')
  }
  const inner =
    column(36) +
    carton(322, 372, 96, 54, '#B98F5E') +
    place(322, 324, flames(t, size)) +
    plume(t, { x: 322, y: 290, rise: 200, spread: 40, size: mix(26, 44, during(t, 2.4, 3.8)), count: 10, opacity: 0.42 }) +
    welder({ x: 166, y: FEET, scale: SIZE, facing: -1, ...kneel(1), near: p(88, -92), far: p(76, -80) }, { mask: 1, tip: p(107, -102) }) +
    shower(t, { ...spot, floor: 372, side: 200, up: 90, count: 36, life: 1.4, size: 3.6, left: 60, right: 318 }) +
    arc(t, spot.x + 3, spot.y, 1.1) +
    person(crew.helper, {
      x: 448,
      y: FEET,
      scale: SIZE,
      facing: -1,
      lean: 12 * pour,
      near: p(mix(46, 62, pour), mix(-136, -150, pour)),
      far: p(mix(52, 68, pour), mix(-138, -156, pour)),
    }) +
    (pour > 0.6 ? group(drops, { opacity: 0.9 }) : '') +
    group(shape('M-34 -10H34L24 14H-24z', '#5F8FB8') + box(-37, -15, 74, 7, '#4C7AA2', 3), {
      transform: `translate(${mix(404, 392, pour)} ${mix(250, 238, pour)}) rotate(${-58 * pour})`,
    })
  return framed(inner, 'basin', false, '泼盆水，接着干', 'A basin of water and on', 356)
}

/** The right way: power off at the set, extinguisher, report. */
export function switchedOff(t: number): string {
  const press = during(t, 0.5, 0.9)
  const off = t > 0.95
  const out = during(t, 0.8, 2)
  const call = during(t, 1.5, 1.9)
  const hand = p(mix(36, 92, press), mix(-118, -96, press))
  const lean = 36 * press
  const inner =
    column(36) +
    cable(p(160, 350), p(92, 388), 386) +
    weldingSet(152, FEET + 4, 1.25, !off) +
    welder({ x: 232, y: FEET, scale: SIZE, facing: -1, crouch: 26 * press, lean, near: hand, far: p(16, -96) }, { mask: 0 }) +
    carton(352, 372, 96, 54, '#8E6F4C') +
    place(352, 324, flames(t, mix(0.34, 0, out))) +
    fade(shape('M304 372V330Q330 312 352 322Q378 312 400 330V372z', '#F7F4EE', { opacity: 0.85 }), out) +
    extinguisher(424, FEET + 6, 0.95) +
    person(crew.guard, {
      x: 492,
      y: FEET,
      scale: SIZE,
      facing: -1,
      near: p(mix(40, 15, call), mix(-128, -232, call)),
      far: p(16, -116),
      mouth: call > 0.9 ? 0.4 + 0.3 * Math.sin(t * 8) : 0,
    }) +
    (call > 0.05 ? phone(492 - mix(40, 12, call) * SIZE, FEET - mix(132, 238, call) * SIZE, 15, '') : '') +
    fade(says(420, 14, '停工，换办法', 'Stop, another way', 230, p(484, 138)), during(t, 1.9, 2.15))
  return framed(inner, 'off', true, '断电停工', 'Power off, stop', 272)
}
