import fs from 'node:fs'
import path from 'node:path'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type PermitScene, permitScene } from './permit-schema'
import { type Report, readYaml } from './read-file.server'

/** Reads content/permits/<slug>.yaml, in the order in which they are offered. */
export function loadPermits(root: string, report: Report): ReadonlyMap<string, PermitScene> {
  const folder = path.join(root, 'permits')
  if (!fs.existsSync(folder)) return new Map()
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const scenes = names.flatMap((name) => {
    const file = path.join(folder, name)
    const scene = readYaml(file, permitScene, report)
    if (scene !== null && `${scene.id}.yaml` !== name)
      report({ file, line: 1, message: `id: must be ${name.slice(0, -5)}, as the file is called` })
    return scene ?? []
  })
  return new Map(scenes.sort((one, other) => one.place - other.place).map((scene) => [scene.id, scene]))
}

/** A scene of the permit trainer; not found where there is none. */
export function getPermitScene(id: string): PermitScene {
  const found = catalogue().permits.get(id)
  if (!found) throw new NotFound()
  return found
}

/** The folder of the scenes' pictures. */
export const permitPictures = (): string => path.join(catalogue().root, 'permits')

/** How many scenes a course leads to. */
export const permitsOfCourse = (course: string): number =>
  [...catalogue().permits.values()].filter((scene) => scene.course === course).length
