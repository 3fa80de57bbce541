import fs from 'node:fs'
import path from 'node:path'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type Micro, micro } from './micro-schema'
import { type Report, readYaml } from './read-file.server'

/** Reads content/micro, in the order of the lessons. Empty where there is no such folder. */
export function loadMicro(root: string, report: Report): ReadonlyMap<string, Micro> {
  const folder = path.join(root, 'micro')
  if (!fs.existsSync(folder)) return new Map()
  const read = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readYaml(path.join(folder, name), micro, report) ?? [])
  return new Map(read.sort((one, other) => one.order - other.order).map((one) => [one.id, one]))
}

/** The lessons that are hung today, in their order; those that are retired are left out. */
export const hungMicro = (): Micro[] => [...catalogue().micro.values()].filter(({ successor }) => successor === undefined)

/** A lesson by its name; the one that took its place where it is retired. Not found otherwise. */
export function getMicro(slug: string): Micro {
  const { micro: all } = catalogue()
  const found = all.get(slug)
  if (!found) throw new NotFound()
  return found.successor === undefined ? found : getMicro(found.successor)
}
