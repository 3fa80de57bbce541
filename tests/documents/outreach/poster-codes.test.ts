import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { posterPdf } from '~/documents/outreach/poster-pdf.server'
import { posterSheet } from '~/documents/outreach/poster-sheet.server'
import { pixelsOf, posterPng, posterSvg } from '~/documents/outreach/poster-svg.server'
import { type PosterPrint, type PosterStyle, posterSizes, posterStyles } from '~/domain/outreach/poster'
import { anywhere, printOf } from './prints'

beforeAll(() => {
  const wasm = fs.readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
})

/** As a camera gives them: grey pixels, one byte each. */
async function textIn(pixels: Buffer, width: number): Promise<string | undefined> {
  const rgba = new Uint8ClampedArray(pixels.length * 4).fill(255)
  for (const [at, value] of pixels.entries()) rgba.fill(value, at * 4, at * 4 + 3)
  const picture = { data: rgba, width, height: pixels.length / width, colorSpace: 'srgb' } as const
  const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true })
  return found?.text
}

async function textsIn(image: Buffer): Promise<string[]> {
  const found = await readBarcodes(new Blob([new Uint8Array(image)]), { formats: ['QRCode'], tryHarder: true })
  return found.map(({ text }) => text)
}

const posterOf = (style: PosterStyle, size: PosterPrint['size'], language: PosterPrint['language'] = 'zh') =>
  printOf('e-bike-charging', { style, size, language })

const cuts = new Map<string, Promise<Buffer>>()

/** The code of a poster with its quiet zone, cut out of its pixels and scaled: `across` pixels for the code alone. */
async function codeOf(print: PosterPrint, across: number): Promise<{ image: Buffer; modules: number }> {
  const sheet = posterSheet(print)
  const mark = sheet.marks.find(({ kind }) => kind === 'code')
  if (mark?.kind !== 'code') throw new Error('a poster has a code')
  const [pixels] = pixelsOf[print.size]
  const real = pixels / sheet.width
  const modules = mark.modules.length
  const quiet = (4 * mark.size) / modules
  const side = Math.round((mark.size + 2 * quiet) * real)
  const key = JSON.stringify(print)
  const area = { left: Math.round((mark.x - quiet) * real), top: Math.round((mark.y - quiet) * real), width: side, height: side }
  const cut = cuts.get(key) ?? posterPng(print).then((picture) => sharp(picture).extract(area).toBuffer())
  cuts.set(key, cut)
  const image = await sharp(await cut)
    .resize(Math.round((across * (modules + 8)) / modules))
    .greyscale()
    .png()
    .toBuffer()
  return { image, modules }
}

/** Each size in one style and each style in one size; npm run test:long takes all of them, and more angles. */
const everyPoster = process.env.EVERY_POSTER === 'yes'
const drawn = posterStyles.flatMap((style, row) =>
  posterSizes.flatMap((size, column) => (everyPoster || column % posterStyles.length === row ? [{ style, size }] : [])),
)

describe('the code of a poster', () => {
  it.each(drawn)('is read from the picture: $style, $size', async ({ style, size }) => {
    const print = posterOf(style, size)
    const picture = await posterPng(print)
    const [width, height] = pixelsOf[size]
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width, height })
    expect(picture.length).toBeLessThan(400_000)
    const texts = await textsIn(picture)
    expect(texts).toEqual(Array.from({ length: size === 'stickers' ? 8 : 1 }, () => print.codeUrl))
  })

  it('is read from the SVG, which says its size, its title and nothing with a system font', async () => {
    for (const [size, measures] of [
      ['a4', 'width="210mm" height="297mm"'],
      ['a3', 'width="297mm" height="420mm"'],
      ['screen', 'width="1080px" height="1920px"'],
    ] as const) {
      const print = posterOf('upright', size, 'en')
      const svg = posterSvg(print)
      expect(svg).toContain(measures)
      expect(svg).toContain(`<title>${print.headline} · ${print.place}</title>`)
      expect(svg).not.toMatch(/<text|font-family|<image|<script|href/)
      expect(await textsIn(await sharp(Buffer.from(svg)).resize(900).png().toBuffer())).toEqual([print.codeUrl])
    }
  })

  describe.each(posterStyles.map((style) => ({ style })))('of style $style', ({ style }) => {
    const print = posterOf(style, 'a4')

    it('is read when it is 120 pixels across', async () => {
      expect(await textsIn((await codeOf(print, 120)).image)).toEqual([print.codeUrl])
    })

    it.each(everyPoster ? [7, 30, 45, 90, 180, 263] : [7, 263])('is read when it is turned by %i degrees', async (angle) => {
      const { image } = await codeOf(print, 300)
      expect(await textsIn(await sharp(image).rotate(angle, { background: '#ddd' }).png().toBuffer())).toEqual([print.codeUrl])
    })

    it('is read when the camera was out of focus by half a module', async () => {
      const { image, modules } = await codeOf(print, 300)
      expect(
        await textsIn(
          await sharp(image)
            .blur((0.5 * 300) / modules)
            .png()
            .toBuffer(),
        ),
      ).toEqual([print.codeUrl])
    })

    it('is read small, turned, dim, blurred and badly compressed at once', async () => {
      const { image } = await codeOf(print, 180)
      const turned = await sharp(image).rotate(12, { background: '#ccc' }).linear(0.45, 20).blur(1.2).jpeg({ quality: 35 }).toBuffer()
      expect(await textsIn(turned)).toEqual([print.codeUrl])
    })
  })
})

