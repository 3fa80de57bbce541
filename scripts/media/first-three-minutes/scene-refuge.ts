/** No way out: the hot door, the wet cloth, the window. */

import { type Pose, people, person, walking } from '../figures.ts'
import { blanket, plume } from '../fire.ts'
import { bubble, plant, room, verdict } from '../props.ts'
import { beat, box, camera, clamp, colour, during, fade, group, hold, line, type Moment, mix, round, type Scene, shape } from '../stage.ts'

const FLOOR = 388

function hotDoor(t: number, heat: number, sealed: number): string {
  const left = 230
  const width = 160
  const top = 108
  let waves = ''
  for (let i = 0; i < 3; i += 1) {
    const x = left + 44 + i * 36
    const y = 300 + Math.sin(t * 1.6 + i) * 5
    waves += shape(`M${x} ${round(y)}q-12 -17 0 -34q12 -17 0 -34q-12 -17 0 -34`, 'none', {
      stroke: colour.flame,
      'stroke-width': 7,
      'stroke-linecap': 'round',
    })
  }
  const leak = 1 - sealed
  return (
    box(left - 16, top - 16, width + 32, FLOOR - top + 16, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(left - 3, top - 3, width + 6, FLOOR - top + 3, '#D88A4A') +
    box(left, top, width, FLOOR - top, '#A98A6A') +
    box(left, top, width, FLOOR - top, '#D65A2A', 0, { opacity: heat * 0.35 }) +
    box(left + 24, top + 26, width - 48, 96, '#000', 4, { opacity: 0.08 }) +
    box(left + 24, top + 148, width - 48, 100, '#000', 4, { opacity: 0.08 }) +
    line(
      [
        { x: left + width - 18, y: 246 },
        { x: left + width - 42, y: 246 },
      ],
      '#3E3A36',
      9,
    ) +
    fade(waves, heat * 0.9) +
    fade(
      plume(t, { x: left + 30, y: FLOOR + 6, rise: 54, spread: 120, size: 26, count: 10, seconds: 3.6, opacity: 0.4 }) +
        plume(t, { x: left + 130, y: FLOOR + 6, rise: 48, spread: 90, size: 24, count: 8, seconds: 3.2, seed: 5, opacity: 0.4 }),
      leak,
    ) +
    fade(
      plume(t, { x: left + width + 4, y: 170, rise: 110, spread: 26, size: 24, count: 8, seed: 3, opacity: 0.36 }) +
        plume(t, { x: left - 2, y: 190, rise: 120, spread: 26, size: 22, count: 8, seed: 9, opacity: 0.36 }),
      mix(0.25, 1, leak),
    )
  )
}

function openWindow(): string {
  const [x, y, width, height] = [1000, 180, 250, 212]
  const far = box(x - 125, y + 10, 70, 96, '#BFC9CB') + box(x - 40, y - 20, 84, 126, '#CBD2D1') + box(x + 56, y + 24, 69, 82, '#BFC9CB')
  return (
    box(x - width / 2 - 12, y - height / 2 - 12, width + 24, height + 24, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(x - width / 2, y - height / 2, width, height, '#DCE9EE') +
    far +
    shape(
      `M${x + width / 2} ${y - height / 2}L${x + width / 2 + 62} ${y - height / 2 - 18}V${y + height / 2 + 24}L${x + width / 2} ${y + height / 2}z`,
      colour.glass,
      { stroke: '#FFFFFF', 'stroke-width': 9, 'stroke-linejoin': 'round', opacity: 0.92 },
    ) +
    box(x - width / 2 - 24, y + height / 2 + 12, width + 48, 11, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 })
  )
}

/** A bright cloth swung from a hand. */
function cloth(t: number, x: number, y: number): string {
  const sway = Math.sin(t * 4.2)
  const tip = x + 26 + sway * 56
  const wave = Math.cos(t * 4.2) * 14
  return shape(
    `M${round(x)} ${round(y)}C${round(x + 20 + wave)} ${round(y - 44)} ${round(tip - 46)} ${round(y - 70)} ${round(tip)} ${round(y - 92)}C${round(tip + 26)} ${round(y - 70)} ${round(tip + 30 + wave)} ${round(y - 54)} ${round(tip + 48)} ${round(y - 38)}C${round(tip + 18)} ${round(y - 26)} ${round(x + 44)} ${round(y - 6)} ${round(x)} ${round(y)}z`,
    colour.bright,
    { stroke: '#C96A12', 'stroke-width': 2.5, 'stroke-linejoin': 'round' },
  )
}

export const refuge: Scene = (moment: Moment) => {
  const { t } = moment
  const [seal, signal] = [beat(moment, 1), beat(moment, 2)]
  const feel = hold(t, 0.5, 2.6, 0.4)
  const heat = during(t, 1, 1.8)
  const kneel = hold(t, seal + 0.1, signal + 0.1, 0.5)
  const sealed = during(t, seal + 0.8, seal + 2.8)
  const pressing = clamp((t - seal - 0.8) / 2)
  const walk = walking(
    t,
    [
      { at: 2.4, x: 470 },
      { at: 2.9, x: 500 },
      { at: seal - 0.2, x: 500 },
      { at: seal + 0.3, x: 482 },
      { at: signal + 0.2, x: 482 },
      { at: signal + 1.9, x: 846 },
    ],
    -1,
  )
  const waving = t > signal + 1.8
  const moving = t > signal + 0.2
  const hand = { x: 66 + Math.sin(t * 4.2) * 6, y: -212 + Math.cos(t * 4.2) * 6 }
  const pose: Partial<Pose> = waving
    ? { facing: 1, near: hand, far: { x: 14, y: -224 }, mouth: 0.3 + 0.25 * Math.sin(t * 7) }
    : moving
      ? {}
      : kneel > 0.02
        ? {
            facing: -1,
            crouch: 64 * kneel,
            lean: 44 * kneel,
            feet: [
              { x: mix(7, 36, kneel), y: -9 },
              { x: mix(-8, -44, kneel), y: -9 },
            ],
            near: { x: mix(14, 94 - pressing * 8 + Math.sin(t * 3) * 5, kneel), y: mix(-118, -40, kneel) },
            far: { x: mix(14, 100 - Math.sin(t * 3) * 5, kneel), y: mix(-118, -36, kneel) },
          }
        : { facing: -1, stride: walk.stride, ...(feel > 0.02 ? { near: { x: mix(14, 76, feel), y: mix(-118, -176, feel) } } : {}) }
  const rag =
    sealed > 0.01
      ? shape(`M${392 - 176 * sealed} ${FLOOR + 10}q6 -26 24 -22H${384}q18 0 20 22z`, '#7FA3C4', {
          stroke: '#5C82A6',
          'stroke-width': 3,
          'stroke-linejoin': 'round',
        })
      : ''
  const set =
    room(FLOOR) +
    openWindow() +
    plant(1206, FLOOR + 20) +
    hotDoor(t, heat * mix(1, 0.6, sealed), sealed) +
    rag +
    blanket(t, -20, 640, -6, mix(20, 54, clamp(t / seal)) * mix(1, 0.8, sealed), 0.3) +
    person(people.lead, { ...walk, y: 446, ...pose }) +
    (waving
      ? group(box(-5, -17, 10, 32, '#26282C', 3), { transform: 'translate(866 216) rotate(10)' }) + cloth(t, 846 + hand.x, 446 + hand.y)
      : '') +
    fade(verdict(310, 172, false, 1.35), hold(t, 1.9, seal - 0.1, 0.25)) +
    fade(bubble(752, 184, '3楼，305室', 'Floor 3, room 305', 40, 290), hold(t, signal + 2, moment.length + 1, 0.25))
  return camera(
    t,
    [
      { at: 0, x: 400, y: 236, zoom: 1.3 },
      { at: seal - 0.2, x: 400, y: 300, zoom: 1.42 },
      { at: signal, x: 860, y: 216, zoom: 1.24 },
    ],
    1.4,
    set,
  )
}
