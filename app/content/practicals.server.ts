import fs from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type PathContent, type PracticalChecklist, postPath, practicalChecklist } from './practical-schema'
import { type Report, readYaml } from './read-file.server'

type Placed = { id: string; place: number }

function loadFolder<T extends Placed>(root: string, name: string, schema: z.ZodType<T>, report: Report): ReadonlyMap<string, T> {
  const folder = path.join(root, name)
  if (!fs.existsSync(folder)) return new Map()
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const read = files.flatMap((file) => {
    const found = readYaml(path.join(folder, file), schema, report)
    if (found !== null && `${found.id}.yaml` !== file)
      report({ file: path.join(folder, file), line: 1, message: `id: must be ${file.slice(0, -5)}, as the file is called` })
    return found ?? []
  })
  return new Map(read.sort((one, other) => one.place - other.place).map((one) => [one.id, one]))
}

/** Reads content/practicals/*.yaml, in the order in which they are offered. */
export const loadPracticals = (root: string, report: Report): ReadonlyMap<string, PracticalChecklist> =>
  loadFolder(root, 'practicals', practicalChecklist, report)

/** Reads content/paths/*.yaml, in the order in which they are shown. */
export const loadPaths = (root: string, report: Report): ReadonlyMap<string, PathContent> => loadFolder(root, 'paths', postPath, report)

/** A checklist; not found where there is none. */
export function getChecklist(id: string): PracticalChecklist {
  const found = catalogue().practicals.get(id)
  if (!found) throw new NotFound()
  return found
}

export const allChecklists = (): readonly PracticalChecklist[] => [...catalogue().practicals.values()]

/** The ways to a post, and which of them the holder of a position is on. */
export const allPaths = (): readonly PathContent[] => [...catalogue().paths.values()]
export const pathOfPosition = (position: string): PathContent | null =>
  allPaths().find(({ positions }) => positions.includes(position)) ?? null
