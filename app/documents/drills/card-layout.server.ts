import { encode } from 'uqr'
import { a4, hair, ink, type Mark, type Page, second, type Tag, type Words } from './marks'
import type { Card, CardPaper } from './paper'
import { lineWidth, wrapped } from './wrap.server'

const aPage = 4
const wide = a4.width / 2
const tall = a4.height / 2
const inset = 26
const across = wide - 2 * inset
/** 31 mm: is read at arm's length. */
const codeSize = 88
const quiet = 10
const leading = 1.42

type Type = { size: number; face: Words['face']; colour: string; tag: Tag }
const role: Type = { size: 16, face: 'bold', colour: ink, tag: 'H2' }
const who: Type = { size: 11.5, face: 'medium', colour: ink, tag: 'P' }
const small: Type = { size: 8.5, face: 'regular', colour: second, tag: 'P' }

/** The largest size at which all steps fit. */
const sizes = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6]

const put = (lines: readonly string[], x: number, y: number, { size, face, colour, tag }: Type): Words => ({
  kind: 'words',
  tag,
  cell: null,
  lines: lines.map((text, nth) => ({ text, x, y: y + size * 1.12 + nth * size * leading })),
  size,
  face,
  colour,
})
const heightOf = (lines: readonly string[], { size }: Type): number => lines.length * size * leading

/** Steps with their numbers, in the height there is. */
function steps(does: readonly string[], x: number, y: number, height: number): Mark[] {
  const set = (size: number) => does.map((one) => wrapped(one, across - size * 1.8, size, 'regular'))
  const room = (size: number) => set(size).reduce((sum, lines) => sum + lines.length * size * leading + size * 0.3, 0)
  const size = sizes.find((one) => room(one) <= height) ?? 6
  const type: Type = { size, face: 'regular', colour: ink, tag: 'LI' }
  let down = y
  return set(size).flatMap((lines, nth) => {
    const marks = [put([`${nth + 1}`], x, down, { ...type, face: 'bold' }), put(lines, x + size * 1.8, down, type)]
    down += lines.length * size * leading + size * 0.3
    return marks
  })
}

function drawn(card: Card, running: string, x0: number, y0: number): Mark[] {
  const x = x0 + inset
  const roleLines = wrapped(card.role, across, role.size, role.face)
  const whoLines = card.who === '' ? [] : wrapped(card.who, across, who.size, who.face).slice(0, 3)
  const whereLines = card.where === '' ? [] : wrapped(card.where, across, small.size, small.face).slice(0, 3)
  const marks: Mark[] = [put(wrapped(running, across, small.size, small.face).slice(0, 1), x, y0 + 18, small)]
  let y = y0 + 33
  for (const [lines, type] of [
    [roleLines, role],
    [whoLines, who],
    [whereLines, small],
  ] as const) {
    marks.push(put(lines, x, y, type))
    y += heightOf(lines, type)
  }
  y += 4
  marks.push({ kind: 'line', x1: x, y1: y, x2: x + across, y2: y, colour: hair, width: 0.6 })
  const codeY = y0 + tall - 20 - codeSize
  marks.push(...steps(card.does, x, y + 6, codeY - quiet - y - 6))
  const beside = { x: x + codeSize + quiet + 6, width: across - codeSize - quiet - 6 }
  const invite = wrapped(card.invite, beside.width, 9, 'regular')
  const address = wrapped(card.address, beside.width, 8.5, 'regular')
  const { data } = encode(card.address, { ecc: 'Q', border: 0 })
  return [
    ...marks,
    { kind: 'code', x, y: codeY, size: codeSize, modules: data, alt: card.invite },
    put(invite, beside.x, codeY, { ...small, size: 9, colour: ink }),
    put(address, beside.x, codeY + invite.length * 9 * leading + 4, small),
  ]
}

/** Where to cut, drawn only where there is a card on either side to part. */
function cuts(count: number, words: string): Mark[] {
  const own = lineWidth(words, 7, 'regular')
  const line = { kind: 'line', colour: second, width: 0.5, dashed: true } as const
  return [
    { ...line, x1: wide, y1: 0, x2: wide, y2: count > 2 ? a4.height : tall },
    { ...line, x1: 0, y1: tall, x2: a4.width, y2: tall },
    put([words], wide - own - 6, tall - 11, { ...small, size: 7 }),
  ]
}

/** Four cards a page, in their order. */
export function cardPages({ cards, running, cut }: CardPaper): Page[] {
  const pages: Page[] = []
  for (let from = 0; from < cards.length; from += aPage) {
    const four = cards.slice(from, from + aPage)
    const marks = four.flatMap((card, nth) => drawn(card, running, (nth % 2) * wide, Math.floor(nth / 2) * tall))
    pages.push([...cuts(four.length, cut), ...marks])
  }
  return pages
}
