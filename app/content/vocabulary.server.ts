import path from 'node:path'
import { type Report, readYaml } from './read-file.server'
import { evidenceWords, type Word, words } from './schema'

/** The closed lists of ids with their names. */
export type Vocabulary = {
  positions: ReadonlyMap<string, Word>
  traits: ReadonlyMap<string, Word>
  sectors: ReadonlyMap<string, Word>
  placeKinds: ReadonlyMap<string, Word>
  /** Where clauses are in force. */
  jurisdictions: ReadonlyMap<string, Word>
  /** subjects: of whom such evidence is kept. */
  evidenceKinds: ReadonlyMap<string, Word & { subjects?: string[] | undefined }>
  evidenceTopics: readonly (Word & { kinds?: string[] | undefined })[]
}

export function loadVocabulary(root: string, report: Report): Vocabulary {
  const list = (name: string) => {
    const file = path.join(root, 'vocabulary', `${name}.yaml`)
    const byId = new Map<string, Word>()
    for (const entry of readYaml(file, words, report) ?? []) {
      if (byId.has(entry.id)) report({ file, line: 1, message: `two entries with the id ${entry.id}` })
      byId.set(entry.id, entry)
    }
    return byId
  }
  const evidence = readYaml(path.join(root, 'vocabulary/evidence.yaml'), evidenceWords, report)
  return {
    positions: list('positions'),
    traits: list('traits'),
    sectors: list('sectors'),
    placeKinds: list('place-kinds'),
    jurisdictions: list('jurisdictions'),
    evidenceKinds: new Map((evidence?.kinds ?? []).map((entry) => [entry.id, entry])),
    evidenceTopics: evidence?.topics ?? [],
  }
}

/**
 * The word for a topic of evidence, filled in where it is a template: of a position with its name, of a year with the year. Null where
 * there is none. A template itself is a topic too.
 */
export function topicWord(topic: string, { evidenceTopics, positions }: Vocabulary): { zh: string; en: string } | null {
  const exact = evidenceTopics.find(({ id }) => id === topic)
  if (exact !== undefined) return exact
  for (const word of evidenceTopics) {
    const position = standsFor(word.id, '{position}', topic)
    const named = position === null ? undefined : positions.get(position)
    if (named !== undefined) return filled(word, '{position}', named)
    const year = standsFor(word.id, '{year}', topic)
    if (year !== null && /^20\d\d$/.test(year)) return filled(word, '{year}', { zh: year, en: year })
  }
  return null
}

/** What stands in a topic where its template has `mark`; null where it is not of this template. */
function standsFor(template: string, mark: string, topic: string): string | null {
  const [before, after] = template.split(mark)
  if (before === undefined || after === undefined || topic.length < before.length + after.length) return null
  return topic.startsWith(before) && topic.endsWith(after) ? topic.slice(before.length, topic.length - after.length) : null
}

const filled = (word: { zh: string; en: string }, mark: string, by: { zh: string; en: string }) => ({
  zh: word.zh.replaceAll(mark, by.zh),
  en: word.en.replaceAll(mark, by.en),
})
