/** The call: what to say to 119, in order, and the engine met at the road. */
import { people, person } from '../figures.ts'
import { write } from '../glyphs.ts'
import { phone, room } from '../props.ts'
import { beat, box, colour, disc, during, fade, group, line, type Moment, mix, PICTURE, type Scene, shape, WIDTH } from '../stage.ts'

const rows = [
  { zh: '地址：路、门牌、楼、层', en: 'Address: road, number, building, floor', beat: 1, after: 0.1 },
  { zh: '什么在烧，火有多大', en: 'What is burning, how big', beat: 2, after: 0.1 },
  { zh: '有没有人被困，几个人', en: 'Anyone trapped, how many', beat: 3, after: 0.1 },
  { zh: '有没有危险品', en: 'Any dangerous goods', beat: 3, after: 2 },
  { zh: '你的姓名和电话', en: 'Your name and number', beat: 4, after: 0.1 },
]

/** One line of the call: empty until its time, then said, and the newest one in indigo. */
function row(index: number, share: number, newest: boolean): string {
  const one = rows[index]
  if (!one) return ''
  const y = 18 + index * 92
  const frame = box(580, y, 652, 80, 'none', 8, { stroke: colour.wallShade, 'stroke-width': 2, 'stroke-dasharray': '7 8' })
  const number = (fill: string, ink: string): string =>
    disc(624, y + 40, 22, fill) + write(String(index + 1), 624, y + 50, { size: 29, weight: 'bold', fill: ink, anchor: 'middle' })
  if (share <= 0.01) return frame + number(colour.wallLow, colour.quiet)
  const said =
    box(580, y, 652, 80, newest ? colour.indigo : '#FFFFFF', 8, { stroke: newest ? colour.indigo : colour.wallShade, 'stroke-width': 2 }) +
    number(newest ? '#FFFFFF' : colour.indigoWash, colour.indigo) +
    write(one.zh, 664, y + 38, { size: 37, weight: 'bold', fill: newest ? '#FFFFFF' : colour.ink }) +
    write(one.en, 664, y + 69, { size: 24, weight: 'medium', fill: newest ? '#E3EBF5' : colour.second })
  return frame + fade(group(said, { transform: `translate(${mix(24, 0, share)} 0)` }), share)
}

function screen(t: number): string {
  const digits = ['1', '1', '9'].map((digit, index) =>
    fade(
      write(digit, -52 + index * 52, -62, { size: 84, weight: 'bold', anchor: 'middle' }),
      during(t, 0.5 + index * 0.4, 0.6 + index * 0.4),
    ),
  )
  const connected = during(t, 1.9, 2.2)
  let waves = ''
  for (let i = 0; i < 7; i += 1) {
    const high = 10 + 16 * Math.abs(Math.sin(t * 2.6 + i * 0.9)) * connected
    waves += line(
      [
        { x: -54 + i * 18, y: 8 - high / 2 },
        { x: -54 + i * 18, y: 8 + high / 2 },
      ],
      connected > 0.5 ? colour.green : colour.hairline,
      7,
    )
  }
  const handset = shape('M-19 -5C-12 -14 12 -14 19 -5L14 4L7 1L6 -4C2 -6 -2 -6 -6 -4L-7 1L-14 4z', '#FFFFFF', { transform: 'scale(1.25)' })
  return (
    digits.join('') +
    waves +
    write('火警', 0, 66, { size: 32, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }) +
    group(disc(0, 0, 35, colour.green) + handset, { transform: 'translate(0 122)' })
  )
}

