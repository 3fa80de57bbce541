/** The fire-alarm panel, 340 × 352, its controls on the left, drawn from its top left corner. */
import { write } from '../glyphs.ts'
import { box, clamp, colour, disc, fade, group, line, mix, round, shape } from '../stage.ts'

export const PANEL = { width: 340, height: 352, key: { x: 66, y: 193 }, mute: { x: 74, y: 254 } }

export type Lamp = 'fire' | 'start' | 'feedback' | 'supervisory' | 'shielded' | 'fault'

export type PanelState = {
  lit?: Partial<Record<Lamp, number>>
  /** Lines on the screen, each with how far it is shown; the first one stands larger. */
  lines?: readonly { words: string; shown: number }[]
  /** 0 is manual, 1 is automatic. */
  key?: number
  mutePressed?: number
  /** Length of the printed slip, 0 to 1. */
  paper?: number
}

const faces: readonly { id: Lamp; words: string; fill: string }[] = [
  { id: 'fire', words: '火警', fill: '#E2402F' },
  { id: 'start', words: '启动', fill: '#E2402F' },
  { id: 'feedback', words: '反馈', fill: '#E2402F' },
  { id: 'supervisory', words: '监管', fill: '#E2402F' },
  { id: 'shielded', words: '屏蔽', fill: '#E0A51F' },
  { id: 'fault', words: '故障', fill: '#E0A51F' },
]

/** One round lamp; it glows as it is lit. */
export function led(x: number, y: number, lit: number, fill: string, radius = 9): string {
  const on = clamp(lit)
  return (
    (on > 0.02 ? disc(x, y, radius * 1.9, fill, { opacity: 0.28 * on }) : '') +
    disc(x, y, radius, '#B9B2A6', { stroke: '#4A4F55', 'stroke-width': 2 }) +
    fade(disc(x, y, radius - 1, fill), on) +
    fade(disc(x - radius * 0.3, y - radius * 0.3, radius * 0.26, '#FFFFFF'), on * 0.8)
  )
}

/** The key switch: its handle points up to manual or right to automatic. */
export function keySwitch(x: number, y: number, turned: number, scale = 1): string {
  return group(
    disc(0, 0, 27, '#DCD6CB', { stroke: '#4A4F55', 'stroke-width': 2.5 }) +
      disc(0, 0, 19, '#33373F') +
      group(box(-5, -24, 10, 34, '#C9CED2', 4) + box(-5, -24, 10, 9, colour.vermilion, 3), {
        transform: `rotate(${round(mix(0, 90, turned))})`,
      }),
    { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
  )
}

function screen(lines: NonNullable<PanelState['lines']>): string {
  const quiet = lines.every(({ shown }) => shown < 0.02)
  const rows = lines.map(({ words, shown }, index) =>
    fade(write(words, 34, 47 + index * 34, { size: 27, weight: 'bold', fill: index === 0 ? '#FFB3A6' : '#FFFFFF' }), shown),
  )
  return (
    box(14, 14, 312, 110, '#232A33', 5) +
    box(14, 14, 312, 110, 'none', 5, { stroke: '#4A4F55', 'stroke-width': 2.5 }) +
    (quiet ? write('系统正常', 34, 47, { size: 27, weight: 'medium', fill: '#A9C7B6' }) : '') +
    (lines.length > 0 && !quiet ? box(14, 14, 9, 110, '#E2402F', 4) : '') +
    rows.join('')
  )
}

export function panel(x: number, y: number, { lit = {}, lines = [], key = 0, mutePressed = 0, paper = 0 }: PanelState): string {
  const lamps = faces.map(({ id, words, fill }, index) => {
    const left = index < 3 ? 174 : 258
    const top = 150 + (index % 3) * 34
    return led(left, top, lit[id] ?? 0, fill) + write(words, left + 15, top + 8, { size: 23, weight: 'medium' })
  })
  const button = (left: number, words: string, pressed: number): string =>
    box(left, 234, 84, 40, '#B9B2A6', 6) +
    box(left, 232 + pressed * 4, 84, 38, pressed > 0.3 ? '#E9D9C4' : '#FFFFFF', 6, { stroke: '#4A4F55', 'stroke-width': 2 }) +
    write(words, left + 42, 260 + pressed * 4, { size: 23, weight: 'medium', anchor: 'middle' })
  const slip = 52 * paper
  return group(
    box(0, 0, PANEL.width, PANEL.height, '#8F989E', 8) +
      box(0, PANEL.height - 12, PANEL.width, 12, '#6C757B', 2) +
      box(6, 6, PANEL.width - 12, 280, '#EFEAE1', 5) +
      screen(lines) +
      lamps.join('') +
      write('手动', PANEL.key.x, 156, {
        size: 22,
        weight: key < 0.5 ? 'bold' : 'medium',
        fill: key < 0.5 ? colour.vermilion : colour.quiet,
        anchor: 'middle',
      }) +
      write('自动', 99, 201, { size: 22, weight: key < 0.5 ? 'medium' : 'bold', fill: key < 0.5 ? colour.quiet : colour.green }) +
      keySwitch(PANEL.key.x, PANEL.key.y, key) +
      button(32, '消音', mutePressed) +
      button(136, '复位', 0) +
      button(236, '自检', 0) +
      box(188, 298, 130, 14, '#33373F', 4) +
      (slip > 1 ? box(204, 305, 98, slip, '#FFFFFF', 1, { stroke: colour.wallShade, 'stroke-width': 1.5 }) : '') +
      (slip > 24
        ? line(
            [
              { x: 216, y: 305 + slip - 16 },
              { x: 288, y: 305 + slip - 16 },
            ],
            colour.quiet,
            3,
          )
        : '') +
      (slip > 42
        ? line(
            [
              { x: 216, y: 305 + slip - 32 },
              { x: 274, y: 305 + slip - 32 },
            ],
            colour.quiet,
            3,
          )
        : '') +
      shape('M24 302H150M24 316H150M24 330H150', 'none', { stroke: '#737C82', 'stroke-width': 4, 'stroke-linecap': 'round' }),
    { transform: `translate(${round(x)} ${round(y)})` },
  )
}
