import type { PosterPrint } from '~/domain/outreach/poster'
import { codeBlock, legendHeight, quietOf } from './code-block.server'
import { setColumn } from './column.server'
import { indigoPaper } from './indigo.server'
import { box, ink, type Mark, second, vermilion, white } from './marks'
import { noticePaper } from './notice.server'
import { setHeadline, setText } from './setting.server'
import { signature } from './signature.server'
import { uprightPaper } from './upright.server'

const wide = 99
const tall = 67.7
const columns = 2
const rows = 4
const edge = 6
const codeSize = 38
const red = '#A8231A'
const cream = '#FFF4DA'
const lamp = '#F2B84B'
const pale = '#C9D8EC'

const moved = (mark: Mark, x: number, y: number): Mark =>
  mark.kind === 'words'
    ? { ...mark, lines: mark.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y })) }
    : { ...mark, x: mark.x + x, y: mark.y + y }

type Tone = { on: string; headline: string; under: string; place: string; seal: readonly [string, string] }
const tones: Record<'notice' | 'indigo' | 'upright', Tone> = {
  notice: { on: noticePaper, headline: ink, under: second, place: ink, seal: [vermilion, white] },
  indigo: { on: indigoPaper, headline: white, under: lamp, place: pale, seal: [white, indigoPaper] },
  upright: { on: red, headline: cream, under: cream, place: cream, seal: [cream, red] },
}

/** Where the code stands: its left end, its top and the height with what is beneath it. */
function codeAt(print: PosterPrint, x: number, on: string): Mark[] {
  const quiet = quietOf(print, codeSize)
  const height = codeSize + quiet + legendHeight(codeSize)
  return codeBlock({ print, x, y: (tall - height) / 2, size: codeSize, on })
}

/** Headline, line, place and issuer in a column of text. */
function told(print: PosterPrint, x: number, width: number, hasHeadline: boolean): Mark[] {
  const tone = tones[print.style]
  const look = { x, width, on: tone.on, language: print.language }
  const top = edge + 2.5
  const lead = { lines: print.language === 'zh' ? [1, 2] : [1, 2, 3], leading: print.language === 'zh' ? 1.14 : 1.07, most: 12, height: 24 }
  const headline = setHeadline({ ...look, ...lead, headline: print.headline, y: top, face: 'black', colour: tone.headline })
  const from = hasHeadline ? headline.bottom + 3 : top
  const under = setText({
    ...look,
    part: 'under',
    text: print.under,
    y: from,
    height: 9,
    size: hasHeadline ? 3.5 : 3,
    least: 2.4,
    face: 'medium',
    colour: tone.under,
    leading: 1.35,
  })
  const place = setText({
    ...look,
    part: 'place',
    text: print.place,
    y: tall - edge - 14.4,
    height: 7.4,
    size: 3.2,
    least: 2.2,
    face: 'medium',
    colour: tone.place,
    leading: 1.3,
  })
  return [
    ...(hasHeadline ? [headline.words] : []),
    ...under.words,
    ...place.words,
    ...signature(print, { x, bottom: tall - edge, width, seal: 4.8, size: 2.5, colour: tone.under, on: tone.on, tones: tone.seal }),
  ]
}

/** One sticker, from its own upper left corner; its ground lies below all of them. */
function sticker(print: PosterPrint): Mark[] {
  const quiet = quietOf(print, codeSize)
  const card = codeSize + 2 * quiet
  if (print.style === 'notice') {
    const codeX = wide - edge - codeSize
    return [
      box(edge, edge - 1.4, wide - 2 * edge, 0.5, vermilion),
      ...codeAt(print, codeX, noticePaper),
      ...told(print, edge, codeX - quiet - edge - 1, true),
    ]
  }
  if (print.style === 'indigo')
    return [
      box(4, 4, card, tall - 8, white, 2.4),
      ...codeAt(print, 4 + quiet, white),
      ...told(print, card + 9, wide - edge - card - 9, true),
    ]
  const text = { x: card + 5, width: wide - card - 5 - edge }
  if (print.language === 'en') return [...codeAt(print, quiet, uprightPaper), ...told(print, text.x, text.width, true)]
  const column = { headline: print.headline, middle: wide - edge - 5, y: edge, height: tall - 2 * edge, most: 12, loosest: 0.3 }
  return [
    ...codeAt(print, quiet, uprightPaper),
    setColumn({ ...column, face: 'black', colour: cream, on: red }).words,
    ...told(print, text.x, text.width - 14, false),
  ]
}

/** The grounds of all stickers in one, a little over the edge, so that no seam and no white edge is left by the knife. */
function grounds(print: PosterPrint, left: number, top: number): Mark[] {
  const over = 1.2
  const height = rows * tall + 2 * over
  const whole = box(left - over, top - over, columns * wide + 2 * over, height, tones[print.style].on)
  if (print.style !== 'upright') return [whole]
  const card = codeSize + 2 * quietOf(print, codeSize)
  const columnsOf = Array.from({ length: columns }, (_, nth) => left + nth * wide)
  return [
    whole,
    ...columnsOf.map((x, nth) => box(nth === 0 ? x - over : x, top - over, card + (nth === 0 ? over : 0), height, uprightPaper)),
    ...columnsOf.map((x) => box(x + card, top - over, 0.7, height, ink)),
  ]
}

/** Short lines outside the grid to cut along. */
function cutMarks(left: number, top: number): Mark[] {
  const colour = second
  const right = left + columns * wide
  const bottom = top + rows * tall
  const down = Array.from({ length: columns + 1 }, (_, nth) => left + nth * wide).flatMap((x) => [
    box(x - 0.06, top - 6, 0.12, 4.5, colour),
    box(x - 0.06, bottom + 1.5, 0.12, 4.5, colour),
  ])
  const along = Array.from({ length: rows + 1 }, (_, nth) => top + nth * tall).flatMap((y) => [
    box(left - 5, y - 0.06, 3.8, 0.12, colour),
    box(right + 1.2, y - 0.06, 3.8, 0.12, colour),
  ])
  return [...down, ...along]
}

/** Eight stickers on a sheet of labels, with marks to cut along. */
export function stickers(print: PosterPrint, width: number, height: number): Mark[] {
  const left = (width - columns * wide) / 2
  const top = (height - rows * tall) / 2
  const one = sticker(print)
  const all = Array.from({ length: columns * rows }, (_, nth) =>
    one.map((mark) => moved(mark, left + (nth % columns) * wide, top + Math.floor(nth / columns) * tall)),
  )
  return [...cutMarks(left, top), ...grounds(print, left, top), ...all.flat()]
}
