/** The one attempt with an extinguisher, the way out behind. */

import { people, person, walking } from '../figures.ts'
import { blanket, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { extinguisher, pane, room, shelving } from '../props.ts'
import {
  beat,
  box,
  camera,
  chance,
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
  round,
  type Scene,
  shape,
} from '../stage.ts'
import { burning, FLOOR, NEAR, wayOut } from './office.ts'

const steps = [
  { zh: '提', en: 'Lift' },
  { zh: '拔', en: 'Pull' },
  { zh: '握', en: 'Hold' },
  { zh: '压', en: 'Press' },
]

/** The four words of the extinguisher, the one being done in indigo. */
function fourSteps(now: number): string {
  return steps
    .map((one, index) => {
      const x = 470 + index * 132
      const on = Math.floor(now) === index
      const done = now >= index + 1
      return (
        box(x - 56, 24, 112, 118, on ? colour.indigo : '#FFFFFF', 10, {
          stroke: on ? colour.indigo : colour.wallShade,
          'stroke-width': 2,
        }) +
        write(one.zh, x, 86, { size: 54, weight: 'bold', fill: on ? '#FFFFFF' : done ? colour.ink : colour.quiet, anchor: 'middle' }) +
        write(one.en, x, 125, { size: 26, weight: 'medium', fill: on ? '#FFFFFF' : colour.second, anchor: 'middle' })
      )
    })
    .join('')
}

/** Powder from the nozzle to the foot of the fire, sweeping. */
function spray(t: number, from: { x: number; y: number }, to: { x: number; y: number }): string {
  const cloud = (fill: string, drop: number): string => {
    let all = shape(
      `M${round(from.x)} ${from.y - 4 + drop}L${round(to.x + 16)} ${to.y - 22 + drop}L${round(to.x + 12)} ${to.y + 18 + drop}L${round(from.x)} ${from.y + 4 + drop}z`,
      fill,
    )
    for (let i = 0; i < 22; i += 1) {
      const age = (t * 0.9 + i / 22) % 1
      const side = (chance(i) - 0.5) * 34 * age
      all += disc(mix(from.x, to.x - 14, age), mix(from.y, to.y, age) + side + drop, mix(4, 24, age) * clamp((1 - age) / 0.12), fill)
    }
    return all
  }
  return group(cloud('#B9AF9E', 7), { opacity: 0.4 }) + group(cloud('#FFFFFF', 0), { opacity: 0.86 })
}

function wayBack(t: number, opacity: number, named: boolean): string {
  let arrows = ''
  for (let i = 0; i < 7; i += 1) {
    const x = 830 + ((i * 56 + t * 40) % 392)
    arrows += fade(
      line(
        [
          { x: x - 10, y: 444 },
          { x: x + 6, y: 458 },
          { x: x - 10, y: 472 },
        ],
        colour.green,
        8,
      ),
      clamp((x - 830) / 40) * clamp((1222 - x) / 40),
    )
  }
  const tag =
    box(888, 296, 206, 84, '#FFFFFF', 10, { stroke: colour.green, 'stroke-width': 3 }) +
    write('退路', 991, 336, { size: 38, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    write('Way out', 991, 367, { size: 26, weight: 'medium', fill: colour.green, anchor: 'middle' })
  return fade(arrows + (named ? tag : ''), opacity)
}

export const attempt: Scene = (moment: Moment) => {
  const { t } = moment
  const [four, sweep, leave] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const now = t < four ? -1 : Math.min(3.99, ((t - four) / (sweep - four)) * 4)
  const spraying = t > four + (sweep - four) * 0.8 && t < leave + 0.3
  const walk = walking(
    t,
    [
      { at: 0, x: 830 },
      { at: 1, x: 742 },
      { at: leave + 0.5, x: 742 },
      { at: leave + 3.4, x: 1390 },
    ],
    -1,
  )
  const away = t > leave + 0.5
  const x = walk.x
  const raise = during(t, four, four + 0.5)
  const bottle = { x: away ? 706 : x - 34, y: away ? NEAR + 10 : NEAR + 8 - mix(30, 62, raise) }
  const carry = { x: 30, y: -mix(30, 62, raise) - 72 }
  const pull = hold(t, four + (sweep - four) * 0.25, four + (sweep - four) * 0.5, 0.25)
  const grip = during(t, four + (sweep - four) * 0.5, four + (sweep - four) * 0.62)
  const aim = Math.sin((t - sweep) * 2.2) * 8
  const nozzle = { x: 74, y: -122 + aim * 0.5 }
  const other =
    grip > 0 ? { x: mix(34, nozzle.x, grip), y: mix(-140, nozzle.y, grip) } : pull > 0 ? { x: mix(38, 12, pull), y: -142 } : undefined

  const small = mix(0.5, 0.62, clamp(t / four))
  const pressed = clamp((t - sweep) / (leave - sweep)) * (t > sweep ? 1 : 0)
  const size =
    t < sweep
      ? small
      : t < leave
        ? mix(0.62, 0.5, smoothPeak(pressed)) + 0.25 * during(pressed, 0.55, 1)
        : mix(0.75, 1.5, during(t, leave, leave + 3))
  const hose = grip > 0.02 ? { x: mix(24, nozzle.x - 34, grip), y: mix(-18, nozzle.y + mix(30, 62, raise) - 8, grip) } : undefined
  const device = group(extinguisher(0, 0, 1, away ? undefined : hose), { transform: `translate(${bottle.x} ${bottle.y}) scale(-1 1)` })
  const man = person(people.lead, {
    ...walk,
    y: NEAR + 8,
    facing: away ? 1 : -1,
    lean: away ? 4 : grip * 3,
    ...(away ? {} : { near: carry, ...(other ? { far: other } : {}) }),
  })
  const target = { x: 236 + Math.sin((t - sweep) * 2.2) * 66, y: 404 }
  const depth = t < leave ? mix(8, 40, clamp(t / leave)) : mix(40, 140, during(t, leave, leave + 3.4))

  const set =
    room(FLOOR) +
    pane(520, 200, 210, 160) +
    wayOut() +
    shelving(96, FLOOR + 8, 190) +
    burning(t, 240, size) +
    wayBack(t, t < leave ? hold(t, 0.9, four + 0.1, 0.3) : during(t, leave + 0.1, leave + 0.4), t < leave) +
    plume(t, {
      x: 244,
      y: 330,
      rise: 300,
      spread: 70,
      size: t < leave ? 48 : mix(48, 92, during(t, leave, leave + 2.5)),
      count: 13,
      drift: 50,
      opacity: 0.42,
    }) +
    blanket(t, -20, 1300, -6, depth, 0.42) +
    device +
    man +
    (spraying
      ? fade(spray(t, { x: x - nozzle.x - 4, y: NEAR + 8 + nozzle.y }, target), hold(t, four + (sweep - four) * 0.8, leave + 0.3, 0.3))
      : '') +
    fade(fourSteps(now), hold(t, four - 0.1, sweep + 0.1, 0.2))
  return camera(
    t,
    [
      { at: 0, x: 640, y: 242, zoom: 1 },
      { at: sweep - 0.2, x: 540, y: 290, zoom: 1.18 },
      { at: leave, x: 640, y: 242, zoom: 1 },
    ],
    1.2,
    set,
  )
}

const smoothPeak = (share: number): number => Math.sin(Math.PI * clamp(share))
