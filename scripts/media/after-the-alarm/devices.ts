/** The things that ought to move once the switch is on automatic, each in a picture 240 × 330. */
import { type Look, people, person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { rings, sounder } from '../props.ts'
import { box, clamp, colour, disc, during, group, line, mix, round, shape } from '../stage.ts'

export const TILE = { width: 240, height: 330 }
const GROUND = 286

const backdrop = (wall = '#F1ECE2'): string =>
  box(0, 0, TILE.width, TILE.height, wall) +
  box(0, GROUND, TILE.width, 44, colour.floor) +
  box(0, GROUND - 6, TILE.width, 6, colour.wallShade)

/** A small person walking along a track to the right, in strides of their size. */
function small(look: Look, t: number, track: readonly { at: number; x: number }[], y: number, scale = 0.68): string {
  const walk = walking(
    t,
    track.map(({ at, x }) => ({ at, x: x / scale })),
  )
  return person(look, { x: walk.x * scale, y, scale, stride: walk.stride })
}

export function sounders(t: number): string {
  const on = t > 0.3
  const way = [
    { at: 1, x: 70 },
    { at: 3.6, x: 300 },
  ]
  return (
    backdrop() +
    group(sounder(t, 0, 0, on), { transform: 'translate(120 92) scale(1.7)' }) +
    (on ? rings(t, 120, 84, colour.vermilion, 44, 112) : '') +
    small(people.slate, t, way, 310)
  )
}

/** The people there are 1.7 metres high. */
const METRE = (255 * 0.5) / 1.7

/** Comes down to 1.8 metres and waits; `t` counts from the order. */
export function shutter(t: number): string {
  const bottom = mix(74, 304 - 1.8 * METRE, during(t, 0.2, 2))
  const way = [
    { at: 1.2, x: -30 },
    { at: 4.8, x: 280 },
  ]
  let slats = ''
  for (let y = bottom - 14; y > 62; y -= 16) slats += box(38, y, 164, 2, '#8D969C')
  const told = during(t, 2, 2.3)
  return (
    backdrop() +
    box(38, 60, 164, GROUND - 60, '#FAF6EC') +
    small(people.ochre, t, way, 304, 0.5) +
    box(38, 60, 164, bottom - 60, '#B4BCC1') +
    slats +
    box(36, bottom - 8, 168, 10, '#6C757B', 2) +
    box(24, 34, 192, 34, '#8F989E', 4) +
    box(26, 66, 14, GROUND - 60, '#8F989E') +
    box(200, 66, 14, GROUND - 60, '#8F989E') +
    group(
      line(
        [
          { x: 20, y: bottom + 4 },
          { x: 20, y: 304 },
        ],
        colour.indigo,
        3,
      ) +
        line(
          [
            { x: 13, y: bottom + 12 },
            { x: 20, y: bottom + 4 },
            { x: 27, y: bottom + 12 },
          ],
          colour.indigo,
          3,
        ) +
        line(
          [
            { x: 13, y: 296 },
            { x: 20, y: 304 },
            { x: 27, y: 296 },
          ],
          colour.indigo,
          3,
        ) +
        box(6, 204, 74, 34, '#FFFFFF', 6, { stroke: colour.indigo, 'stroke-width': 2 }) +
        write('1.8米', 43, 229, { size: 24, weight: 'bold', fill: colour.indigo, anchor: 'middle' }),
      { opacity: round(told) },
    )
  )
}

const blades = (x: number, y: number, turn: number, radius: number, fill: string): string => {
  let all = ''
  for (let i = 0; i < 4; i += 1)
    all += group(
      shape(
        `M0 0C${radius * 0.5} ${-radius * 0.2} ${radius * 0.7} ${-radius * 0.7} ${radius * 0.2} ${-radius * 0.94}C${-radius * 0.2} ${-radius * 0.9} ${-radius * 0.1} ${-radius * 0.4} 0 0z`,
        fill,
      ),
      {
        transform: `rotate(${round(turn + i * 90)})`,
      },
    )
  return group(all + disc(0, 0, radius * 0.16, '#4A4F55'), { transform: `translate(${x} ${y})` })
}

/** Turns faster and faster up to an even speed; degrees after `t` seconds. */
const spun = (t: number, speed: number): number => (t <= 0 ? 0 : t < 1 ? (speed * t * t) / 2 : speed * (t - 0.5))

export function smokeFan(t: number): string {
  const drawn = clamp((t - 0.8) / 2.6)
  let smoke = ''
  for (let i = 0; i < 22; i += 1) {
    const age = (t * 0.3 + i / 22 + 2) % 1
    const side = ((i * 37) % 100) / 50 - 1
    const size = mix(42, 20, age) * Math.min(1, age * 5) * Math.min(1, (1 - age) * 6) * (1 - drawn * (i % 3 === 0 ? 0.3 : 1))
    smoke += disc(120 + side * 128 * (1 - age * age), 226 - age * 112, size, colour.smoke)
  }
  return (
    backdrop('#EDE8DE') +
    group(smoke, { opacity: 0.42 }) +
    box(52, 24, 136, 84, '#8F989E', 6) +
    disc(120, 66, 37, '#33373F') +
    blades(120, 66, spun(t, 330), 34, '#C9CED2') +
    disc(120, 66, 37, 'none', { stroke: '#6C757B', 'stroke-width': 4 }) +
    box(62, 108, 116, 12, '#6C757B', 2) +
    [78, 98, 118, 138, 158].map((x) => box(x, 110, 6, 8, '#33373F')).join('') +
    group(
      line(
        [
          { x: 40, y: 200 },
          { x: 62, y: 152 },
        ],
        colour.indigo,
        6,
      ) +
        line(
          [
            { x: 46, y: 160 },
            { x: 62, y: 152 },
            { x: 66, y: 170 },
          ],
          colour.indigo,
          6,
        ) +
        line(
          [
            { x: 200, y: 200 },
            { x: 178, y: 152 },
          ],
          colour.indigo,
          6,
        ) +
        line(
          [
            { x: 194, y: 160 },
            { x: 178, y: 152 },
            { x: 174, y: 170 },
          ],
          colour.indigo,
          6,
        ),
      { opacity: round(t > 0.6 ? 0.6 + 0.4 * Math.sin(t * 4) : 0) },
    )
  )
}

export function liftDown(t: number): string {
  const floor = Math.max(1, 4 - Math.floor(clamp(t / 1.7) * 3.01))
  const open = during(t, 1.9, 2.5)
  const way = [
    { at: 2.4, x: 120 },
    { at: 4.2, x: 290 },
  ]
  const half = 58 * (1 - open * 0.88)
  return (
    backdrop() +
    box(46, 74, 148, GROUND - 74, '#E8E4DA', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(62, 90, 116, GROUND - 90, '#6C757B') +
    box(70, 98, 100, GROUND - 98, '#D9D4CA') +
    (open > 0.2 && t < 3 ? small(people.green, t, way, mix(288, 308, during(t, 2.4, 2.9))) : '') +
    box(62, 90, half, GROUND - 90, '#AEB6BB') +
    box(178 - half, 90, half, GROUND - 90, '#AEB6BB') +
    (open < 0.5
      ? line(
          [
            { x: 120, y: 90 },
            { x: 120, y: GROUND },
          ],
          '#8D969C',
          3,
        )
      : '') +
    box(74, 24, 92, 42, '#232A33', 5) +
    shape(`M90 ${38 + ((t * 14) % 6)}H106L98 ${50 + ((t * 14) % 6)}z`, floor > 1 ? '#E2402F' : '#6C757B') +
    write(`${floor}F`, 134, 55, { size: 30, weight: 'bold', fill: floor > 1 ? '#FFFFFF' : '#8FD0A8', anchor: 'middle' }) +
    (open > 0.2 && t >= 3 ? small(people.green, t, way, 308) : '')
  )
}

/** A fire pump with its pipe and gauge; `ran` is how long it has been running. */
export function pump(t: number, ran: number): string {
  const on = ran > 0
  const gauge = mix(-120, 60, during(ran, 0.2, 1.4))
  const shake = on ? Math.sin(t * 40) * 0.6 : 0
  let flow = ''
  if (on)
    for (let i = 0; i < 6; i += 1) {
      const y = 196 - ((ran * 90 + i * 34) % 204)
      if (y > -6) flow += box(186, y, 12, 18, '#BFE0F0', 6, { opacity: round(during(ran, 0.3, 0.9)) })
    }
  return (
    backdrop('#E6E9E8') +
    box(178, 0, 28, 206, '#B8352A') +
    flow +
    box(172, 96, 40, 14, '#8E2419', 2) +
    group(
      box(18, 176, 104, 74, '#41697F', 10) +
        [34, 50, 66, 82, 98].map((x) => box(x, 182, 5, 62, '#355666', 2)).join('') +
        box(122, 204, 18, 18, '#7C858B') +
        disc(172, 214, 40, '#B8352A') +
        disc(172, 214, 27, '#33373F') +
        blades(172, 214, spun(ran, 360), 24, '#E8E4DA'),
      { transform: `translate(${round(shake)} 0)` },
    ) +
    box(10, 250, 212, 14, '#6C757B', 2) +
    box(24, 264, 30, 24, '#8D969C') +
    box(178, 264, 30, 24, '#8D969C') +
    disc(86, 78, 46, '#FFFFFF', { stroke: '#6C757B', 'stroke-width': 7 }) +
    shape('M86 40A38 38 0 0 1 119 97', 'none', { stroke: colour.green, 'stroke-width': 7 }) +
    group(
      line(
        [
          { x: 0, y: 0 },
          { x: 0, y: -30 },
        ],
        colour.vermilion,
        5,
      ),
      { transform: `translate(86 78) rotate(${round(gauge)})` },
    ) +
    disc(86, 78, 6, colour.ink)
  )
}
