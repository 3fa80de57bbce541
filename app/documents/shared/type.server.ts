import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

export type Face = 'regular' | 'medium' | 'bold' | 'black'

const folders: Record<Face, string> = { regular: '400Regular', medium: '500Medium', bold: '700Bold', black: '900Black' }
const require = createRequire(import.meta.url)
/** What reads type is loaded with the first face that is measured: a start measures nothing. */
const fontKit = (): typeof import('fontkit') => require('fontkit')

/** The file of a face: Noto Sans SC, from the package, never from the system. */
export const faceFile = (face: Face): string =>
  require.resolve(`@expo-google-fonts/noto-sans-sc/${folders[face]}/NotoSansSC_${folders[face]}.ttf`)

const read = new Map<Face, Buffer>()

/** The bytes of a face, read once. */
export function faceBytes(face: Face): Buffer {
  const bytes = read.get(face) ?? fs.readFileSync(faceFile(face))
  read.set(face, bytes)
  return bytes
}

const opened = new Map<Face, Font>()

function fontOf(face: Face): Font {
  const font = opened.get(face) ?? fontKit().openSync(faceFile(face))
  opened.set(face, font)
  return font
}

/** Can every sign of a text be printed? Emoji and scripts other than ours cannot. */
export const isPrintable = (text: string): boolean =>
  [...text].every((sign) => fontOf('bold').hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))

/** Width of a line of text at a size, in the units of the size. */
export function textWidth(text: string, size: number, face: Face): number {
  const font = fontOf(face)
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm
}

export type Ink = { left: number; top: number; right: number; bottom: number }

/** Where a line of text leaves ink, seen from the left end of its base line; y grows downwards. */
export function inkOf(text: string, size: number, face: Face): Ink {
  const font = fontOf(face)
  const { minX, minY, maxX, maxY } = font.layout(text).bbox
  const scale = size / font.unitsPerEm
  return { left: minX * scale, top: -maxY * scale, right: maxX * scale, bottom: -minY * scale }
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
