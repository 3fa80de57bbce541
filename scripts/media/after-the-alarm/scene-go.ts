/** One goes, one stays: gear, stairs, the back of the hand, and the line that confirms it. */
import { type Pose, person, walking } from '../figures.ts'
import { blanket } from '../fire.ts'
import { write } from '../glyphs.ts'
import { bubble, extinguisher, rings } from '../props.ts'
import { beat, box, camera, colour, during, fade, group, hold, type Moment, mix, type Scene, shape, WIDTH } from '../stage.ts'
import { corridor, STORE } from './corridor.ts'
import { goer, keeper, radio, says } from './people.ts'
import { NEAR, POST, RACK, roomBack, seats, table } from './room.ts'

const lines = (second: number) => [
  { words: '火警 02:58', shown: 1 },
  { words: '5层 库房 烟感', shown: 1 },
  { words: '5层 走廊 烟感', shown: second },
]
const talking: Pick<Pose, 'near'> = { near: { x: 27, y: -222 } }

/** A person who may carry an extinguisher in the near hand. */
function carrier(pose: Pose, carrying: boolean): string {
  if (!carrying) return person(goer, pose)
  const hand = { x: 14, y: -116 }
  const facing = pose.facing ?? 1
  return (
    person(goer, { ...pose, near: hand }) +
    group(extinguisher(9, -44, 0.86), { transform: `translate(${pose.x + hand.x * facing} ${pose.y - 8}) scale(${facing} 1)` })
  )
}

