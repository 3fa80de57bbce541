/** The sheet on the desk: all ticks, nothing seen; the pen goes down. */
import { people, person, seated, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { bubble, chair, pane, plant, room } from '../props.ts'
import { beat, box, camera, colour, disc, during, fade, group, hold, line, type Moment, mix, type Scene, shape } from '../stage.ts'
import { boss, bossDesk, clipboard, p, writingHand } from './kit.ts'

const FLOOR = 384
const NEAR = 434
const SEAT = 884

const rows = [
  ['安全出口', 'Exits'],
  ['楼梯间、防火门', 'Stairs, fire doors'],
  ['窗户', 'Windows'],
  ['控制室、水泵', 'Control room, pumps'],
  ['新员工', 'New staff'],
] as const

/** The notice on the wall that names the post. */
function notice(x: number, y: number, lit: number): string {
  return group(
    box(-170, -92, 340, 184, '#FFFFFF', 4, { stroke: lit > 0.5 ? colour.vermilion : colour.wallShade, 'stroke-width': lit > 0.5 ? 4 : 2 }) +
      box(-170, -92, 340, 46, colour.vermilion, 4) +
      write('消防安全公示牌', 0, -59, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      box(-150, -30, 78, 104, colour.indigoWash, 3) +
      disc(-111, 2, 19, boss.skin) +
      shape('M-131 2C-134 -22 -90 -24 -91 0C-98 -8 -118 -8 -131 2z', boss.hair) +
      shape('M-142 74V50Q-140 28 -111 28Q-82 28 -80 50V74z', boss.shirt) +
      write('消防安全', -54, 10, { size: 32, weight: 'bold' }) +
      write('责任人', -54, 48, { size: 32, weight: 'bold', fill: colour.indigo }) +
      write('Responsible person', -54, 76, { size: 22, weight: 'medium', fill: colour.second }),
    { transform: `translate(${x} ${y})` },
  )
}

function closeUp(t: number, seconds: number): string {
  const list = rows.map(([zh, en], index) => {
    const y = 120 + index * 50
    const doubt = during(t, 0.7 + index * 0.34, 0.9 + index * 0.34)
    const tick = line([p(896, y - 12), p(906, y - 1), p(926, y - 26)], colour.second, 6)
    return (
      line([p(332, y + 14), p(946, y + 14)], colour.hairline, 2) +
      write(zh, 332, y, { size: 31, weight: 'medium' }) +
      write(en, 574, y, { size: 23, fill: colour.second }) +
      fade(tick, 1 - doubt) +
      fade(
        disc(911, y - 12, 21, colour.amber) + write('?', 911, y - 1, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }),
        doubt,
      )
    )
  })
  const away = during(t, seconds - 0.6, seconds)
  const near = during(t, 0, 0.8)
  return (
    box(0, 0, 1280, 484, colour.wood) +
    box(0, 0, 1280, 484, '#000', 0, { opacity: 0.05 }) +
    box(290, 12, 700, 520, '#FFFFFF', 3, { stroke: colour.woodDark, 'stroke-width': 2 }) +
    write('防火检查表', 332, 66, { size: 40, weight: 'bold' }) +
    write('Inspection sheet', 552, 64, { size: 25, fill: colour.second }) +
    box(806, 26, 140, 52, 'none', 6, { stroke: colour.green, 'stroke-width': 4 }) +
    write('一切正常', 876, 63, { size: 30, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    list.join('') +
    write('签字', 332, 400, { size: 31, weight: 'bold' }) +
    write('Sign', 406, 400, { size: 23, fill: colour.second }) +
    line([p(470, 404), p(946, 404)], colour.ink, 3) +
    writingHand(mix(720, 530, near) + away * 240 + Math.sin(t * 3) * 4, mix(450, 388, near) + away * 110 + Math.sin(t * 4.1) * 3, 1)
  )
}

export const desk: Scene = (moment: Moment) => {
  const { t } = moment
  const [named, unseen, rise] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const brings = walking(t, [
    { at: -0.4, x: 0 },
    { at: 1.7, x: 512 },
    { at: rise + 1.2, x: 512 },
  ])
  const laid = during(t, 1.7, 2.2)
  const slid = during(t, 2.2, 2.9)
  const withdrawn = during(t, 2.5, 3)
  const hand = p(mix(mix(44, 74, laid), 10, withdrawn), mix(mix(-140, -140, laid), -118, withdrawn))
  const sheetX = 512 + 74 + slid * 196
  const deputy = person(people.slate, {
    ...brings,
    y: NEAR + 4,
    near: hand,
    lean: mix(0, 10, laid) * (1 - withdrawn),
    mouth: t > 2 && t < named ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
  })

  const up = during(t, rise + 0.3, rise + 0.9)
  const leaves = walking(
    t,
    [
      { at: rise + 1, x: SEAT },
      { at: rise + 2.9, x: 1210 },
    ],
    -1,
  )
  const going = t > rise + 1
  const holding = t < rise ? 1 : 0
  const pen = 1 - during(t, rise, rise + 0.3)
  const bossHand = p(mix(56, 42, up), mix(-128 - pen * 8 * hold(t, 3, 99, 0.4), -140, up))
  const man = person(boss, {
    ...leaves,
    y: NEAR,
    facing: going ? 1 : -1,
    lean: up < 0.5 ? 4 : 0,
    ...(up < 0.99 ? { crouch: mix(seated.crouch ?? 0, 0, up), feet: [p(mix(50, 7, up), -9), p(mix(40, -8, up), -9)] as const } : {}),
    near: going ? p(40, -138) : bossHand,
    ...(up < 0.6 ? { far: p(52, -124) } : {}),
  })
  const board = going
    ? clipboard(leaves.x + 46, NEAR - 144, 10)
    : up > 0.3
      ? fade(clipboard(SEAT - 46, NEAR - 146, -10), during(up, 0.3, 0.6))
      : ''

  const set =
    room(FLOOR) +
    notice(188, 150, hold(t, named, unseen)) +
    pane(1050, 176, 210, 170) +
    plant(1206, FLOOR + 30) +
    group(chair(0, 0), { transform: `translate(${SEAT + 6} ${NEAR}) scale(-1 1)` }) +
    (going ? '' : man + (holding ? line([p(SEAT - 58, NEAR - 132), p(SEAT - 80, NEAR - 152)], colour.indigo, 6) : '')) +
    deputy +
    bossDesk(716, NEAR + 12) +
    (t < 2.2
      ? group(box(-34, -2, 68, 6, '#FFFFFF', 0, { stroke: colour.quiet, 'stroke-width': 1.5 }), {
          transform: `translate(${brings.x + mix(60, 92, laid)} ${mix(NEAR - 142, NEAR - 112, laid)}) rotate(${mix(-22, 0, laid)})`,
        })
      : up < 0.3
        ? box(sheetX - 20, NEAR - 113, 76, 6, '#FFFFFF', 0, { stroke: colour.quiet, 'stroke-width': 1.5 })
        : '') +
    (t > rise + 0.3 ? line([p(786, NEAR - 112), p(816, NEAR - 112)], colour.indigo, 6) : '') +
    (going ? man : '') +
    board +
    fade(bubble(572, 166, '一切正常，签个字。', 'All normal. Just sign.', 42, 408), hold(t, 1.9, named - 0.1, 0.2))
  const above = camera(
    t,
    [
      { at: 0, x: 640, y: 242, zoom: 1 },

      { at: named - 0.5, x: 340, y: 170, zoom: 1.75 },
      { at: named + 1.5, x: 830, y: 300, zoom: 1.75 },
      { at: unseen - 0.1, x: 640, y: 242, zoom: 1 },
    ],
    1.2,
    set,
  )
  const shown = hold(t, unseen - 0.15, rise + 0.15, 0.25)
  return (shown < 1 ? above : '') + fade(closeUp(t - unseen, rise - unseen), shown)
}
