import fs from 'node:fs'
import path from 'node:path'
import type { Duty } from '../domain/duties/facts'
import { isLocalDutyId } from '../domain/duties/local-duty'
import { type Day, firstOfMonth } from '../domain/shared/day'
import { type Report, readYaml } from './read-file.server'
import { type DutyText, duties as dutiesSchema, type StatedDuty } from './schema'
import { topicWord, type Vocabulary } from './vocabulary.server'

/** A duty as the rule needs it, with the words it is shown in. */
export type CatalogueDuty = { rule: Duty; words: DutyText }

export type LoadedDuties = { duties: ReadonlyMap<string, CatalogueDuty>; stated: ReadonlyMap<string, StatedDuty> }

/** Not duties: which row of the source documents is served where. */
const notDuties = new Set(['rows.yaml'])

/** Reads content/duties/*.yaml; a duty with `each` becomes one per position or year. */
export const loadDuties = (root: string, vocabulary: Vocabulary, report: Report): LoadedDuties =>
  loadDutyFiles(path.join(root, 'duties'), vocabulary, report)

/** The same for the folder that holds the files. */
export function loadDutyFiles(folder: string, vocabulary: Vocabulary, report: Report): LoadedDuties {
  const byId = new Map<string, CatalogueDuty>()
  const stated = new Map<string, StatedDuty>()
  for (const name of fs
    .readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml') && !notDuties.has(entry))
    .sort()) {
    const file = path.join(folder, name)
    for (const entry of readYaml(file, dutiesSchema, report) ?? []) {
      const problemOf = (id: string) => (message: string) => report({ file, line: lineOf(file, entry.id), message: `${id}: ${message}` })
      if (byId.has(entry.id) || stated.has(entry.id)) problemOf(entry.id)('two duties with this id: give one another id')
      if (isLocalDutyId(entry.id)) problemOf(entry.id)('ids that begin so are kept for duties that a place writes itself')
      checkReferences(entry, vocabulary, problemOf(entry.id))
      if (entry.computed === false) stated.set(entry.id, entry)
      else for (const duty of expanded(entry, vocabulary)) byId.set(duty.id, { rule: ruleOf(duty), words: duty })
    }
  }
  return { duties: byId, stated }
}

const lineOf = (file: string, id: string): number =>
  Math.max(
    1,
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.trim() === `- id: ${id}`) + 1,
  )

function expanded(entry: DutyText, vocabulary: Vocabulary): DutyText[] {
  if (entry.each === 'position') return [...vocabulary.positions.keys()].map((position) => forPosition(entry, position))
  return entry.each === 'year' ? yearsOf(entry).map((year) => forYear(entry, year)) : [entry]
}

const yearsOf = ({ years }: DutyText): number[] =>
  years === undefined ? [] : Array.from({ length: Math.max(0, years.last - years.first + 1) }, (_, nth) => years.first + nth)

const firstDayOf = (year: number): Day => firstOfMonth(year * 12)

/** The duty of one year, from its first day on. */
function forYear(entry: DutyText, year: number): DutyText {
  const fill = (value: string) => value.replaceAll('{year}', String(year))
  const both = ({ zh, en }: { zh: string; en: string }) => ({ zh: fill(zh), en: fill(en) })
  return {
    ...entry,
    id: fill(entry.id),
    title: both(entry.title),
    plain: both(entry.plain),
    ...(entry.policy === undefined ? {} : { policy: both(entry.policy) }),
    traits: entry.traits.map(fill),
    thing: fill(entry.thing),
    from: firstDayOf(year),
    counts: entry.counts.map((counted) => ({ ...counted, topic: fill(counted.topic) })),
  }
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

export function checkReferences(duty: DutyText | StatedDuty, vocabulary: Vocabulary, problem: (message: string) => void) {
  const isEach = 'each' in duty && duty.each === 'position'
  for (const position of duty.positions)
    if (position !== '*' && !isEach && !vocabulary.positions.has(position)) problem(`there is no position ${position}`)
  for (const trait of duty.traits)
    if (!trait.startsWith('programme-') && !vocabulary.traits.has(trait)) problem(`there is no trait ${trait}`)
  if (duty.binds === 'unit' && duty.positions.length > 0) problem('a unit duty lists no positions: write []')
  if (duty.binds !== 'unit' && duty.positions.length === 0) problem('name its positions, or "*" for any')
  if (duty.computed === false) return
  if ((duty.each === 'year') !== (duty.years !== undefined)) problem('each: year and years belong together')
  if (duty.years !== undefined && duty.from !== firstDayOf(duty.years.first)) problem('from: must be the first day of its first year')
  for (const { kind, topic } of duty.counts) {
    if (!vocabulary.evidenceKinds.has(kind)) problem(`there is no kind of evidence ${kind}`)
    if (topic !== '*' && topicWord(topic, vocabulary) === null) problem(`there is no topic ${topic} in vocabulary/evidence.yaml`)
  }
  if (duty.cadence.kind === 'gate' && duty.binds !== 'post') problem('a gate binds a post')
}

/** A duty as the rule needs it; one that a place switches on binds nobody until it is said where. */
export const ruleOf = (duty: DutyText): Duty => ({
  id: duty.id,
  binds: duty.binds,
  positions: duty.positions,
  traits: duty.traits,
  bars: duty.bars,
  from: duty.from,
  to: duty.to,
  counts: duty.counts,
  cadence: duty.cadence,
  ...(duty.adopt === 'place' ? { adopted: new Map() } : {}),
})
