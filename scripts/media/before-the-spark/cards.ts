/** The circle of the first card, and the small pictures of the last one. */
import { extinguisher, verdict } from '../props.ts'
import { box, colour, disc, during, fade, group, line, mix, place, shape } from '../stage.ts'
import { sofa } from './building.ts'
import { clock, p } from './marks.ts'
import { arc, ember, shower } from './sparks.ts'

/** A floor in section: an arc above, sparks falling through the hole, a sofa below. */
export function falling(t: number, seconds: number): string {
  const on = during(t, 0.3, 0.6)
  const ask = during(t, seconds * 0.5, seconds * 0.5 + 0.3)
  const slab = (x: number, width: number): string => box(x, -58, width, 34, '#C4BCB0', 0, { stroke: '#8F877B', 'stroke-width': 2 })
  const inner =
    box(-200, -200, 400, 400, '#F1ECE2') +
    box(-200, -30, 400, 240, '#ECEAE6') +
    box(-200, 148, 400, 60, '#BFB6A8') +
    place(0, 148, sofa(0, 0), 1.25) +
    slab(-220, 178) +
    slab(42, 178) +
    box(-46, -200, 30, 142, '#98A4AB') +
    box(-41, -200, 7, 142, '#B9C3C8') +
    box(-52, -118, 42, 12, '#76828A', 2) +
    line([p(-150, -96), p(-98, -82), p(-52, -72)], '#2A2725', 9) +
    line([p(-80, -78), p(-30, -66)], '#5C5852', 5) +
    fade(shower(t, { x: -24, y: -62, floor: 98, side: 62, up: 36, count: 80, life: 1.35, size: 3.6, left: -38, right: 40 }), on) +
    arc(t, -26, -62, on * 1.1) +
    fade(disc(0, 92, 40 + 3 * Math.sin(t * 4), 'none', { stroke: colour.vermilion, 'stroke-width': 6, 'stroke-dasharray': '14 10' }), ask)
  return (
    '<clipPath id="round"><circle r="194"/></clipPath>' +
    group(inner, { 'clip-path': 'url(#round)' }) +
    disc(0, 0, 196, 'none', { stroke: colour.hairline, 'stroke-width': 12 })
  )
}

/** A card with a tick, a closed hole over a spark tray, a clock with an extinguisher. */
export function closingPictures(t: number): readonly string[] {
  const licence =
    box(-52, -38, 92, 66, '#FFFFFF', 7, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    shape('M-52 -18V-31Q-52 -38 -45 -38H33Q40 -38 40 -31V-18z', '#2F6DA8') +
    disc(-30, -2, 8, '#DDB08A') +
    shape('M-44 22q0 -14 14 -14q14 0 14 14z', '#8C7A58') +
    box(-8, -8, 38, 6, colour.quiet, 2) +
    box(-8, 6, 28, 6, colour.wallShade, 2) +
    verdict(42, 26, true, 0.85)
  const edge = { stroke: '#8F877B', 'stroke-width': 2 }
  const sealed =
    box(-58, -14, 38, 18, '#C4BCB0', 0, edge) +
    box(20, -14, 38, 18, '#C4BCB0', 0, edge) +
    box(-20, -10, 40, 12, '#9AA7A0', 3) +
    box(-30, -20, 60, 6, '#8A959C', 1) +
    shower(t, { x: 0, y: -50, floor: -22, side: 60, up: 30, count: 14, life: 1.1, size: 3, left: -44, right: 44 }) +
    arc(t, 0, -50, 0.45) +
    place(0, 46, shape('M-46 -12H-38L-34 -3H34L38 -12H46L40 0H-40z', '#7C858B') + ember(-8, -3, 0))
  const watch = clock(-18, -4, 38, mix(0, 55, t / 9)) + extinguisher(40, 46, 0.86)
  return [licence, sealed, watch]
}
