import fs from 'node:fs'
import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { Micro } from './micro-schema'
import { settings } from './micro-schema'
import type { Report } from './read-file.server'
import type { PackedSet } from './sets-schema'

/** Every packed set: its lessons are there, hung and meant for this place; what it hangs and reads is in it; no lesson is in no set. */
export function checkSets({ root, micro, sets }: Pick<Catalogue, 'root' | 'micro' | 'sets'>, report: Report): void {
  const folder = path.join(root, 'sets')
  if (!fs.existsSync(folder)) return
  for (const place of settings)
    if (!sets.has(place)) report({ file: path.join(folder, `${place}.yaml`), line: 1, message: `the set for ${place} is missing` })
  for (const set of sets.values()) {
    const file = path.join(folder, `${set.id}.yaml`)
    for (const { near, message } of faultsOf(set, micro)) report({ file, line: lineWith(file, near), message })
  }
  const packed = new Set([...sets.values()].flatMap(({ lessons }) => lessons))
  for (const { id, successor } of micro.values())
    if (successor === undefined && !packed.has(id))
      report({ file: path.join(root, 'micro', `${id}.yaml`), line: 1, message: `${id} is in no set: add it to one in content/sets` })
}

type Fault = { near: string; message: string }

function faultsOf(set: PackedSet, micro: ReadonlyMap<string, Micro>): Fault[] {
  const hung = set.lessons.flatMap((slug) => {
    const fault = faultOfLesson(micro.get(slug), set.id)
    return fault === null ? [] : [{ near: slug, message: `lessons: ${slug} ${fault}` }]
  })
  const named = [
    ...set.where.map(({ lesson }) => ['where', lesson] as const),
    ...set.aloud.map(({ lesson }) => ['aloud', lesson] as const),
  ].flatMap(([key, slug]) =>
    set.lessons.includes(slug)
      ? []
      : [{ near: `lesson: ${slug}`, message: `${key}: ${slug} is not in this set: add it to lessons or name another` }],
  )
  const twice = [
    ['lessons', set.lessons],
    ['aloud', set.aloud.map(({ lesson }) => lesson)],
  ] as const
  const repeated = twice.flatMap(([key, slugs]) =>
    slugs.filter((slug, at) => slugs.indexOf(slug) !== at).map((slug) => ({ near: `${key}:`, message: `${key}: ${slug} is there twice` })),
  )
  return [...hung, ...named, ...repeated]
}

function faultOfLesson(lesson: Micro | undefined, place: PackedSet['id']): string | null {
  if (lesson === undefined) return 'is no lesson'
  if (lesson.successor !== undefined) return `is no longer hung: name ${lesson.successor}`
  return lesson.settings.includes(place) ? null : `is not for this place: add ${place} to its settings or take it out`
}
