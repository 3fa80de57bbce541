import { createRequire } from 'node:module'
import { type Font, openSync } from 'fontkit'

export type Face = 'regular' | 'medium' | 'bold'

const folders: Record<Face, string> = { regular: '400Regular', medium: '500Medium', bold: '700Bold' }
const require = createRequire(import.meta.url)

/** The file of a face: Noto Sans SC, from the package, never from the system. */
export const faceFile = (face: Face): string =>
  require.resolve(`@expo-google-fonts/noto-sans-sc/${folders[face]}/NotoSansSC_${folders[face]}.ttf`)

const opened = new Map<Face, Font>()

function fontOf(face: Face): Font {
  const font = opened.get(face) ?? openSync(faceFile(face))
  opened.set(face, font)
  return font
}

/** Width of a line of text at a size, in the units of the size. */
export function textWidth(text: string, size: number, face: Face): number {
  const font = fontOf(face)
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm
}

/** A line of text as outlines: an SVG group whose origin is the left end of the base line. */
export function textOutlines(text: string, size: number, face: Face): string {
  const font = fontOf(face)
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let x = 0
  const paths = glyphs.map((glyph, at) => {
    const position = positions[at]
    const drawn = `<path transform="translate(${x + (position?.xOffset ?? 0)} ${position?.yOffset ?? 0})" d="${glyph.path.toSVG()}"/>`
    x += position?.xAdvance ?? glyph.advanceWidth
    return drawn
  })
  return `<g transform="scale(${scale} ${-scale})">${paths.join('')}</g>`
}
