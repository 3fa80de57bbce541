import path from 'node:path'
import { readAct } from '~/domain/learn/panel/acts'
import type { Scenario } from '~/domain/learn/panel/scenario'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { LoadedScenario } from './panel-scenarios.server'
import type { Report } from './read-file.server'

type Checked = Pick<Catalogue, 'root' | 'panel' | 'courses'>

const knownMarks = /^(seen|confirmed|linkage|(told|there):(zone|pump-room|power-room)|(started|answer|silent):[a-z-]+)$/

/** Marks that steps, wrong orders and events may name: acts, events of the story, and what the machine notes itself. */
function isMark(ref: string, { points, events }: Scenario): boolean {
  const ids = points.map(({ id }) => id)
  return readAct(ref, ids) !== null || events.some(({ id }) => id === ref) || knownMarks.test(ref)
}

function checkScenario({ text, plays }: LoadedScenario, catalogue: Checked, report: Report): void {
  const { sources } = catalogue.panel
  const file = path.join(catalogue.root, 'panel', `${text.id}.yaml`)
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  const points = new Set(plays.points.map(({ id }) => id))
  const steps = new Set(plays.steps.map(({ id }) => id))
  const addresses = new Set(plays.points.map(({ loop, address }) => `${loop}-${address}`))
  if (addresses.size < points.size) say('points:', 'points: two of them have one address or one id')
  for (const id of plays.start.shielded) if (!points.has(id)) say('shielded:', `shielded: there is no point ${id}`)
  for (const { id, after, unless = [], does } of plays.events) {
    if ('point' in does && !points.has(does.point)) say(`id: ${id}`, `${id}: there is no point ${does.point}`)
    for (const ref of [...(after === undefined ? [] : [after]), ...unless])
      if (!isMark(ref, plays)) say(`id: ${id}`, `${id}: ${ref} is no act, event or mark`)
  }
  for (const step of plays.steps) {
    for (const ref of [...step.does, ...(step.since === undefined ? [] : [step.since])])
      if (!isMark(ref, plays)) say('required:', `${step.id}: ${ref} is no act, event or mark`)
    if (!sources.has(step.source)) say('required:', `${step.id}: there is no source ${step.source} in panel-rules.yaml`)
  }
  for (const wrong of plays.wrongs) {
    for (const ref of [wrong.came, ...(wrong.first === undefined ? [] : [wrong.first])])
      if (!steps.has(ref) && !isMark(ref, plays)) say('mistakes:', `${wrong.id}: ${ref} is no step, act, event or mark`)
    if (!sources.has(wrong.source)) say('mistakes:', `${wrong.id}: there is no source ${wrong.source} in panel-rules.yaml`)
  }
}

/** Every exercise at the panel: what it names is there, and every step and wrong order has its source. */
export function checkPanel(catalogue: Checked, report: Report): void {
  for (const scenario of catalogue.panel.scenarios.values()) checkScenario(scenario, catalogue, report)
  const { rules, scenarios } = catalogue.panel
  const written = [...scenarios.values()].flatMap(({ plays }) => [...plays.steps, ...plays.wrongs])
  const used = new Set([...rules.steps, ...rules.wrongs, ...written].map(({ source }) => source))
  for (const { id } of rules.sources)
    if (!used.has(id)) {
      const file = path.join(catalogue.root, 'panel-rules.yaml')
      report({ file, line: lineWith(file, `id: ${id}`), message: `${id}: no step and no wrong order rests on this source` })
    }
  for (const { id, zh } of catalogue.courses.values())
    if (zh.practise !== undefined && catalogue.panel.scenarios.size === 0) {
      const file = path.join(catalogue.root, 'courses', id, 'course.mdx')
      report({ file, line: lineWith(file, 'practise:'), message: 'practise: there is no exercise in content/panel' })
    }
}
