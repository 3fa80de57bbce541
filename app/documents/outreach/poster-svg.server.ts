import { type Shape, writeShape } from '~/domain/outreach/drawing'
import type { PosterPrint, PosterSize } from '~/domain/outreach/poster'
import { textOutlines, textWidth } from '../shared/type.server'
import type { Mark, Sheet } from './marks'
import { posterSheet } from './poster-sheet.server'

const rounded = (value: number) => Number(value.toFixed(4))
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Words in a drawing as outlines, where an SVG reader would set them. */
function outlined(shape: Shape): string {
  const { x = '0', y = '0', 'font-size': size = '16', 'font-weight': weight, 'text-anchor': anchor, fill = '#000' } = shape.attributes
  const face = weight === '700' ? 'bold' : 'regular'
  const back = anchor === 'middle' ? textWidth(shape.words, Number(size), face) / 2 : 0
  return `<g transform="translate(${rounded(Number(x) - back)} ${y})" fill="${escaped(fill)}" stroke="none">${textOutlines(shape.words, Number(size), face)}</g>`
}

function shapes(all: readonly Shape[]): string {
  return all
    .map((shape) => {
      if (shape.name === 'text') return outlined(shape)
      if (shape.inside.length === 0) return writeShape(shape)
      return writeShape({ ...shape, inside: [] }).replace(/\/>$/, `>${shapes(shape.inside)}</${shape.name}>`)
    })
    .join('')
}

type Picture = Extract<Mark, { kind: 'picture' }>

/** A drawing fills its place; what stands over is cut evenly. */
function picture({ x, y, width, height, radius, drawing, alt }: Picture, nth: number): string {
  const scale = Math.max(width / 320, height / 200)
  const clip = `<clipPath id="p${nth}"><rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" rx="${radius}"/></clipPath>`
  const move = `translate(${rounded(x + (width - 320 * scale) / 2)} ${rounded(y + (height - 200 * scale) / 2)}) scale(${rounded(scale)})`
  return `${clip}<g clip-path="url(#p${nth})" role="img" aria-label="${escaped(alt)}"><g transform="${move}">${shapes(drawing.inside)}</g></g>`
}

function code({ x, y, size, modules, colour, alt }: Extract<Mark, { kind: 'code' }>): string {
  const squares = modules.flatMap((row, down) => row.flatMap((dark, across) => (dark ? [`M${across} ${down}h1v1h-1z`] : [])))
  const move = `translate(${rounded(x)} ${rounded(y)}) scale(${size / modules.length})`
  return `<path role="img" aria-label="${escaped(alt)}" transform="${move}" d="${squares.join('')}" fill="${colour}" shape-rendering="crispEdges"/>`
}

function drawn(mark: Mark, nth: number): string {
  switch (mark.kind) {
    case 'words': {
      const lines = mark.lines.map(
        ({ text, x, y, size }) => `<g transform="translate(${rounded(x)} ${rounded(y)})">${textOutlines(text, size, mark.face)}</g>`,
      )
      return `<g fill="${mark.colour}" role="img" aria-label="${escaped(mark.says)}">${lines.join('')}</g>`
    }
    case 'box':
      return `<rect x="${rounded(mark.x)}" y="${rounded(mark.y)}" width="${rounded(mark.width)}" height="${rounded(mark.height)}" rx="${mark.radius}" fill="${mark.colour}"/>`
    case 'path':
      return `<path transform="translate(${rounded(mark.x)} ${rounded(mark.y)}) scale(${mark.scale})" d="${mark.d}" fill="${mark.colour}"/>`
    case 'picture':
      return picture(mark, nth)
    case 'code':
      return code(mark)
  }
}

/** A sheet as SVG: cut to size, all text as outlines. */
function sheetSvg({ width, height, scale, unit, paper, title, language, marks }: Sheet): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  const size = `width="${rounded(width * scale)}${unit}" height="${rounded(height * scale)}${unit}"`
  const open = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${rounded(width)} ${rounded(height)}" lang="${lang}" xml:lang="${lang}">`
  const ground = `<rect width="${rounded(width)}" height="${rounded(height)}" fill="${paper}"/>`
  return `${open}<title>${escaped(title)}</title>${ground}${marks.map(drawn).join('')}</svg>`
}

/** A poster as SVG. */
export const posterSvg = (print: PosterPrint): string => sheetSvg(posterSheet(print))

/** Pixels across and down of a poster as a picture: 200 to an inch of A4, 150 of A3. */
export const pixelsOf: Record<PosterSize, readonly [number, number]> = {
  a4: [1654, 2339],
  a3: [1754, 2481],
  screen: [1080, 1920],
  stickers: [1654, 2339],
}

/** A poster as a PNG with few colours. No system font takes part. */
export async function posterPng(print: PosterPrint): Promise<Buffer> {
  const [width, height] = pixelsOf[print.size]
  const svg = posterSvg(print).replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}" height="${height}" preserveAspectRatio="none"`)
  const density = 25.4 * (width / (print.size === 'a3' ? 297 : 210))
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg))
    .withMetadata({ density: Math.round(density) })
    .png({ compressionLevel: 7, palette: true, colours: 96, dither: 0, effort: 1 })
    .toBuffer()
}
