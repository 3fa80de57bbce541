import fs from 'node:fs'
import path from 'node:path'
import { NotFound } from '~/domain/shared/faults'
import { type Catalogue, catalogue } from './catalogue.server'
import { type ProgrammeTemplate, programmeTemplate } from './programme-schema'
import { type Report, readYaml } from './read-file.server'
import { loadRows } from './rows.server'

/** Reads content/programmes/*.yaml, in the order in which they are offered. */
export function loadProgrammes(root: string, report: Report): ReadonlyMap<string, ProgrammeTemplate> {
  const folder = path.join(root, 'programmes')
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.yaml')) : []
  const templates = files.flatMap((file) => {
    const found = readYaml(path.join(folder, file), programmeTemplate, report)
    if (found !== null && `${found.id}.yaml` !== file)
      report({ file: path.join(folder, file), line: 1, message: `id: must be ${file.slice(0, -5)}, as the file is called` })
    return found ?? []
  })
  return new Map(templates.sort((one, other) => one.place - other.place).map((one) => [one.id, one]))
}

export const allProgrammeTemplates = (): readonly ProgrammeTemplate[] => [...catalogue().programmes.values()]

/** A template; not found where there is none. */
export function getProgrammeTemplate(id: string): ProgrammeTemplate {
  const found = catalogue().programmes.get(id)
  if (!found) throw new NotFound()
  return found
}

/** An id of a template for one year. */
export const inYear = (id: string, year: number): string => id.replaceAll('{year}', String(year))

/** An id of a template as it is in each of the template's years; as it stands where it names no year. */
const spelt = ({ years }: ProgrammeTemplate, id: string): string[] =>
  id.includes('{year}') ? years.map(({ year }) => inYear(id, year)) : [id]

/** Every duty, topic, sector, trait, position, row and source that a template names exists. */
export function checkProgrammes({ root, programmes, vocabulary, duties, stated }: Catalogue, report: Report): void {
  const rows = loadRows(root, () => {}).map(({ id }) => id)
  for (const template of programmes.values()) {
    const say = (message: string) => report({ file: path.join(root, 'programmes', `${template.id}.yaml`), line: 1, message })
    for (const id of spelt(template, template.duty ?? ''))
      if (id !== '' && !duties.has(id) && !stated.has(id)) say(`there is no duty ${id}`)
    for (const id of spelt(template, template.topic))
      if (!vocabulary.evidenceTopics.some((topic) => topic.id === id && topic.kinds?.includes(template.evidence)))
        say(`there is no topic ${id} of ${template.evidence}`)
    if (template.evidence === 'activity' && template.binds === 'person') say('an activity is evidence of a unit: binds must be unit')
    for (const id of template.rows) if (rows.length > 0 && !rows.includes(id)) say(`there is no row ${id}`)
    for (const { sectors, traits, positions } of [template.audience, ...template.years.map(({ audience }) => audience)]) {
      for (const id of sectors) if (!vocabulary.sectors.has(id)) say(`there is no sector ${id}`)
      for (const id of traits) if (!vocabulary.traits.has(id)) say(`there is no trait ${id}`)
      for (const id of positions) if (!vocabulary.positions.has(id)) say(`there is no position ${id}`)
    }
    for (const key of [...template.rests, ...template.years.flatMap(({ rests }) => rests)])
      if (key !== 'house' && template.sources[key] === undefined) say(`rests on ${key}, which is no source of the file`)
    const keys = template.parts.map(({ key }) => key)
    if (new Set(keys).size < keys.length) say('two parts with one key')
  }
}
