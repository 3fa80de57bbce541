import type { PosterLanguage } from '~/domain/outreach/poster'
import { type Face, inkOf, textWidth } from '../shared/type.server'
import { headlineLines } from './headline'
import type { Line, Part, Words } from './marks'

/** Room for a text: its first line has its top at y. */
export type Room = { x: number; y: number; width: number; height: number }
export type Look = { face: Face; colour: string; on: string }

/** How far above its base line a text reaches, and below, as a share of its size. */
const rise: Record<PosterLanguage, number> = { zh: 0.86, en: 0.815 }
const fall: Record<PosterLanguage, number> = { zh: 0.1, en: 0.235 }
const pointAtEnd = /[，。！？、：；]$/u
const afterPoint = /(?<=[，。！？、：；])/u
/** What a full-width point gives up of its square when something follows on its line. */
const spared = 0.42

/** English quotation marks and apostrophes, which this type would set as wide as a Chinese character. */
const narrow = (text: string, language: PosterLanguage): string =>
  language === 'zh' ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

const known = new Map<string, number>()
const mostKnown = 20_000

/** Width of a text at size 1: the same words are tried in many sizes. */
function unitWidth(text: string, face: Face): number {
  const key = `${face} ${text}`
  const width = known.get(key) ?? textWidth(text, 1, face)
  if (known.size >= mostKnown) known.clear()
  known.set(key, width)
  return width
}

/** The pieces of a line, each with where it begins: Chinese points stand close. */
function pieces(text: string, size: number, face: Face): { text: string; x: number }[] {
  let x = 0
  return text.split(afterPoint).map((piece) => {
    const placed = { text: piece, x }
    x += unitWidth(piece, face) * size - (pointAtEnd.test(piece) ? spared * size : 0)
    return placed
  })
}

/** Width of a line as it is set; a point at its end hangs out half. */
export function setWidth(text: string, size: number, face: Face): number {
  return pieces(text, size, face).reduce((most, piece) => {
    const width = unitWidth(piece.text, face) * size - (pointAtEnd.test(piece.text) ? spared * size : 0)
    return Math.max(most, piece.x + width)
  }, 0)
}

/** A line whose ink, not its square, begins at x. */
export function lineAt(text: string, x: number, y: number, size: number, face: Face): Line[] {
  const bearing = inkOf(text, size, face).left
  return pieces(text, size, face).map((piece) => ({ text: piece.text, x: x + piece.x - bearing, y, size }))
}

type HeadlineWish = Room & Look & { language: PosterLanguage; headline: string; most: number; lines: readonly number[]; leading: number }

/** A headline as large as its room allows, on as many lines as make it largest. Says where its ink ends. */
export function setHeadline(wish: HeadlineWish): { words: Words; bottom: number } {
  const { headline, language, face, x, y, width, height, most, leading, colour, on } = wish
  const tried = wish.lines.map((count) => {
    const lines = headlineLines(narrow(headline, language), language, count)
    const across = Math.max(...lines.map((line) => setWidth(line, 1, face)))
    const down = rise[language] + fall[language] + (lines.length - 1) * leading
    return { lines, size: Math.min(most, width / across, height / down) }
  })
  const best = tried.reduce((one, other) => (other.size > one.size + 0.01 ? other : one))
  const { lines, size } = best
  const base = (nth: number) => y + (rise[language] + nth * leading) * size
  const words: Words = {
    kind: 'words',
    part: 'headline',
    says: headline,
    lines: lines.flatMap((line, nth) => lineAt(line, x, base(nth), size, face)),
    face,
    colour,
    on,
  }
  return { words, bottom: base(lines.length - 1) + fall[language] * size }
}

const neverFirst = /^[\s，。！？、：；）”》,.!?:;)·]/u
const neverLast = /[（“《(]$/u
/** A number and what it counts, or what is one run of letters: never broken. */
const runOn = (last: string, next: string): boolean =>
  (/[0-9A-Za-z]$/.test(last) && /^\p{Script=Han}/u.test(next)) ||
  (/[^\s\p{Script=Han}，。！？、：；]$/u.test(last) && /^[^\s\p{Script=Han}]/u.test(next))

/** Where a text may be broken: between Chinese words and after blanks, never before a point. */
function tokens(text: string): string[] {
  const made: string[] = []
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = made.at(-1)
    if (last !== undefined && (neverFirst.test(segment) || neverLast.test(last) || runOn(last, segment)))
      made[made.length - 1] = last + segment
    else made.push(segment)
  }
  return made
}

