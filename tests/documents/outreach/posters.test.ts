import { describe, expect, it } from 'vitest'
import { headlineLines } from '~/documents/outreach/headline'
import type { Mark, Sheet, Words } from '~/documents/outreach/marks'
import { posterSheet } from '~/documents/outreach/poster-sheet.server'
import { inkOf } from '~/documents/shared/type.server'
import { type PosterPrint, posterLanguages, posterSizes, posterStyles } from '~/domain/outreach/poster'
import { anywhere, crowded, lessons, printOf } from './prints'

type Area = { name: string; left: number; top: number; right: number; bottom: number }

const wordsOf = ({ marks }: Sheet): Words[] => marks.filter((mark) => mark.kind === 'words')
const nameOf = ({ style, size, language, headline }: PosterPrint) => `${style} ${size} ${language} ${headline}`

/** Where the ink of a text lies, line by line. */
const inkAreas = ({ part, face, lines }: Words): Area[] =>
  lines.map(({ text, x, y, size }) => {
    const ink = inkOf(text, size, face)
    return { name: `${part} ${text}`, left: x + ink.left, top: y + ink.top, right: x + ink.right, bottom: y + ink.bottom }
  })

function areaOf(mark: Extract<Mark, { kind: 'code' | 'picture' }>): Area {
  if (mark.kind === 'picture')
    return { name: 'picture', left: mark.x, top: mark.y, right: mark.x + mark.width, bottom: mark.y + mark.height }
  const quiet = (4 * mark.size) / mark.modules.length - 0.01
  return { name: 'code', left: mark.x - quiet, top: mark.y - quiet, right: mark.x + mark.size + quiet, bottom: mark.y + mark.size + quiet }
}

const touch = (one: Area, other: Area) =>
  one.left < other.right - 0.05 && other.left < one.right - 0.05 && one.top < other.bottom - 0.05 && other.top < one.bottom - 0.05

/** Everything on a sheet that must keep clear of everything else, a text as one. */
function clashes(sheet: Sheet): string[] {
  const groups: Area[][] = sheet.marks.flatMap((mark) => {
    if (mark.kind === 'words') return [inkAreas(mark)]
    return mark.kind === 'code' || mark.kind === 'picture' ? [[areaOf(mark)]] : []
  })
  return groups.flatMap((group, nth) =>
    groups
      .slice(nth + 1)
      .flatMap((other) => group.flatMap((one) => other.filter((two) => touch(one, two)).map((two) => `${one.name} × ${two.name}`))),
  )
}

/** Lines of one text whose ink meets: a g that hangs into an i. Neighbours on a line may touch. */
function meetings({ marks }: Sheet): string[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'words') return []
    const areas = inkAreas(mark)
    return areas.flatMap((one, nth) =>
      areas
        .slice(nth + 1)
        .flatMap((other, after) =>
          mark.lines[nth]?.y !== mark.lines[nth + 1 + after]?.y && touch(one, other) ? [`${one.name} × ${other.name}`] : [],
        ),
    )
  })
}

/** What stands nearer to the edge of the paper than 10 mm; of drawings, only their ground may run over it. */
function tooNear({ width, height, scale, marks }: Sheet): string[] {
  const areas = marks.flatMap((mark) => {
    if (mark.kind === 'words') return inkAreas(mark)
    return mark.kind === 'code' ? [{ name: 'code', left: mark.x, top: mark.y, right: mark.x + mark.size, bottom: mark.y + mark.size }] : []
  })
  const least = 10 / scale
  const isNear = ({ left, top, right, bottom }: Area) => left < least || top < least || right > width - least || bottom > height - least
  return areas.filter(isNear).map(({ name }) => name)
}

/** Of a headline in millimetres: the ink of a Chinese character, 0.92 of its square; an English x, 0.543 of its size. */
function headlineHeight({ language }: PosterPrint, sheet: Sheet): number {
  const sizes = wordsOf(sheet).flatMap(({ part, lines }) => (part === 'headline' ? lines.map(({ size }) => size * sheet.scale) : []))
  return Math.min(...sizes) * (language === 'zh' ? 0.92 : 0.543)
}

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The colour that lies under a point when a mark is drawn: of the last box before it that covers the point. */
function groundAt(sheet: Sheet, before: Mark, x: number, y: number): string {
  const below = sheet.marks.slice(0, sheet.marks.indexOf(before))
  const covering = below.filter(
    (mark) => mark.kind === 'box' && x >= mark.x && x <= mark.x + mark.width && y >= mark.y && y <= mark.y + mark.height,
  )
  const last = covering.at(-1)
  return last?.kind === 'box' ? last.colour : sheet.paper
}

