/** The licence: found on the official site, of the right kind, and of this person. */
import { write } from '../glyphs.ts'
import { phone, room, verdict } from '../props.ts'
import { beat, box, clamp, colour, disc, during, fade, group, hold, line, type Moment, mix, type Scene, shape } from '../stage.ts'
import { crew, welder, weldingSet } from './crew.ts'
import { p } from './marks.ts'

const FLOOR = 392
const CARD = { x: 420, y: 96, width: 356, height: 232 }

const portrait = (x: number, y: number): string =>
  box(x, y, 84, 104, '#DCE5F0', 4) +
  shape(`M${x + 8} ${y + 104}q4 -34 34 -34q30 0 34 34z`, crew.welder.shirt) +
  box(x + 34, y + 54, 16, 22, crew.welder.skin) +
  disc(x + 42, y + 40, 23, crew.welder.skin) +
  shape(
    `M${x + 18} ${y + 40}C${x + 14} ${y + 10} ${x + 70} ${y + 10} ${x + 66} ${y + 38}Q${x + 58} ${y + 24} ${x + 42} ${y + 26}Q${x + 26} ${y + 24} ${x + 18} ${y + 40}z`,
    crew.welder.hair,
  ) +
  disc(x + 35, y + 42, 2.4, colour.ink) +
  disc(x + 50, y + 42, 2.4, colour.ink) +
  line([p(x + 38, y + 53), p(x + 47, y + 53)], '#9A6048', 2.4)

