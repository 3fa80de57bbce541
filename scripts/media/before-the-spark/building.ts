/** The building of the job in section: two storeys, a pipe through the floor between them, a room behind a steel wall. */
import { CYCLE, type Look, type Pose, person, type Track, walking } from '../figures.ts'
import { carton } from '../props.ts'
import { box, colour, disc, group, line, mix, round, shape } from '../stage.ts'
import { p } from './marks.ts'

export const UP = 236
export const LOW = 462
export const SCALE = 0.62
export const HOLE = { left: 606, right: 676 }
export const PIPE = { left: 640, right: 662 }
export const STEEL = 930
/** The point on the pipe that is welded. */
export const WELD = { x: 640, y: 184 }
export const SLAB = 26
/** Where the welding set stands. */
export const SET = 466

/** A person in the size of this building. */
export const small = (look: Look, pose: Pose): string => person(look, { ...pose, scale: SCALE })

/** Walks in the size of this building: the feet do not slide. */
export function pace(t: number, track: Track, away: 1 | -1 = 1): ReturnType<typeof walking> {
  const walk = walking(t, track, away)
  return { ...walk, stride: { ...walk.stride, phase: (walk.facing * walk.x) / (CYCLE * SCALE) } }
}

const doorway = (x: number, floor: number): string =>
  box(x - 38, floor - 142, 76, 142, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 1.5 }) +
  box(x - 32, floor - 136, 64, 136, '#A9B7B4') +
  line([p(x + 22, floor - 70), p(x + 22, floor - 60)], '#3E4A49', 4)

const glazing = (x: number, y: number, width: number, height: number): string =>
  box(x - 5, y - 5, width + 10, height + 10, '#FFFFFF', 2, { stroke: colour.wallShade, 'stroke-width': 1.5 }) +
  box(x, y, width, height, colour.glass) +
  shape(`M${x} ${y + height}L${x + width * 0.4} ${y}H${x + width * 0.66}L${x + width * 0.26} ${y + height}z`, '#FFFFFF', {
    opacity: 0.35,
  }) +
  box(x + width / 2 - 2.5, y, 5, height, '#FFFFFF')

/** Walls, doors and windows; `behind` adds the room behind the steel wall. */
export function shell(behind = true): string {
  const storey = (top: number, floor: number, wall: string, low: string): string =>
    box(0, top, 1280, floor - top, wall) + box(0, floor - 52, 1280, 52, low) + box(0, floor - 5, 1280, 5, colour.wallShade)
  return (
    storey(0, UP, colour.wall, colour.wallLow) +
    storey(UP, LOW, '#ECEAE6', '#E0DDD6') +
    doorway(104, UP) +
    doorway(892, UP) +
    glazing(196, 82, 90, 66) +
    doorway(104, LOW) +
    doorway(1186, LOW) +
    glazing(236, 310, 110, 66) +
    glazing(916, 310, 110, 66) +
    (behind
      ? box(STEEL, 0, 1280 - STEEL, UP, '#E6ECEE') +
        box(STEEL, UP - 52, 1280 - STEEL, 52, '#D9E1E4') +
        box(STEEL, UP - 5, 1280 - STEEL, 5, '#C6D0D4') +
        glazing(1120, 82, 100, 66)
      : '')
  )
}

/** The floor between the storeys with its hole, the roof, the outer walls and the lowest floor. `open` leaves the hole empty. */
export function structure(wool: number, steel = true): string {
  const edge = { stroke: '#8F877B', 'stroke-width': 1.5 }
  const slab = (left: number, right: number): string => {
    let grains = ''
    for (let x = left + 14; x < right - 8; x += 34) grains += disc(x, UP + 9 + ((x * 7) % 11), 2, '#A39A8D')
    return box(left, UP, right - left, SLAB, '#C4BCB0', 0, edge) + grains
  }
  const fill = wool * (HOLE.right - HOLE.left)
  return (
    slab(-4, HOLE.left) +
    slab(HOLE.right, 1284) +
    (wool > 0.02
      ? box(HOLE.left, UP + 5, fill / 2, SLAB - 8, '#9AA7A0', 3) + box(HOLE.right - fill / 2, UP + 5, fill / 2, SLAB - 8, '#9AA7A0', 3)
      : '') +
    box(-4, -6, 1288, 18, '#C4BCB0', 0, edge) +
    box(-4, LOW, 1288, 40, '#BFB6A8', 0, edge) +
    box(-4, 0, 20, 484, '#C4BCB0', 0, edge) +
    box(1264, 0, 20, 484, '#C4BCB0', 0, edge) +
    (steel ? box(STEEL - 4, 12, 8, UP - 12, '#7C858B', 0, { stroke: '#5F676C', 'stroke-width': 1.5 }) : '')
  )
}

