/** The control room and the pump room: back to auto, valve open. */
import { type Look, people, person, seated, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { bubble, chair, room, verdict } from '../props.ts'
import { beat, box, camera, colour, disc, during, fade, group, hold, line, type Moment, mix, place, type Scene, shape } from '../stage.ts'
import { boss, clipboard, finding, p } from './kit.ts'

const FLOOR = 392
const NEAR = 440
const DIAL = p(560, 280)
const operator: Look = { shirt: '#6F8FA8', trousers: '#33373F', skin: '#EBC6A3', hair: '#2C2825', cut: 'short' }

const engineer: Look = { ...people.lead, shirt: '#5B7290', cut: 'helmet' }

const lamp = (x: number, y: number, r: number, fill: string, lit: number): string =>
  fade(disc(x, y, r * 2, fill, { opacity: 0.22 }), lit) +
  disc(x, y, r, '#DADFE1', { stroke: colour.metalDark, 'stroke-width': 2.5 }) +
  fade(disc(x, y, r - 2, fill), lit)

function key(x: number, y: number, turn: number, r: number): string {
  return (
    disc(x, y, r + 7, '#C6CCCF', { stroke: colour.metalDark, 'stroke-width': 2 }) +
    disc(x, y, r, '#F3F5F6', { stroke: colour.metalDark, 'stroke-width': 2 }) +
    place(x, y, box(-5, -r + 4, 10, r * 2 - 8, '#33373F', 4) + shape(`M-7 ${-r + 6}L0 ${-r - 6}L7 ${-r + 6}z`, colour.vermilion), 1, turn)
  )
}

/** The fire alarm cabinet, its linkage switch at the right. */
function cabinet(t: number, turn: number): string {
  const auto = during(turn, 10, 40)
  const points: string[] = []
  for (let row = 0; row < 3; row += 1)
    for (let column = 0; column < 6; column += 1)
      points.push(disc(296 + column * 30, 262 + row * 30, 7, (row + column) % 5 === 0 ? '#8FC7A6' : '#C9CFD2'))
  return (
    box(254, 78, 420, FLOOR - 66, '#B9C0C4', 4, { stroke: colour.metalDark, 'stroke-width': 3 }) +
    box(270, 94, 388, 44, '#7C858B', 3) +
    write('火灾报警联动控制器', 464, 126, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    box(278, 152, 180, 88, '#22303A', 4) +
    line([p(294, 178), p(400 + 20 * Math.sin(t), 178)], '#8FC7A6', 5) +
    line([p(294, 198), p(436, 198)], '#8FC7A6', 5, { opacity: 0.7 }) +
    line([p(294, 218), p(372, 218)], '#8FC7A6', 5, { opacity: 0.7 }) +
    points.join('') +
    box(476, 152, 182, 190, '#E7EAEB', 4, { stroke: colour.metalDark, 'stroke-width': 2 }) +
    lamp(516, 172, 10, colour.bright, 1 - auto) +
    lamp(610, 172, 10, '#2E9E67', auto) +
    write('手动', 516, 211, { size: 27, weight: 'bold', anchor: 'middle' }) +
    write('自动', 610, 211, { size: 27, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    write('Manual', 518, 235, { size: 22, fill: colour.second, anchor: 'middle' }) +
    write('Auto', 610, 235, { size: 22, fill: colour.second, anchor: 'middle' }) +
    key(DIAL.x + 6, DIAL.y + 8, turn, 28) +
    box(270, 356, 388, 6, '#99A1A6') +
    box(300, 374, 120, 8, '#99A1A6') +
    box(500, 374, 120, 8, '#99A1A6')
  )
}

function controlRoom(moment: Moment): string {
  const { t } = moment
  const [turnsAt, away] = [beat(moment, 1), beat(moment, 2)]
  const turn = mix(-42, 42, during(t, turnsAt + 1.2, turnsAt + 1.6))
  const enters = walking(
    t,
    [
      { at: -0.6, x: 1240 },
      { at: 1.7, x: 836 },
      { at: away - 0.2, x: 836 },
      { at: away + 1, x: 960 },
    ],
    -1,
  )
  const steps = walking(
    t,
    [
      { at: turnsAt, x: 936 },
      { at: turnsAt + 0.9, x: 668 },
      { at: turnsAt + 2.2, x: 668 },
      { at: turnsAt + 2.9, x: 716 },
    ],
    -1,
  )
  const pointing = hold(t, 1.6, turnsAt + 0.3, 0.3)
  const reach = hold(t, turnsAt + 0.7, turnsAt + 2.1, 0.3)
  const twist = during(t, turnsAt + 1.2, turnsAt + 1.6)
  return (
    room(FLOOR, 1280, '#EEF1F0') +
    box(30, 110, 180, 250, '#DDE2E1', 4, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(50, 132, 140, 90, '#22303A', 3) +
    box(50, 240, 140, 90, '#22303A', 3) +
    line([p(66, 204), p(96, 176), p(126, 190), p(174, 158)], '#8FC7A6', 4) +
    line([p(66, 300), p(174, 300)], '#5D7F92', 4) +
    line([p(66, 270), p(140, 270)], '#5D7F92', 4) +
    cabinet(t, turn) +
    group(chair(0, 0), { transform: 'translate(1150 440)' }) +
    person(
      { ...people.slate, shirt: operator.shirt },
      { ...seated, x: 1146, y: NEAR, near: p(54, -128 + Math.sin(t * 7)), far: p(58, -128) },
    ) +
    group(
      box(-60, -118, 150, 12, colour.woodDark, 3) +
        box(70, -106, 10, 106, colour.metalDark) +
        box(10, -176, 70, 52, '#33373F', 4) +
        box(16, -170, 58, 40, '#BCD0DC') +
        box(40, -126, 10, 10, '#33373F'),
      { transform: `translate(1230 ${NEAR + 8})` },
    ) +
    person(operator, {
      ...steps,
      x: steps.x,
      y: NEAR - 2,
      facing: t < turnsAt - 0.4 || t > turnsAt + 2.1 ? (t < turnsAt ? -1 : 1) : -1,
      lean: 0,
      ...(reach > 0.02 ? { near: p(mix(12, 74 + twist * 3, reach), mix(-118, -150 + twist * 6, reach)) } : {}),
    }) +
    person(boss, {
      ...enters,
      y: NEAR + 10,
      facing: t > away - 0.2 ? 1 : -1,
      near: p(mix(14, 72, pointing), mix(-118, -176, pointing)),
      far: p(34, -132),
      mouth: t > 1.9 && t < turnsAt ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
    }) +
    clipboard(enters.x + (t > away - 0.2 ? 38 : -38), NEAR - 126, -8) +
    fade(bubble(868, 182, '为什么在手动？', 'Why at manual?', 42, 350), hold(t, 1.9, turnsAt - 0.1, 0.2))
  )
}

function pump(x: number): string {
  return group(
    shape('M-135 -100V-150', 'none', { stroke: '#B8352A', 'stroke-width': 28 }) +
      box(-150, -22, 320, 22, '#8C9297', 3) +
      box(-190, -110, 110, 88, '#C4392D', 14) +
      disc(-135, -66, 38, '#A52C22') +
      disc(-135, -66, 12, '#7C1E17') +
      box(-80, -84, 40, 30, '#7C858B') +
      box(-40, -122, 190, 100, '#3E78A8', 12) +
      [0, 1, 2, 3, 4].map((i) => line([p(-14 + i * 30, -112), p(-14 + i * 30, -32)], '#356892', 5)).join('') +
      box(150, -104, 20, 64, '#356892', 5),
    { transform: `translate(${x} ${FLOOR + 34}) scale(0.84)` },
  )
}

function valve(x: number, y: number): string {
  return (
    line([p(x - 200, 440), p(x - 200, y), p(x + 440, y)], '#B8352A', 26) +
    box(x - 34, y - 24, 68, 48, '#8E1F17', 6) +
    box(x - 6, y - 62, 12, 44, colour.metalDark) +
    `<ellipse cx="${x}" cy="${y - 66}" rx="56" ry="13" fill="none" stroke="#2F5FA0" stroke-width="11"/>` +
    line([p(x - 50, y - 66), p(x + 50, y - 66)], '#2F5FA0', 7) +
    line([p(x + 140, y - 30), p(x + 140, y - 12)], colour.metalDark, 6) +
    box(x + 72, y - 100, 136, 72, colour.green, 6) +
    write('常开', x + 140, y - 67, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    write('Open', x + 140, y - 40, { size: 22, weight: 'medium', fill: '#FFFFFF', anchor: 'middle' })
  )
}

function pumpRoom(t: number, seconds: number): string {
  const turn = mix(0, 46, during(t, 1.2, 1.6))
  const auto = during(t, 1.4, 1.6)
  const reach = hold(t, 0.5, 2, 0.35)
  const goes = walking(t, [
    { at: -0.8, x: 560 },
    { at: 0.5, x: 690 },
    { at: 1.5, x: 690 },
    { at: 2.4, x: 774 },
  ])
  const feels = during(t, 2.3, 2.7)
  const pointing = hold(t, 0.2, 1.5, 0.3)
  return (
    room(FLOOR, 1280, '#E9EDEE') +
    box(112, 92, 262, FLOOR - 72, '#B9C0C4', 4, { stroke: colour.metalDark, 'stroke-width': 3 }) +
    box(130, 110, 226, 44, '#7C858B', 3) +
    write('水泵控制柜', 243, 142, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    write('停止', 243, 188, { size: 25, weight: 'bold', anchor: 'middle' }) +
    write('手动', 198, 216, { size: 25, weight: 'bold', anchor: 'middle' }) +
    write('自动', 286, 216, { size: 25, weight: 'bold', fill: colour.green, anchor: 'middle' }) +
    key(246, 262, turn, 32) +
    lamp(170, 322, 11, colour.vermilion, 1 - auto) +
    lamp(316, 322, 11, '#2E9E67', auto) +
    pump(1130) +
    valve(884, 300) +
    person(engineer, {
      x: 358,
      y: NEAR,
      facing: t < 2.1 ? -1 : 1,
      lean: 4 * reach,
      ...(reach > 0.02 ? { near: p(mix(12, 76, reach), mix(-118, -176 + auto * 4, reach)) } : {}),
    }) +
    person(boss, {
      ...goes,
      y: NEAR + 8,
      facing: t < 1.5 ? -1 : 1,
      near: feels > 0.02 ? p(mix(12, 64, feels), mix(-118, -212, feels)) : p(mix(14, 72, pointing), mix(-118, -180, pointing)),
      far: p(34, -130),
    }) +
    clipboard(goes.x + (t < 1.5 ? -38 : 38), NEAR - 126, t < 1.5 ? -8 : 8) +
    fade(verdict(1150, 234, true, 1.2), during(t, seconds - 1, seconds - 0.75))
  )
}

export const control: Scene = (moment: Moment) => {
  const { t } = moment
  const [turnsAt, away] = [beat(moment, 1), beat(moment, 2)]
  const shown = during(t, away - 0.15, away + 0.1)
  const first = camera(
    t,
    [
      { at: 0, x: 760, y: 242, zoom: 1.06 },
      { at: 1.3, x: 690, y: 238, zoom: 1.26 },
      { at: turnsAt + 0.5, x: 620, y: 230, zoom: 1.7 },
      { at: turnsAt + 2.3, x: 660, y: 240, zoom: 1.3 },
    ],
    1.1,
    controlRoom(moment),
  )
  const second = camera(
    t,
    [
      { at: away - 1, x: 430, y: 250, zoom: 1.3 },
      { at: away + 1.6, x: 800, y: 250, zoom: 1.2 },
    ],
    1.2,
    pumpRoom(t - away, moment.length - away),
  )
  return (
    (shown < 1 ? first : '') +
    fade(second, shown) +
    finding(
      ['开关在手动', 'Switch at manual'],
      ['回到自动', 'Back to auto'],
      hold(t, turnsAt, away, 0.25),
      during(t, turnsAt + 1.5, turnsAt + 1.8),
      950,
    )
  )
}
