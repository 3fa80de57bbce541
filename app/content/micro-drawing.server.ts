import fs from 'node:fs'
import path from 'node:path'
import { readDrawing, type Shape, writeShape } from '~/domain/outreach/drawing'
import { colourOf } from '~/domain/outreach/drawing-colours'
import { NotFound } from '~/domain/shared/faults'
import type { Locale } from '~/i18n/config'
import { catalogue } from './catalogue.server'
import { getMicro } from './micro.server'

const tall = 200
const movedDown = /^translate\(0[ ,]+(\d+)\)$/

/** The classes f-* and s-* turned into the colours of daylight; words of the other language left out. */
function plainly(shape: Shape, other: string): Shape[] {
  const { class: classes = '', ...attributes } = shape.attributes
  const kinds = classes.split(/\s+/)
  if (kinds.includes(other)) return []
  for (const kind of kinds) {
    if (kind.startsWith('f-')) attributes.fill = colourOf(kind.slice(2), false)
    if (kind.startsWith('s-')) attributes.stroke = colourOf(kind.slice(2), false)
  }
  return [{ ...shape, attributes, inside: shape.inside.flatMap((one) => plainly(one, other)) }]
}

const isSeparator = ({ name, attributes: { x, width, height } }: Shape) => name === 'rect' && x === '0' && width === '320' && height === '4'

/** What of a drawing lies in a band: frames are groups that are moved down by whole bands, in the drawing or in its one group. */
function bandOf(drawing: Shape, nth: number): Shape[] {
  const [only] = drawing.inside
  if (drawing.inside.length === 1 && only?.name === 'g') return [{ ...only, inside: bandOf(only, nth) }]
  return drawing.inside.filter((shape) => {
    if (isSeparator(shape)) return false
    const down = movedDown.exec(shape.attributes.transform ?? '')
    return Number(down?.[1] ?? 0) === tall * (nth - 1)
  })
}

/** One frame of the picture story of a lesson, the first being 1, as a drawing of its own with plain colours; and what it shows, in words. */
export function frameDrawing(slug: string, nth: number, locale: Locale): { svg: string; alt: string } {
  const frame = getMicro(slug).frames[nth - 1]
  if (frame === undefined) throw new NotFound()
  const source = fs.readFileSync(path.join(catalogue().root, 'micro', `${getMicro(slug).id}.svg`), 'utf8')
  const other = locale === 'zh' ? 'l-en' : 'l-zh'
  const shapes = bandOf(readDrawing(source), nth).flatMap((shape) => plainly(shape, other))
  const moved: Shape = { name: 'g', attributes: { transform: `translate(0 ${-tall * (nth - 1)})` }, inside: shapes, words: '' }
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 320 ${tall}`, overflow: 'hidden' }
  return { svg: writeShape({ name: 'svg', attributes, inside: [moved], words: '' }), alt: frame.alt[locale] }
}
