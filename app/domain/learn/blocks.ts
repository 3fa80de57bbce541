/** A top-level element of a lesson's HTML, as our own compiler writes it. */
export type Block = { readonly tag: string; readonly name: string; readonly html: string; readonly text: string }

const tags = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|[^">])*)>/g
const empty = new Set(['br', 'hr', 'img', 'input', 'wbr'])

/** The words of a piece of HTML, its drawings left out. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<svg\b[\s\S]*?<\/svg>/g, '')
    .replace(tags, '')
    .trim()

/** Cuts well-formed HTML into its top-level elements; bare text between them is left out. `name` is the first class of the element. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = []
  let depth = 0
  let from = 0
  let opened = { tag: '', name: '' }
  for (const match of html.matchAll(tags)) {
    const [whole, closing, tag = '', attributes = ''] = match
    const isAlone = attributes.trimEnd().endsWith('/') || empty.has(tag)
    if (depth === 0 && closing === '') {
      from = match.index
      opened = { tag, name: /class="([^" ]*)/.exec(attributes)?.[1] ?? '' }
    }
    if (!isAlone) depth += closing === '' ? 1 : -1
    if (depth > 0) continue
    const cut = html.slice(from, match.index + whole.length)
    blocks.push({ ...opened, html: cut, text: wordsOf(cut) })
  }
  return blocks
}
