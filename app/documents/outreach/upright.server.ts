import { readDrawing } from '~/domain/outreach/drawing'
import type { PosterPrint } from '~/domain/outreach/poster'
import { codeBlock, legendHeight, quietOf } from './code-block.server'
import { setColumn } from './column.server'
import { box, door, type Ground, ink, type Mark, second } from './marks'
import { setHeadline, setText } from './setting.server'
import { signature } from './signature.server'

export const uprightPaper = '#F7EFDD'
const red = '#A8231A'
const cream = '#FFF4DA'
const gold = '#F2B84B'
const edge = 14
const keyLine = 1.6

/** 竖排: a slogan painted from top to bottom on a red wall, in the spirit of a woodblock print. English stands in short heavy lines. */
export const upright = (print: PosterPrint, ground: Ground): Mark[] =>
  print.language === 'zh' ? inColumn(print, ground) : inBlock(print, ground)

function inColumn(print: PosterPrint, { width, height, bleed }: Ground): Mark[] {
  const wall = 60
  const wallX = width - wall
  const pictureWidth = wallX - keyLine
  const pictureHeight = pictureWidth / 1.6
  const seal = 13
  const column = {
    headline: print.headline,
    middle: wallX + wall / 2,
    y: 15,
    height: height - 15 - edge - seal - 9,
    most: 40.4,
    loosest: 0.36,
  }
  return [
    box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, uprightPaper),
    box(wallX, -bleed, wall + bleed, height + 2 * bleed, red),
    setColumn({ ...column, face: 'black', colour: cream, on: red }).words,
    {
      kind: 'picture',
      x: 0,
      y: 0,
      width: pictureWidth,
      height: pictureHeight,
      radius: 0,
      over: { x: -bleed, y: -bleed, width: pictureWidth + bleed, height: pictureHeight + bleed },
      drawing: readDrawing(print.picture),
      alt: print.pictureAlt,
    },
    box(-bleed, pictureHeight, wallX + bleed, keyLine, ink),
    box(wallX - keyLine, -bleed, keyLine, height + 2 * bleed, ink),
    ...door(wallX + (wall - seal) / 2, height - edge - seal, seal, gold, red),
    ...foot(print, { x: edge, y: pictureHeight + keyLine, width: wallX - keyLine - 10 - edge, height: height - pictureHeight - keyLine }),
  ]
}

type Room = { x: number; y: number; width: number; height: number }

/** Under the drawing: the line, the code, and what to do with it: beside the code, or above it where the sheet is tall. */
function foot(print: PosterPrint, { x, y, width, height }: Room): Mark[] {
  const on = uprightPaper
  const look = { on, language: print.language }
  const isTall = height > 230
  const size = isTall ? 100 : 72
  const bottom = y + height - 13
  const quiet = quietOf(print, size)
  const codeY = bottom - legendHeight(size) - quiet - size
  const besideX = x + size + quiet + 3
  const side = isTall ? { ...look, x, width } : { ...look, x: besideX, width: x + width - besideX }
  const under = setText({
    ...look,
    part: 'under',
    text: print.under,
    x,
    width,
    y: y + 11,
    height: 50,
    size: 16,
    least: 8,
    face: 'black',
    colour: ink,
    leading: 1.3,
  })
  const scanY = isTall ? under.bottom + 13 : codeY
  const scan = setText({
    ...side,
    part: 'scan',
    text: print.scan,
    y: scanY,
    height: 40,
    size: isTall ? 7.4 : 6.2,
    least: 4.2,
    face: 'medium',
    colour: ink,
    leading: 1.45,
  })
  const place = setText({
    ...side,
    part: 'place',
    text: print.place,
    y: scan.bottom + 6,
    height: isTall ? 8 : 30,
    size: 5,
    least: 3.4,
    face: 'regular',
    colour: second,
  })
  const issuerY = isTall ? place.bottom + 5 : bottom - 12
  const issuer = setText({
    ...side,
    part: 'issuer',
    text: print.issuer,
    y: issuerY,
    height: 12,
    size: 4.4,
    least: 3,
    face: 'regular',
    colour: second,
  })
  return [...under.words, ...codeBlock({ print, x, y: codeY, size, on }), ...scan.words, ...place.words, ...issuer.words]
}