/** The pipe with its collar, and the insulation under the roof; `opened` pulls the insulation away from the pipe. */
export function pipe(opened: number): string {
  const gap = mix(4, 70, opened)
  const padding = (left: number, right: number): string => {
    let waves = ''
    for (let x = left + 8; x < right - 24; x += 22) waves += `M${round(x)} 22q6 -8 11 0t11 0`
    return box(left, 12, right - left, 19, '#EBCDB8') + shape(waves, 'none', { stroke: '#D3A98D', 'stroke-width': 2.5 })
  }
  return (
    padding(16, PIPE.left - gap) +
    padding(PIPE.right + gap, STEEL - 4) +
    box(PIPE.left, 12, PIPE.right - PIPE.left, LOW - 12, '#98A4AB') +
    box(PIPE.left + 3, 12, 5, LOW - 12, '#B9C3C8') +
    box(PIPE.left - 4, 156, PIPE.right - PIPE.left + 8, 9, '#76828A', 2) +
    box(PIPE.left - 4, 204, PIPE.right - PIPE.left + 8, 9, '#76828A', 2) +
    line([p(PIPE.left, WELD.y), p(PIPE.right, WELD.y)], '#6A757C', 2.5) +
    box(PIPE.left - 4, LOW - 14, PIPE.right - PIPE.left + 8, 14, '#76828A', 2)
  )
}

/** The two steel plates that close the hole; 0 is open, 1 shut against the pipe. */
export const plates = (shut: number): string => {
  const width = PIPE.left - HOLE.left + 14
  const left = mix(HOLE.left - width - 16, HOLE.left - 16, shut)
  const right = mix(HOLE.right + 12, PIPE.right - 1, shut)
  const edge = { stroke: '#4F585E', 'stroke-width': 1 }
  return box(left, UP - 5, width + 1, 6, '#8A959C', 1, edge) + box(right, UP - 5, 42, 6, '#8A959C', 1, edge)
}

/** Timber too large to move, standing on the upper floor. */
export const timber = (): string => {
  let all = ''
  for (let i = 0; i < 5; i += 1) all += box(744 + (i % 2) * 5, UP - 14 - i * 14, 100 - (i % 2) * 6, 13, i % 2 ? '#C79F6C' : '#B98F5E', 2)
  return all
}

/** A fire blanket drawn over the timber from its right end; 1 covers it to the floor on both sides. */
export function blanketOver(share: number): string {
  if (share <= 0.01) return ''
  const edge = mix(848, 734, share)
  const top = UP - 77
  let folds = ''
  for (let x = 838; x > edge + 8; x -= 26) folds += `M${x} ${top + 14}Q${x + 4} ${top + 40} ${x - 2} ${UP - 8}`
  return (
    shape(
      `M858 ${UP - 1}L854 ${top + 6}Q852 ${top} 846 ${top}H${round(edge + 8)}Q${round(edge + 1)} ${top} ${round(edge)} ${top + 7}L${round(edge - 5)} ${UP - 1}z`,
      '#D5DBDD',
      { stroke: '#8F999D', 'stroke-width': 1.6, 'stroke-linejoin': 'round' },
    ) + shape(folds, 'none', { stroke: '#B5BDC0', 'stroke-width': 2 })
  )
}

/** A sofa standing on x, 118 wide. */
export const sofa = (x: number, y: number, fill = '#8E6F63'): string =>
  group(
    box(-59, -56, 118, 44, fill, 10) +
      box(-48, -34, 48, 20, '#A98578', 5) +
      box(0, -34, 48, 20, '#A98578', 5) +
      box(-63, -42, 18, 36, '#7D6056', 7) +
      box(45, -42, 18, 36, '#7D6056', 7) +
      box(-60, -14, 120, 9, '#7D6056', 3) +
      box(-52, -6, 8, 6, '#3D302B') +
      box(44, -6, 8, 6, '#3D302B'),
    { transform: `translate(${round(x)} ${round(y)})` },
  )

/** The pan that catches sparks, lined with a fire blanket, 104 wide. */
export const sparkTray = (x: number, y: number): string =>
  group(
    box(-46, -8, 92, 6, '#DADFE0', 2) +
      shape('M-54 -14H-46L-42 -4H42L46 -14H54L47 0H-47z', '#7C858B', { stroke: '#5F676C', 'stroke-width': 1.5 }),
    { transform: `translate(${round(x)} ${round(y)})` },
  )

/** A paint can with a rag over its rim, its handle up. */
export const paint = (x: number, y: number): string =>
  group(
    shape('M-11 -26Q0 -46 11 -26', 'none', { stroke: '#5F676C', 'stroke-width': 2 }) +
      box(-13, -27, 26, 27, '#AEB6BA', 2) +
      box(-13, -20, 26, 12, '#B8452F') +
      shape('M-13 -27Q0 -34 13 -27L10 -18L5 -24L-1 -15L-6 -23z', '#D9C7A0'),
    { transform: `translate(${round(x)} ${round(y)})` },
  )

/** What stands against the steel wall in the room behind it. */
export const behindWall = (): string =>
  carton(1006, UP, 54, 40) + carton(1012, UP - 40, 42, 32, '#D1AE80') + carton(1066, UP, 46, 34, '#D1AE80')

/** The site made ready: hole closed, timber covered, nothing left that burns; `people` are drawn behind the timber. */
export const site = (people: string): string => shell() + pipe(1) + structure(1) + plates(1) + people + timber() + blanketOver(1)
