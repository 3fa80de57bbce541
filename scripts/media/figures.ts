/** People: jointed, calm, about 255 high with their feet at 0,0, facing right unless turned. */
import { colour, disc, group, line, mix, type Point, round, shape } from './stage.ts'

export type Look = {
  shirt: string
  trousers: string
  skin: string
  hair: string
  cut: 'short' | 'bob' | 'bun' | 'cap' | 'helmet'
  vest?: string
}

export type Pose = {
  x: number
  y: number
  facing?: 1 | -1
  /** Degrees the body leans forward. */
  lean?: number
  /** How far the hips come down. */
  crouch?: number
  /** Legs: where in the stride (cycles), and how much of a stride (0 stands still). */
  stride?: { phase: number; amount: number }
  /** Ankles and hands by hand, near side first, measured from the feet. */
  feet?: readonly [Point, Point]
  near?: Point
  far?: Point
  mouth?: number
  scale?: number
}

const skinLight = '#EBC6A3'
const skinWarm = '#DDB08A'
const hairBlack = '#2C2825'

export const people = {
  lead: { shirt: colour.indigo, trousers: '#3D3B3F', skin: skinLight, hair: hairBlack, cut: 'short' },
  green: { shirt: '#3C8766', trousers: '#4A4650', skin: skinLight, hair: '#3A2E28', cut: 'bob' },
  ochre: { shirt: '#C4934A', trousers: '#45536A', skin: skinWarm, hair: '#6B655F', cut: 'short' },
  slate: { shirt: '#7389A1', trousers: '#3D3B3F', skin: skinWarm, hair: hairBlack, cut: 'bun' },
  clay: { shirt: '#B57C67', trousers: '#5C5852', skin: skinLight, hair: hairBlack, cut: 'short' },
  guard: { shirt: '#55677C', trousers: '#33373F', skin: skinWarm, hair: '#33302D', cut: 'cap' },
  firefighter: { shirt: '#3B3F49', trousers: '#3B3F49', skin: skinWarm, hair: '#33302D', cut: 'helmet', vest: '#E3B23C' },
} satisfies Record<string, Look>

const THIGH = 60
const SHIN = 58
const UPPER = 41
const FORE = 38
const STRIDE = 27
/** Ground covered in one full cycle of the legs: feet that stand do not slide. */
export const CYCLE = STRIDE * 4

/** Where the knee or elbow goes between a and b; b is pulled in when it is out of reach. */
function bend(a: Point, b: Point, first: number, second: number, side: 1 | -1): { joint: Point; end: Point } {
  const angle = Math.atan2(b.y - a.y, b.x - a.x)
  const reach = Math.min(Math.hypot(b.x - a.x, b.y - a.y), first + second - 0.5)
  const cosine = (first * first + reach * reach - second * second) / (2 * first * Math.max(reach, 1))
  const turn = angle + side * Math.acos(Math.min(1, Math.max(-1, cosine)))
  return {
    joint: { x: a.x + first * Math.cos(turn), y: a.y + first * Math.sin(turn) },
    end: { x: a.x + reach * Math.cos(angle), y: a.y + reach * Math.sin(angle) },
  }
}

/** The ankle relative to the hips at this place of the stride: on the ground for half of it, swinging for the other half. */
export function step(phase: number): Point {
  const share = phase - Math.floor(phase)
  if (share < 0.5) return { x: mix(STRIDE, -STRIDE, share * 2), y: 0 }
  const swing = (share - 0.5) * 2
  return { x: mix(-STRIDE, STRIDE, swing), y: -13 * Math.sin(Math.PI * swing) }
}

function leg(hip: Point, ankle: Point, fill: string): string {
  const { joint, end } = bend(hip, ankle, THIGH, SHIN, -1)
  const shoe = `M${round(end.x - 9)} ${round(end.y + 9)}v-10q1 -5 8 -5q6 0 9 4q3 3 10 4q5 1 5 7z`
  return line([hip, joint], fill, 23) + line([joint, end], fill, 19) + shape(shoe, '#2A2725')
}

