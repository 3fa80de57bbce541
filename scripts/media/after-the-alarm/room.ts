/** The fire control room at night: table, wall telephone, panel, screens, gear and the way out, left to right. */
import { flames } from '../fire.ts'
import { write } from '../glyphs.ts'
import { chair, extinguisher, room } from '../props.ts'
import { box, clamp, colour, disc, fade, group, line, type Point, place, round, shape } from '../stage.ts'
import { PANEL, type PanelState, panel } from './panel.ts'
import { handset, radio } from './people.ts'

export const FLOOR = 392
export const NEAR = 440
export const PX = 560
export const PY = 44
/** The controls, in the picture. */
export const key: Point = { x: PX + PANEL.key.x, y: PY + PANEL.key.y }
export const mute: Point = { x: PX + PANEL.mute.x, y: PY + PANEL.mute.y }
/** Where one stands to work the panel. */
export const POST = 558
export const PHONE: Point = { x: 490, y: 226 }
export const RACK = 1010
/** The seats at the table. */
export const SEATS = { left: 146, right: 384 }

const wallClock = (x: number, y: number, minutes: number): string => {
  const hand = (turn: number, length: number, width: number): string =>
    group(
      line(
        [
          { x: 0, y: 0 },
          { x: 0, y: -length },
        ],
        colour.ink,
        width,
      ),
      { transform: `rotate(${round(turn)})` },
    )
  return group(
    disc(0, 0, 40, '#FFFFFF', { stroke: colour.metalDark, 'stroke-width': 6 }) +
      [0, 90, 180, 270].map((turn) => group(box(-2, -33, 4, 8, colour.quiet), { transform: `rotate(${turn})` })).join('') +
      hand(60 + minutes * 0.5, 17, 5) +
      hand(minutes * 6, 27, 3.5) +
      disc(0, 0, 4, colour.vermilion),
    { transform: `translate(${x} ${y})` },
  )
}

const nightWindow = (x: number, y: number): string =>
  group(
    box(-84, -74, 168, 148, '#FFFFFF', 3, { stroke: colour.wallShade, 'stroke-width': 2 }) +
      box(-75, -65, 150, 130, '#27364B') +
      disc(38, -34, 15, '#F4EBCB') +
      disc(31, -38, 13, '#27364B') +
      disc(-48, -42, 2, '#FFFFFF') +
      disc(-20, -22, 2, '#FFFFFF') +
      disc(6, -48, 2, '#FFFFFF') +
      shape('M-75 65V18H-44V36H-18V2H16V30H44V12H75V65z', '#1B2738') +
      box(-62, 30, 8, 9, '#E8C46F') +
      box(-6, 16, 8, 9, '#E8C46F') +
      box(-4, -65, 8, 130, '#FFFFFF'),
    { transform: `translate(${x} ${y})` },
  )

/** The plan on the upper screen: its point blinks red once it is known. */
export function planScreen(x: number, y: number, shown: number, t: number): string {
  const pulse = 0.5 + 0.5 * Math.sin(t * 5)
  return group(
    box(-6, -6, 222, 122, '#33373F', 6) +
      box(0, 0, 210, 110, '#EDF2F4', 2) +
      shape('M14 14H196V96H14zM14 46H196M14 64H196M62 14V46M110 14V46M158 14V46M62 64V96M126 64V96', 'none', {
        stroke: '#6F8797',
        'stroke-width': 3,
      }) +
      box(15, 47, 180, 16, '#DDE6EA') +
      fade(
        box(127, 65, 68, 30, '#F2B8AE') + disc(161, 80, 12 + pulse * 9, '#E2402F', { opacity: 0.25 }) + disc(161, 80, 9, '#E2402F'),
        shown,
      ) +
      fade(write('5层', 22, 90, { size: 22, weight: 'bold', fill: colour.indigo }), shown),
    { transform: `translate(${x} ${y})` },
  )
}

/** The camera picture on the lower screen: a corridor whose end door lets out smoke. */
function cameraScreen(x: number, y: number, smoke: number, t: number): string {
  let puffs = ''
  for (let i = 0; i < 7; i += 1) {
    const age = (t / 3 + i / 7) % 1
    puffs += disc(150 + Math.sin(i * 2.1 + t) * 8 - age * 26, 74 - age * 56, 5 + age * 15, '#8B8781', { opacity: 0.55 * (1 - age) })
  }
  return group(
    box(-6, -6, 222, 122, '#33373F', 6) +
      box(0, 0, 210, 110, '#A9B7B4', 2) +
      shape('M0 110L70 82H140L210 110z', '#8E9B97') +
      shape('M0 0L70 22H140L210 0z', '#BCC8C4') +
      box(70, 22, 70, 60, '#C7D0CC') +
      box(134, 34, 34, 56, '#7D8F8B') +
      box(141, 42, 12, 14, '#5F6F6B') +
      fade(box(141, 42, 12, 14, '#F0A04B') + puffs, clamp(smoke)) +
      disc(14, 14, 5, '#E2402F'),
    { transform: `translate(${x} ${y})` },
  )
}

