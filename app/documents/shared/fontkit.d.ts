declare module 'fontkit' {
  type Box = { minX: number; minY: number; maxX: number; maxY: number }
  type Glyph = { path: { toSVG(): string }; advanceWidth: number }
  type Run = {
    glyphs: Glyph[]
    positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
    advanceWidth: number
    bbox: Box
  }
  export type Font = { unitsPerEm: number; layout(text: string): Run; hasGlyphForCodePoint(code: number): boolean }
  export function openSync(file: string): Font
}