/** Shapes of a tenth of the area: a square, a strip along, a strip down. */
const shapes = [
  [1, 1],
  [2, 0.5],
  [0.5, 2],
] as const
const covers = { ink: 29, white: 255, grey: 128 }
const steps = everyPoster ? 9 : 5

/** Where a tenth of a code of so many modules can be covered: a grid, but for what would touch the three corner marks. */
function patches(modules: number): { x: number; y: number; width: number; height: number }[] {
  const corners = [
    [0, 0],
    [modules - 7, 0],
    [0, modules - 7],
  ] as const
  return shapes.flatMap(([along, down]) => {
    const [width, height] = [modules * Math.sqrt(0.1 * along), modules * Math.sqrt(0.1 * down)]
    const grid = Array.from({ length: (steps + 1) ** 2 }, (_, nth) => ({
      x: ((modules - width) * (nth % (steps + 1))) / steps,
      y: ((modules - height) * Math.floor(nth / (steps + 1))) / steps,
      width,
      height,
    }))
    return grid.filter(({ x, y }) =>
      corners.every(([left, top]) => x >= left + 7 || x + width <= left || y >= top + 7 || y + height <= top),
    )
  })
}

describe('a tenth of the code is covered anywhere but on the corner marks', () => {
  it.each([
    ...(everyPoster ? posterStyles : (['indigo'] as const)).map((style) => ({ what: style, print: posterOf(style, 'a4') })),
    { what: 'an English one, with a longer address', print: posterOf('notice', 'a4', 'en') },
    { what: 'one that may hang anywhere', print: anywhere(posterOf('notice', 'a4')) },
  ])('and it is read wherever that is, with ink, white or grey: $what', async ({ print }) => {
    const module = 6
    const modules = posterSheet(print).marks.flatMap((mark) => (mark.kind === 'code' ? [mark.modules.length] : []))[0] ?? 0
    const { image } = await codeOf(print, modules * module)
    const { data, info } = await sharp(image).extractChannel(0).raw().toBuffer({ resolveWithObject: true })
    const places = patches(modules)
    const lost: string[] = []
    for (const { x, y, width, height } of places)
      for (const [name, grey] of Object.entries(covers)) {
        const covered = Buffer.from(data)
        const [left, right] = [Math.round((x + 4) * module), Math.round((x + 4 + width) * module)]
        for (let row = Math.round((y + 4) * module); row < Math.round((y + 4 + height) * module); row += 1)
          covered.fill(grey, row * info.width + left, row * info.width + right)
        if ((await textIn(covered, info.width)) !== print.codeUrl)
          lost.push(`${name} at ${x.toFixed(1)} ${y.toFixed(1)}, ${width.toFixed(1)} × ${height.toFixed(1)}`)
      }
    expect({ tried: places.length * 3 > (everyPoster ? 450 : 150), lost }).toEqual({ tried: true, lost: [] })
  })
})

/** What a page draws, as it stands in the file. */
function drawnIn(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .filter((stream) => / re\n/.test(stream))
    .join('\n')
}

