/** The feedback: what moves by itself, and what has to be started by hand. */
import { people, person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { room, verdict } from '../props.ts'
import { beat, box, colour, disc, during, fade, group, hold, line, type Moment, mix, type Scene, WIDTH } from '../stage.ts'
import { liftDown, pump, shutter, smokeFan, sounders, TILE } from './devices.ts'
import { led } from './panel.ts'
import { keeper, radio } from './people.ts'

const framed = (x: number, y: number, scale: number, id: string, picture: string): string =>
  `<clipPath id="${id}"><rect width="${TILE.width}" height="${TILE.height}" rx="10"/></clipPath>` +
  group(
    group(picture, { 'clip-path': `url(#${id})` }) +
      box(0, 0, TILE.width, TILE.height, 'none', 10, { stroke: colour.wallShade, 'stroke-width': 3 }),
    { transform: `translate(${x} ${y}) scale(${scale})` },
  )

const names = [
  { zh: '声光警报', en: 'Sounders' },
  { zh: '防火卷帘', en: 'Fire shutter' },
  { zh: '排烟机', en: 'Smoke fan' },
  { zh: '电梯', en: 'Lift' },
  { zh: '喷淋泵', en: 'Sprinkler pump' },
]

/** Five pictures; the last one stands still. */
function moving(moment: Moment): string {
  const { t } = moment
  const second = beat(moment, 1)
  const starts = [0.2, 1.6, second, second + 0.7, second + 2.2]
  const draw = [sounders, shutter, smokeFan, liftDown, (s: number) => pump(s, 0)]
  return names
    .map(({ zh, en }, index) => {
      const start = starts[index] ?? 0
      const x = 18 + index * 251
      const shown = during(t, start - 0.2, start + 0.1)
      const right = during(t, start + (index === 1 ? 2.2 : index === 3 ? 2.1 : 1), start + (index === 1 ? 2.4 : index === 3 ? 2.3 : 1.2))
      return (
        group(
          framed(x, 24, 1, `tile${index}`, draw[index]?.(t - start) ?? '') +
            write(zh, x + 120, 398, { size: 36, weight: 'bold', anchor: 'middle' }) +
            write(en, x + 120, 434, { size: 25, weight: 'medium', fill: colour.second, anchor: 'middle' }),
          { opacity: mix(0.3, 1, shown) },
        ) +
        (index < 4
          ? fade(verdict(x + 214, 50, true, 0.9), right)
          : fade(
              disc(x + 214, 50, 25, '#FFFFFF') +
                disc(x + 214, 50, 22, colour.amber) +
                write('?', x + 214, 62, { size: 34, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }),
              right,
            ))
      )
    })
    .join('')
}

const BUTTON = { x: 792, y: 258 }

/** The list at the left, the direct manual panel in her reach, the pump at the right. */
function list(t: number, hand: number): string {
  const pressed = hold(t, hand + 0.9, hand + 1.5, 0.15)
  const ran = t - (hand + 1.1)
  const answered = during(t, hand + 2, hand + 2.2)
  const rows = names.map(({ zh, en }, index) => {
    const y = 100 + index * 72
    const last = index === 4
    const lit = last ? answered : during(t, 0.5 + index * 0.55, 0.65 + index * 0.55)
    const missing = last ? hold(t, 2.9, hand + 2.1, 0.2) : 0
    return (
      (missing > 0 ? fade(box(34, y - 36, 566, 70, '#F6D9D3', 8), missing * (0.7 + 0.3 * Math.sin(t * 5))) : '') +
      write(zh, 52, y + 1, { size: 33, weight: 'bold' }) +
      write(en, 52, y + 27, { size: 22, weight: 'medium', fill: colour.second }) +
      led(330, y, 1, '#E2402F', 15) +
      led(470, y, lit, '#E2402F', 15) +
      fade(
        line(
          [
            { x: 546, y: y - 1 },
            { x: 557, y: y + 11 },
            { x: 577, y: y - 14 },
          ],
          colour.green,
          8,
        ),
        lit,
      ) +
      (missing > 0 ? fade(write('?', 560, y + 14, { size: 42, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }), missing) : '') +
      (index < 4
        ? line(
            [
              { x: 40, y: y + 37 },
              { x: 594, y: y + 37 },
            ],
            colour.hairline,
            2,
          )
        : '')
    )
  })
  const board =
    box(24, 10, 584, 446, '#FFFFFF', 12, { stroke: '#8F989E', 'stroke-width': 6 }) +
    write('启动', 330, 46, { size: 30, weight: 'bold', anchor: 'middle' }) +
    write('反馈', 470, 46, { size: 30, weight: 'bold', anchor: 'middle' }) +
    line(
      [
        { x: 40, y: 62 },
        { x: 594, y: 62 },
      ],
      colour.wallShade,
      3,
    ) +
    rows.join('')
  const buttons = ['消火栓泵', '喷淋泵', '排烟机'].map((words, index) => {
    const own = index === 1
    const y = BUTTON.y + (index - 1) * 50
    return (
      disc(BUTTON.x, y, 18, '#4A4F55') +
      disc(BUTTON.x, y + (own ? pressed * 2 : 0), 14, own && ran > 0 ? '#E2402F' : '#4E9A6E') +
      write(words, BUTTON.x + 30, y + 9, { size: 24, weight: 'medium' })
    )
  })
  const manual =
    box(758, 118, 196, 226, '#8F989E', 8) +
    box(765, 125, 182, 212, '#EFEAE1', 5) +
    write('直接手动盘', 856, 166, { size: 28, weight: 'bold', anchor: 'middle' }) +
    buttons.join('')
  const reach = hold(t, hand + 0.3, hand + 2, 0.45)
  const reporting = during(t, hand + 2.2, hand + 2.6)
  const guard = walking(t, [
    { at: hand + 2.2, x: 1320 },
    { at: hand + 3.6, x: 1196 },
  ])
  return (
    room(408, WIDTH, '#EAE7DF') +
    board +
    manual +
    framed(978, 14, 1.18, 'pumproom', pump(t, ran)) +
    write('泵房', 1120, 444, { size: 30, weight: 'bold', anchor: 'middle' }) +
    write('Pump room', 1120, 472, { size: 23, weight: 'medium', fill: colour.second, anchor: 'middle' }) +
    '<clipPath id="seen"><rect x="978" y="14" width="283" height="389" rx="10"/></clipPath>' +
    group(person(people.guard, { ...guard, y: 398, scale: 0.85, facing: -1, near: { x: 58, y: -150 } }), { 'clip-path': 'url(#seen)' }) +
    fade(verdict(1012, 46, true, 1), answered) +
    person(keeper, {
      x: 706,
      y: 456,
      near:
        reach > 0.02
          ? { x: mix(14, BUTTON.x - 706 - 9, reach), y: mix(-118, BUTTON.y - 456 + 2, reach) }
          : { x: mix(14, 27, reporting), y: mix(-118, -222, reporting) },
      mouth: reporting > 0.5 ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
    }) +
    (reporting > 0.02 ? radio(706 + mix(18, 32, reporting), 456 + mix(-132, -234, reporting), reporting) : '')
  )
}

export const check: Scene = (moment: Moment) => {
  const { t } = moment
  const [compare, press] = [beat(moment, 2), beat(moment, 3)]
  const shown = during(t, compare - 0.2, compare + 0.05)
  const paper = box(0, 0, WIDTH, 484, colour.paper)
  return (shown < 1 ? paper + moving(moment) : '') + fade(paper + list(t - compare, press - compare), shown)
}
