/** The two operators of the night, and what they carry. */
import { type Look, people } from '../figures.ts'
import { write } from '../glyphs.ts'
import { box, colour, disc, group, line, type Point, round, shape } from '../stage.ts'

const uniform = { shirt: '#41697F', trousers: '#33373F' }
/** The one who stays at the panel. */
export const keeper: Look = { ...uniform, skin: people.green.skin, hair: people.green.hair, cut: 'bob' }
/** The one who goes to look. */
export const goer: Look = { ...uniform, skin: people.ochre.skin, hair: people.ochre.hair, cut: 'short' }

/** A handset with its mouth and ear pieces to the left, around its middle. */
export const handset = (x: number, y: number, turn: number, scale = 1, fill = '#B8352A'): string =>
  group(shape('M-7 -25Q9 -27 9 -14V14Q9 27 -7 25L-9 14L0 11V-11L-9 -14z', fill), {
    transform: `translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${scale})`,
  })

/** A hand-held radio, upright around its middle. */
export const radio = (x: number, y: number, talking = 0): string =>
  group(
    line(
      [
        { x: -4, y: -14 },
        { x: -4, y: -30 },
      ],
      '#26282C',
      4,
    ) +
      box(-9, -16, 18, 34, '#26282C', 4) +
      box(-5, -11, 10, 8, talking > 0.5 ? '#7FC59B' : '#5C656D', 1) +
      disc(0, 8, 4, '#5C656D'),
    { transform: `translate(${round(x)} ${round(y)})` },
  )

/** A cord that sags between two points. */
export const cord = (from: Point, to: Point, sag: number): string =>
  shape(
    `M${round(from.x)} ${round(from.y)}C${round(from.x)} ${round(from.y + sag)} ${round(to.x)} ${round(to.y + sag)} ${round(to.x)} ${round(to.y)}`,
    'none',
    { stroke: '#33373F', 'stroke-width': 3.5, 'stroke-linecap': 'round' },
  )

/** Words in a box to the left (-1) or right (1) of the point x,y its tail shows. */
export function says(x: number, y: number, zh: string, en: string, size: number, width: number, side: -1 | 1 = -1): string {
  const height = size * 2.1
  const top = y - 30 - height
  const left = side < 0 ? x - width + 6 : x - 6
  const edge = { stroke: colour.ink, 'stroke-width': 3, 'stroke-linejoin': 'round' }
  const foot = top + height
  return (
    shape(`M${x + side * 40} ${foot - 4}L${x} ${y}L${x + side * 12} ${foot - 4}z`, '#FFFFFF', edge) +
    box(left, top, width, height, '#FFFFFF', 16, edge) +
    shape(`M${x + side * 37} ${foot - 6}L${x + side * 3} ${y - 5}L${x + side * 14} ${foot - 6}z`, '#FFFFFF') +
    write(zh, left + width / 2, top + size * 1.1, { size, weight: 'bold', anchor: 'middle' }) +
    write(en, left + width / 2, top + size * 1.8, {
      size: Math.max(22, size * 0.6),
      weight: 'medium',
      fill: colour.second,
      anchor: 'middle',
    })
  )
}
