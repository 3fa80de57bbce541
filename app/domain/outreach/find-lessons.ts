type Findable = {
  title: string
  line: string
  words: readonly string[]
  readers: readonly string[]
  months?: readonly number[] | undefined
}

const plain = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '')

/** The lessons that hold every word of what was typed, in title, first sentence or synonyms. Nothing typed finds all. */
export function matching<T extends Findable>(lessons: readonly T[], typed: string): T[] {
  const asked = typed.slice(0, 60).split(/\s+/).map(plain).filter(Boolean)
  return lessons.filter(({ title, line, words }) => {
    const held = [title, line, ...words].map(plain)
    return asked.every((word) => held.some((text) => text.includes(word) || (text.length > 1 && word.includes(text))))
  })
}

/** Those for a reader as he calls himself; everybody's when it is not said. */
export const forReader = <T extends Findable>(lessons: readonly T[], reader: string | null): T[] =>
  reader === null ? [...lessons] : lessons.filter(({ readers }) => readers.includes(reader))

/** Those that belong to this month of the year, 1 to 12. */
export const inSeason = <T extends Findable>(lessons: readonly T[], month: number): T[] =>
  lessons.filter(({ months }) => months?.includes(month) === true)
