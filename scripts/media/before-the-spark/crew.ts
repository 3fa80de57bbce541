/** The people of the job, the welder's mask and torch, and the welding set. */
import { type Look, type Pose, people, person } from '../figures.ts'
import { box, colour, disc, group, line, mix, type Point, round, shape } from '../stage.ts'
import { p } from './marks.ts'

export const crew = {
  welder: { shirt: '#8C7A58', trousers: '#4B525E', skin: '#DDB08A', hair: '#2C2825', cut: 'short' },
  guard: { shirt: '#C9742B', trousers: '#3D4450', skin: '#EBC6A3', hair: '#2C2825', cut: 'cap', vest: '#F3E3A0' },
  approver: people.lead,
  below: { ...people.green, cut: 'bun' },
  helper: people.ochre,
} satisfies Record<string, Look>

/** Down on his heels before something low, in figure lengths. */
export const kneeling: Pick<Pose, 'crouch' | 'lean' | 'feet'> = { crouch: 64, lean: 30, feet: [p(36, -9), p(-44, -9)] }

/** Half way to the pose of kneeling, and on. */
export const kneel = (share: number): Pick<Pose, 'crouch' | 'lean' | 'feet'> => ({
  crouch: 64 * share,
  lean: 30 * share,
  feet: [p(mix(7, 36, share), -9), p(mix(-8, -44, share), -9)],
})

export type Weld = {
  /** 0 is pushed up, 1 covers the face. */
  mask: number
  /** The end of the electrode, in figure lengths; none when he holds no torch. */
  tip?: Point
}

/** The welder: a person with a mask, gloves and a torch. */
export function welder(pose: Pose, { mask, tip }: Weld, look: Look = crew.welder): string {
  const { lean = 0, crouch = 0, facing = 1, scale = 1 } = pose
  const shield = group(
    shape('M-4 -30Q24 -34 29 -12L27 20Q16 32 4 26L-2 4z', '#39414B') +
      box(12, -10, 15, 11, '#7FA08C', 2) +
      line([p(-4, -16), p(-20, -12)], '#39414B', 6),
    { transform: `translate(0 ${round(mix(-14, 0, mask))}) rotate(${round(mix(-62, 0, mask))} -2 -8)` },
  )
  const head = group(group(shield, { transform: `translate(4 -110) rotate(${round(-lean * 0.55)})` }), {
    transform: `translate(0 ${round(-126 + crouch)}) rotate(${round(lean)})`,
  })
  const hand = pose.near
  const torch =
    hand && tip
      ? line([p(hand.x - 8, hand.y + 3), p(mix(hand.x, tip.x, 0.4), mix(hand.y, tip.y, 0.4))], '#2A2725', 9) +
        line([hand, tip], '#5C5852', 4)
      : ''
  const glove = (at: Point | undefined): string => (at ? disc(at.x, at.y, 10, '#B28A54') : '')
  const over = torch + glove(pose.near) + head
  return `${person(look, pose)}<g transform="translate(${round(pose.x)} ${round(pose.y)}) scale(${facing * scale} ${scale})">${over}</g>`
}

/** A welding set standing on 0,0, 92 high: lamp green with power on, dark without; `thrown` turns its switch down. */
export function weldingSet(x: number, y: number, scale: number, on: boolean): string {
  return group(
    line([p(-26, -86), p(-26, -98), p(26, -98), p(26, -86)], '#33373F', 6) +
      box(-44, -88, 88, 76, '#B9562B', 7) +
      box(-44, -30, 88, 18, '#9A4522', 4) +
      box(-34, -78, 44, 30, '#2F343B', 3) +
      disc(-20, -63, 7.5, on ? '#63D08F' : '#585D63') +
      (on ? disc(-20, -63, 13, '#63D08F', { opacity: 0.3 }) : '') +
      box(-6, -72, 10, 18, '#8B9197', 2) +
      box(-6, on ? -72 : -62, 10, 8, '#F4EFE6', 2) +
      disc(26, -64, 10, '#33373F') +
      line([p(26, -64), p(31, -70)], '#F4EFE6', 3) +
      disc(-28, -8, 9, '#2A2725') +
      disc(28, -8, 9, '#2A2725'),
    { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
  )
}

/** A cable lying from one place to another. */
export const cable = (from: Point, to: Point, floor: number): string =>
  shape(
    `M${round(from.x)} ${round(from.y)}C${round(from.x + 20)} ${floor + 4} ${round(mix(from.x, to.x, 0.6))} ${floor + 6} ${round(to.x)} ${round(to.y)}`,
    'none',
    { stroke: '#33373F', 'stroke-width': 2.6, 'stroke-linecap': 'round' },
  )

/** A two-way radio held in a hand. */
export const radio = (x: number, y: number, scale: number): string =>
  group(box(-6, -14, 12, 26, '#26282C', 3) + line([p(3, -14), p(3, -28)], '#26282C', 3) + box(-3, -9, 6, 6, '#8FA3A0', 1), {
    transform: `translate(${round(x)} ${round(y)}) scale(${scale})`,
  })

/** A clipboard with some lines. */
export const clipboard = (x: number, y: number, turn: number, scale: number): string =>
  group(
    box(-17, -24, 34, 46, '#9C7448', 3) +
      box(-13, -18, 26, 37, '#FFFFFF') +
      line([p(-8, -8), p(8, -8)], colour.quiet, 3) +
      line([p(-8, 1), p(8, 1)], colour.quiet, 3) +
      line([p(-8, 10), p(4, 10)], colour.quiet, 3),
    { transform: `translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${scale})` },
  )
