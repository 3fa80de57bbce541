/** The permit: no two minutes without it; looked at, signed and posted. */
import { write } from '../glyphs.ts'
import { extinguisher, verdict } from '../props.ts'
import { beat, box, camera, colour, disc, during, fade, hold, line, type Moment, mix, type Scene, shape } from '../stage.ts'
import { LOW, pace, SCALE, SET, site, small, sparkTray, UP } from './building.ts'
import { clipboard, crew, welder, weldingSet } from './crew.ts'
import { entrance } from './entrance.ts'
import { p, says } from './marks.ts'
import { notice } from './notice.ts'

const rows = [
  { zh: '周围清了', en: 'Cleared around', ring: p(796, 196) },
  { zh: '洞封了', en: 'Hole sealed', ring: p(641, 240) },
  { zh: '楼下有人守', en: 'Someone below', ring: p(566, 392) },
  { zh: '监护人到了', en: 'Guard present', ring: p(716, 168) },
]

/** The permit itself, ticked line by line; signed from 0 to 1. */
function form(ticks: readonly number[], signed: number): string {
  const lines = rows.map((row, index) => {
    const y = 92 + index * 72
    return (
      box(800, y, 440, 64, '#F7F4EE', 6) +
      box(814, y + 13, 38, 38, '#FFFFFF', 5, { stroke: colour.quiet, 'stroke-width': 3 }) +
      fade(verdict(833, y + 32, true, 0.86), ticks[index] ?? 0) +
      write(row.zh, 872, y + 43, { size: 32, weight: 'bold' }) +
      write(row.en, 1226, y + 42, { size: 22, weight: 'medium', fill: colour.second, anchor: 'end' })
    )
  })
  const name =
    'M952 436C962 408 974 404 972 424C970 446 956 448 968 428C980 410 992 410 990 428C990 444 1006 430 1012 418C1018 408 1022 430 1030 428C1044 424 1046 408 1056 412C1066 418 1050 440 1066 434C1082 428 1092 420 1110 422'
  return (
    box(786, 20, 474, 452, '#000', 12, { opacity: 0.1 }) +
    box(780, 14, 474, 452, '#FFFFFF', 12, { stroke: colour.wallShade, 'stroke-width': 3 }) +
    write('动火单', 804, 70, { size: 44, weight: 'bold', fill: colour.indigo }) +
    write('Hot-work permit', 952, 69, { size: 28, weight: 'medium', fill: colour.second }) +
    lines.join('') +
    write('签字', 804, 432, { size: 32, weight: 'bold' }) +
    write('Signed', 876, 431, { size: 22, weight: 'medium', fill: colour.second }) +
    line([p(952, 448), p(1226, 448)], colour.quiet, 3) +
    (signed > 0.01
      ? shape(name, 'none', {
          stroke: colour.indigo,
          'stroke-width': 5,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
          'stroke-dasharray': `${Math.round(signed * 420)} 600`,
        })
      : '')
  )
}

/** Those who already stand ready, above and below. */
const ready = (below: boolean): string =>
  (below ? extinguisher(512, LOW, SCALE) + small(crew.below, { x: 556, y: LOW, near: p(24, -112) }) + sparkTray(622, LOW) : '') +
  small(crew.guard, { x: 716, y: UP, facing: -1, near: p(18, -96) }) +
  extinguisher(716 - 18 * SCALE, UP - 12, SCALE)

