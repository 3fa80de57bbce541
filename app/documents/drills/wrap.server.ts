import { type Face, textWidth } from '../shared/type.server'

const known: Record<Face, Map<string, number>> = { regular: new Map(), medium: new Map(), bold: new Map(), black: new Map() }

/** Width of one sign at size 1, measured once. */
function signWidth(sign: string, face: Face): number {
  const found = known[face].get(sign)
  if (found !== undefined) return found
  const width = textWidth(sign, 1, face)
  known[face].set(sign, width)
  return width
}

/** Width of a line of text, sign by sign: quick, and never less than what is drawn by more than a hair. */
export function lineWidth(text: string, size: number, face: Face): number {
  let width = 0
  for (const sign of text) width += signWidth(sign, face)
  return width * size
}

/** What stays together: a word of letters and digits with the space before it, or one Chinese character with the points around it. */
const pieces = /\s*[（“‘《「『【]*(?:[!-~\u00c0-\u024f]+|[^\s!-~])[，。、；：！？）》」』】”’…]*|\s+$/gu

/** Lines of a text that are no wider than this. A word that is wider by itself is cut. */
export function wrapped(text: string, width: number, size: number, face: Face): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const [piece] of paragraph.matchAll(pieces)) {
      if (lineWidth(line + piece, size, face) <= width) {
        line += piece
        continue
      }
      if (line !== '') lines.push(line)
      line = piece.trimStart()
      while (lineWidth(line, size, face) > width && [...line].length > 1) {
        const head = fitting(line, width, size, face)
        lines.push(head)
        line = line.slice(head.length)
      }
    }
    return [...lines, line]
  })
}

/** As many signs as fit, at least one. */
function fitting(text: string, width: number, size: number, face: Face): string {
  let head = ''
  for (const sign of text) {
    if (head !== '' && lineWidth(head + sign, size, face) > width) break
    head += sign
  }
  return head
}
