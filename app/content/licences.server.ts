import path from 'node:path'
import { plainName } from '~/domain/credentials/licence-number'
import { type Day, holdsDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type LicenceKindText, licenceKinds } from './licence-schema'
import { type Report, readYaml } from './read-file.server'

/** Reads content/licences.yaml, in the order in which kinds are offered. */
export function loadLicences(root: string, report: Report): ReadonlyMap<string, LicenceKindText> {
  const file = path.join(root, 'licences.yaml')
  const byId = new Map<string, LicenceKindText>()
  for (const kind of readYaml(file, licenceKinds, report) ?? []) {
    if (byId.has(kind.id)) report({ file, line: 1, message: `two kinds with the id ${kind.id}` })
    byId.set(kind.id, kind)
  }
  return byId
}

let read: ReadonlyMap<string, LicenceKindText> | null = null

/** Every kind of licence. Throws with every problem when the file is not sound. */
export function allLicenceKinds(): ReadonlyMap<string, LicenceKindText> {
  if (read !== null) return read
  const problems: string[] = []
  const found = loadLicences(catalogue().root, ({ file, line, message }) => problems.push(`${file}:${line} ${message}`))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  read = found
  return found
}

/** A kind of licence; not found where there is none. */
export function getLicenceKind(id: string): LicenceKindText {
  const kind = allLicenceKinds().get(id)
  if (!kind) throw new NotFound()
  return kind
}

/** The kind that a word names, by its full or short name or its id; undefined where there is none. */
export function licenceKindNamed(word: string): LicenceKindText | undefined {
  const wanted = plainName(word)
  return [...allLicenceKinds().values()].find(({ id, name, short }) =>
    [id, name.zh, name.en, short.zh, short.en].map(plainName).includes(wanted),
  )
}

type Dated = { from?: Day | null | undefined; to?: Day | null | undefined }

/** Of dated texts, those in force on a day; one whose first day is not known counts as in force. */
export const inForceOn = <T extends Dated>(texts: readonly T[], on: Day): T[] =>
  texts.filter(({ from, to }) => holdsDay(from ?? on, to ?? null, on))

/** The hosts on which papers of the state are checked, each once. */
export const officialHosts = (): ReadonlySet<string> =>
  new Set([...allLicenceKinds().values()].flatMap(({ pages }) => pages.map(({ host }) => host)))

type CardOf = { kind: string; level: number | null; direction: string | null }

/**
 * What a check of this card is evidence of; null where it authorises nothing. `acceptsOld`: whether the place accepts the building fire
 * keeper's certificate. A kind that is no longer listed is evidence of nothing.
 */
export function licenceTopic({ kind, level, direction }: CardOf, acceptsOld = false): string | null {
  const found = allLicenceKinds().get(kind)
  if (found === undefined) return null
  const { evidence, directions } = found
  const own = directions?.find(({ id, levels }) => id === direction && level !== null && levels.includes(level))?.evidence
  const topic = own ?? evidence.topics[0] ?? (acceptsOld ? evidence.whereAccepted : undefined)
  if (topic === undefined || (topic.includes('{level}') && level === null)) return null
  return topic.replace('{level}', String(level))
}
