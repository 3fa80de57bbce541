/** The drawing board: sizes, colours, easing and the few SVG forms that every scene uses. Lengths are pixels of 1280 × 720. */

export const WIDTH = 1280
export const HEIGHT = 720
/** The picture lies between the line of scenes above and the captions below. */
export const PICTURE = { top: 76, height: 484 }

export const colour = {
  paper: '#FBFAF7',
  raised: '#FFFFFF',
  ink: '#1D1B19',
  second: '#5C5852',
  quiet: '#857E75',
  hairline: '#E4E0D8',
  indigo: '#1F4E8C',
  indigoWash: '#DCE5F0',
  vermilion: '#B8291E',
  green: '#1B6B4A',
  greenWash: '#DDEBE2',
  amber: '#8A5A00',
  wall: '#F1ECE2',
  wallLow: '#E8E1D4',
  wallShade: '#DED6C7',
  floor: '#D3C8B5',
  floorDark: '#C2B6A1',
  wood: '#C79F6C',
  woodDark: '#A9814F',
  metal: '#A7AEB3',
  metalDark: '#7C858B',
  glass: '#CFE0E8',
  glassDark: '#B3CCD8',
  smoke: '#6E6963',
  smokeLight: '#8E8982',
  flame: '#D65A2A',
  flameMid: '#EE9B3B',
  flameCore: '#F8D77E',
  bright: '#F08A24',
} as const

export type Point = { x: number; y: number }
export type Attributes = Record<string, string | number>

/** A moment inside one scene: seconds since it began, its length, and the starts of its cues on the same clock. */
export type Moment = { t: number; length: number; beats: readonly number[] }

/** Draws the picture of a scene in its own 1280 × 484 space. */
export type Scene = (moment: Moment) => string

export const round = (value: number): number => Math.round(value * 100) / 100
export const clamp = (value: number, low = 0, high = 1): number => Math.min(high, Math.max(low, value))
export const mix = (from: number, to: number, share: number): number => from + (to - from) * share
export const smooth = (share: number): number => {
  const s = clamp(share)
  return s * s * (3 - 2 * s)
}
/** 0 before `from`, 1 after `to`, gently in between. */
export const during = (t: number, from: number, to: number): number => smooth((t - from) / (to - from))
/** Rises to 1 and falls back to 0, each in `edge` seconds. */
export const hold = (t: number, from: number, to: number, edge = 0.25): number =>
  Math.min(during(t, from, from + edge), 1 - during(t, to - edge, to))

/** When cue `index` of the scene begins; the end of the scene when there is no such cue. */
export const beat = (moment: Moment, index: number): number => moment.beats[index] ?? moment.length

/** The same number in 0..1 for the same seed, on every machine. */
export const chance = (seed: number): number => {
  const s = Math.sin(seed * 127.1 + 311.7) * 43758.5453
  return s - Math.floor(s)
}

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : value}"`)
    .join('')

export const group = (inner: string, attributes: Attributes = {}): string => `<g${attributesOf(attributes)}>${inner}</g>`

/** Moves, scales and turns (degrees, about its own origin) what is drawn around 0,0. */
export const place = (x: number, y: number, inner: string, scale = 1, turn = 0): string =>
  `<g transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${round(scale * 1000) / 1000})">${inner}</g>`

export const fade = (inner: string, opacity: number): string => (opacity <= 0.01 ? '' : opacity >= 0.99 ? inner : group(inner, { opacity }))

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0, more: Attributes = {}): string =>
  `<rect${attributesOf({ x, y, width, height, fill, rx: radius, ...more })}/>`

export const disc = (x: number, y: number, r: number, fill: string, more: Attributes = {}): string =>
  `<circle${attributesOf({ cx: x, cy: y, r, fill, ...more })}/>`

export const shape = (d: string, fill: string, more: Attributes = {}): string => `<path${attributesOf({ d, fill, ...more })}/>`

/** A round-ended line through the points. */
export const line = (points: readonly Point[], stroke: string, width: number, more: Attributes = {}): string =>
  `<polyline${attributesOf({
    points: points.map((p) => `${round(p.x)},${round(p.y)}`).join(' '),
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  })}/>`

export type Shot = { at: number; x: number; y: number; zoom: number }

/** Looks at the picture through a camera that glides from shot to shot; x and y are the centre of what it sees. */
export function camera(t: number, shots: readonly Shot[], seconds: number, inner: string): string {
  const [first, ...rest] = shots
  if (!first) return inner
  let now: Shot = first
  for (const shot of rest) {
    const share = during(t, shot.at, shot.at + seconds)
    now = { at: t, x: mix(now.x, shot.x, share), y: mix(now.y, shot.y, share), zoom: mix(now.zoom, shot.zoom, share) }
  }
  const halfWidth = WIDTH / 2 / now.zoom
  const halfHeight = PICTURE.height / 2 / now.zoom
  const x = clamp(now.x, halfWidth, WIDTH - halfWidth)
  const y = clamp(now.y, halfHeight, PICTURE.height - halfHeight)
  return `<g transform="translate(${WIDTH / 2} ${PICTURE.height / 2}) scale(${round(now.zoom * 1000) / 1000}) translate(${round(-x)} ${round(-y)})">${inner}</g>`
}
