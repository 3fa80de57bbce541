import { z } from 'zod'
import { bilingual, clause, minutes, slug } from './schema'

const sources = z.record(slug, clause.omit({ quote: true, document: true }).extend({ en: z.string().min(1), says: bilingual }))

/** What a step or a rule rests on: keys of the file's sources, or `house` where it is our own way of doing it. */
const rests = z.array(slug).min(1)

/** Who may observe: whoever manages the unit, or holds one of these positions there; `assessed`: having passed this practical himself. */
const observing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manager'), assessed: z.boolean() }),
  z.strictObject({ kind: z.literal('position'), positions: z.array(slug).min(1), assessed: z.boolean() }),
])

const step = z.strictObject({
  id: slug,
  /** What the person does. */
  does: bilingual,
  /** What the observer looks at. */
  look: bilingual,
  /** When it counts as done. */
  good: bilingual,
  /** Failing this one ends the assessment: why. */
  must: bilingual.optional(),
  /** May be left out where the thing is not there: what is said then. Never a must-pass step. */
  absent: bilingual.optional(),
  /** The lesson to learn again, as course/lesson. */
  train: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be course/lesson'),
  rests,
})

/** content/practicals/<id>.yaml: one observed assessment. Passed gives evidence of kind practical on its topic. */
export const practicalChecklist = z.strictObject({
  id: slug,
  /** Its place in the list. */
  place: z.number().int().min(1),
  /** Counted up whenever a step changes its meaning. */
  revision: z.number().int().min(1),
  topic: slug,
  title: bilingual,
  /** What is shown by it, in a line. */
  shows: bilingual,
  minutes,
  observers: z.strictObject({ count: z.union([z.literal(1), z.literal(2)]), because: bilingual, may: z.array(observing).min(1), rests }),
  prepare: z.array(bilingual).min(1),
  safety: z.array(bilingual).min(1),
  /** How many steps that are not must-pass may be missed; our own rule. */
  misses: z.number().int().min(0),
  steps: z.array(step).min(4),
  sources,
})

export type PracticalChecklist = z.output<typeof practicalChecklist>

const countable = z.strictObject({ kind: slug, topic: z.string().regex(/^[a-z0-9{}*-]+$/), sameUnit: z.boolean() })
const acts = z.enum(['person', 'manager', 'observer'])
const base = {
  id: slug,
  title: bilingual,
  /** Said when it is what comes next: who does what. */
  next: bilingual,
  acts,
  /** Where it is done, for the person and for the manager; {unit}, {post}, {person} are put in. */
  where: z.strictObject({ person: z.string().startsWith('/').optional(), manager: z.string().startsWith('/').optional() }),
  /** Steps that have to be done before this one can be. */
  after: z.array(slug),
  /** law: a clause asks for it. policy: we do. */
  asked: z.enum(['law', 'policy']),
  rests,
}

const pathStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assigned'), ...base }),
  z.strictObject({ kind: z.literal('duty'), duty: z.string().regex(/^[a-z0-9{}-]+$/), ...base }),
  z.strictObject({
    kind: z.literal('evidence'),
    /** The first whose traits the unit has (none: always) says what counts. */
    cases: z.array(z.strictObject({ traits: z.array(slug), counts: z.array(countable).min(1) })).min(1),
    ...base,
  }),
  z.strictObject({
    kind: z.literal('panel'),
    scenarios: z.array(slug).min(1),
    modes: z.array(z.enum(['alone', 'two'])).min(1),
    ...base,
  }),
  z.strictObject({ kind: z.literal('permits'), scenes: z.array(slug).min(1), right: z.array(slug).min(1), ...base }),
  z.strictObject({ kind: z.literal('clearance'), ...base }),
  z.strictObject({ kind: z.literal('rostered'), ...base }),
])

/** content/paths/<id>.yaml: the way from being given a post to doing its work. */
export const postPath = z.strictObject({
  id: slug,
  place: z.number().int().min(1),
  title: bilingual,
  /** Where it leads, in a line. */
  leads: bilingual,
  /** Whoever holds one of these positions is on it. */
  positions: z.array(slug).min(1),
  steps: z.array(pathStep).min(2),
  sources,
})

export type PathContent = z.output<typeof postPath>
