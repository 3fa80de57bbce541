/** A piece of a page as it stands there: prose, or one of the answers to choose from. */
export type Piece = { text: string; isOption: boolean }

/** Longer sentences are cut: some voices break off after a quarter of a minute. */
const longest = 60

const ended = (line: string) => (/[。！？；：….!?;:][”’」』）)]*$/.test(line) ? line : `${line}。`)
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map(ended)
    .join('')

function cut(text: string): string[] {
  if (text.length <= longest) return [text]
  const at = Math.max(...[...'。！？；，、 '].map((stop) => text.lastIndexOf(stop, longest - 1))) + 1 || longest
  return [text.slice(0, at), ...cut(text.slice(at).trim())]
}

/**
 * What a voice says of a page, in the page's order: every line ends with a stop, answers are counted (`option` holds # for the
 * number) and begin anew after prose, nothing empty is said.
 */
export function spoken(pieces: readonly Piece[], option: string): string[] {
  let nth = 0
  return pieces.flatMap(({ text, isOption }) => {
    const said = tidy(text)
    if (said === '') return []
    nth = isOption ? nth + 1 : 0
    return cut(isOption ? option.replace('#', String(nth)) + said : said)
  })
}