function filled(parts: readonly string[], width: number, size: number, face: Face): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && setWidth((last + part).trimEnd(), size, face) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trim())
}

const breathes = /[，。；：！？、,.;:?!]$/u

/** Pieces joined to so many lines that all fit and are as even as can be; null where they do not fit. */
function joined(parts: readonly string[], lines: number, width: number, size: number, face: Face): string[] | null {
  if (parts.length < lines) return null
  if (lines === 1) {
    const line = parts.join('').trim()
    return setWidth(line, size, face) <= width ? [line] : null
  }
  const unevenness = (set: readonly string[]) =>
    set.reduce(
      (sum, line, nth) => sum + setWidth(line, size, face) ** 2 + (nth < set.length - 1 && !breathes.test(line) ? (width / 4) ** 2 : 0),
      0,
    )
  return parts.slice(0, parts.length - lines + 1).reduce<string[] | null>((best, _, at) => {
    const first = joined(parts.slice(0, at + 1), 1, width, size, face)
    const rest = first && joined(parts.slice(at + 1), lines - 1, width, size, face)
    const set = first && rest && [...first, ...rest]
    return set && (best === null || unevenness(set) < unevenness(best)) ? set : best
  }, null)
}

/** Where a text takes breath, the deepest first. */
const breaths = [/(?<=[，。；：！？]|[,.;:?!] )(?=.)/u, /(?<=[，。；：！？、]|[,.;:?!] )(?=.)/u, /(?<=\p{Script=Han}\s)(?=.)/u]

/** More pieces than these are too many to try every way of joining them. */
const mostPieces = 14

/** Lines of even length, as few as fit; broken where the text takes breath if its parts fit. */
export function wrapped(text: string, width: number, size: number, face: Face): string[] {
  const parts = tokens(text)
  const fewest = filled(parts, width, size, face)
  if (fewest.length < 2) return fewest
  for (const pieces of [...breaths.map((breath) => text.split(breath)), parts]) {
    const lines = pieces.length > mostPieces ? null : joined(pieces, fewest.length, width, size, face)
    if (lines !== null) return lines
  }
  let even = fewest
  for (let narrow = width; narrow > width / 3; narrow -= width / 60) {
    const lines = filled(parts, narrow, size, face)
    if (lines.length > fewest.length || lines.some((line) => setWidth(line, size, face) > narrow)) break
    even = lines
  }
  return even
}

type TextWish = Room & Look & { part: Part; text: string; language: PosterLanguage; size: number; least: number; leading?: number }

/** A text in its room, made smaller until it fits, cut with an ellipsis where even the least size does not. Nothing for an empty text. */
export function setText(wish: TextWish): { words: Words[]; bottom: number } {
  const { language, face, x, y, width, height, part, colour, on, leading = 1.4 } = wish
  const text = narrow(wish.text, language)
  if (text === '') return { words: [], bottom: y }
  let size = wish.size
  let lines = wrapped(text, width, size, face)
  const down = () => (rise[language] + fall[language] + (lines.length - 1) * leading) * size
  const fits = () => down() <= height && lines.every((line) => setWidth(line, size, face) <= width)
  while (!fits() && size > wish.least) {
    size = Math.max(wish.least, size * 0.96)
    lines = wrapped(text, width, size, face)
  }
  if (!fits()) {
    const room = Math.max(1, Math.floor((height / size - rise[language] - fall[language]) / leading) + 1)
    lines = lines.slice(0, room).map((line, nth) => cut(line, width, size, face, nth === room - 1 && lines.length > room))
  }
  const base = (nth: number) => y + (rise[language] + nth * leading) * size
  const set = lines.flatMap((line, nth) => lineAt(line, x, base(nth), size, face))
  return {
    words: [{ kind: 'words', part, says: wish.text, lines: set, face, colour, on }],
    bottom: base(lines.length - 1) + fall[language] * size,
  }
}

function cut(line: string, width: number, size: number, face: Face, isLast: boolean): string {
  if (!isLast && setWidth(line, size, face) <= width) return line
  const letters = [...line]
  while (letters.length > 1 && setWidth(`${letters.join('')}…`, size, face) > width) letters.pop()
  return `${letters.join('')}…`
}