function everyPrint(): PosterPrint[] {
  const looks = posterStyles.flatMap((style) =>
    posterSizes.flatMap((size) => posterLanguages.map((language) => ({ style, size, language }))),
  )
  return lessons.flatMap(({ id }) => looks.map((look) => printOf(id, look)))
}

describe('every lesson in every style, size and language', () => {
  const prints = everyPrint()
  const sheets = prints.map((print) => ({ name: nameOf(print), print, sheet: posterSheet(print) }))

  it('keeps its texts, its drawing and the quiet zone of its code clear of each other', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(24 * 3 * 4 * 2)
    expect(sheets.flatMap(({ name, sheet }) => [...clashes(sheet), ...meetings(sheet)].map((clash) => `${name}: ${clash}`))).toEqual([])
  })

  it('keeps them 10 mm from the edge of paper that is cut', () => {
    const cut = sheets.filter(({ print }) => print.size !== 'stickers')
    expect(cut.flatMap(({ name, sheet }) => tooNear(sheet).map((near) => `${name}: ${near}`))).toEqual([])
  })

  it('has headlines that are read from three metres', () => {
    const small = sheets.flatMap(({ name, print, sheet }) => {
      if (print.size === 'stickers' || print.size === 'screen') return []
      const height = headlineHeight(print, sheet)
      return height >= (print.language === 'zh' ? 20 : 10) ? [] : [`${name}: ${height.toFixed(1)} mm`]
    })
    expect(small).toEqual([])
  })

  it('has a code of 50 mm or more on A4 and 100 mm or more on A3, dark on light, at level H', () => {
    for (const { name, print, sheet } of sheets)
      for (const mark of sheet.marks) {
        if (mark.kind !== 'code') continue
        const millimetres = mark.size * (sheet.unit === 'mm' ? sheet.scale : 1)
        const least = { a4: 50, a3: 100, screen: 50, stickers: 30 }[print.size]
        expect({ name, isLarge: millimetres >= least }).toEqual({ name, isLarge: true })
        expect(mark.modules.length).toBe(33)
        expect({ name, ground: groundAt(sheet, mark, mark.x - 1, mark.y - 1) }).toEqual({ name, ground: mark.on })
        expect(contrast(mark.colour, mark.on)).toBeGreaterThan(12)
      }
  })

  it('says headline, line, place, place code and address once, or once a sticker; one drawing, one code', () => {
    for (const { name, print, sheet } of sheets) {
      const times = print.size === 'stickers' ? 8 : 1
      const parts = wordsOf(sheet).map(({ part, says }) => `${part} ${says}`)
      for (const part of [
        `headline ${print.headline}`,
        `under ${print.under}`,
        `place ${print.place}`,
        `code ${print.code}`,
        `address ${print.address}`,
      ])
        expect({ name, part, times: parts.filter((one) => one === part).length }).toEqual({ name, part, times })
      expect(sheet.marks.filter(({ kind }) => kind === 'code')).toHaveLength(times)
      expect(sheet.marks.filter(({ kind }) => kind === 'picture')).toHaveLength(print.size === 'stickers' ? 0 : 1)
    }
  })

  it('cuts no text short', () => {
    const cut = sheets.flatMap(({ name, sheet }) =>
      wordsOf(sheet).flatMap(({ lines }) => lines.filter(({ text }) => text.endsWith('…')).map(({ text }) => `${name}: ${text}`)),
    )
    expect(cut).toEqual([])
  })

  it('sets every text in 4.5 : 1 or more against the ground on which it truly stands', () => {
    const weak = new Set<string>()
    for (const { print, sheet } of sheets)
      for (const mark of wordsOf(sheet)) {
        const { left = 0, top = 0 } = inkAreas(mark)[0] ?? {}
        const ground = groundAt(sheet, mark, left + 0.1, top + 0.1)
        if (ground !== mark.on || contrast(mark.colour, mark.on) < 4.5)
          weak.add(`${print.style} ${print.size} ${mark.part} ${mark.colour} on ${mark.on}, ${ground}`)
      }
    expect([...weak]).toEqual([])
  })
})