/** The red telephone to the outside, on the wall; its handset is drawn where it is. */
const wallPhone = (lifted: boolean): string =>
  box(PHONE.x - 24, PHONE.y - 36, 48, 76, '#B8352A', 7) +
  box(PHONE.x - 4, PHONE.y - 24, 22, 40, '#F4EFE6', 3) +
  [0, 1, 2]
    .map((row) => [0, 1].map((column) => disc(PHONE.x + 3 + column * 8, PHONE.y - 16 + row * 11, 2.6, '#33373F')).join(''))
    .join('') +
  (lifted ? box(PHONE.x - 20, PHONE.y - 18, 8, 36, '#7A1F16', 3) : handset(PHONE.x - 15, PHONE.y, 180, 0.95, '#8E2419'))

/** The gear of the one who goes: radio and torch on hooks, keys, an extinguisher under them. */
function rack(taken: number): string {
  const left = RACK - 70
  return (
    box(left, 300, 140, 92, '#B9C4CF', 4, { stroke: colour.metalDark, 'stroke-width': 2 }) +
    box(left, 292, 140, 10, colour.metalDark, 3) +
    line(
      [
        { x: RACK, y: 304 },
        { x: RACK, y: 390 },
      ],
      colour.metalDark,
      2,
    ) +
    disc(RACK - 9, 346, 3.5, colour.metalDark) +
    disc(RACK + 9, 346, 3.5, colour.metalDark) +
    (taken < 0.5 ? radio(RACK - 36, 272) : '') +
    box(RACK - 48, 288, 24, 5, '#33373F', 2) +
    radio(RACK + 36, 272) +
    box(RACK + 24, 288, 24, 5, '#33373F', 2) +
    (taken < 1 ? extinguisher(RACK + 96, 420, 0.92) : '')
  )
}

export type RoomState = {
  t: number
  minutes?: number
  panel: PanelState
  plan?: number
  smoke?: number
  phoneLifted?: boolean
  /** 0 nothing, 0.5 the radio, 1 the extinguisher as well. */
  taken?: number
}

/** Everything that stands behind the people. */
export const roomBack = ({ t, minutes = 58, panel: state, plan = 0, smoke = 0, phoneLifted = false, taken = 0 }: RoomState): string =>
  room(FLOOR, 1280, '#EAE7DF') +
  nightWindow(126, 118) +
  wallClock(262, 92, minutes) +
  wallPhone(phoneLifted) +
  panel(PX, PY, state) +
  planScreen(936, 34, plan, t) +
  cameraScreen(936, 164, smoke, t) +
  rack(taken) +
  box(1190, 0, 90, FLOOR, '#FAF6EC') +
  box(1190, FLOOR, 90, 92, '#E0D6C4') +
  box(1174, 0, 20, FLOOR + 22, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 })

const TABLE = 264
/** The table with its open log and the microphone, in front of those who sit at it. */
export const table = (): string =>
  box(TABLE - 150, 318, 300, 13, colour.woodDark, 3) +
  box(TABLE - 138, 331, 11, 108, colour.metalDark) +
  box(TABLE + 127, 331, 11, 108, colour.metalDark) +
  shape(`M${TABLE - 96} 318L${TABLE - 90} 309H${TABLE - 22}L${TABLE - 16} 318z`, '#FFFFFF', {
    stroke: colour.wallShade,
    'stroke-width': 2,
  }) +
  line(
    [
      { x: TABLE - 56, y: 310 },
      { x: TABLE - 56, y: 317 },
    ],
    colour.wallShade,
    2,
  ) +
  box(TABLE + 34, 310, 34, 8, '#33373F', 2) +
  shape(`M${TABLE + 50} 310C${TABLE + 50} 284 ${TABLE + 56} 276 ${TABLE + 66} 270`, 'none', { stroke: '#33373F', 'stroke-width': 4 }) +
  group(box(-6, -9, 12, 18, '#33373F', 6), { transform: `translate(${TABLE + 70} 266) rotate(52)` })

export const seats = (): string =>
  chair(SEATS.left + 4, NEAR) + group(chair(0, 0), { transform: `translate(${SEATS.right - 4} ${NEAR}) scale(-1 1)` })

/** A fire as the small window of a door shows it. */
export const fireWindow = (x: number, y: number, t: number, lit: number): string =>
  box(x - 17, y - 24, 34, 48, '#5F6F6B', 2) +
  (lit > 0.02
    ? `<clipPath id="peep"><rect x="${x - 17}" y="${y - 24}" width="34" height="48"/></clipPath>${group(
        fade(box(x - 17, y - 24, 34, 48, '#F3B25A') + place(x, y + 26, flames(t, 0.42)), lit),
        { 'clip-path': 'url(#peep)' },
      )}`
    : '') +
  box(x - 17, y - 24, 34, 48, 'none', 2, { stroke: '#4B5B58', 'stroke-width': 3 })