function arm(shoulder: Point, hand: Point, look: Look, shade: boolean): string {
  const { joint: elbow, end } = bend(shoulder, hand, UPPER, FORE, 1)
  const folded = Math.max(0, 50 - Math.hypot(hand.x - shoulder.x, hand.y - shoulder.y))
  const joint = { x: elbow.x - folded * 0.3, y: elbow.y + folded * 0.8 }
  const wrist = { x: mix(joint.x, end.x, 0.82), y: mix(joint.y, end.y, 0.82) }
  const sleeve = line([shoulder, joint, wrist], look.shirt, 16)
  const veil = shade ? line([shoulder, joint, wrist], '#000', 16, { opacity: 0.14 }) : ''
  const cuff = look.vest
    ? line(
        [
          { x: mix(joint.x, end.x, 0.5), y: mix(joint.y, end.y, 0.5) },
          { x: mix(joint.x, end.x, 0.62), y: mix(joint.y, end.y, 0.62) },
        ],
        look.vest,
        16,
        { 'stroke-linecap': 'butt' },
      )
    : ''
  return disc(end.x, end.y, 8.5, look.skin) + sleeve + cuff + veil
}

function hairOf(look: Look): string {
  switch (look.cut) {
    case 'short':
      return shape('M-22 4C-27 -22 -8 -32 8 -27C20 -26 25 -15 22 -7C16 -14 6 -15 -6 -13C-9 -6 -12 0 -14 6z', look.hair)
    case 'bob':
      return shape('M-20 22C-31 6 -28 -27 2 -28C20 -28 25 -15 22 -6C14 -13 4 -15 -5 -12C-7 0 -6 14 -7 23C-12 25 -17 25 -20 22z', look.hair)
    case 'bun':
      return (
        disc(-23, -16, 10, look.hair) +
        shape('M-21 6C-27 -20 -10 -31 6 -28C20 -27 25 -15 22 -7C14 -14 4 -15 -6 -12C-8 -6 -12 2 -14 8z', look.hair)
      )
    case 'cap':
      return (
        shape('M-21 6C-23 0 -22 -4 -21 -8L-10 -8C-12 0 -13 4 -15 8z', look.hair) +
        shape('M-22 -8C-24 -28 -6 -33 6 -29C17 -28 22 -18 22 -10L31 -7Q32 -3 26 -3L-22 -6z', '#3E4C5E')
      )
    case 'helmet':
      return (
        shape('M-25 -4C-27 -27 -10 -36 3 -34C18 -33 25 -20 25 -9L34 -3Q34 1 29 1L-27 3z', '#E3B23C') +
        shape('M4 -34q8 2 9 26l-8 0q1 -16 -6 -26z', '#B98620')
      )
  }
}

function head(look: Look, mouth: number): string {
  const lips =
    mouth > 0.05
      ? `<ellipse cx="13" cy="11" rx="${round(3 + mouth * 1.6)}" ry="${round(1.6 + mouth * 4.4)}" fill="#7A2F28"/>`
      : line(
          [
            { x: 9, y: 11 },
            { x: 15, y: 10.5 },
          ],
          '#9A6048',
          2.2,
        )
  const face = disc(0, 0, 22, look.skin) + disc(-8, 3, 5, look.skin) + disc(7, -1, 2.3, colour.ink) + disc(17, -1, 2.3, colour.ink)
  return face + lips + hairOf(look)
}

