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

/** Those that are for people of an age; everybody's when it is not said. */
export const forAge = <T extends { ages: readonly string[] }>(lessons: readonly T[], age: string | null): T[] =>
  age === null ? [...lessons] : lessons.filter(({ ages }) => ages.includes(age))

/** Those that belong to this month of the year, 1 to 12; what belongs to few months comes before what belongs to many. */
export const inSeason = <T extends Pick<Findable, 'months'>>(lessons: readonly T[], month: number): T[] =>
  lessons
    .filter(({ months }) => months?.includes(month) === true)
    .sort((one, other) => (one.months?.length ?? 0) - (other.months?.length ?? 0))

/** Lessons for a voice or a list: first what the month brings, then the others by what they teach; none twice, no empty group. */
export function bySeasonThenSkill<T extends Pick<Findable, 'months'> & { skill: string }, S extends string>(
  lessons: readonly T[],
  month: number,
  skills: readonly S[],
): { season: T[]; groups: { skill: S; lessons: T[] }[] } {
  const season = inSeason(lessons, month)
  const others = lessons.filter((lesson) => !season.includes(lesson))
  const groups = skills.map((skill) => ({ skill, lessons: others.filter((lesson) => lesson.skill === skill) }))
  return { season, groups: groups.filter((group) => group.lessons.length > 0) }
}
