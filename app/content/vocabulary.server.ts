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
  evidenceKinds: ReadonlyMap<string, Word>
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
