import { readDrawing } from '~/domain/outreach/drawing'
import type { PosterPrint } from '~/domain/outreach/poster'
import { codeBlock, legendHeight, quietOf } from './code-block.server'
import { box, type Ground, type Mark, white } from './marks'
import { setHeadline, setText } from './setting.server'
import { signature } from './signature.server'

export const indigoPaper = '#173A68'
const pale = '#C9D8EC'
const lamp = '#F2B84B'
const edge = 12
const codeSize = 71

/** 靛: a lit window in a deep blue wall, for stairs with poor light. */
export function indigo(print: PosterPrint, { width, height, bleed }: Ground): Mark[] {
  const { language } = print
  const on = indigoPaper
  const across = width - 2 * edge
  const windowHeight = across / 1.6
  const quiet = quietOf(print, codeSize)
  const card = { width: codeSize + 2 * quiet, height: codeSize + 2 * quiet + legendHeight(codeSize) + 4 }
  const cardTop = height - edge - card.height
  const zone = { top: edge + windowHeight + 5, bottom: cardTop - 5 }
  const wish = {
    x: edge,
    width: across,
    height: zone.bottom - zone.top - (language === 'zh' ? 4 : 0),
    most: 44,
    face: 'black',
    colour: white,
    on,
    language,
  } as const
  const lead = { headline: print.headline, lines: language === 'zh' ? [1, 2] : [1, 2, 3], leading: language === 'zh' ? 1.12 : 1.07 }
  const slack = zone.bottom - zone.top - setHeadline({ ...wish, ...lead, y: 0 }).bottom
  return [
    box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, indigoPaper),
    setHeadline({ ...wish, ...lead, y: zone.top + slack / 2 }).words,
    box(edge - 1.1, edge - 1.1, across + 2.2, windowHeight + 2.2, lamp, 6),
    {
      kind: 'picture',
      x: edge,
      y: edge,
      width: across,
      height: windowHeight,
      radius: 5,
      drawing: readDrawing(print.picture),
      alt: print.pictureAlt,
    },
    box(edge, cardTop, card.width, card.height, white, 4),
    ...codeBlock({ print, x: edge + quiet, y: cardTop + quiet, size: codeSize, on: white }),
    ...beside(print, { x: edge + card.width + 9, y: cardTop, width: across - card.width - 9, height: card.height }),
  ]
}

function beside(print: PosterPrint, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Mark[] {
  const look = { x, width, on: indigoPaper, language: print.language }
  const seal = 11
  const bottom = y + height
  const under = setText({
    ...look,
    part: 'under',
    text: print.under,
    y: y + 1,
    height: 46,
    size: 9.6,
    least: 6,
    face: 'bold',
    colour: lamp,
    leading: 1.35,
  })
  const scan = setText({
    ...look,
    part: 'scan',
    text: print.scan,
    y: under.bottom + 7,
    height: 24,
    size: 6,
    least: 4.2,
    face: 'medium',
    colour: white,
    leading: 1.45,
  })
  const place = setText({
    ...look,
    part: 'place',
    text: print.place,
    y: scan.bottom + 6,
    height: 20,
    size: 5,
    least: 3.4,
    face: 'regular',
    colour: pale,
  })
  return [
    ...under.words,
    ...scan.words,
    ...place.words,
    ...signature(print, { x, bottom, width, seal, size: 4.4, colour: pale, on: indigoPaper, tones: [white, indigoPaper] }),
  ]
}