/** Draws one person. */
export function person(look: Look, pose: Pose): string {
  const { lean = 0, crouch = 0, stride, mouth = 0, facing = 1, scale = 1 } = pose
  const phase = stride?.phase ?? 0
  const amount = stride?.amount ?? 0
  const lift = amount * 2.5 * Math.cos(phase * Math.PI * 4)
  const hip = { x: 0, y: -126 + crouch + lift + amount * 3 }
  const ankle = (offset: number, rest: number): Point => {
    const moved = step(phase + offset)
    return { x: mix(rest, moved.x, amount), y: -9 + moved.y * amount }
  }
  const [nearFoot, farFoot] = pose.feet ?? [ankle(0, 7), ankle(0.5, -8)]
  const tilt = (lean * Math.PI) / 180
  const along = (up: number, forward: number): Point => ({
    x: hip.x + Math.sin(tilt) * up + Math.cos(tilt) * forward,
    y: hip.y - Math.cos(tilt) * up + Math.sin(tilt) * forward,
  })
  const shoulder = along(68, 0)
  const swing = Math.sin(phase * Math.PI * 2 + Math.PI / 2) * 26 * amount
  const hanging = (forward: number): Point => ({ x: shoulder.x + 6 + forward, y: shoulder.y + 75 - Math.abs(forward) * 0.22 })
  const near = pose.near ?? hanging(-swing)
  const far = pose.far ?? hanging(swing)
  const torso = shape('M-21 4C-23 -24 -25 -48 -22 -66C-20 -78 -10 -82 0 -82C11 -82 20 -78 22 -66C24 -46 22 -22 20 4Q0 9 -21 4z', look.shirt)
  const vest = look.vest ? shape('M-24 -30L23 -30L22.5 -18L-23.5 -18z', look.vest) : ''
  const neck = line(
    [
      { x: 1, y: -78 },
      { x: 3, y: -92 },
    ],
    look.skin,
    15,
  )
  const collar = shape('M-9 -82Q2 -72 12 -81L10 -84L-8 -84z', look.skin)
  const body = `<g transform="translate(${round(hip.x)} ${round(hip.y)}) rotate(${round(lean)})">${neck}${torso}${vest}${collar}<g transform="translate(4 -110) rotate(${round(-lean * 0.55)})">${head(look, mouth)}</g></g>`
  const legs =
    group(leg({ x: hip.x - 5, y: hip.y }, farFoot, look.trousers) + line([{ x: hip.x - 5, y: hip.y }], '#000', 1), {}) +
    leg({ x: hip.x + 4, y: hip.y }, nearFoot, look.trousers)
  const inner =
    arm({ x: shoulder.x + 4, y: shoulder.y + 1 }, far, look, true) +
    legs +
    body +
    arm({ x: shoulder.x - 3, y: shoulder.y }, near, look, false)
  return `<g transform="translate(${round(pose.x)} ${round(pose.y)}) scale(${round(facing * scale * 1000) / 1000} ${round(scale * 1000) / 1000})">${inner}</g>`
}

/** Feet well under a chair: knees forward, hips low. */
export const seated: Pick<Pose, 'crouch' | 'feet'> = {
  crouch: 62,
  feet: [
    { x: 50, y: -9 },
    { x: 40, y: -9 },
  ],
}

export type Track = readonly { at: number; x: number }[]

/** Walks along a track of places and times; stands still between two equal places. */
export function walking(
  t: number,
  track: Track,
  away: 1 | -1 = 1,
): { x: number; facing: 1 | -1; stride: { phase: number; amount: number } } {
  const first = track[0] ?? { at: 0, x: 0 }
  let x = first.x
  let amount = 0
  let facing: 1 | -1 = away
  for (let i = 1; i < track.length; i += 1) {
    const from = track[i - 1] ?? first
    const to = track[i] ?? first
    if (t < from.at) break
    const share = Math.min(1, (t - from.at) / (to.at - from.at))
    const seconds = to.at - from.at
    const edge = Math.min(0.3 / seconds, 0.4)
    x = mix(from.x, to.x, glide(share, edge))
    if (to.x !== from.x) {
      facing = to.x > from.x ? 1 : -1
      amount = Math.min(1, share / edge, (1 - share) / edge)
    } else amount = 0
  }
  return { x, facing, stride: { phase: (facing * x) / CYCLE, amount: Math.max(0, amount) } }
}

/** From 0 to 1 at an even pace, with soft starts and stops of length `edge`. */
function glide(share: number, edge: number): number {
  const speed = 1 / (1 - edge)
  if (share < edge) return (speed * share * share) / (2 * edge)
  if (share > 1 - edge) return 1 - (speed * (1 - share) * (1 - share)) / (2 * edge)
  return speed * (share - edge / 2)
}
