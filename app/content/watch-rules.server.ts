import fs from 'node:fs'
import path from 'node:path'
import { catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import { type Problem, type Report, readYaml } from './read-file.server'
import type { Vocabulary } from './vocabulary.server'
import { watchRules as schema, type WatchRulesText, type WatchRuleText } from './watch-schema'

const fileOf = (root: string) => path.join(root, 'watch-rules.yaml')

let known: { root: string; rules: WatchRulesText } | null = null

/** How control rooms are watched, read once. Throws with every problem where the file is not sound. */
export function watchRules(): WatchRulesText {
  const { root } = catalogue()
  if (known?.root === root) return known.rules
  const problems: Problem[] = []
  const rules = readYaml(fileOf(root), schema, (problem) => problems.push(problem))
  if (rules === null) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  known = { root, rules }
  return rules
}

/** The rule with this id, with its words and clause; null where there is none. */
export function findWatchRule(id: string): WatchRuleText | null {
  const { staffing, shifts, exceptions } = watchRules()
  return [...staffing, ...shifts, ...exceptions].find((rule) => rule.id === id) ?? null
}

/** Ids once, days in order, and every trait and jurisdiction known. */
export function checkWatchRules({ root, vocabulary }: { root: string; vocabulary: Vocabulary }, report: Report): void {
  const file = fileOf(root)
  if (!fs.existsSync(file)) return
  const rules = readYaml(file, schema, report)
  if (rules === null) return
  const say = (id: string, message: string) => report({ file, line: lineWith(file, `id: ${id}`), message: `${id}: ${message}` })
  const all = [...rules.staffing, ...rules.shifts, ...rules.exceptions]
  for (const [nth, { id, from, to, source }] of all.entries()) {
    if (all.findIndex((one) => one.id === id) !== nth) say(id, 'two rules with this id: give one another id')
    if (to !== null && to < from) say(id, 'to: lies before from')
    for (const { mark, quote, page } of [source, ...(source.also ?? [])]) {
      if (mark === 'V1' && quote === undefined) say(id, 'mark V1: quote the clause')
      if (mark === 'V2' && page === undefined) say(id, 'mark V2: name the page where it was read')
    }
  }
  for (const position of rules.sees)
    if (!vocabulary.positions.has(position))
      report({ file, line: lineWith(file, 'sees:'), message: `sees: there is no position ${position}` })
  for (const { id, unitTraits } of rules.staffing)
    for (const trait of unitTraits) if (!vocabulary.traits.has(trait)) say(id, `unitTraits: there is no trait ${trait}`)
  for (const { id, jurisdictions } of rules.exceptions)
    for (const one of jurisdictions) if (!vocabulary.jurisdictions.has(one)) say(id, `jurisdictions: there is no ${one}`)
}
