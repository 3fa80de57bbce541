/** The alarm in the night: get up, mute, read the place. */
import { person, seated, walking } from '../figures.ts'
import { widthOf, write } from '../glyphs.ts'
import { rings } from '../props.ts'
import { beat, box, camera, colour, during, fade, hold, type Moment, mix, type Scene } from '../stage.ts'
import { goer, keeper } from './people.ts'
import { mute, NEAR, POST, PX, PY, roomBack, SEATS, seats, table } from './room.ts'

const AT_ALARM = 1

/** From the chair (0) to standing (1). */
export const rising = (up: number) => ({
  crouch: mix(seated.crouch ?? 0, 0, up),
  feet: [
    { x: mix(50, 7, up), y: -9 },
    { x: mix(40, -8, up), y: -9 },
  ] as const,
})

export const read: Scene = (moment: Moment) => {
  const { t } = moment
  const [press, look] = [beat(moment, 1), beat(moment, 2)]
  const rung = during(t, AT_ALARM, AT_ALARM + 0.15)
  const down = hold(t, press + 0.55, press + 1.25, 0.2)
  const muted = during(t, press + 0.75, press + 0.95)
  const blink = 0.8 + 0.2 * Math.sin(t * 5)

  const up = during(t, AT_ALARM + 0.5, AT_ALARM + 1.1)
  const walk = walking(
    t,
    [
      { at: AT_ALARM + 1.15, x: SEATS.right },
      { at: press + 0.1, x: POST },
    ],
    1,
  )
  const reach = hold(t, press + 0.05, press + 1.7, 0.45)
  const lean = reach * 9
  const keeping = person(keeper, {
    ...walk,
    y: NEAR,
    facing: t < AT_ALARM + 0.5 ? -1 : 1,
    lean,
    ...(up < 0.99 ? rising(up) : {}),
    ...(up < 0.4
      ? { near: { x: 52, y: -134 }, far: { x: 58, y: -133 } }
      : reach > 0.02
        ? { near: { x: mix(14, mute.x - POST - 4, reach), y: mix(-118, mute.y - NEAR + 2, reach) } }
        : {}),
  })
  const risen = during(t, press + 2.2, press + 2.9)
  const writing = t < AT_ALARM ? Math.sin(t * 9) * 5 : 0
  const other = person(goer, {
    x: SEATS.left,
    y: NEAR,
    lean: mix(8, -2, during(t, AT_ALARM + 0.1, AT_ALARM + 0.4)) * (1 - risen),
    ...(risen < 0.99 ? rising(risen) : {}),
    ...(risen < 0.5 ? { near: { x: 60 + writing, y: -133 }, far: { x: 52, y: -132 } } : {}),
  })
  const tag = fade(
    box(690, 281, 216, 66, '#FFFFFF', 8, { stroke: colour.vermilion, 'stroke-width': 3 }) +
      write('灯还亮着', 798, 312, { size: 30, weight: 'bold', fill: colour.vermilion, anchor: 'middle' }) +
      write('The lamp is still lit', 798, 337, { size: 20, weight: 'medium', fill: colour.second, anchor: 'middle' }),
    hold(t, press + 1.7, look - 0.1, 0.2),
  )
  let left = PX + 34
  const parts = ['5层', '库房', '烟感'].map((words, index) => {
    const width = widthOf(words, 27, 'bold')
    const shown = during(t, look + 0.4 + index * 0.9, look + 0.6 + index * 0.9)
    const under =
      box(left - 2, PY + 89, width + 4, 5, '#F0B429', 2) +
      write(['楼层', '房间', '类型'][index] ?? '', left + width / 2, PY + 117, {
        size: 21,
        weight: 'medium',
        fill: '#F6D58A',
        anchor: 'middle',
      })
    left += width + widthOf(' ', 27, 'bold')
    return fade(under, shown)
  })
  const set =
    roomBack({
      t,
      plan: during(t, look + 0.6, look + 0.9),
      panel: {
        lit: { fire: rung * blink },
        lines: [
          { words: '火警 02:58', shown: rung },
          { words: '5层 库房 烟感', shown: during(t, AT_ALARM + 0.25, AT_ALARM + 0.4) },
        ],
        mutePressed: down,
        paper: during(t, AT_ALARM + 0.6, AT_ALARM + 2.6),
      },
    }) +
    fade(rings(t, PX + 174, PY + 146, colour.vermilion, 22, 110), rung * (1 - muted)) +
    seats() +
    other +
    (up < 0.99 ? keeping : '') +
    table() +
    (up >= 0.99 ? keeping : '') +
    tag +
    parts.join('')
  return camera(
    t,
    [
      { at: 0, x: 420, y: 260, zoom: 1.12 },
      { at: AT_ALARM, x: 520, y: 250, zoom: 1.1 },
      { at: press - 0.7, x: 720, y: 196, zoom: 1.55 },
      { at: look - 0.5, x: 852, y: 148, zoom: 1.85 },
    ],
    1.1,
    set,
  )
}
