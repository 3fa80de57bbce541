import { type Block, blocksOf } from './blocks'

export type LessonPart = { readonly kind: 'html'; readonly html: string } | { readonly kind: 'piece' | 'video'; readonly id: string }

/** One idea: `heading` is the part of the lesson it belongs to, null before the first heading. */
export type Screen =
  | { readonly kind: 'prose'; readonly heading: string | null; readonly html: string }
  | { readonly kind: 'piece' | 'video'; readonly heading: string | null; readonly id: string }

/** So many letters of running text stand on a screen; Chinese characters are letters of double width. */
const roomy = 260

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0)

const running = new Set(['p', 'ul', 'ol', 'blockquote'])

/** What never shares a screen: pictures, boxes, clauses, cases and tables. */
const isOwn = ({ tag }: Block): boolean => !running.has(tag)

/**
 * A lesson as screens for a room: a new one at each heading, picture, box, table and piece, and where running text fills one. A
 * heading never stands alone: it is the title of what follows. Everything of the lesson is on exactly one screen, in its order.
 */
export function screensOf(parts: readonly LessonPart[]): Screen[] {
  const screens: Screen[] = []
  let heading: string | null = null
  let text = ''
  let width = 0
  const flush = () => {
    if (text !== '') screens.push({ kind: 'prose', heading, html: text })
    text = ''
    width = 0
  }
  const place = (block: Block) => {
    if (block.tag === 'h2' || block.tag === 'h3') {
      flush()
      heading = block.text
    } else if (isOwn(block)) {
      flush()
      screens.push({ kind: 'prose', heading, html: block.html })
    } else {
      const more = widthOf(block.text)
      if (width + more > roomy) flush()
      text += block.html
      width += more
    }
  }
  for (const part of parts) {
    if (part.kind === 'html') for (const block of blocksOf(part.html)) place(block)
    else {
      flush()
      screens.push({ kind: part.kind, heading, id: part.id })
    }
  }
  flush()
  return screens
}

/** The screen that an address asks for, as far as there is one. Counts from 1. */
export const screenAt = (asked: string | null, count: number): number => {
  const number = asked !== null && /^\d{1,4}$/.test(asked) ? Number(asked) : 1
  return Math.min(Math.max(1, number), count)
}
