/** The people of this street, where their hands are, and what they hold. */
import { type Look, type Pose, people, person } from '../figures.ts'
import { box, colour, disc, group, hold, line, type Point, place, round, shape } from '../stage.ts'

export const p = (x: number, y: number): Point => ({ x, y })

export const looks = {
  worker: { shirt: '#DD7F35', trousers: '#4A4650', skin: '#EBC6A3', hair: '#2C2825', cut: 'short', vest: '#FBF6E8' },
  elder: { shirt: '#8A7796', trousers: '#55514F', skin: '#E6C2A2', hair: '#C9C4BC', cut: 'bun' },
  keeper: people.guard,
  owner: people.ochre,
  neighbour: people.clay,
  cook: { shirt: '#6F9AA8', trousers: '#45434A', skin: '#EBC6A3', hair: '#2C2825', cut: 'bun' },
  woman: people.green,
  man: people.slate,
} satisfies Record<string, Look>

export const worker = (pose: Pose): string => person(looks.worker, pose)

/** A mouth that speaks between two moments. */
export const speaking = (t: number, from: number, to: number): number => hold(t, from, to, 0.15) * (0.4 + 0.35 * Math.sin(t * 8))

/** Where a hand asked for really is, in the picture: an arm reaches no further than it is long. */
export function handOf(pose: Pose, hand: Point, side: 'near' | 'far' = 'near'): Point {
  const { lean = 0, crouch = 0, facing = 1, scale = 1 } = pose
  const tilt = (lean * Math.PI) / 180
  const shoulder = { x: Math.sin(tilt) * 68 + (side === 'near' ? -3 : 4), y: -126 + crouch - Math.cos(tilt) * 68 }
  const far = Math.hypot(hand.x - shoulder.x, hand.y - shoulder.y)
  const share = Math.min(1, 78.5 / Math.max(far, 1))
  return {
    x: pose.x + facing * scale * (shoulder.x + (hand.x - shoulder.x) * share),
    y: pose.y + scale * (shoulder.y + (hand.y - shoulder.y) * share),
  }
}

/** The work badge, 46 × 62, hanging from the hand at 0,0. */
export const badge = (at: Point, scale = 1): string =>
  place(
    at.x,
    at.y,
    box(-24, -70, 48, 64, '#FFFFFF', 5, { stroke: colour.ink, 'stroke-width': 2.5 }) +
      box(-24, -70, 48, 14, colour.indigo, 5) +
      disc(0, -40, 9, '#DDB08A') +
      shape('M-15 -18Q-15 -30 0 -30Q15 -30 15 -18z', '#DD7F35') +
      box(-16, -15, 32, 4, colour.quiet, 2),
    scale,
  )

/** A clipboard seen from the side of its writer, its middle at 0,0. */
export const clipboard = (at: Point, turn: number): string =>
  place(
    at.x,
    at.y,
    box(-19, -26, 38, 50, '#9C7448', 3) +
      box(-15, -20, 30, 41, '#FFFFFF') +
      line([p(-9, -10), p(9, -10)], colour.quiet, 3) +
      line([p(-9, 0), p(9, 0)], colour.quiet, 3) +
      line([p(-9, 10), p(4, 10)], colour.quiet, 3) +
      box(-8, -29, 16, 7, colour.metalDark, 2),
    1,
    turn,
  )

/** A phone in a hand or at an ear. */
export const handset = (at: Point, turn: number, scale = 1): string =>
  place(at.x, at.y, box(-6, -22, 12, 40, '#26282C', 4) + box(-4, -18, 3, 32, '#8FB6D6', 1), scale, turn)

/** A broken outline that says: look here. */
export const lookHere = (t: number, x: number, y: number, rx: number, ry: number): string =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx + 3 * Math.sin(t * 4))}" ry="${round(ry + 3 * Math.sin(t * 4))}" fill="none" stroke="${colour.vermilion}" stroke-width="6" stroke-dasharray="20 13" stroke-linecap="round"/>`

/** A group moved without scaling. */
export const at = (x: number, y: number, inner: string): string => group(inner, { transform: `translate(${round(x)} ${round(y)})` })
