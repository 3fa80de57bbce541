/** It is a fire: the switch to automatic, 119 at the same time, and what to tell them. */
import { person } from '../figures.ts'
import { flames, plume } from '../fire.ts'
import { write } from '../glyphs.ts'
import { carton, room } from '../props.ts'
import {
  beat,
  box,
  camera,
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
  place,
  type Scene,
  shape,
  WIDTH,
} from '../stage.ts'
import { cord, handset, keeper } from './people.ts'
import { key, NEAR, PHONE, POST, roomBack, seats, table } from './room.ts'

/** The handset's way from the wall to the ear. */
const EAR = { x: POST + 1, y: NEAR - 219 }

function acts(moment: Moment): string {
  const { t } = moment
  const call = beat(moment, 1)
  const turned = during(t, 1.7, 2.3)
  const onKey = hold(t, 0.5, call + 0.6, 0.5)
  const toPhone = during(t, call - 1.3, call - 0.7)
  const toEar = during(t, call - 0.6, call)
  const lifted = t > call - 0.65
  const wrist = { x: mix(14, -66, toPhone), y: mix(-118, -212, toPhone) }
  const near = { x: mix(wrist.x, 1, toEar), y: mix(wrist.y, -219, toEar) }
  const speaking = t > call + 1.6 ? 0.35 + 0.3 * Math.sin(t * 8) : 0
  const grip = { x: mix(PHONE.x - 15, EAR.x, toEar), y: mix(PHONE.y, EAR.y, toEar) }
  const digits = ['1', '1', '9'].map((digit, index) =>
    fade(
      write(digit, 277 + index * 54, 124, { size: 82, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }),
      during(t, call + 0.4 + index * 0.35, call + 0.5 + index * 0.35),
    ),
  )
  const card =
    box(213, 36, 236, 134, '#FFFFFF', 14, { stroke: colour.ink, 'stroke-width': 3 }) +
    digits.join('') +
    fade(write('火警', 331, 157, { size: 24, weight: 'medium', fill: colour.second, anchor: 'middle' }), during(t, call + 1.5, call + 1.7))
  const set =
    roomBack({
      t,
      minutes: 61,
      plan: 1,
      smoke: 1,
      taken: 1,
      phoneLifted: lifted,
      panel: {
        lit: { fire: 0.8 + 0.2 * Math.sin(t * 5), start: during(t, 2.7, 2.85) },
        lines: ['火警 02:58', '5层 库房 烟感', '5层 走廊 烟感'].map((words) => ({ words, shown: 1 })),
        key: turned,
        paper: 1,
      },
    }) +
    fade(
      disc(key.x, key.y, mix(30, 46, clamp((t - 2.2) / 0.8)), 'none', { stroke: colour.green, 'stroke-width': 4 }),
      hold(t, 2.2, 3.1, 0.3),
    ) +
    seats() +
    table() +
    (lifted ? cord({ x: PHONE.x - 6, y: PHONE.y + 38 }, { x: grip.x - 5, y: grip.y + 22 }, 44) : '') +
    person(keeper, {
      x: POST,
      y: NEAR,
      facing: 1,
      mouth: speaking,
      near,
      far: { x: mix(14, key.x - POST - 8, onKey), y: mix(-118, key.y - NEAR + 4, onKey) },
    }) +
    (lifted ? handset(grip.x, grip.y, mix(180, 192, toEar), 0.9) : '') +
    fade(card, during(t, call + 0.2, call + 0.4))
  return camera(
    t,
    [
      { at: 0, x: 640, y: 226, zoom: 1.6 },
      { at: 0.5, x: 650, y: 222, zoom: 2.1 },
      { at: call - 1.2, x: 520, y: 180, zoom: 1.45 },
    ],
    1,
    set,
  )
}

const pin = (): string =>
  shape('M-70 44L-22 20L26 44L74 20V58L26 82L-22 58L-70 82z', '#DDE6EA', { transform: 'translate(-2 -26)' }) +
  shape('M0 40C-30 6 -34 -8 -34 -20A34 34 0 0 1 34 -20C34 -8 30 6 0 40z', colour.vermilion) +
  disc(0, -20, 13, '#FFFFFF')

function tower(t: number): string {
  let floors = ''
  for (let row = 0; row < 6; row += 1) {
    const burning = row === 1
    for (let column = 0; column < 3; column += 1)
      floors += box(-38 + column * 28, -46 + row * 18, 20, 11, burning && column === 2 ? '#E2402F' : '#BBD0DA', 1)
  }
  return (
    box(-48, -54, 96, 114, '#DAD3C5') +
    floors +
    fade(box(-52, -33, 104, 21, 'none', 3, { stroke: colour.vermilion, 'stroke-width': 3 }), 0.6 + 0.4 * Math.sin(t * 4)) +
    write('5层', 58, -13, { size: 26, weight: 'bold', fill: colour.vermilion })
  )
}