function card(sweep: number, kind: number): string {
  const { x, y, width, height } = CARD
  return (
    box(x + 6, y + 8, width, height, '#000', 14, { opacity: 0.08 }) +
    box(x, y, width, height, '#FFFFFF', 14, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    shape(
      `M${x} ${y + 56}V${y + 14}Q${x} ${y} ${x + 14} ${y}H${x + width - 14}Q${x + width} ${y} ${x + width} ${y + 14}V${y + 56}z`,
      '#2F6DA8',
    ) +
    write('特种作业操作证', x + width / 2, y + 40, { size: 32, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    portrait(x + 20, y + 72) +
    box(x + 124, y + 76, 116, 16, '#DED6C7', 3) +
    box(x + 124, y + 106, 196, 12, '#EDE8DE', 3) +
    box(x + 116, y + 132, 224, 44, colour.indigo, 6, { opacity: kind }) +
    write('焊接与热切割', x + 126, y + 164, { size: 32, weight: 'bold', fill: kind > 0.5 ? '#FFFFFF' : colour.ink }) +
    write('有效期内', x + 126, y + 212, { size: 26, weight: 'medium', fill: colour.second }) +
    (sweep > 0 && sweep < 1 ? box(x - 8, y + height * sweep - 4, width + 16, 8, colour.green, 4, { opacity: 0.75 }) : '')
  )
}

/** The card itself, between finger and thumb. */
const smallCard = (x: number, y: number): string =>
  box(x - 4, y - 40, 60, 40, '#FFFFFF', 4, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  box(x - 4, y - 40, 60, 11, '#2F6DA8', 3) +
  box(x + 2, y - 25, 14, 18, crew.welder.skin, 2) +
  box(x + 22, y - 23, 28, 5, colour.quiet, 2) +
  disc(x + 2, y - 2, 9, '#B28A54')

const found = (y: number, zh: string, en: string, shown: number): string =>
  fade(
    box(-94, y - 32, 188, 70, colour.greenWash, 8) +
      verdict(-66, y + 2, true, 0.72) +
      write(zh, -38, y, { size: 30, weight: 'bold', fill: colour.green }) +
      write(en, -38, y + 26, { size: 22, weight: 'medium', fill: colour.second }),
    shown,
  )

/** The screen: the official address, then what it answers. */
const screen = (t: number, answer: number): string =>
  box(-98, -196, 196, 54, '#EEF2F6', 8) +
  write('cx.mem.gov.cn', 0, -161, { size: 25, weight: 'bold', fill: colour.indigo, anchor: 'middle' }) +
  write('官方查询', 0, -96, { size: 36, weight: 'bold', anchor: 'middle' }) +
  write('Official check', 0, -66, { size: 24, weight: 'medium', fill: colour.second, anchor: 'middle' }) +
  found(6, '查得到', 'Found', during(t, answer, answer + 0.25)) +
  found(94, '没过期', 'Still valid', during(t, answer + 0.9, answer + 1.15))

const kinds = [
  { zh: '焊接与热切割', en: 'Welding, thermal cutting', right: true },
  { zh: '建筑焊工', en: 'Construction welder', right: true },
  { zh: '电工', en: 'Electrician', right: false },
  { zh: '高处作业', en: 'Work at height', right: false },
]

function kindRow(index: number, share: number): string {
  const one = kinds[index]
  if (!one || share <= 0.01) return ''
  const y = 30 + index * 104
  const tint = one.right ? colour.green : colour.vermilion
  const inner =
    box(846, y, 392, 88, '#FFFFFF', 10, { stroke: tint, 'stroke-width': 3 }) +
    verdict(892, y + 44, one.right, 1.05) +
    write(one.zh, 934, y + 43, { size: 36, weight: 'bold', fill: one.right ? colour.ink : colour.quiet }) +
    write(one.en, 935, y + 73, { size: 24, weight: 'medium', fill: colour.second })
  return fade(group(inner, { transform: `translate(${mix(36, 0, share)} 0)` }), share)
}

export const check: Scene = (moment: Moment) => {
  const { t } = moment
  const [kind, person] = [beat(moment, 1), beat(moment, 2)]
  const offer = during(t, 0.4, 1)
  const arrives = during(t, 0.5, 1.2)
  const sweep = clamp((t - 1.3) / 1)
  const phoneLeaves = during(t, kind - 0.25, kind + 0.15)
  const rowsLeave = during(t, person - 0.2, person + 0.15)
  const looked = during(t, person + 0.5, person + 1.3)
  const sure = during(t, person + 1.5, person + 1.8)
  const turn = during(t, person + 2.2, person + 2.7)
  const at = { x: 150, y: 470, scale: 1.5 }
  const hand = p(mix(14, 78, offer), mix(-118, -152, offer))
  const man = welder({ ...at, near: hand, mouth: 0, far: p(mix(12, 4, turn), -118) }, { mask: 0 })
  const face = p(158, 116)
  const photo = p(CARD.x + 62, CARD.y + 112)
  const frame = (x: number, y: number, width: number, height: number): string =>
    box(x - width / 2, y - height / 2, width, height, 'none', 10, {
      stroke: colour.green,
      'stroke-width': 6,
      'stroke-dasharray': '16 10',
    })
  const agree =
    fade(frame(face.x, face.y + 2, 104, 112) + frame(photo.x, photo.y + 12, 96, 116), during(t, person + 0.2, person + 0.5)) +
    (looked > 0.01
      ? line([p(face.x + 56, face.y + 20), p(mix(face.x + 56, photo.x - 52, looked), mix(face.y + 20, photo.y, looked))], colour.green, 6, {
          'stroke-dasharray': '2 14',
        })
      : '') +
    fade(verdict(318, 176, true, 1.5), sure)
  const sameness =
    box(836, 110, 404, 118, '#FFFFFF', 12, { stroke: colour.green, 'stroke-width': 4 }) +
    verdict(888, 169, true, 1.4) +
    write('人和证对上了', 936, 166, { size: 44, weight: 'bold', fill: colour.green }) +
    write('Person and card agree', 937, 204, { size: 27, weight: 'medium', fill: colour.second })
  const others =
    box(836, 252, 404, 118, '#FFFFFF', 12, { stroke: colour.vermilion, 'stroke-width': 4 }) +
    verdict(888, 311, false, 1.4) +
    write('借别人的证', 936, 308, { size: 44, weight: 'bold', fill: colour.vermilion }) +
    write("Somebody else's card", 937, 346, { size: 27, weight: 'medium', fill: colour.second })
  return (
    room(FLOOR) +
    weldingSet(620, 462, 1.15, false) +
    shape('M664 436C720 470 790 468 850 462', 'none', { stroke: '#33373F', 'stroke-width': 6, 'stroke-linecap': 'round' }) +
    box(850, 452, 26, 18, '#33373F', 3) +
    box(876, 455, 12, 4, '#A7AEB3') +
    box(876, 464, 12, 4, '#A7AEB3') +
    man +
    fade(smallCard(at.x + hand.x * at.scale, at.y + hand.y * at.scale), offer) +
    fade(card(sweep, hold(t, kind + 0.1, moment.length + 1, 0.25) * (1 - rowsLeave)), arrives) +
    fade(phone(1010, 222, 216, screen(t, 2.3)), arrives * (1 - phoneLeaves)) +
    fade(kinds.map((_, index) => kindRow(index, during(t, kind + 0.2 + index * 0.7, kind + 0.5 + index * 0.7))).join(''), 1 - rowsLeave) +
    fade(agree, 1) +
    fade(sameness, sure) +
    fade(others, during(t, person + 2.3, person + 2.6))
  )
}