export const permit: Scene = (moment: Moment) => {
  const { t } = moment
  const [look, post] = [beat(moment, 1), beat(moment, 2)]
  const sign = post - 1
  const walk = pace(t, [
    { at: 0, x: 250 },
    { at: 1.3, x: 400 },
    { at: look - 0.3, x: 400 },
    { at: look + 1, x: 566 },
  ])
  const palm = hold(t, 1.9, look - 0.3, 0.3)
  const peer = hold(t, look + 1, sign - 0.1, 0.4)
  const writing = during(t, sign - 0.2, sign)
  const pen = Math.sin(t * 9) * 3
  const approver = small(crew.approver, {
    ...walk,
    y: UP,
    lean: 20 * peer,
    mouth: palm > 0.5 ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
    near: p(30, -134),
    far:
      palm > 0.02
        ? p(mix(14, 66, palm), mix(-118, -182, palm))
        : writing > 0.02
          ? p(mix(14, 40, writing) + pen * writing, mix(-118, -144, writing))
          : p(14, -118),
  })
  const lean = (20 * peer * Math.PI) / 180
  const board = clipboard(walk.x + (34 + 20 * Math.sin(lean)) * SCALE, UP - 140 * SCALE, 10, SCALE)
  const aside = pace(
    t,
    [
      { at: look - 0.5, x: 556 },
      { at: look + 0.3, x: 506 },
    ],
    -1,
  )
  const asks = hold(t, 0.4, 2, 0.2)
  const man = welder(
    {
      ...aside,
      y: UP,
      scale: SCALE,
      facing: t < look + 0.3 ? -1 : 1,
      near: p(36, -120),
      mouth: asks > 0.5 ? 0.4 + 0.3 * Math.sin(t * 8) : 0,
    },
    { mask: 0, tip: p(56, -104) },
  )
  const ticks = rows.map((_, index) => during(t, look + 1.1 + index * 0.5, look + 1.3 + index * 0.5))
  const rings = rows.map((row, index) => {
    const shown = hold(t, look + 1 + index * 0.5, look + 1.9 + index * 0.5, 0.15)
    return fade(disc(row.ring.x, row.ring.y, index === 1 ? 44 : 52, 'none', { stroke: colour.green, 'stroke-width': 5 }), shown)
  })
  const above = camera(
    t,
    [
      { at: 0, x: 540, y: 144, zoom: 1.68 },
      { at: look - 0.3, x: 724, y: 262, zoom: 1.14 },
    ],
    1.1,
    site(ready(true) + weldingSet(SET, UP, 0.5, false) + man + approver + board) + rings.join(''),
  )
  const said =
    fade(says(640, 8, '就焊两分钟！', 'Just two minutes!', 262, p(654, 120)), hold(t, 0.4, look - 0.4, 0.2)) +
    fade(verdict(774, 34, false, 0.85), hold(t, 1.9, look - 0.4, 0.2)) +
    fade(says(366, 8, '先批单子', 'Permit first', 214, p(412, 118)), hold(t, 2, look - 0.4, 0.2))
  const paper = fade(form(ticks, during(t, sign, sign + 0.7)), during(t, look + 0.4, look + 0.8))

  const turned = during(t, post - 0.15, post + 0.05)
  const gone = during(t, post + 1.75, post + 1.95)
  const poster = pace(t, [
    { at: post, x: 306 },
    { at: post + 0.7, x: 338 },
  ])
  const lift = during(t, post + 0.4, post + 0.95)
  const hand = p(mix(30, 60, lift), mix(-128, -200, lift))
  const atSpot = camera(
    t,
    [{ at: 0, x: 470, y: 134, zoom: 1.8 }],
    1,
    site(
      ready(false) +
        weldingSet(SET, UP, 0.5, false) +
        small(crew.approver, { ...poster, y: UP, near: hand, far: p(hand.x + 6, hand.y + 26) }) +
        notice(poster.x + (hand.x + 38) * SCALE, UP + (hand.y - 4) * SCALE, 0.42) +
        welder({ x: 556, y: UP, scale: SCALE, facing: -1, near: p(36, -120) }, { mask: 0, tip: p(56, -104) }),
    ),
  )
  const last = gone > 0.01 ? entrance(t - post - 1.8) : ''
  return (turned < 1 ? above + said + paper : '') + (gone < 1 ? fade(atSpot, turned) : '') + fade(last, gone)
}