const trapped = (t: number): string =>
  box(-46, -56, 92, 112, '#F4EFE6', 3, { stroke: colour.metalDark, 'stroke-width': 4 }) +
  box(-38, -48, 76, 96, '#8E8982') +
  group(disc(0, -14, 15, '#EBC6A3') + shape('M-26 48V30Q-26 6 0 6Q26 6 26 30V48z', '#C4934A'), {}) +
  line(
    [
      { x: 22, y: 24 },
      { x: 34, y: -4 + Math.sin(t * 6) * 8 },
    ],
    '#C4934A',
    11,
  ) +
  disc(35, -8 + Math.sin(t * 6) * 8, 7, '#EBC6A3') +
  write('几人？', 58, 10, { size: 28, weight: 'bold', fill: colour.vermilion })

const caller = (): string =>
  box(-62, -40, 124, 84, '#FFFFFF', 8, { stroke: colour.metalDark, 'stroke-width': 4 }) +
  disc(-30, -10, 13, colour.indigo) +
  shape('M-50 32V26Q-50 8 -30 8Q-10 8 -10 26V32z', colour.indigo) +
  line(
    [
      { x: 8, y: -14 },
      { x: 46, y: -14 },
    ],
    colour.quiet,
    6,
  ) +
  line(
    [
      { x: 8, y: 6 },
      { x: 46, y: 6 },
    ],
    colour.quiet,
    6,
  ) +
  line(
    [
      { x: 8, y: 26 },
      { x: 32, y: 26 },
    ],
    colour.quiet,
    6,
  )

const cards: readonly { zh: string; en: string; cue: number; after: number; icon: (t: number) => string }[] = [
  { zh: '单位、地点', en: 'Unit and address', cue: 2, after: 0.1, icon: pin },
  { zh: '起火部位', en: 'Which part burns', cue: 2, after: 1.1, icon: tower },
  {
    zh: '烧的是什么',
    en: 'What is burning',
    cue: 2,
    after: 2.1,
    icon: () => carton(-34, 52, 84, 60, '#C9A473') + carton(46, 52, 66, 48, '#B98F5E') + carton(-26, -8, 62, 44, '#D1AE80'),
  },
  {
    zh: '火势多大',
    en: 'How big it is',
    cue: 2,
    after: 3,
    icon: (t) => plume(t, { x: 0, y: 0, rise: 54, spread: 26, size: 20, count: 7, opacity: 0.3 }) + place(0, 54, flames(t, 0.98)),
  },
  { zh: '有没有人被困', en: 'Anyone trapped', cue: 3, after: 0.1, icon: trapped },
  { zh: '姓名和电话', en: 'Name and number', cue: 3, after: 1.9, icon: caller },
]

/** What 119 has to hear, each thing as a card that turns up as it is said. */
function told(moment: Moment): string {
  const { t } = moment
  const times = cards.map(({ cue, after }) => beat(moment, cue) + after)
  const newest = times.reduce((found, time, index) => (t >= time ? index : found), -1)
  const grid = cards.map(({ zh, en, icon }, index) => {
    const shown = during(t, times[index] ?? 0, (times[index] ?? 0) + 0.3)
    const x = 372 + (index % 3) * 300
    const y = 20 + Math.floor(index / 3) * 228
    const now = index === newest
    const empty = box(x, y, 284, 214, 'none', 12, { stroke: colour.wallShade, 'stroke-width': 2, 'stroke-dasharray': '7 8' })
    if (shown < 0.02)
      return empty + write(String(index + 1), x + 142, y + 124, { size: 48, weight: 'medium', fill: '#C9BFAE', anchor: 'middle' })
    const full =
      box(x, y, 284, 214, '#FFFFFF', 12, { stroke: now ? colour.indigo : colour.wallShade, 'stroke-width': now ? 5 : 2 }) +
      group(icon(t), { transform: `translate(${x + 142} ${y + 74})` }) +
      shape(
        `M${x} ${y + 142}H${x + 284}V${y + 202}Q${x + 284} ${y + 214} ${x + 272} ${y + 214}H${x + 12}Q${x} ${y + 214} ${x} ${y + 202}z`,
        now ? colour.indigo : colour.indigoWash,
      ) +
      write(zh, x + 142, y + 176, { size: 31, weight: 'bold', fill: now ? '#FFFFFF' : colour.ink, anchor: 'middle' }) +
      write(en, x + 142, y + 203, { size: 22, weight: 'medium', fill: now ? '#E3EBF5' : colour.second, anchor: 'middle' })
    return fade(group(full, { transform: `translate(0 ${mix(16, 0, shown)})` }), shown)
  })
  const speaking = 0.35 + 0.3 * Math.sin(t * 8)
  return (
    room(408) +
    person(keeper, { x: 180, y: 566, scale: 1.9, near: { x: 1, y: -219 }, mouth: speaking, lean: 1.2 * Math.sin(t * 0.9) }) +
    handset(175, 146, 192, 1.75) +
    grid.join('')
  )
}

export const confirm: Scene = (moment: Moment) => {
  const { t } = moment
  const tell = beat(moment, 2)
  const shown = during(t, tell - 0.2, tell + 0.05)
  return (shown < 1 ? acts(moment) : '') + fade(box(0, 0, WIDTH, 484, colour.paper) + told(moment), shown)
}
