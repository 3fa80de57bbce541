import fs from 'node:fs'
import path from 'node:path'
import type { Duty } from '../domain/duties/facts'
import { type Report, readYaml } from './read-file.server'
import { type DutyText, duties as dutiesSchema } from './schema'
import type { Vocabulary } from './vocabulary.server'

/** A duty as the rule needs it, with the words it is shown in. */
export type CatalogueDuty = { rule: Duty; words: DutyText }

/** Reads content/duties/*.yaml; a duty with `each: position` becomes one per position. */
export function loadDuties(root: string, vocabulary: Vocabulary, report: Report): ReadonlyMap<string, CatalogueDuty> {
  const folder = path.join(root, 'duties')
  const byId = new Map<string, CatalogueDuty>()
  for (const name of fs
    .readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    const file = path.join(folder, name)
    for (const entry of readYaml(file, dutiesSchema, report) ?? []) {
      const expanded =
        entry.each === 'position' ? [...vocabulary.positions.keys()].map((position) => forPosition(entry, position)) : [entry]
      for (const duty of expanded) {
        const problem = (message: string) => report({ file, line: 1, message: `${duty.id}: ${message}` })
        if (byId.has(duty.id)) problem('two duties with this id')
        checkReferences(duty, vocabulary, problem)
        byId.set(duty.id, { rule: ruleOf(duty), words: duty })
      }
    }
  }
  return byId
}

function forPosition(entry: DutyText, position: string): DutyText {
  const fill = (value: string) => value.replaceAll('{position}', position)
  return {
    ...entry,
    id: fill(entry.id),
    positions: entry.positions.map(fill),
    counts: entry.counts.map((counted) => ({ ...counted, topic: fill(counted.topic) })),
  }
}

function checkReferences(duty: DutyText, vocabulary: Vocabulary, problem: (message: string) => void) {
  for (const position of duty.positions)
    if (position !== '*' && !vocabulary.positions.has(position)) problem(`there is no position ${position}`)
  for (const trait of duty.traits)
    if (!trait.startsWith('programme-') && !vocabulary.traits.has(trait)) problem(`there is no trait ${trait}`)
  for (const { kind } of duty.counts) if (!vocabulary.evidenceKinds.has(kind)) problem(`there is no kind of evidence ${kind}`)
  if (duty.cadence.kind === 'gate' && duty.binds !== 'post') problem('a gate binds a post')
  if (duty.binds === 'unit' && duty.positions.length > 0) problem('a unit duty lists no positions')
}

const ruleOf = (duty: DutyText): Duty => ({
  id: duty.id,
  binds: duty.binds,
  positions: duty.positions,
  traits: duty.traits,
  bars: duty.bars,
  from: duty.from,
  to: duty.to,
  counts: duty.counts,
  cadence: duty.cadence,
})
