/** The plan started, the announcement, the report, the engine met. */
import { CYCLE, type Look, people, person, seated, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { bubble, chair, exitSign, extinguisher, rings, room } from '../props.ts'
import { beat, box, colour, disc, during, fade, group, line, type Moment, mix, place, type Scene, shape, WIDTH } from '../stage.ts'
import { nightRoad } from './night-road.ts'
import { goer, handset, keeper, radio, says } from './people.ts'

const FLOOR = 392

const desk = (): string =>
  box(176, 318, 250, 13, colour.woodDark, 3) +
  box(400, 331, 11, 112, colour.metalDark) +
  box(190, 331, 11, 112, colour.metalDark) +
  box(286, 308, 44, 10, '#33373F', 3) +
  shape('M308 308C308 270 292 262 276 258', 'none', { stroke: '#33373F', 'stroke-width': 5 }) +
  group(box(-7, -12, 14, 24, '#33373F', 7), { transform: 'translate(270 256) rotate(-64)' }) +
  box(346, 258, 58, 60, colour.indigo, 3) +
  box(346, 258, 8, 60, '#163C6D', 2) +
  write('预案', 378, 296, { size: 22, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' })

const kit = (x: number, y: number): string =>
  box(x - 20, y, 40, 30, '#FFFFFF', 4, { stroke: colour.green, 'stroke-width': 3 }) +
  box(x - 3, y + 6, 6, 18, colour.green) +
  box(x - 9, y + 12, 18, 6, colour.green)

type Team = { zh: string; en: string; draw: (t: number, on: number) => string }

/** Sets off when its team is called; what it carries moves along. */
function off(look: Look, t: number, from: number, near?: { x: number; y: number }, carried?: (x: number) => string): string {
  const walk = walking(t, [
    { at: 0.1, x: from },
    { at: 1.8, x: from + 76 },
  ])
  return person(look, { ...walk, y: 0, ...(near ? { near } : {}) }) + (carried?.(walk.x) ?? '')
}

const teams: readonly Team[] = [
  {
    zh: '灭火行动',
    en: 'Firefighting',
    draw: (t) => off(goer, t, -34, { x: 16, y: -116 }, (x) => extinguisher(x + 26, -50, 0.86)),
  },
  {
    zh: '疏散引导',
    en: 'Evacuation',
    draw: (t, on) =>
      person(
        { ...people.green, vest: '#E3D24A' },
        { x: -66, y: 0, near: { x: mix(6, 70, on), y: mix(-118, -208 + Math.sin(t * 6) * 8, on) }, mouth: on * 0.6 },
      ) + off(people.clay, t, 6),
  },
  {
    zh: '通讯联络',
    en: 'Communication',
    draw: (t, on) =>
      person(people.slate, {
        x: 0,
        y: 0,
        near: { x: mix(8, 27, on), y: mix(-118, -222, on) },
        mouth: on * (0.35 + 0.3 * Math.sin(t * 8)),
      }) +
      radio(mix(14, 32, on), mix(-132, -234, on), on) +
      (on > 0.6 ? rings(t, 34, -262, colour.indigo, 10, 40) : ''),
  },
  {
    zh: '安全防护救护',
    en: 'Safety, first aid',
    draw: (t) => off({ ...people.ochre, vest: '#FFFFFF' }, t, -34, { x: 14, y: -114 }, (x) => kit(x + 16, -110)),
  },
]

function started(t: number): string {
  const tiles = teams.map(({ zh, en, draw }, index) => {
    const on = during(t, 0.6 + index * 0.6, 0.9 + index * 0.6)
    const x = 470 + (index % 2) * 400
    const y = 20 + Math.floor(index / 2) * 228
    const fill = on > 0.5 ? '#FFFFFF' : '#F4F0E6'
    return (
      box(x, y, 384, 214, fill, 12, { stroke: on > 0.5 ? colour.indigo : colour.wallShade, 'stroke-width': on > 0.5 ? 4 : 2 }) +
      box(x + 14, y + 192, 356, 5, colour.floorDark, 2) +
      group(place(x + 92, y + 194, draw(t - 0.6 - index * 0.6, on), 0.68), { opacity: mix(0.35, 1, on) }) +
      write(zh, x + 184, y + 98, { size: zh.length > 4 ? 30 : 37, weight: 'bold', fill: on > 0.5 ? colour.ink : colour.quiet }) +
      write(en, x + 184, y + 134, { size: 24, weight: 'medium', fill: on > 0.5 ? colour.second : colour.quiet })
    )
  })
  return (
    room(FLOOR, WIDTH, '#EAE7DF') +
    group(rings(t, 258, 246, colour.indigo, 26, 150), {}) +
    chair(112, 440) +
    person(keeper, {
      x: 116,
      y: 440,
      ...seated,
      lean: 14,
      near: { x: 84, y: -132 },
      far: { x: 74, y: -134 },
      mouth: 0.4 + 0.35 * Math.sin(t * 8),
    }) +
    desk() +
    tiles.join('')
  )
}

const lift = (x: number): string =>
  box(x - 84, 92, 168, 300, '#E8E4DA', 2, { stroke: colour.wallShade, 'stroke-width': 2 }) +
  box(x - 68, 108, 136, 284, '#AEB6BB') +
  line(
    [
      { x, y: 108 },
      { x, y: 392 },
    ],
    '#8D969C',
    3,
  ) +
  box(x - 46, 176, 92, 92, '#FFFFFF', 8) +
  disc(x, 222, 36, 'none', { stroke: colour.vermilion, 'stroke-width': 9 }) +
  box(x - 15, 203, 30, 38, 'none', 2, { stroke: colour.ink, 'stroke-width': 4 }) +
  shape(`M${x} 209l7 9h-14zM${x} 235l7 -9h-14z`, colour.ink) +
  line(
    [
      { x: x - 26, y: 196 },
      { x: x + 26, y: 248 },
    ],
    colour.vermilion,
    9,
  )

function announced(t: number): string {
  const pace = [
    { look: people.clay, start: 640, y: 438 },
    { look: people.green, start: 470, y: 448 },
    { look: people.ochre, start: 300, y: 438 },
    { look: people.slate, start: 90, y: 448 },
    { look: people.lead, start: -90, y: 440 },
  ]
  const crowd = pace.map(({ look, start, y }) => {
    const x = start + t * 128
    return person(look, { x, y, stride: { phase: x / CYCLE, amount: 1 } })
  })
  return (
    room(FLOOR, WIDTH, '#F0ECE2') +
    lift(280) +
    box(1040, 90, 176, 302, '#FFFFFF', 0, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    box(1054, 104, 148, 288, '#FAF6EC') +
    shape('M1054 392V300H1090V323H1126V346H1162V369H1202V392z', '#D9CDB9') +
    exitSign(1128, 50) +
    box(610, 0, 64, 30, '#FFFFFF', 6, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    shape('M622 30H662L674 56H610z', '#B9C4CF') +
    rings(t, 642, 44, colour.indigo, 20, 84) +
    box(430, 96, 424, 88, '#FFFFFF', 16, { stroke: colour.ink, 'stroke-width': 3 }) +
    write('请走楼梯，不要乘电梯', 642, 138, { size: 37, weight: 'bold', anchor: 'middle' }) +
    write('Take the stairs, not the lifts', 642, 171, { size: 25, weight: 'medium', fill: colour.second, anchor: 'middle' }) +
    crowd.join('')
  )
}

function reported(t: number): string {
  const up = during(t, 0.9, 1.5)
  const walk = walking(t, [
    { at: 1.6, x: 900 },
    { at: 3.4, x: 1180 },
  ])
  return (
    room(FLOOR, 640, '#EAE7DF') +
    person(keeper, { x: 150, y: 566, scale: 1.9, near: { x: 1, y: -219 }, mouth: t < 1.6 ? 0.35 + 0.3 * Math.sin(t * 8) : 0 }) +
    handset(145, 146, 192, 1.75) +
    says(214, 160, '着火了，已打119', 'Fire. 119 is called.', 44, 396, 1) +
    group(
      room(FLOOR, 640, '#5A6A80') +
        box(0, FLOOR, 640, 92, '#465264') +
        box(0, FLOOR - 96, 640, 96, '#506076') +
        box(84, 60, 130, 120, '#FFFFFF', 3) +
        box(92, 68, 114, 104, '#27364B') +
        disc(172, 96, 14, '#F4EBCB') +
        disc(420, 190, 90, '#F8E3A2', { opacity: 0.16 }) +
        shape('M396 198L408 160H434L446 198z', '#F3DDA0') +
        box(418, 198, 6, 88, '#33373F') +
        box(384, 286, 76, 106, '#8A6A45', 3) +
        box(40, 250, 18, 160, '#8A6A45', 4) +
        box(50, 344, 300, 46, '#8A6A45', 4) +
        box(54, 316, 292, 34, '#DCE5F0', 10) +
        box(64, 296, 84, 28, '#FFFFFF', 10),
      { transform: 'translate(640 0)' },
    ) +
    person(people.clay, {
      ...walk,
      y: 436,
      crouch: mix(seated.crouch ?? 0, 0, up),
      ...(up < 0.99
        ? {
            feet: [
              { x: mix(50, 7, up), y: -9 },
              { x: mix(40, -8, up), y: -9 },
            ] as const,
          }
        : {}),
      near: { x: 4, y: -219 + mix(62, 0, up) },
    }) +
    group(box(-6, -22, 12, 40, '#26282C', 4), { transform: `translate(${walk.x + 4} ${mix(436 - 174, 436 - 236, up)}) rotate(12)` }) +
    box(634, 0, 12, 484, '#FFFFFF') +
    fade(bubble(walk.x + 20, 168, '马上到！', 'Coming!', 42, 220), during(t, 1.7, 1.9))
  )
}

export const plan: Scene = (moment: Moment) => {
  const { t } = moment
  const [say, report, meet] = [beat(moment, 1), beat(moment, 2), beat(moment, 3)]
  const shots = [
    { at: 0, draw: started },
    { at: say, draw: announced },
    { at: report, draw: reported },
    { at: meet, draw: nightRoad },
  ]
  return shots
    .map(({ at, draw }, index) => {
      const next = shots[index + 1]
      if (t < at - 0.15 || (next && t > next.at + 0.1)) return ''
      return fade(draw(t - at), index === 0 ? 1 : during(t, at - 0.15, at + 0.1))
    })
    .join('')
}
