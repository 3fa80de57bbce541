import fs from 'node:fs'
import path from 'node:path'
import type { Scenario } from '~/domain/learn/panel/scenario'
import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import { type PanelRules, type PanelScenarioText, type PanelSource, panelRules, panelScenario } from './panel-schema'
import { type Report, readYaml } from './read-file.server'

/** An exercise at the panel: what its page says, and what the state machine plays. */
export type LoadedScenario = { text: PanelScenarioText; plays: Scenario }
export type LoadedPanel = {
  scenarios: ReadonlyMap<string, LoadedScenario>
  sources: ReadonlyMap<string, PanelSource>
  rules: PanelRules
}

/** Those named, each by the exercise's own words where it has them. A name that is nowhere is a problem. */
function chosen<T extends { id: string }>(
  ids: readonly string[],
  own: readonly T[],
  shared: readonly T[],
  missing: (id: string) => void,
): T[] {
  return ids.flatMap((id) => {
    const found = own.find((one) => one.id === id) ?? shared.find((one) => one.id === id)
    if (!found) missing(id)
    return found ?? []
  })
}

function loadScenario(file: string, rules: PanelRules, report: Report): LoadedScenario | null {
  const read = readYaml(file, panelScenario, report)
  if (!read) return null
  const nowhere = (what: string) => (id: string) =>
    report({ file, line: 1, message: `${what}: there is no ${id} here or in panel-rules.yaml` })
  if (read.id !== path.basename(file, '.yaml'))
    report({ file, line: 1, message: `id: must be ${path.basename(file, '.yaml')}, as the file is called` })
  const { id, ends, points, start, linked, camera, phone, visits, events, required, mistakes } = read
  const steps = chosen(required, read.steps ?? [], rules.steps, nowhere('required'))
  const wrongs = chosen(mistakes, read.wrongs ?? [], rules.wrongs, nowhere('mistakes'))
  return { text: read, plays: { id, ends, points, start, linked, camera, phone, visits, events, steps, wrongs } }
}

/** Reads content/panel/*.yaml with content/panel-rules.yaml. */
export function loadPanel(root: string, report: Report): LoadedPanel {
  if (!fs.existsSync(path.join(root, 'panel')))
    return { scenarios: new Map(), sources: new Map(), rules: { sources: [], steps: [], wrongs: [] } }
  const rules = readYaml(path.join(root, 'panel-rules.yaml'), panelRules, report) ?? { sources: [], steps: [], wrongs: [] }
  const folder = path.join(root, 'panel')
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const loaded = files.flatMap((name) => loadScenario(path.join(folder, name), rules, report) ?? [])
  loaded.sort((one, other) => one.text.order - other.text.order)
  return {
    scenarios: new Map(loaded.map((one) => [one.text.id, one])),
    sources: new Map(rules.sources.map((source) => [source.id, source])),
    rules,
  }
}

/** The exercise with this id; not found otherwise. */
export function getScenario(id: string): LoadedScenario {
  const found = catalogue().panel.scenarios.get(id)
  if (!found) throw new NotFound()
  return found
}
