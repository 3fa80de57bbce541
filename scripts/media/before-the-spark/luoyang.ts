/** The fire of Luoyang in 2000: a hole, sofas below, water that does not help, and men who leave. */
import { blanket, flames, glow, plume } from '../fire.ts'
import { box, clamp, colour, disc, during, fade, group, hold, mix, place, shape } from '../stage.ts'
import { HOLE, LOW, pace, SCALE, shell, small, sofa, structure, UP } from './building.ts'
import { crew, kneel, welder, weldingSet } from './crew.ts'
import { p } from './marks.ts'
import { arc, shower } from './sparks.ts'

const SPOT = p(HOLE.left + 3, UP - 3)

/** A basin tipped over the hole, and its water. */
function basin(t: number, x: number, y: number, tilt: number): string {
  const pours = tilt > 0.6
  let drops = ''
  for (let i = 0; i < 16; i += 1) {
    const age = (t * 1.5 + i / 16) % 1
    drops += disc(x + 18 + age * 10 + ((i * 37) % 11) - 5, mix(y + 4, LOW - 52, age * age), 3.2, '#7FB0D6')
  }
  return (
    (pours ? group(drops, { opacity: 0.9 }) : '') +
    group(shape('M-24 -8H24L17 9H-17z', '#5F8FB8') + box(-26, -11, 52, 5, '#4C7AA2', 2), {
      transform: `translate(${x} ${y}) rotate(${62 * tilt})`,
    })
  )
}

/** Seconds since the picture begins; `water` is when the basin comes, `end` when the picture is over. */
export function luoyang(t: number, water: number, end: number): string {
  const welding = during(t, 0.5, 0.7) * (1 - during(t, water - 0.3, water - 0.1))
  const burning = during(t, 2.2, end)
  const catching = during(t, 2.1, 3)
  const down = 1 - during(t, water - 0.3, water + 0.1)
  const away = water + 2
  const walk = pace(
    t,
    [
      { at: 0, x: 546 },
      { at: away, x: 546 },
      { at: away + 1.5, x: 330 },
    ],
    1,
  )
  const gone = t > away
  const low = t < water ? { crouch: 80 * down, lean: 50 * down, feet: kneel(down).feet ?? [p(7, -9), p(-8, -9)] } : {}
  const tilt = hold(t, water + 0.5, away - 0.1, 0.35)
  const held = during(t, water + 0.05, water + 0.25) * (1 - during(t, away - 0.1, away + 0.1))
  const man = welder(
    {
      ...walk,
      y: UP,
      scale: SCALE,
      facing: gone ? -1 : 1,
      ...low,
      ...(t < water ? { near: p(mix(30, 92, down), mix(-120, -34, down)), far: p(mix(24, 60, down), mix(-118, -40, down)) } : {}),
      ...(held > 0.5 && t >= water ? { near: p(62, -118), far: p(70, -124), lean: 12 } : {}),
    },
    { mask: down, ...(t < water - 0.1 ? { tip: p(98, -8) } : {}) },
  )
  const second = pace(
    t,
    [
      { at: away + 0.2, x: 440 },
      { at: away + 1.5, x: 250 },
    ],
    1,
  )
  const other = small(crew.helper, { ...second, y: UP, facing: t > away + 0.2 ? -1 : 1 })
  const size = catching * mix(0.16, 0.95, clamp((t - 2.2) / (end - 2.2)))
  return (
    shell(false) +
    structure(0, false) +
    glow(640, LOW - 70, 150, burning) +
    sofa(520, LOW, '#7F6A66') +
    sofa(644, LOW) +
    sofa(768, LOW, '#7F6A66') +
    place(642, LOW - 46, flames(t, size)) +
    fade(plume(t, { x: 640, y: LOW - 70, rise: 170, spread: 46, size: mix(18, 46, burning), count: 12, opacity: 0.42 }), catching) +
    blanket(t, 16, 1264, UP + 24, mix(0, 96, during(t, water, end)), 0.42) +
    fade(
      plume(t, { x: 642, y: UP + 6, rise: 170, spread: 40, size: 40, count: 10, seed: 4, opacity: 0.4 }),
      during(t, water + 0.9, end - 0.6),
    ) +
    weldingSet(474, UP, 0.5, welding > 0.5) +
    other +
    man +
    (held > 0.5 ? basin(t, 592, UP - 78, tilt) : '') +
    (welding > 0.1
      ? fade(
          shower(t, {
            ...SPOT,
            x: SPOT.x + 10,
            floor: LOW - 34,
            side: 46,
            up: 20,
            count: 48,
            life: 1.25,
            size: 2.8,
            left: 607,
            right: 700,
          }),
          welding,
        ) + arc(t, SPOT.x, SPOT.y, welding * 0.8)
      : '') +
    box(0, 0, 1280, 484, '#5B4A33', 0, { opacity: 0.1 }) +
    box(0, 0, 1280, 484, colour.smoke, 0, { opacity: 0.14 * during(t, end - 1.6, end) })
  )
}
