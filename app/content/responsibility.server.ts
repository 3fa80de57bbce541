import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Locale } from '~/i18n/config'
import { type Catalogue, catalogue } from './catalogue.server'
import { type Report, readYaml } from './read-file.server'
import { bilingual, source } from './schema'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes')
const ids = z.array(z.string()).optional()

/** With a trait, every unit of that kind at a place is the department there. */
const department = bilingual.extend({ id, trait: z.string().optional() })
const task = z.strictObject({
  id,
  /** Whom the plan names; nobody where it names none. */
  departments: z.array(id),
  /** Any of these positions, traits or sectors; everybody where none is listed. */
  audience: bilingual.extend({ positions: ids, traits: ids, sectors: ids }),
  task: bilingual,
  /** How often, as the plan says it. */
  often: bilingual,
  /** The duty of the catalogue that it answers. */
  duty: id.nullable(),
  rows: z.array(z.string()).min(1),
  policy: bilingual.optional(),
  source,
})
const plan = z.strictObject({ departments: z.array(department), tasks: z.array(task).min(1) })

export type PlanDepartment = z.output<typeof department>
export type PlanTask = z.output<typeof task>
/** One local plan's split of tasks. `document` is its source document. */
export type Plan = { document: string; departments: ReadonlyMap<string, PlanDepartment>; tasks: readonly PlanTask[] }

const folderOf = (root: string) => path.join(root, 'responsibility')

/** Reads content/responsibility: one file for each plan, named as its source document. */
export function loadPlans(root: string, report: Report): ReadonlyMap<string, Plan> {
  const plans = new Map<string, Plan>()
  const names = fs.existsSync(folderOf(root)) ? fs.readdirSync(folderOf(root)) : []
  for (const name of names.filter((entry) => entry.endsWith('.yaml')).sort()) {
    const read = readYaml(path.join(folderOf(root), name), plan, report)
    const document = name.replace(/\.yaml$/, '')
    if (read) plans.set(document, { document, departments: new Map(read.departments.map((one) => [one.id, one])), tasks: read.tasks })
  }
  return plans
}

const kept = new WeakMap<Catalogue, ReadonlyMap<string, Plan>>()

/** The plans that a place may work by. */
export function responsibilityPlans(): ReadonlyMap<string, Plan> {
  const current = catalogue()
  const made =
    kept.get(current) ??
    loadPlans(current.root, ({ file, line, message }) => {
      throw new Error(`${file}:${line} ${message}`)
    })
  kept.set(current, made)
  return made
}

/** Who answers for a task: the departments that the plan names, or the task itself, to which a place may assign a unit of its own. */
export const bearersOf = ({ id, departments }: PlanTask): readonly string[] => (departments.length > 0 ? departments : [id])

/** What may be assigned at a place: a department of a plan, or a task for which the plan names none. Null for anything else. */
export function findBearer(bearer: string): { plan: Plan; department: PlanDepartment | null; tasks: readonly PlanTask[] } | null {
  for (const found of responsibilityPlans().values()) {
    const tasks = found.tasks.filter((one) => bearersOf(one).includes(bearer))
    const named = found.departments.get(bearer) ?? null
    if (tasks.length > 0 && named?.trait === undefined) return { plan: found, department: named, tasks }
  }
  return null
}

/** What such a department, or such a task, is called; its id where the content no longer has it. */
export function bearerName(bearer: string, locale: Locale): string {
  for (const { departments, tasks } of responsibilityPlans().values()) {
    const named = departments.get(bearer) ?? tasks.find(({ id: taskId }) => taskId === bearer)?.task
    if (named !== undefined) return named[locale]
  }
  return bearer
}
