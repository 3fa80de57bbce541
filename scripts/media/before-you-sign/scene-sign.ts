/** Back at the desk: what was put right, what was not, who, by when; then the name. */
import { person, seated } from '../figures.ts'
import { write } from '../glyphs.ts'
import { chair, pane, room } from '../props.ts'
import { beat, box, colour, disc, during, fade, group, line, type Moment, mix, type Scene } from '../stage.ts'
import { boss, bossDesk, p } from './kit.ts'
import { signature } from './permit.ts'

const FLOOR = 384
const LEFT = 40
const WIDTH = 800

const fixed = [
  ['后门铁链', 'Chain'],
  ['楼梯堆货', 'Goods in stair'],
  ['防火门', 'Fire door'],
  ['手动改自动', 'Back to auto'],
  ['新人先训', 'Newcomer'],
  ['楼上动火', 'Hot work'],
] as const

const open = [
  ['谁改', 'Who', '工程部', 'Works dept'],
  ['哪天前', 'Due', '月底前', 'Month-end'],
  ['多少钱', 'Money', '已批', 'Granted'],
  ['谁盯着', 'Guard', '楼层主管', 'Floor head'],
] as const

const tick = (x: number, y: number): string =>
  disc(x, y, 17, colour.green) + line([p(x - 8, y), p(x - 2, y + 7), p(x + 9, y - 7)], '#FFFFFF', 5)

export const sign: Scene = (moment: Moment) => {
  const { t } = moment
  const [later, guard, name] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const struck = during(t, 0.3, 0.8)
  const rows = fixed.map(([zh, en], index) => {
    const x = LEFT + 30 + (index % 3) * 254
    const y = 124 + Math.floor(index / 3) * 66
    const shown = during(t, 0.8 + index * 0.36, 1.05 + index * 0.36)
    return fade(
      tick(x + 18, y - 4) +
        write(zh, x + 46, y, { size: 28, weight: 'bold' }) +
        write(en, x + 46, y + 27, { size: 22, weight: 'medium', fill: colour.second }),
      shown,
    )
  })
  const times = [later + 1.1, later + 1.9, later + 2.7, guard + 0.3]
  const cells = open.map(([zh, en, what, whatEn], index) => {
    const x = LEFT + 30 + index * 188
    const at = times[index] ?? 0
    const shown = during(t, at, at + 0.25)
    const newest = shown > 0.5 && t < (times[index + 1] ?? name)
    return (
      box(x, 286, 176, 108, newest ? colour.indigoWash : '#FFFFFF', 6, {
        stroke: newest ? colour.indigo : colour.wallShade,
        'stroke-width': newest ? 3 : 2,
      }) +
      write(zh, x + 14, 318, { size: 25, weight: 'bold', fill: colour.indigo }) +
      write(en, x + 162, 317, { size: 22, fill: colour.second, anchor: 'end' }) +
      fade(
        write(what, x + 14, 354, { size: 29, weight: 'bold' }) +
          write(whatEn, x + 14, 382, { size: 22, weight: 'medium', fill: colour.second }),
        shown,
      )
    )
  })
  const bars = during(t, later + 0.2, later + 0.5)
  const signed = during(t, name + 0.4, name + 1.7)
  const writing = t < name ? 1 : 1 - during(t, name + 1.8, name + 2.1)
  const pen = p(mix(40, 60, 0.5 + 0.5 * Math.sin(t * 2.2)) * writing + 40 * (1 - writing), -128 - Math.abs(Math.sin(t * 7)) * 3 * writing)
  const seat = 1130
  const sheet =
    box(LEFT, 16, WIDTH, 500, '#FFFFFF', 6, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    write('防火检查表', LEFT + 30, 66, { size: 36, weight: 'bold' }) +
    write('Inspection sheet', LEFT + 226, 64, { size: 24, fill: colour.second }) +
    box(LEFT + 620, 28, 150, 50, 'none', 6, { stroke: colour.quiet, 'stroke-width': 3 }) +
    write('一切正常', LEFT + 695, 64, { size: 30, weight: 'bold', fill: colour.quiet, anchor: 'middle' }) +
    (struck > 0.02 ? line([p(LEFT + 608, 60), p(mix(LEFT + 608, LEFT + 786, struck), mix(60, 44, struck))], colour.vermilion, 7) : '') +
    line([p(LEFT + 30, 88), p(LEFT + WIDTH - 30, 88)], colour.hairline, 2) +
    rows.join('') +
    line([p(LEFT + 30, 232), p(LEFT + WIDTH - 30, 232)], colour.hairline, 2) +
    fade(
      disc(LEFT + 48, 260, 17, colour.amber) +
        write('!', LEFT + 48, 270, { size: 28, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
        write('窗户栏杆，还没拆完', LEFT + 76, 270, { size: 28, weight: 'bold' }) +
        write('Window bars, not all off', LEFT + 350, 269, { size: 23, weight: 'medium', fill: colour.second }) +
        cells.join(''),
      bars,
    ) +
    write('签字', LEFT + 30, 452, { size: 31, weight: 'bold', fill: t > name ? colour.ink : colour.quiet }) +
    write('Sign', LEFT + 104, 452, { size: 23, fill: colour.second }) +
    line([p(LEFT + 166, 456), p(LEFT + 560, 456)], t > name ? colour.indigo : colour.hairline, 4) +
    signature(LEFT + 200, 450, signed)
  return (
    room(FLOOR) +
    pane(1080, 130, 220, 150) +
    group(chair(0, 0), { transform: `translate(${seat + 6} 440) scale(-1 1)` }) +
    person(boss, { ...seated, x: seat, y: 440, facing: -1, lean: 8 * writing, near: pen, far: p(50, -124) }) +
    fade(line([p(seat - pen.x - 2, 440 + pen.y), p(seat - pen.x - 18, 440 + pen.y + 14)], colour.indigo, 6), writing) +
    bossDesk(1010, 456) +
    box(1020, 333, 80, 5, '#FFFFFF', 0, { stroke: colour.quiet, 'stroke-width': 1.5 }) +
    sheet
  )
}