/** Pixels of the longest run of rectangles that are filled as one: the modules of a code. */
async function codeInOperators(pdf: Buffer): Promise<Buffer> {
  const runs = drawnIn(pdf).match(/(?:[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ re\n){50,}/g) ?? []
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), '')
  const squares = [...longest.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)].map((match) => match.slice(1).map(Number))
  const left = Math.min(...squares.map(([x = 0]) => x))
  const top = Math.min(...squares.map(([, y = 0]) => y))
  const scale = 8
  const rects = squares.map(
    ([x = 0, y = 0, width = 0, height = 0]) =>
      `<rect x="${(x - left) * scale + 60}" y="${(y - top) * scale + 60}" width="${width * scale}" height="${height * scale}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="720"><rect width="720" height="720" fill="#fff"/>${rects.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

const boxOf = (text: string, name: string): number[] =>
  (new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '').split(' ').map(Number)
const inMillimetres = (points: number) => (points * 25.4) / 72

describe('the PDF', () => {
  it.each([
    { size: 'a4', width: 210, height: 297 },
    { size: 'a3', width: 297, height: 420 },
  ] as const)('of $size has 3 mm to cut off on all sides, embedded type, a title and a language', async ({ size, width, height }) => {
    for (const style of posterStyles) {
      const print = posterOf(style, size)
      const text = (await posterPdf(print)).toString('latin1')
      expect(text.startsWith('%PDF-1.7')).toBe(true)
      if (size === 'a4') expect(drawnIn(Buffer.from(text, 'latin1'))).toContain('-3 -3 216 303 re')
      const media = boxOf(text, 'MediaBox')
      const trim = boxOf(text, 'TrimBox')
      expect(boxOf(text, 'BleedBox')).toEqual(media)
      expect(inMillimetres(media[2] ?? 0)).toBeCloseTo(width + 6, 1)
      expect(inMillimetres(media[3] ?? 0)).toBeCloseTo(height + 6, 1)
      expect(trim.map((value) => Math.round(inMillimetres(value) * 10) / 10)).toEqual([3, 3, width + 3, height + 3])
      expect(text).toContain('/Lang (zh-CN)')
      expect(text).toContain('/MarkInfo')
      expect(text).toContain('/StructTreeRoot')
      expect(text).toContain('/DisplayDocTitle true')
      expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3)
      expect(text).not.toMatch(/\/BaseFont \/Helvetica/)
      expect(text.length).toBeLessThan(200_000)
    }
  })

  it('of a screen is 1080 × 1920, and of stickers exactly A4, as labels are', async () => {
    expect(boxOf((await posterPdf(posterOf('indigo', 'screen'))).toString('latin1'), 'MediaBox')).toEqual([0, 0, 1080, 1920])
    const [, , width = 0, height = 0] = boxOf((await posterPdf(posterOf('indigo', 'stickers'))).toString('latin1'), 'MediaBox')
    expect([Math.round(inMillimetres(width)), Math.round(inMillimetres(height))]).toEqual([210, 297])
  })

  it.each(posterStyles)('draws the code that the address says: %s', async (style) => {
    for (const size of ['a4', 'a3'] as const) {
      const print = posterOf(style, size)
      expect(await textsIn(await codeInOperators(await posterPdf(print)))).toEqual([print.codeUrl])
    }
  })

  it('holds several posters as pages of one file', async () => {
    const prints = ['gas-leak', 'oil-fire', 'fire-doors'].map((slug) => printOf(slug, { style: 'notice', size: 'a4', language: 'en' }))
    const text = (await posterPdf(prints)).toString('latin1')
    expect(text.match(/\/TrimBox/g)).toHaveLength(3)
    expect(text).toContain('/Lang (en)')
  })

  it.skipIf(spawnSync('pdftoppm', ['-v']).error !== undefined)(
    'shows what the picture shows, in pixels, and a code that reads back',
    async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-poster-'))
      for (const style of posterStyles) {
        const print = posterOf(style, 'a4')
        fs.writeFileSync(path.join(folder, 'poster.pdf'), await posterPdf(print))
        execFileSync('pdftoppm', ['-r', '72', '-png', '-singlefile', path.join(folder, 'poster.pdf'), path.join(folder, 'page')])
        const page = fs.readFileSync(path.join(folder, 'page.png'))
        expect(await textsIn(page)).toEqual([print.codeUrl])
        const size = { width: 200, height: 283, fit: 'fill' } as const
        const trimmed = await sharp(page)
          .extract({ left: 9, top: 9, width: 595, height: 842 })
          .resize(size)
          .greyscale()
          .blur(1.5)
          .raw()
          .toBuffer()
        const picture = await sharp(await posterPng(print))
          .resize(size)
          .greyscale()
          .blur(1.5)
          .raw()
          .toBuffer()
        const off = trimmed.filter((value, at) => Math.abs(value - (picture[at] ?? 0)) > 60).length / trimmed.length
        expect(off).toBeLessThan(0.01)
      }
    },
  )
})
