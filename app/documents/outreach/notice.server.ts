import { readDrawing } from '~/domain/outreach/drawing'
import type { PosterPrint } from '~/domain/outreach/poster'
import { codeBlock, legendHeight, quietOf } from './code-block.server'
import { box, type Ground, ink, type Mark, second, vermilion, white } from './marks'
import { setHeadline, setText } from './setting.server'
import { signature } from './signature.server'

export const noticePaper = '#FBFAF7'
const hair = '#D8D2C7'
const edge = 15
const codeSize = 71
const top = 17.5

/** 告示: a well-set public notice on warm paper. */
export function notice(print: PosterPrint, { width, height }: Ground): Mark[] {
  const { language } = print
  const on = noticePaper
  const across = width - 2 * edge
  const foot = height - 12
  const codeX = width - edge - codeSize
  const codeY = foot - legendHeight(codeSize) - quietOf(print, codeSize) - codeSize
  const pictureBottom = codeY - quietOf(print, codeSize)
  const taller = height - 297
  const gap = 5.6 + taller * 0.06
  const lineHeight = 8.4 + taller * 0.06
  const head = (language === 'zh' ? 33 : 40) + taller
  const wish = { x: edge, width: across, height: head, most: 46, face: 'bold', colour: ink, on, language } as const
  const lead = { headline: print.headline, lines: language === 'zh' ? [1, 2] : [1, 2, 3], leading: language === 'zh' ? 1.14 : 1.07 }
  const measured = setHeadline({ ...wish, ...lead, y: 0 })
  const under = {
    part: 'under',
    text: print.under,
    x: edge,
    width: across,
    height: lineHeight + 0.4,
    size: lineHeight,
    least: 5,
    face: 'medium',
    colour: second,
    on,
    language,
  } as const
  const free = pictureBottom - top - measured.bottom - gap - lineHeight - gap
  const pictureHeight = Math.min(across / 1.6, free)
  const pictureTop = pictureBottom - pictureHeight
  const headline = setHeadline({ ...wish, ...lead, y: top + (free - pictureHeight) / 2 })
  const line = setText({ ...under, y: headline.bottom + gap })
  return [
    box(edge, 11.5, across, 0.9, vermilion),
    headline.words,
    ...line.words,
    box(edge - 0.35, pictureTop - 0.35, across + 0.7, pictureHeight + 0.7, hair),
    {
      kind: 'picture',
      x: edge,
      y: pictureTop,
      width: across,
      height: pictureHeight,
      radius: 0,
      drawing: readDrawing(print.picture),
      alt: print.pictureAlt,
    },
    ...codeBlock({ print, x: codeX, y: codeY, size: codeSize, on }),
    ...instructions(print, { x: edge, y: codeY, width: codeX - quietOf(print, codeSize) - edge - 4, height: foot - codeY }),
  ]
}

function instructions(print: PosterPrint, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Mark[] {
  const look = { x, width, on: noticePaper, language: print.language }
  const seal = 13
  const scan = setText({
    ...look,
    part: 'scan',
    text: print.scan,
    y,
    height: 26,
    size: 7.4,
    least: 4.5,
    face: 'medium',
    colour: ink,
    leading: 1.45,
  })
  const place = setText({
    ...look,
    part: 'place',
    text: print.place,
    y: scan.bottom + 7,
    height: 26,
    size: 5.4,
    least: 3.6,
    face: 'regular',
    colour: second,
  })
  const bottom = y + height
  return [
    ...scan.words,
    ...place.words,
    ...signature(print, { x, bottom, width, seal, size: 4.6, colour: second, on: noticePaper, tones: [vermilion, white] }),
  ]
}
