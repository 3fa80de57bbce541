import type { Duty } from '~/domain/duties/facts'
import { isLocalDutyId, type LocalDutyWish, type LocalDutyWords, localDutyBody, localDutyFault } from '~/domain/duties/local-duty'
import type { PublishedLocalDuty } from '~/domain/duties/local-duty-life'
import { parseDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { catalogue } from './catalogue.server'
import { type CatalogueDuty, checkReferences, ruleOf } from './duties.server'
import { duty as dutySchema } from './schema'

/** A duty of a local plan: read by the same schema as one of content/duties, with where it comes from. */
export type LocalDuty = CatalogueDuty & { published: PublishedLocalDuty }

const none: readonly PublishedLocalDuty[] = []
let readPublished: () => readonly PublishedLocalDuty[] = () => none

/** Says where published local duties are read: the same list until one of them changes. Given once, by the use case that knows. */
export function hearLocalDuties(read: () => readonly PublishedLocalDuty[]): void {
  readPublished = read
}

function readLocalDuty(published: PublishedLocalDuty): LocalDuty {
  const words = dutySchema.parse(JSON.parse(published.body))
  const to = published.lastDay === null ? null : parseDay(published.lastDay)
  const asItIs = { ...words, to }
  return { words: asItIs, rule: ruleOf(asItIs), published }
}

const readBefore = new WeakMap<readonly PublishedLocalDuty[], ReadonlyMap<string, LocalDuty>>()

/** Every local duty ever published, by id; also what was withdrawn before its first day. */
export function localDuties(): ReadonlyMap<string, LocalDuty> {
  const rows = readPublished()
  const made = readBefore.get(rows) ?? new Map(rows.map((row) => [row.id, readLocalDuty(row)]))
  readBefore.set(rows, made)
  return made
}

type Duties = ReadonlyMap<string, CatalogueDuty>
const joined = new WeakMap<Duties, WeakMap<Duties, Duties>>()

const cameIntoForce = ([, { rule }]: [string, CatalogueDuty]): boolean => rule.to === null || rule.to >= rule.from

/** The duties of the catalogue, then those of local plans that came or come into force: the same map until something about them changes. */
export function dutiesNow(): Duties {
  const { duties } = catalogue()
  const local = localDuties()
  if (local.size === 0) return duties
  const byLocal = joined.get(duties) ?? new WeakMap<Duties, Duties>()
  joined.set(duties, byLocal)
  const made = byLocal.get(local) ?? new Map<string, CatalogueDuty>([...duties, ...[...local].filter(cameIntoForce)])
  byLocal.set(local, made)
  return made
}

/** One of them; undefined for what is unknown. */
export const dutyNow = (id: string): CatalogueDuty | undefined => (isLocalDutyId(id) ? localDuties().get(id) : catalogue().duties.get(id))

const rulesOf = new WeakMap<Duties, readonly Duty[]>()

/** What the rule needs of all of them, in the same order; the same list until something changes. */
export function rulesNow(): readonly Duty[] {
  const duties = dutiesNow()
  const made = rulesOf.get(duties) ?? [...duties.values()].map(({ rule }) => rule)
  rulesOf.set(duties, made)
  return made
}

/** What a form may name today: no templates, and only evidence that is kept of somebody. */
export function localDutyWords(): LocalDutyWords {
  const { vocabulary, courses } = catalogue()
  const plain = (ids: Iterable<string>) => new Set([...ids].filter((id) => !id.includes('{')))
  const counts = new Map<string, readonly string[]>()
  for (const { id, kinds = [] } of vocabulary.evidenceTopics)
    if (!id.includes('{')) for (const kind of kinds) counts.set(`${kind}/${id}`, vocabulary.evidenceKinds.get(kind)?.subjects ?? [])
  for (const { zh } of courses.values())
    for (const { kind, topic } of zh.gives)
      if (!topic.includes('{')) counts.set(`${kind}/${topic}`, vocabulary.evidenceKinds.get(kind)?.subjects ?? [])
  return {
    positions: plain(vocabulary.positions.keys()),
    traits: plain(vocabulary.traits.keys()),
    counts,
    courses: new Set(courses.keys()),
  }
}

/**
 * What a draft would be, published at a place from a day, read as a duty file is. Refuses what names something unknown, and what no
 * duty file could say.
 */
export function draftedDuty(
  wish: LocalDutyWish,
  id: string,
  where: string,
  from: string,
): { kind: 'read'; body: string; duty: CatalogueDuty } | Refused {
  const fault = localDutyFault(wish, localDutyWords())
  if (fault !== null) return fault
  const body = localDutyBody(wish, id, where, from)
  const read = dutySchema.safeParse(body)
  if (!read.success) return refuse('localduties:refusal.unreadable')
  const problems: string[] = []
  checkReferences(read.data, catalogue().vocabulary, (problem) => problems.push(problem))
  if (problems.length > 0) return refuse('localduties:refusal.unreadable')
  return { kind: 'read', body: JSON.stringify(body), duty: { words: read.data, rule: ruleOf(read.data) } }
}
