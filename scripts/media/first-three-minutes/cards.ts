/** The dial of the first card, and the small pictures of the last one. */

import { flames, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { callPoint, rings } from '../props.ts'
import { box, colour, disc, during, fade, line, mix, place, round, shape } from '../stage.ts'

/** A dial of three minutes with a small fire at its centre. */
export function dial(t: number, seconds: number): string {
  const radius = 196
  const turn = mix(0, 300, Math.min(1, t / seconds))
  const at = (degrees: number, r: number): string =>
    `${round(Math.sin((degrees * Math.PI) / 180) * r)} ${round(-Math.cos((degrees * Math.PI) / 180) * r)}`
  let marks = ''
  for (let i = 0; i < 36; i += 1) {
    const long = i % 12 === 0
    const a = (i * 10 * Math.PI) / 180
    marks += line(
      [
        { x: Math.sin(a) * (radius - 18), y: -Math.cos(a) * (radius - 18) },
        { x: Math.sin(a) * (radius - (long ? 44 : 30)), y: -Math.cos(a) * (radius - (long ? 44 : 30)) },
      ],
      long ? colour.ink : colour.quiet,
      long ? 6 : 3,
    )
  }
  const arc =
    turn > 0.5
      ? shape(`M0 ${-radius}A${radius} ${radius} 0 ${turn > 180 ? 1 : 0} 1 ${at(turn, radius)}`, 'none', {
          stroke: colour.indigo,
          'stroke-width': 16,
          'stroke-linecap': 'round',
        })
      : ''
  return (
    disc(0, 0, radius, colour.raised, { stroke: colour.hairline, 'stroke-width': 16 }) +
    arc +
    marks +
    write('3', 0, -radius + 96, { size: 52, weight: 'bold', anchor: 'middle' }) +
    plume(t, { x: 4, y: 26, rise: 118, spread: 40, size: 28, count: 9, opacity: 0.34 }) +
    place(0, 92, flames(t, 0.96)) +
    box(-56, 88, 112, 14, colour.woodDark, 4)
  )
}

/** A call point, a closed door, a stair: one beside each thing to remember. */
export function closingPictures(t: number): readonly string[] {
  const shut =
    box(-34, -50, 68, 100, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(-27, -44, 54, 94, '#8FA3A0') +
    box(-13, -32, 26, 30, '#F0C48A', 2) +
    line(
      [
        { x: 17, y: 6 },
        { x: 17, y: 16 },
      ],
      '#3E4A49',
      6,
    )
  const down =
    shape('M-52 -40H-22V-14H8V12H38V38H56V48H-52z', '#D9CDB9') +
    shape('M-52 -40H-22V-14H8V12H38V38H56', 'none', { stroke: colour.floorDark, 'stroke-width': 4 })
  const arrow =
    line(
      [
        { x: -2, y: -44 },
        { x: 42, y: -8 },
      ],
      colour.green,
      8,
    ) +
    line(
      [
        { x: 22, y: -8 },
        { x: 42, y: -8 },
        { x: 40, y: -28 },
      ],
      colour.green,
      8,
    )
  return [fade(rings(t, 0, 0, colour.vermilion, 34, 62), during(t, 0.3, 0.8)) + callPoint(0, 0, 1), shut, down + arrow]
}
