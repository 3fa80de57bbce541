import fs from 'node:fs'
import path from 'node:path'
import { type Report, readYaml } from './read-file.server'
import { type SourceText, sourceTexts } from './schema'

/** A source document as quotations meet it: only what counts of its text, with its slips put right. */
export type SourceDocument = { id: string; words: SourceText; text: string; corrected: (text: string) => string }

/** How far a `…` may leap, in characters that count: about a paragraph. */
export const WIDEST_GAP = 400

/** Stands for whatever parts two figures, so that 2024—2026 is not 20242026, nor 1.5 fifteen. */
const STROKE = '·'
const betweenFigures = /(?<=\p{Nd})[^\p{L}\p{N}\p{Sc}%‰+<>=≤≥]+(?=\p{Nd})/gu
const neverCounts = /[^\p{L}\p{N}\p{Sc}%‰+<>=≤≥·]/gu
const pageNumber = /^\s*[-—–]+\s*\d+\s*[-—–]+\s*$/gmu
const gap = /(?:…|⋯|\.{3})+/u

/** What counts of a text: letters, figures and the signs of amounts, in half width. Punctuation, quotation marks and white space do not. */
const whatCounts = (text: string): string =>
  text.replaceAll(STROKE, ' ').normalize('NFKC').replaceAll(betweenFigures, STROKE).replaceAll(neverCounts, '')

function withoutSliceNumbers(text: string): string {
  let next = 1
  return text
    .split('\n')
    .map((line) => {
      if (!line.startsWith(`${next}、`)) return line
      next += 1
      return line.slice(`${next - 1}、`.length)
    })
    .join('')
}

/** A document from its raw text and what sources.yaml says of it. */
export function sourceDocument(words: SourceText, raw: string): SourceDocument {
  const whole = (words.slices ? withoutSliceNumbers(raw) : raw).replaceAll(pageNumber, '')
  const slips = words.slips.map(({ as, read }) => [whatCounts(as), whatCounts(read)] as const)
  const corrected = (text: string) => slips.reduce((before, [as, read]) => before.replaceAll(as, read), whatCounts(text))
  const headless = (words.headers ?? []).reduce((text, header) => text.replaceAll(header, '\n'), whole)
  return { id: words.id, words, text: corrected(headless), corrected }
}

/** Reads content/sources: every document that sources.yaml names, by id. A slip that its text does not hold is a problem. */
export function loadSources(root: string, report: Report): ReadonlyMap<string, SourceDocument> {
  const file = path.join(root, 'sources/sources.yaml')
  const loaded = new Map<string, SourceDocument>()
  for (const words of readYaml(file, sourceTexts, report) ?? []) {
    const textFile = path.join(root, 'sources', `${words.id}.txt`)
    const say = (message: string) => report({ file, line: 1, message: `${words.id}: ${message}` })
    if (loaded.has(words.id)) say('two documents with this id: give one another id')
    if (!fs.existsSync(textFile)) {
      say(`the text sources/${words.id}.txt is missing`)
      continue
    }
    const raw = fs.readFileSync(textFile, 'utf8')
    const asFound = sourceDocument({ ...words, slips: [] }, raw)
    for (const { as } of words.slips) if (!findsQuotation(asFound, as)) say(`slips: the text does not have ${as}: take the slip out`)
    loaded.set(words.id, sourceDocument(words, raw))
  }
  return loaded
}

/** Figures and numerals, which may not be cut: a quotation of 1次 is not found in 11次, nor one of 五日 in 十五日. */
const figure = /[\p{Nd}%‰·]/u
const numeral = /[〇一二三四五六七八九十百千万亿]/u
const cuts = (before: string | undefined, after: string | undefined): boolean =>
  [figure, numeral].some((kind) => before !== undefined && after !== undefined && kind.test(before) && kind.test(after))

function findsFrom(text: string, [part, ...rest]: readonly string[], from: number, latest: number): boolean {
  if (part === undefined) return true
  for (let at = text.indexOf(part, from); at !== -1 && at <= latest; at = text.indexOf(part, at + 1)) {
    const end = at + part.length
    if (cuts(text[at - 1], part[0]) || cuts(part.at(-1), text[end])) continue
    if (findsFrom(text, rest, end, end + WIDEST_GAP)) return true
  }
  return false
}

/**
 * Does the document say this? Punctuation, white space, page noise and the listed slips aside, every word and figure must be there
 * in order. `…` leaps over at most WIDEST_GAP characters. A quotation of nothing is not found.
 */
export function findsQuotation(document: SourceDocument, quotation: string): boolean {
  const parts = quotation
    .split(gap)
    .map(document.corrected)
    .filter((part) => part !== '')
  return parts.length > 0 && findsFrom(document.text, parts, 0, document.text.length)
}