describe('a poster with more, or less, to say', () => {
  const looks = posterStyles.flatMap((style) =>
    posterSizes.flatMap((size) => posterLanguages.map((language) => ({ style, size, language }))),
  )

  it('is read from three metres on a server with a short name too', () => {
    for (const look of looks.filter(({ size }) => size === 'a4' || size === 'a3')) {
      const print = { ...printOf('elderly-at-home', look), codeUrl: 'HTTPS://MB.GOV.CN/Q/7K3M9PQ/EN' }
      const sheet = posterSheet(print)
      expect(headlineHeight(print, sheet), nameOf(print)).toBeGreaterThanOrEqual(look.language === 'zh' ? 20 : 10)
      expect({ name: nameOf(print), clashes: clashes(sheet) }).toEqual({ name: nameOf(print), clashes: [] })
    }
  })

  it.each([
    { what: 'the longest names that people give', change: crowded },
    { what: 'no place, no place code and nobody who hangs it', change: anywhere },
    {
      what: 'a headline of eight characters without a point',
      change: (print: PosterPrint) => (print.language === 'zh' ? { ...print, headline: '离家之前先看三样' } : print),
    },
  ])('stays whole with $what', ({ change }) => {
    for (const look of looks) {
      const print = change(printOf('elderly-at-home', look))
      const sheet = posterSheet(print)
      expect({ name: nameOf(print), clashes: clashes(sheet) }).toEqual({ name: nameOf(print), clashes: [] })
      if (look.size !== 'stickers') expect({ name: nameOf(print), near: tooNear(sheet) }).toEqual({ name: nameOf(print), near: [] })
    }
  })

  it('refuses a drawing that holds anything but shapes', () => {
    const print = printOf('oil-fire', { style: 'notice', size: 'a4', language: 'zh' })
    expect(() => posterSheet({ ...print, picture: '<svg viewBox="0 0 320 200"><script>1</script></svg>' })).toThrow('<script>')
    expect(() => posterSheet({ ...print, picture: '<svg viewBox="0 0 320 200"><image href="x"/></svg>' })).toThrow('<image>')
    expect(() => posterSheet({ ...print, picture: '' })).toThrow('whole')
  })
})

describe('a headline on two lines', () => {
  it('is broken by what it means, never with one character alone', () => {
    const broken = (headline: string) => headlineLines(headline, 'zh', 2).join('／')
    expect(broken('油锅着了别泼水')).toBe('油锅着了／别泼水')
    expect(broken('插排不接插排')).toBe('插排／不接插排')
    expect(broken('给爸妈装个烟感')).toBe('给爸妈／装个烟感')
    expect(broken('别把孩子锁家里')).toBe('别把孩子／锁家里')
    expect(broken('防火门随手关')).toBe('防火门／随手关')
    expect(broken('画面一断就走')).toBe('画面一断／就走')
    expect(broken('先走一遍出口')).toBe('先走一遍／出口')
    expect(broken('闻到燃气，别碰电')).toBe('闻到燃气，／别碰电')
    expect(broken('119，先说在哪')).toBe('119，／先说在哪')
    for (const { poster } of lessons)
      for (const line of headlineLines(poster.headline.zh, 'zh', 2)) expect([...line].length, poster.headline.zh).toBeGreaterThanOrEqual(2)
  })

  it('in English ends its lines where a breath is', () => {
    const broken = (headline: string) => headlineLines(headline, 'en', 2).join(' / ')
    expect(broken('Gas? Touch no switch')).toBe('Gas? Touch / no switch')
    expect(broken('119: say where')).toBe('119: / say where')
    expect(broken('Do not lock a child in')).toBe('Do not lock / a child in')
    expect(broken('An alarm for Mum and Dad')).toBe('An alarm for / Mum and Dad')
  })
})
