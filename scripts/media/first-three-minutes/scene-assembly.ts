/** Everyone out: the count at the assembly point. */

import { type Look, people, person, walking } from '../figures.ts'
import { plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { bubble } from '../props.ts'
import {
  beat,
  box,
  camera,
  colour,
  disc,
  during,
  fade,
  group,
  hold,
  line,
  type Moment,
  mix,
  PICTURE,
  round,
  type Scene,
  shape,
  WIDTH,
} from '../stage.ts'

function building(t: number): string {
  let windows = ''
  for (let row = 0; row < 3; row += 1)
    for (let column = 0; column < 3; column += 1)
      windows += box(28 + column * 96, 62 + row * 92, 60, 56, row === 0 && column === 1 ? '#C98B58' : '#BBD0DA', 3)
  return (
    box(-20, 26, 340, 344, '#DAD3C5') +
    box(-20, 14, 352, 16, '#C6BDAC') +
    windows +
    box(228, 300, 62, 70, '#8FA3A0', 2) +
    box(216, 292, 86, 10, '#C6BDAC') +
    plume(t, { x: 156, y: 96, rise: 170, spread: 40, size: 52, drift: 110, count: 12, opacity: 0.45 })
  )
}

function assemblySign(x: number, y: number): string {
  const man = (dx: number, dy: number, scale: number): string =>
    group(disc(0, -17, 7, '#FFFFFF') + shape('M-9 14V-3Q-9 -9 0 -9Q9 -9 9 -3V14z', '#FFFFFF'), {
      transform: `translate(${dx} ${dy}) scale(${scale})`,
    })
  const arrow = (turn: number): string =>
    group(shape('M-26 -50L-50 -50L-50 -26L-42 -34L-28 -20L-20 -28L-34 -42z', '#FFFFFF'), { transform: `rotate(${turn})` })
  return group(
    box(-5, -210, 10, 210, colour.metalDark, 3) +
      box(-64, -352, 128, 128, colour.green, 8) +
      group([0, 90, 180, 270].map(arrow).join('') + man(-15, 0, 0.85) + man(15, 0, 0.85) + man(0, 6, 1), {
        transform: 'translate(0 -288)',
      }) +
      box(-84, -218, 168, 76, '#FFFFFF', 6, { stroke: colour.green, 'stroke-width': 3 }) +
      write('集合点', 0, -182, { size: 36, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
      write('Assembly point', 0, -154, { size: 21, weight: 'medium', fill: colour.green, anchor: 'middle' }),
    { transform: `translate(${x} ${y})` },
  )
}

const row: readonly { look: Look; x: number }[] = [
  { look: people.clay, x: 540 },
  { look: people.ochre, x: 634 },
  { look: people.lead, x: 728 },
  { look: people.guard, x: 822 },
]
const EMPTY = 916
const LEADER = 1084

export const assembly: Scene = (moment: Moment) => {
  const { t } = moment
  const missing = beat(moment, 1)
  const counted = (index: number): number => 0.9 + index * 0.55
  const telling = t > missing + 0.6
  const standing = row.map(({ look, x }, index) => {
    const tick = during(t, counted(index), counted(index) + 0.2)
    const badge = group(
      disc(0, 0, 25, colour.green) + write(String(index + 1), 0, 11, { size: 31, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }),
      { transform: `translate(${x} 112) scale(${round(mix(0.6, 1, tick))})` },
    )
    return person(look, { x, y: 404, lean: Math.sin(t * 1.1 + index) * 0.8 }) + fade(badge, tick)
  })
  const gap = during(t, 3.1, 3.4)
  const pulse = 0.75 + 0.25 * Math.sin(t * 3)
  const dash = { stroke: colour.amber, 'stroke-width': 4, 'stroke-dasharray': '10 9', 'stroke-linecap': 'round' }
  const ghost =
    disc(EMPTY, 168, 22, 'none', dash) +
    shape(`M${EMPTY - 24} 404V212Q${EMPTY - 24} 198 ${EMPTY} 198Q${EMPTY + 24} 198 ${EMPTY + 24} 212V404`, 'none', dash) +
    disc(EMPTY, 112, 25, colour.amber) +
    write('?', EMPTY, 124, { size: 34, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' })
  const arrives = walking(
    t,
    [
      { at: missing - 0.6, x: 1370 },
      { at: missing + 0.8, x: 1212 },
    ],
    -1,
  )
  const side = telling ? 1 : -1
  const list = { x: LEADER + 36 * side, y: 440 - 136 }
  const clip = group(
    box(-17, -24, 34, 46, '#9C7448', 3) +
      box(-13, -18, 26, 37, '#FFFFFF') +
      line(
        [
          { x: -8, y: -8 },
          { x: 8, y: -8 },
        ],
        colour.quiet,
        3,
      ) +
      line(
        [
          { x: -8, y: 1 },
          { x: 8, y: 1 },
        ],
        colour.quiet,
        3,
      ) +
      line(
        [
          { x: -8, y: 10 },
          { x: 4, y: 10 },
        ],
        colour.quiet,
        3,
      ),
    { transform: `translate(${list.x} ${list.y}) rotate(${12 * side})` },
  )
  const pointing = hold(t, 0.6, missing + 0.4, 0.3)
  const arm = { x: mix(14, 66, pointing), y: mix(-118, -186, pointing) + pointing * Math.sin(t * 5.7) * 5 }
  const set =
    box(0, 0, WIDTH, PICTURE.height, '#EAF0F1') +
    box(0, 330, WIDTH, 50, '#B9CDB9') +
    box(0, 366, WIDTH, 120, '#D8D3C5') +
    box(0, 366, WIDTH, 4, '#C5BFAE') +
    disc(1180, 300, 60, '#8FB39C') +
    disc(1116, 316, 44, '#9FBFA9') +
    disc(1250, 312, 54, '#9FBFA9') +
    building(t) +
    assemblySign(420, 400) +
    standing.join('') +
    fade(ghost, gap * pulse) +
    person(people.firefighter, { ...arrives, y: 440, facing: -1 }) +
    person(people.green, {
      x: LEADER,
      y: 440,
      facing: side,
      ...(pointing > 0.02 ? { far: arm } : {}),
      near: { x: 34, y: -128 },
      mouth: telling ? 0.4 + 0.3 * Math.sin(t * 8) : 0,
    }) +
    clip +
    fade(bubble(LEADER + 16, 168, '还少一个人！', 'One is missing!', 40, 284), hold(t, missing + 0.7, moment.length + 1, 0.2))
  return camera(
    t,
    [
      { at: 0, x: 640, y: 242, zoom: 1 },
      { at: missing - 0.4, x: 740, y: 242, zoom: 1.1 },
    ],
    1.8,
    set,
  )
}