/** Where the drawing and the line stand under a wall of heavy type: side by side, or the drawing as wide as a tall sheet. */
function inBlock(print: PosterPrint, ground: Ground): Mark[] {
  const { width, height, bleed } = ground
  const on = uprightPaper
  const size = 71
  const isTall = height > 330
  const bottom = height - 13
  const codeX = width - edge - size
  const quiet = quietOf(print, size)
  const codeY = bottom - legendHeight(size) - quiet - size
  const most = { width, height: width / 1.6 }
  const wall = isTall ? codeY - quiet - 4 - most.height : 103
  const pictureTop = wall + keyLine
  const pictureHeight = codeY - quiet - 4 - pictureTop
  const pictureWidth = isTall ? most.width : pictureHeight * 1.6
  const room = {
    x: edge,
    width: width - 2 * edge,
    height: wall - 27,
    most: 48,
    headline: print.headline,
    language: 'en',
    lines: [1, 2, 3, 4],
    leading: 1.07,
  } as const
  const look = { ...room, face: 'black', colour: cream, on: red } as const
  const slack = wall - setHeadline({ ...look, y: 0 }).bottom
  const over = { x: -bleed, y: pictureTop, width: pictureWidth + bleed, height: pictureHeight }
  const picture = { kind: 'picture', x: 0, y: pictureTop, width: pictureWidth, height: pictureHeight, radius: 0, over } as const
  return [
    box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, on),
    box(-bleed, -bleed, width + 2 * bleed, wall + bleed, red),
    box(-bleed, wall, width + 2 * bleed, keyLine, ink),
    setHeadline({ ...look, y: slack / 2 + 0.5 }).words,
    { ...picture, drawing: readDrawing(print.picture), alt: print.pictureAlt },
    box(pictureWidth, pictureTop, keyLine, pictureHeight, ink),
    box(-bleed, pictureTop + pictureHeight, pictureWidth + keyLine + bleed, keyLine, ink),
    ...codeBlock({ print, x: codeX, y: codeY, size, on }),
    ...(isTall
      ? []
      : lineBeside(print, {
          x: pictureWidth + keyLine + 8,
          y: pictureTop + 9,
          width: width - edge - pictureWidth - keyLine - 8,
          height: pictureHeight - 12,
        })),
    ...instructions(print, { x: edge, y: codeY, width: codeX - quiet - edge - 4, height: bottom - codeY }, isTall),
  ]
}

const lineBeside = (print: PosterPrint, room: Room): Mark[] =>
  setText({
    ...room,
    part: 'under',
    text: print.under,
    language: 'en',
    on: uprightPaper,
    size: 9.4,
    least: 6,
    face: 'bold',
    colour: ink,
    leading: 1.3,
  }).words

function instructions(print: PosterPrint, { x, y, width, height }: Room, hasLine: boolean): Mark[] {
  const look = { x, width, on: uprightPaper, language: print.language }
  const bottom = y + height
  const seal = 13
  const line = hasLine ? lineBeside(print, { x, y, width, height: 26 }) : []
  const from = hasLine ? y + 30 : y
  const scan = setText({ ...look, part: 'scan', text: print.scan, y: from, height: 24, size: 6.6, least: 4.2, face: 'medium', colour: ink })
  const place = setText({
    ...look,
    part: 'place',
    text: print.place,
    y: scan.bottom + 6,
    height: 16,
    size: 5,
    least: 3.4,
    face: 'regular',
    colour: second,
  })
  return [
    ...line,
    ...scan.words,
    ...place.words,
    ...signature(print, { x, bottom, width, seal, size: 4.6, colour: second, on: uprightPaper, tones: [red, cream] }),
  ]
}
