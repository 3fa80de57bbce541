/** The door of the first card, and the small pictures of the last one. */
import { person } from '../figures.ts'
import { rings, verdict } from '../props.ts'
import { box, colour, disc, during, fade, group, hold, line, mix, place, shape } from '../stage.ts'
import { badge, looks, p } from './folk.ts'
import { doorFrame, leaf } from './things.ts'

const LEFT = -90
const TOP = -150
const WIDE = 180
const HIGH = 380

/** A sleeve that comes in from the right, its fist at x,y. */
const sleeve = (x: number, y: number, drop: number): string =>
  line([p(260, y + drop + 60), p(x + 34, y + 8)], looks.worker.shirt, 44) +
  line([p(x + 78, y + 26), p(x + 58, y + 17)], looks.worker.vest, 44, { 'stroke-linecap': 'butt' }) +
  disc(x, y, 25, looks.worker.skin)

/** A door that is knocked at and opens a crack. */
export function opening(t: number): string {
  const knock = hold(t, 0.2, 1.3, 0.2)
  const tap = knock * Math.abs(Math.sin((t - 0.2) * 8.5))
  const open = mix(0, 0.78, during(t, 1.5, 2.1))
  const shown = during(t, 1.8, 2.3)
  const reach = mix(150, 92, during(t, 0, 0.3)) - 12 * tap
  const hand = mix(reach, 128, during(t, 1.3, 1.7))
  const height = mix(0, 46, during(t, 1.4, 1.9))
  return (
    `<defs><clipPath id="titledoor"><rect x="${LEFT}" y="${TOP}" width="${WIDE}" height="${HIGH}"/></clipPath></defs>` +
    box(-196, HIGH + TOP - 2, 392, 12, colour.wallShade, 4) +
    group(
      box(LEFT, TOP, WIDE, HIGH, '#F3DDB8') +
        box(LEFT, TOP + 330, WIDE, 50, '#D8BA8B') +
        person(looks.woman, { x: mix(60, -24, shown), y: TOP + HIGH + 26, scale: 1.26, facing: 1 }),
      { 'clip-path': 'url(#titledoor)' },
    ) +
    leaf(LEFT, TOP, WIDE, HIGH, open) +
    doorFrame(LEFT, TOP, WIDE, HIGH, '503') +
    fade(rings(t, 64, 20, colour.indigo, 20, 62), hold(t, 0.3, 1.4, 0.2)) +
    fade(badge({ x: hand, y: 24 - height }, 1.5), shown) +
    sleeve(hand, 24 - height, mix(20, 90, shown))
  )
}

/** A door ajar, three lines of speech, a phone that takes a photo. */
export function closingPictures(t: number): readonly string[] {
  const ajar = during(t, 0.4, 1)
  const door =
    box(-40, -54, 80, 108, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(-32, -46, 64, 100, '#F3DDB8') +
    leaf(-32, -46, 64, 100, ajar * 0.6, false) +
    fade(verdict(42, 34, true, 0.8), during(t, 1, 1.3))
  const lit = [2.7, 3.2, 3.7].map((from) => during(t, from, from + 0.25))
  const speech =
    shape('M-60 -50H60Q70 -50 70 -40V24Q70 34 60 34H-14L-32 54L-34 34H-60Q-70 34 -70 24V-40Q-70 -50 -60 -50z', '#FFFFFF', {
      stroke: colour.ink,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
    }) +
    lit
      .map(
        (share, index) =>
          disc(-46, -31 + index * 24, 8, share > 0.5 ? colour.indigo : colour.hairline) +
          line([p(-26, -31 + index * 24), p(mix(-25, 50 - index * 14, share), -31 + index * 24)], colour.indigo, 8),
      )
      .join('')
  const flash = hold(t, 5.6, 6.1, 0.15)
  const photo =
    box(-62, -34, 124, 70, '#26282C', 9) +
    box(-48, -28, 96, 58, '#EFE8DA', 3) +
    box(-24, -4, 34, 28, colour.wood, 2) +
    box(-18, -24, 24, 20, '#D1AE80', 2) +
    box(12, 2, 26, 22, '#B98F5E', 2) +
    line([p(-42, -12), p(-42, -22), p(-32, -22)], colour.vermilion, 4) +
    line([p(42, -12), p(42, -22), p(32, -22)], colour.vermilion, 4) +
    line([p(-42, 14), p(-42, 24), p(-32, 24)], colour.vermilion, 4) +
    line([p(42, 14), p(42, 24), p(32, 24)], colour.vermilion, 4) +
    fade(box(-48, -28, 96, 58, '#FFFFFF', 3), flash) +
    place(62, 34, fade(verdict(0, 0, true, 0.7), during(t, 6.2, 6.5)))
  return [door, speech, photo]
}
