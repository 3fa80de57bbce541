import fs from 'node:fs'
import path from 'node:path'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type Report, readYaml } from './read-file.server'
import { type StreetText, street, type VisitSource, type VisitText, visit } from './visit-schema'

export type LoadedVisits = { folder: string; street: StreetText; doors: ReadonlyMap<string, VisitText> }

/** Reads content/visits: street.yaml and a file for each door, in the order of the street. Null where there is no such folder. */
export function loadVisits(root: string, report: Report): LoadedVisits | null {
  const folder = path.join(root, 'visits')
  if (!fs.existsSync(folder)) return null
  const found = readYaml(path.join(folder, 'street.yaml'), street, report)
  if (found === null) return null
  const doors = found.doors.flatMap((slug) => {
    const read = readYaml(path.join(folder, `${slug}.yaml`), visit, report)
    return read ? [read] : []
  })
  return { folder, street: found, doors: new Map(doors.map((one) => [one.id, one])) }
}

/** The street of this installation; not found where it has none. */
export function getStreet(): LoadedVisits {
  const { visits } = catalogue()
  if (visits === null) throw new NotFound()
  return visits
}

/** One door of the street; not found otherwise. */
export function getVisit(slug: string): VisitText {
  const found = getStreet().doors.get(slug)
  if (!found) throw new NotFound()
  return found
}

/** A source that an explanation names; null for practice, which is no law. */
export const visitSource = (name: string): VisitSource | null => getStreet().street.sources[name] ?? null