const pill = (x: number, y: number, zh: string, en: string, fill: string, tail = 0): string =>
  box(x - 66, y - 66, 132, 58, fill, 29) +
  shape(`M${x + tail - 11} ${y - 12}L${x + tail + (tail > 0 ? 14 : 0)} ${y + 6}L${x + tail + 11} ${y - 12}z`, fill) +
  write(zh, x - 30, y - 26, { size: 36, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
  write(en, x + 22, y - 29, { size: 24, weight: 'medium', fill: '#FFFFFF', anchor: 'middle' })

function gear(moment: Moment): string {
  const { t } = moment
  const part = beat(moment, 1)
  const walk = walking(t, [
    { at: -1, x: 690 },
    { at: 1.5, x: RACK - 88 },
    { at: 2.1, x: RACK - 88 },
    { at: 2.9, x: RACK + 44 },
    { at: part + 1, x: RACK + 44 },
    { at: part + 3.4, x: 1400 },
  ])
  const grab = hold(t, 1.4, 2.2, 0.3)
  const pick = hold(t, 2.8, 3.6, 0.3)
  const his: Pose = {
    ...walk,
    y: NEAR + 16,
    lean: pick * 38,
    crouch: pick * 22,
    ...(pick > 0.02 ? { near: { x: mix(14, 56, pick), y: mix(-118, -92, pick) } } : {}),
    ...(grab > 0.02 ? { far: { x: mix(12, 58, grab), y: mix(-118, -186, grab) } } : t > 1.8 ? { far: { x: 30, y: -140 } } : {}),
  }
  const taken = t < 1.8 ? 0 : t < 3.2 ? 0.5 : 1
  const speaking = hold(t, 0.2, 3.7, 0.3)
  const her: Pose = {
    x: POST,
    y: NEAR,
    facing: 1,
    ...talking,
    mouth: speaking > 0.5 ? 0.35 + 0.3 * Math.sin(t * 8) : 0,
  }
  const radioOf = t > 1.8 ? radio(walk.x + 36, NEAR + 16 - 150) : ''
  const tags = hold(t, part + 0.2, part + 4, 0.2)
  return (
    roomBack({
      t,
      minutes: 59,
      plan: 1,
      smoke: during(t, 0.4, 1.6),
      taken,
      panel: { lit: { fire: 0.8 + 0.2 * Math.sin(t * 5) }, lines: lines(0), paper: 1 },
    }) +
    seats() +
    table() +
    person(keeper, her) +
    radio(POST + 32, NEAR - 232, speaking) +
    (pick > 0.02 || t < 3.2 ? carrier(his, false) : carrier(his, true)) +
    radioOf +
    fade(says(550, 196, '五层的，快去看！', 'Floor 5: go and look!', 32, 284), hold(t, 0.3, part - 0.2, 0.2)) +
    fade(pill(POST - 60, 174, '守', 'stay', colour.indigo, 38), tags) +
    fade(pill(walk.x + 2, 186, '去', 'go', colour.green), hold(t, part + 0.2, part + 2.1, 0.2))
  )
}

function upstairs(t: number, found: number): string {
  const shift = during(t, found - 0.2, found + 0.5) * 250
  const stop = STORE.left - 42
  const back = stop - 92
  const walk = walking(t, [
    { at: 0.1, x: 150 },
    { at: 1.9, x: stop },
    { at: found - 0.1, x: stop },
    { at: found + 0.7, x: back },
  ])
  const out = during(t, -0.3, 0.5)
  const set = during(t, 1.9, 2.2)
  const touch = hold(t, 2.2, found - 0.2, 0.35)
  const calling = during(t, found + 0.7, found + 1)
  const down = t > 2
  const pose: Pose = {
    ...walk,
    y: mix(NEAR - 20, NEAR + 6, out),
    facing: 1,
    lean: set * 6 * touch,
    ...(touch > 0.02 ? { near: { x: mix(14, 62, touch), y: mix(-118, -196, touch) } } : {}),
    ...(calling > 0.02 ? { far: { x: mix(30, 30, calling), y: mix(-140, -222, calling) } } : { far: { x: 30, y: -140 } }),
    mouth: calling > 0.5 ? 0.5 + 0.4 * Math.sin(t * 7) : 0,
  }
  const inset =
    `<clipPath id="watch"><rect x="0" y="0" width="424" height="420" rx="10"/></clipPath>` +
    group(
      group(
        group(
          roomBack({
            t,
            minutes: 61,
            plan: 1,
            smoke: 1,
            taken: 1,
            panel: {
              lit: { fire: 0.8 + 0.2 * Math.sin(t * 5) },
              lines: lines(during(t, found + 2, found + 2.2)),
              paper: 1,
            },
          }) +
            person(keeper, { x: POST - 6, y: NEAR, facing: 1, ...talking }) +
            radio(POST + 26, NEAR - 232, 1),
          { transform: 'translate(-484 -32)' },
        ),
        { 'clip-path': 'url(#watch)' },
      ) + box(0, 0, 424, 420, 'none', 10, { stroke: colour.ink, 'stroke-width': 3 }),
      { transform: 'translate(828 32)' },
    )
  const scene = group(
    corridor(t, { lit: during(t, 2.4, 3), open: 1 - during(t, 0.9, 1.6), alarm: during(t, found + 1.7, found + 1.9) }) +
      blanket(t, -20, 1600, -6, mix(14, 70, during(t, 0, 7)), 0.36) +
      carrier(pose, !down) +
      (down ? extinguisher(stop - 40, NEAR + 24, 0.86) : '') +
      radio(walk.x + 34, pose.y - mix(150, 232, calling), calling) +
      fade(rings(t, STORE.left + 18, NEAR - 190, colour.vermilion, 14, 44), hold(t, 2.6, found - 0.3, 0.2)),
    { transform: `translate(${-shift} 0)` },
  )
  const told =
    scene +
    fade(
      box(330, 160, 250, 76, '#FFFFFF', 10, { stroke: colour.ink, 'stroke-width': 3 }) +
        write('手背试：烫！', 455, 196, { size: 34, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }) +
        write('Hot: leave it shut', 455, 224, { size: 22, weight: 'medium', fill: colour.second, anchor: 'middle' }),
      hold(t, 2.7, found - 0.15, 0.2),
    )
  return (
    camera(
      t,
      [
        { at: 0, x: 640, y: 242, zoom: 1 },
        { at: 1.3, x: 660, y: 262, zoom: 1.3 },
        { at: found - 0.4, x: 640, y: 242, zoom: 1 },
      ],
      1,
      told,
    ) +
    fade(bubble(back - 244, 178, '五层库房，明火！', 'Floor 5 store, open fire!', 42, 388), during(t, found + 0.8, found + 1)) +
    fade(inset, during(t, found + 1.2, found + 1.5))
  )
}

export const go: Scene = (moment: Moment) => {
  const { t } = moment
  const [up, found] = [beat(moment, 2), beat(moment, 3)]
  const shown = during(t, up - 0.15, up + 0.1)
  const below = camera(
    t,
    [
      { at: 0, x: 760, y: 242, zoom: 1.1 },
      { at: beat(moment, 1) - 0.2, x: 700, y: 242, zoom: 1 },
    ],
    1,
    gear(moment),
  )
  return (shown < 1 ? below : '') + fade(box(0, 0, WIDTH, 484, colour.paper) + upstairs(t - up, found - up), shown)
}
