import fs from 'node:fs'
import path from 'node:path'
import { settings } from './micro-schema'
import { type Report, readYaml } from './read-file.server'
import { type PackedSet, packedSet } from './sets-schema'

/** Reads content/sets, in the order in which the five places are named. Empty where there is no such folder. */
export function loadSets(root: string, report: Report): ReadonlyMap<string, PackedSet> {
  const folder = path.join(root, 'sets')
  if (!fs.existsSync(folder)) return new Map()
  const read = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readYaml(path.join(folder, name), packedSet, report) ?? [])
  return new Map(read.sort((one, other) => settings.indexOf(one.id) - settings.indexOf(other.id)).map((one) => [one.id, one]))
}
