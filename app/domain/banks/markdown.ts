/** A run of text, bold or not. */
export type Run = { readonly bold: boolean; readonly text: string }
/** lines: of a paragraph. items: of a list, each one line; ordered lists keep the number that they begin with. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Run[])[] }

const bold = /(?<!\\)\*\*(?=\S)((?:(?!(?<!\\)\*\*).)*?\S)(?<!\\)\*\*/g
const plain = (text: string): string => text.replace(/\\([\\*\-.])/g, '$1')

/** A line as runs: **bold** is bold, a backslash makes a mark a letter, everything else is what it is. */
export function runsOf(line: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const found of line.matchAll(bold)) {
    if (found.index > from) runs.push({ bold: false, text: plain(line.slice(from, found.index)) })
    runs.push({ bold: true, text: plain(found[1] ?? '') })
    from = found.index + found[0].length
  }
  if (from < line.length) runs.push({ bold: false, text: plain(line.slice(from)) })
  return runs
}

const item = /^(?:[-*]\s+|(\d{1,3})[.)]\s+)(.+)$/

/**
 * The safe part of Markdown: paragraphs with line breaks, lists with - or numbers, bold. Nothing else is a mark: tags, links, pictures and
 * code are letters like any other.
 */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let lines: Run[][] = []
  let lists: { start: number | null; items: Run[][] }[] = []
  const end = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines })
    for (const list of lists) blocks.push({ kind: 'list', ...list })
    lines = []
    lists = []
  }
  for (const line of text.split('\n')) {
    const [, number, words = ''] = item.exec(line) ?? []
    if (line.trim() === '') end()
    else if (words === '') {
      if (lists.length > 0) end()
      lines.push(runsOf(line))
    } else {
      const isNumbered = number !== undefined
      const last = lists[0]
      if (last === undefined || (last.start !== null) !== isNumbered) {
        end()
        lists = [{ start: isNumbered ? Number(number) : null, items: [runsOf(words)] }]
      } else last.items.push(runsOf(words))
    }
  }
  end()
  return blocks
}

/** The same without marks, in one line, for lists and searches. */
export const plainWords = (text: string): string =>
  blocksOf(text)
    .flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
    .map((runs) => runs.map((run) => run.text).join(''))
    .join(' ')
