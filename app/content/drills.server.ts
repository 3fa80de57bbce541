import fs from 'node:fs'
import path from 'node:path'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type DrillKind, type DrillKinds, type DrillTemplate, drillKinds, drillTemplate } from './drill-schema'
import { type Report, readYaml } from './read-file.server'

export type LoadedDrills = { templates: ReadonlyMap<string, DrillTemplate>; kinds: DrillKinds | null }

/** Reads content/drills/*.yaml, in the order in which they are offered, and content/drill-kinds.yaml. */
export function loadDrills(root: string, report: Report): LoadedDrills {
  const folder = path.join(root, 'drills')
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.yaml')) : []
  const templates = files.flatMap((file) => {
    const found = readYaml(path.join(folder, file), drillTemplate, report)
    if (found !== null && `${found.id}.yaml` !== file)
      report({ file: path.join(folder, file), line: 1, message: `id: must be ${file.slice(0, -5)}, as the file is called` })
    return found ?? []
  })
  const kinds = path.join(root, 'drill-kinds.yaml')
  return {
    templates: new Map(templates.sort((one, other) => one.place - other.place).map((one) => [one.id, one])),
    kinds: fs.existsSync(kinds) ? readYaml(kinds, drillKinds, report) : null,
  }
}

export const allDrillTemplates = (): readonly DrillTemplate[] => [...catalogue().drills.templates.values()]

/** A template; not found where there is none. */
export function getDrillTemplate(id: string): DrillTemplate {
  const found = catalogue().drills.templates.get(id)
  if (!found) throw new NotFound()
  return found
}

/** Templates for a unit: those of its traits and its sector first. */
export function templatesFor(unit: { traits: readonly string[]; sector: string }): DrillTemplate[] {
  const fits = ({ traits, sectors }: DrillTemplate): boolean =>
    traits.some((trait) => unit.traits.includes(trait)) || sectors.includes(unit.sector)
  return [...allDrillTemplates()].sort((one, other) => Number(fits(other)) - Number(fits(one)) || one.place - other.place)
}

/** What is said of drills of every kind. Throws where the file is missing: the content check says so first. */
export function drillRules(): DrillKinds {
  const { kinds } = catalogue().drills
  if (kinds === null) throw new Error('content/drill-kinds.yaml is missing')
  return kinds
}

export const allDrillKinds = (): readonly DrillKind[] => drillRules().kinds

export function getDrillKind(id: string): DrillKind {
  const found = allDrillKinds().find((kind) => kind.id === id)
  if (!found) throw new NotFound()
  return found
}

/** What drills by a template are judged by besides their kind; nothing where the template is no longer there. */
export const questionsOf = (template: string): DrillTemplate['evaluation'] => catalogue().drills.templates.get(template)?.evaluation ?? []
