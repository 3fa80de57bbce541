/** The door: pulled shut on the way out, and what it holds back. */

import { CYCLE, type Look, people, person, walking } from '../figures.ts'
import { blanket, flames, glow, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { exitSign, room, verdict } from '../props.ts'
import {
  beat,
  box,
  camera,
  clamp,
  colour,
  during,
  fade,
  group,
  hold,
  line,
  type Moment,
  mix,
  place,
  round,
  type Scene,
  shape,
  WIDTH,
} from '../stage.ts'

const FLOOR = 392
const HINGE = 540
const LEAF = 164

/** A door leaf on its left hinge; angle in degrees, 0 is shut. */
function leaf(angle: number, top: number): string {
  const turn = (angle * Math.PI) / 180
  const free = HINGE + LEAF * Math.cos(turn)
  const near = Math.sin(turn)
  const up = top - 20 * near
  const down = FLOOR + 34 * near
  const at = (share: number): number => mix(HINGE, free, share)
  const rise = (share: number, high: number): number => mix(mix(top, FLOOR, high), mix(up, down, high), share)
  const window = `M${round(at(0.3))} ${round(rise(0.3, 0.16))}L${round(at(0.7))} ${round(rise(0.7, 0.16))}L${round(at(0.7))} ${round(rise(0.7, 0.42))}L${round(at(0.3))} ${round(rise(0.3, 0.42))}z`
  return (
    shape(`M${HINGE} ${top}L${round(free)} ${round(up)}L${round(free)} ${round(down)}L${HINGE} ${FLOOR}z`, '#8FA3A0', {
      stroke: '#6C807D',
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
    }) +
    shape(window, angle < 30 ? '#F0C48A' : colour.glass, { stroke: '#6C807D', 'stroke-width': 2.5 }) +
    line(
      [
        { x: at(0.86), y: rise(0.86, 0.53) },
        { x: at(0.86), y: rise(0.86, 0.6) },
      ],
      '#3E4A49',
      8,
    )
  )
}

function pulledShut(t: number, ends: number): string {
  const top = 112
  const angle = mix(96, 0, during(t, 1.3, 2.6))
  const shut = during(t, 2.3, 2.8)
  const free = HINGE + LEAF * Math.cos((angle * Math.PI) / 180)
  const out = during(t, 0, 1.1)
  const holding = t > 1.1
  const followed = holding ? Math.max(mix(628, 640, out), free + 74) : mix(618, 640, out)
  const leaving = walking(t, [
    { at: 3, x: 778 },
    { at: ends + 1, x: 1000 },
  ])
  const gone = t > 3
  const her = walking(t, [
    { at: 0, x: 800 },
    { at: 2.7, x: 1340 },
  ])
  const inside =
    box(HINGE, top, LEAF, FLOOR - top, '#E9B57A') +
    box(HINGE, FLOOR - 40, LEAF, 40, '#C99A63') +
    glow(606, 330, 120, 1) +
    place(600, FLOOR - 26, flames(t, 0.95)) +
    plume(t, { x: 606, y: 300, rise: 190, spread: 60, size: 56, opacity: 0.5 }) +
    box(HINGE, top, LEAF, 100, colour.smoke, 0, { opacity: 0.45 })
  return (
    room(FLOOR, WIDTH, '#F4F0E6') +
    exitSign(1120, 92) +
    box(906, 176, 150, 92, '#FFFFFF', 4, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    line(
      [
        { x: 926, y: 206 },
        { x: 1036, y: 206 },
      ],
      colour.wallShade,
      6,
    ) +
    line(
      [
        { x: 926, y: 232 },
        { x: 1000, y: 232 },
      ],
      colour.wallShade,
      6,
    ) +
    group(inside, { 'clip-path': 'url(#doorway)' }) +
    (out < 1
      ? person(people.lead, {
          x: mix(604, 628, out),
          y: mix(FLOOR + 2, 436, out),
          scale: mix(0.88, 1, out),
          stride: { phase: t * 1.3, amount: 0.7 },
        })
      : '') +
    box(HINGE - 16, top - 16, 16, FLOOR - top + 16, '#FFFFFF') +
    box(HINGE + LEAF, top - 16, 16, FLOOR - top + 16, '#FFFFFF') +
    box(HINGE - 16, top - 16, LEAF + 32, 16, '#FFFFFF') +
    box(HINGE - 17, top - 17, LEAF + 34, FLOOR - top + 17, 'none', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    fade(plume(t, { x: 620, y: 130, rise: 120, spread: 110, size: 50, count: 9, opacity: 0.36 }), 1 - shut) +
    fade(blanket(t, 380, 900, -6, 66, 0.3), 1 - shut * 0.75) +
    leaf(angle, top) +
    person(people.green, { ...her, y: 440 }) +
    (out >= 1
      ? person(
          people.lead,
          gone
            ? { ...leaving, y: 440 }
            : {
                x: followed,
                y: 436,
                facing: -1,
                stride: { phase: followed / CYCLE, amount: hold(t, 1.3, 2.7, 0.3) * 0.6 },
                near: { x: mix(14, 74, hold(t, 0.9, 3, 0.3)), y: mix(-118, -186, hold(t, 0.9, 3, 0.3)) },
              },
        )
      : '') +
    fade(verdict(HINGE + LEAF / 2, 206, true, 1.2), during(t, 2.7, 2.95))
  )
}

/** One half of the comparison, 600 wide: burning room, wall, corridor. */
function half(t: number, open: boolean, id: string): string {
  const grown = clamp(t / 3.6)
  const wall = 262
  const look: Look = open ? people.ochre : people.green
  const walk = open
    ? { x: mix(420, 452, grown), stride: { phase: t * 0.35, amount: 0.4 }, facing: 1 as const }
    : walking(t, [
        { at: 0, x: 326 },
        { at: 4.6, x: 570 },
      ])
  const bent = open ? during(grown, 0.3, 0.9) : 0
  const inner =
    box(0, 0, 600, 420, '#F4F0E6') +
    box(0, 330, 600, 90, colour.floor) +
    box(0, 0, wall, 330, '#F3D6AC') +
    glow(112, 270, 130, 1) +
    place(112, 334, flames(t, 1.05)) +
    plume(t, { x: 118, y: 250, rise: 220, spread: 80, size: 62, count: 12, opacity: 0.45 }) +
    blanket(t, -20, wall, -4, open ? 130 : mix(120, 190, grown), 0.5) +
    person(look, {
      ...walk,
      y: 376,
      scale: 0.88,
      lean: bent * 38,
      crouch: bent * 34,
      ...(open && bent > 0.4 ? { near: { x: 62, y: -162 }, far: { x: 34, y: -96 } } : {}),
    }) +
    box(wall, 0, 16, 92, '#6E665B') +
    (open
      ? line(
          [
            { x: wall + 8, y: 96 },
            { x: wall + 8, y: 330 },
          ],
          '#B9AE9B',
          3,
          { 'stroke-dasharray': '8 9' },
        ) + shape(`M${wall + 16} 92L${wall + 62} 104V360L${wall + 16} 332z`, '#8FA3A0', { opacity: 0.9 })
      : box(wall + 2, 92, 12, 240, '#5F7572')) +
    (open
      ? plume(t, {
          x: wall + 6,
          y: 150,
          rise: 110,
          spread: 40,
          size: 60,
          drift: 190,
          count: 12,
          seconds: 3.4,
          opacity: 0.3 + 0.2 * grown,
        }) + blanket(t, wall + 16, 620, -4, mix(30, 230, grown), 0.5)
      : '')
  const tag =
    verdict(46, 377, !open, 1.15) +
    write(open ? '门开着' : '门关着', 86, 377, { size: 38, weight: 'bold' }) +
    write(open ? 'Door open' : 'Door closed', 87, 405, { size: 26, weight: 'medium', fill: colour.second })
  return (
    group(inner, { 'clip-path': `url(#${id})` }) +
    box(10, 340, 242, 74, '#FFFFFF', 6) +
    tag +
    box(0, 0, 600, 420, 'none', 8, { stroke: colour.wallShade, 'stroke-width': 3 })
  )
}

export const door: Scene = (moment: Moment) => {
  const { t } = moment
  const compare = beat(moment, 1)
  const clips =
    `<clipPath id="doorway"><rect x="${HINGE}" y="112" width="${LEAF}" height="${FLOOR - 112}"/></clipPath>` +
    '<clipPath id="opened"><rect width="600" height="420" rx="8"/></clipPath><clipPath id="closed"><rect width="600" height="420" rx="8"/></clipPath>'
  const shown = during(t, compare - 0.15, compare + 0.1)
  const both =
    box(0, 0, WIDTH, 484, colour.paper) +
    place(28, 32, half(t - compare, true, 'opened')) +
    place(652, 32, half(t - compare, false, 'closed'))
  const first = camera(
    t,
    [
      { at: 0, x: 640, y: 250, zoom: 1.08 },
      { at: 1, x: 660, y: 250, zoom: 1.24 },
    ],
    2,
    pulledShut(t, compare),
  )
  return `<defs>${clips}</defs>${shown < 1 ? first : ''}${fade(both, shown)}`
}
