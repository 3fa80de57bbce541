import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { Report } from './read-file.server'
import { loadPlans, type Plan, type PlanTask } from './responsibility.server'
import { rowIds } from './rows.server'
import type { SourceDocument } from './sources.server'

/** Every plan's file is named as a source document; its ids stand once in all plans, and what it points to is there. */
export function checkResponsibility(catalogue: Catalogue, sources: ReadonlyMap<string, SourceDocument>, report: Report): void {
  const seen = new Set<string>()
  for (const plan of loadPlans(catalogue.root, report).values()) {
    const file = path.join(catalogue.root, 'responsibility', `${plan.document}.yaml`)
    const about = (id: string) => (message: string) => report({ file, line: lineWith(file, `id: ${id}`), message: `${id}: ${message}` })
    if (!sources.has(plan.document)) report({ file, line: 1, message: `there is no document ${plan.document} in content/sources` })
    for (const { id } of [...plan.departments.values(), ...plan.tasks]) {
      if (seen.has(id)) about(id)('two entries with this id: give one another id')
      seen.add(id)
    }
    for (const { id, trait } of plan.departments.values())
      if (trait !== undefined && !catalogue.vocabulary.traits.has(trait)) about(id)(`there is no trait ${trait}`)
    for (const task of plan.tasks) checkTask(task, plan, catalogue, about(task.id))
  }
}

function checkTask(task: PlanTask, plan: Plan, { vocabulary, duties, stated }: Catalogue, problem: (message: string) => void): void {
  const { positions = [], traits = [], sectors = [] } = task.audience
  for (const id of task.departments) if (!plan.departments.has(id)) problem(`there is no department ${id} in this file`)
  for (const id of positions) if (!vocabulary.positions.has(id)) problem(`there is no position ${id}`)
  for (const id of traits) if (!vocabulary.traits.has(id)) problem(`there is no trait ${id}`)
  for (const id of sectors) if (!vocabulary.sectors.has(id)) problem(`there is no sector ${id}`)
  if (task.duty !== null && !duties.has(task.duty) && !stated.has(task.duty)) problem(`there is no duty ${task.duty} in content/duties`)
  for (const id of task.rows) if (!rowIds.includes(id)) problem(`the source documents have no row ${id}`)
  if (task.source.document !== plan.document) problem(`source: quote ${plan.document}`)
}
