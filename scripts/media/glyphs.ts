/** Words as outlines from the npm font, so that no machine's own fonts can change the picture. */
import { createRequire } from 'node:module'
import { type Font, openSync } from 'fontkit'
import { colour, round } from './stage.ts'

export type Weight = 'regular' | 'medium' | 'bold'
export type Words = { size: number; weight?: Weight; fill?: string; anchor?: 'start' | 'middle' | 'end' }

const files: Record<Weight, string> = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  medium: '500Medium/NotoSansSC_500Medium.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
}
const require = createRequire(import.meta.url)
const fonts = new Map<Weight, Font>()
const outlines = new Map<string, { d: string; width: number }>()

function fontOf(weight: Weight): Font {
  const known = fonts.get(weight)
  if (known) return known
  const font = openSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${files[weight]}`))
  fonts.set(weight, font)
  return font
}

/** The outline of a line of words in font units, y upwards, its baseline at 0. Refuses a character the font lacks. */
function outlineOf(words: string, weight: Weight): { d: string; width: number; unitsPerEm: number } {
  const font = fontOf(weight)
  const key = `${weight} ${words}`
  const known = outlines.get(key)
  if (known) return { ...known, unitsPerEm: font.unitsPerEm }
  for (const character of words) {
    const code = character.codePointAt(0)
    if (code !== undefined && !font.hasGlyphForCodePoint(code)) throw new Error(`the font has no “${character}” (${words})`)
  }
  const run = font.layout(words)
  let pen = 0
  const parts = run.glyphs.map((glyph, index) => {
    const position = run.positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    const part = `<path transform="translate(${round(pen + position.xOffset)} ${round(position.yOffset)})" d="${glyph.path.toSVG()}"/>`
    pen += position.xAdvance
    return part
  })
  const made = { d: parts.join(''), width: pen }
  outlines.set(key, made)
  return { ...made, unitsPerEm: font.unitsPerEm }
}

/** How wide the words are, in pixels, at this size. */
export function widthOf(words: string, size: number, weight: Weight = 'regular'): number {
  const { width, unitsPerEm } = outlineOf(words, weight)
  return (width * size) / unitsPerEm
}

/** Words at x, with their baseline at y. A centred line is centred without the white half of its last full-width mark. */
export function write(
  words: string,
  x: number,
  y: number,
  { size, weight = 'regular', fill = colour.ink, anchor = 'start' }: Words,
): string {
  const { d, width, unitsPerEm } = outlineOf(words, weight)
  const scale = size / unitsPerEm
  const hanging = anchor === 'middle' && /[。！？]$/.test(words) ? size * 0.22 : 0
  const left = x + hanging - (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0) * width * scale
  return `<g fill="${fill}" transform="translate(${round(left)} ${round(y)}) scale(${scale} ${-scale})">${d}</g>`
}
