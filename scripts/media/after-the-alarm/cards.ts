/** The lamp of the first card, and the small pictures of the last one. */
import { person } from '../figures.ts'
import { write } from '../glyphs.ts'
import { rings } from '../props.ts'
import { box, clamp, colour, disc, during, fade, line, mix, place, round, shape } from '../stage.ts'
import { keySwitch, led } from './panel.ts'
import { goer, keeper } from './people.ts'

/** A round clock of minutes; inside it the fire lamp is lit and the screen names the place. */
export function lamp(t: number, seconds: number): string {
  const radius = 196
  const on = during(t, 0.5, 0.65)
  const turn = mix(0, 0.82, clamp((t - 0.5) / (seconds - 0.5)))
  const end = turn * Math.PI * 2
  const arc =
    turn > 0.005
      ? shape(
          `M0 ${-radius}A${radius} ${radius} 0 ${turn > 0.5 ? 1 : 0} 1 ${round(Math.sin(end) * radius)} ${round(-Math.cos(end) * radius)}`,
          'none',
          { stroke: colour.vermilion, 'stroke-width': 16, 'stroke-linecap': 'round' },
        )
      : ''
  return (
    disc(0, 0, radius, colour.raised, { stroke: colour.hairline, 'stroke-width': 16 }) +
    arc +
    fade(rings(t, 0, -78, colour.vermilion, 44, 84), on) +
    led(0, -78, on * (0.85 + 0.15 * Math.sin(t * 5)), '#E2402F', 34) +
    write('火警', 0, 18, { size: 36, weight: 'bold', anchor: 'middle' }) +
    box(-118, 40, 236, 84, '#232A33', 8) +
    box(-118, 40, 8, 84, '#E2402F', 3) +
    fade(write('5层 库房', 4, 96, { size: 42, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }), during(t, 0.9, 1.1))
  )
}

/** One goes and one stays; the switch on automatic; start and feedback lit: one beside each thing to remember. */
export function closingPictures(t: number): readonly string[] {
  const two =
    place(34, 50, person(goer, { x: 0, y: 0, stride: { phase: t * 0.6, amount: 0.9 } }), 0.4) +
    place(-34, 50, person(keeper, { x: 0, y: 0, facing: -1, near: { x: 46, y: -190 } }), 0.4) +
    box(-76, -40, 22, 92, '#8F989E', 3) +
    disc(-65, -22, 6, '#E2402F')
  const turned = during(t, 3.1, 3.7)
  const auto =
    keySwitch(-20, 4, turned, 1.5) + write('自动', 32, 14, { size: 30, weight: 'bold', fill: turned > 0.5 ? colour.green : colour.quiet })
  const pair =
    box(-76, -44, 152, 88, '#EFEAE1', 6, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    led(-50, -18, 1, '#E2402F', 12) +
    write('启动', -28, -8, { size: 28, weight: 'bold' }) +
    led(-50, 20, during(t, 6.4, 6.6), '#E2402F', 12) +
    write('反馈', -28, 30, { size: 28, weight: 'bold' }) +
    line(
      [
        { x: 44, y: 0 },
        { x: 52, y: 9 },
        { x: 66, y: -10 },
      ],
      colour.green,
      6,
      { opacity: during(t, 6.5, 6.7) },
    )
  return [two, auto, pair]
}