function fireEngine(t: number, x: number, y: number): string {
  const wheel = (cx: number): string =>
    disc(cx, -30, 31, '#2A2725') +
    disc(cx, -30, 14, '#B9BEC2') +
    group(
      line(
        [
          { x: -9, y: 0 },
          { x: 9, y: 0 },
        ],
        '#7C858B',
        4,
      ),
      { transform: `translate(${cx} -30) rotate(${(x / 31) * 57.3})` },
    )
  const lit = 0.5 + 0.5 * Math.sin(t * 5)
  return group(
    shape('M-240 -34V-186Q-240 -194 -232 -194H66V-34z', '#B8352A') +
      shape('M66 -34V-214Q66 -222 74 -222H148C168 -222 174 -212 182 -184L196 -132Q204 -128 204 -118V-34z', '#C4392D') +
      shape('M96 -200H142C154 -200 158 -194 163 -180L174 -140H96z', colour.glass) +
      box(-240, -92, 444, 16, '#F4EFE6') +
      box(-214, -176, 72, 66, '#D9D4CA', 4) +
      box(-130, -176, 72, 66, '#D9D4CA', 4) +
      box(-46, -176, 72, 66, '#D9D4CA', 4) +
      line(
        [
          { x: -178, y: -176 },
          { x: -178, y: -110 },
        ],
        '#B7B1A5',
        3,
      ) +
      line(
        [
          { x: -94, y: -176 },
          { x: -94, y: -110 },
        ],
        '#B7B1A5',
        3,
      ) +
      line(
        [
          { x: -10, y: -176 },
          { x: -10, y: -110 },
        ],
        '#B7B1A5',
        3,
      ) +
      box(-236, -214, 290, 9, '#A7AEB3', 3) +
      line(
        [
          { x: -200, y: -205 },
          { x: -200, y: -194 },
        ],
        '#A7AEB3',
        6,
      ) +
      line(
        [
          { x: 20, y: -205 },
          { x: 20, y: -194 },
        ],
        '#A7AEB3',
        6,
      ) +
      disc(108, -230, 30, '#3E78C4', { opacity: 0.1 + lit * 0.18 }) +
      box(88, -236, 42, 15, '#3E78C4', 5) +
      write('消防', -60, -44, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      box(190, -66, 16, 20, '#F8E3A2', 3) +
      wheel(-150) +
      wheel(128),
    { transform: `translate(${x} ${y})` },
  )
}

function road(t: number): string {
  const drive = 1 - (1 - during(t * 0.5, -0.9, 1.4))
  const x = mix(-300, 520, drive)
  const wave = Math.sin(t * 5) * 16
  const tree = (at: number, high: number): string =>
    line(
      [
        { x: at, y: 352 },
        { x: at, y: 352 - high },
      ],
      '#8A6B4A',
      11,
    ) +
    disc(at, 352 - high - 34, 52, '#7FA98F') +
    disc(at + 24, 352 - high - 10, 34, '#6E9C82')
  const tower = (left: number, width: number, top: number, fill: string): string => {
    let all = box(left, top, width, 352 - top, fill)
    for (let row = top + 26; row < 320; row += 52)
      for (let column = left + 22; column < left + width - 30; column += 50) all += box(column, row, 26, 28, '#FFFFFF', 2, { opacity: 0.6 })
    return all
  }
  return (
    box(0, 0, WIDTH, PICTURE.height, '#EDF1F1') +
    tower(90, 240, 110, '#D8DCDA') +
    tower(380, 300, 60, '#DFDDD3') +
    tower(900, 330, 40, '#D8DCDA') +
    box(0, 350, WIDTH, 34, '#D6D2C4') +
    box(0, 384, WIDTH, 100, '#A9A79F') +
    line(
      [
        { x: 0, y: 436 },
        { x: WIDTH, y: 436 },
      ],
      '#E9E6DC',
      6,
      { 'stroke-dasharray': '60 50' },
    ) +
    tree(340, 90) +
    tree(812, 100) +
    person(people.slate, {
      x: 960,
      y: 400,
      facing: -1,
      near: { x: 44 + wave * 0.7, y: -262 + Math.abs(wave) * 0.3 },
      far: { x: 52, y: -150 },
      mouth: 0.4,
    }) +
    fireEngine(t, x, 452)
  )
}

export const call: Scene = (moment: Moment) => {
  const { t } = moment
  const last = beat(moment, 5)
  const times = rows.map((one) => beat(moment, one.beat) + one.after)
  const newest = times.reduce((found, time, index) => (t >= time ? index : found), -1)
  const speaking = t > 2.2 ? 0.35 + 0.3 * Math.sin(t * 8) : 0
  const woman =
    person(people.slate, { x: 178, y: 566, scale: 1.9, near: { x: 1, y: -219 }, mouth: speaking, lean: 1.2 * Math.sin(t * 0.9) }) +
    group(box(-6, -24, 12, 44, '#26282C', 4), { transform: 'translate(178 128) rotate(12) scale(1.15)' })
  const set =
    room(408) +
    woman +
    phone(418, 240, 196, screen(t)) +
    rows.map((_, index) => row(index, during(t, times[index] ?? 0, (times[index] ?? 0) + 0.25), index === newest)).join('')
  const arrived = during(t, last - 0.15, last + 0.1)
  return (arrived < 1 ? set : '') + fade(road(t - last), arrived)
}
