import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { LicenceKindText } from './licence-schema'
import { loadLicences } from './licences.server'
import type { Report } from './read-file.server'

type Say = (message: string, near: string) => void

/** Every kind of licence: its evidence is in the vocabulary, its levels fit its directions, second-hand rules name their page. */
export function checkLicences({ root, vocabulary }: Pick<Catalogue, 'root' | 'vocabulary'>, report: Report): void {
  const file = path.join(root, 'licences.yaml')
  const topics = new Set(vocabulary.evidenceTopics.map(({ id }) => id))
  for (const kind of loadLicences(root, () => undefined).values()) {
    const say: Say = (message, near) => report({ file, line: lineWith(file, near), message: `${kind.id}: ${message}` })
    const here = `- id: ${kind.id}`
    for (const topic of topicsOf(kind)) if (!topics.has(topic)) say(`there is no topic ${topic} in vocabulary/evidence.yaml`, here)
    const gives = topicsOf(kind).length > 0
    if (gives === (kind.authorisesNothing !== undefined))
      say('say either what a check of it is evidence for, or why it authorises nothing', here)
    checkPrints(kind, (message) => say(message, here))
    for (const { mark, page, of } of [...kind.rules, ...kind.local])
      if (mark === 'V2' && page === undefined) say(`${of} is second-hand: name its page`, of)
    for (const { jurisdiction } of kind.local)
      if (!vocabulary.jurisdictions.has(jurisdiction)) say(`there is no jurisdiction ${jurisdiction}`, jurisdiction)
  }
}

/** Every topic that a check of this kind can be evidence for. */
export function topicsOf({ evidence, directions = [], levels = [] }: LicenceKindText): string[] {
  const spread = (topic: string, of: readonly number[]) =>
    topic.includes('{level}') ? of.map((level) => topic.replace('{level}', String(level))) : [topic]
  return [
    ...evidence.topics,
    ...directions.flatMap((direction) => spread(direction.evidence, direction.levels)),
    ...(evidence.whereAccepted === undefined ? [] : spread(evidence.whereAccepted, levels)),
  ]
}

function checkPrints({ prints, levels, directions }: LicenceKindText, say: (message: string) => void): void {
  const fields = prints.map(({ field }) => field)
  if (new Set(fields).size < fields.length) say('prints: a field stands twice')
  if (fields.includes('level') !== (levels !== undefined)) say('levels: list them exactly where a level is printed')
  if (fields.includes('direction') !== (directions !== undefined)) say('directions: list them exactly where a direction is printed')
  for (const direction of directions ?? [])
    for (const level of direction.levels) if (!levels?.includes(level)) say(`directions: ${direction.id} has a level that is not listed`)
}
