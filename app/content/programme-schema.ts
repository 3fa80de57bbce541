import { z } from 'zod'
import { bilingual, clause, slug } from './schema'

const sources = z.record(slug, clause.omit({ quote: true, document: true }).extend({ en: z.string().min(1), says: bilingual }))
const rests = z.array(slug).min(1)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** An id that may hold `{year}`. */
const yearly = z.string().regex(/^[a-z][a-z0-9{}-]{1,59}$/)
const audience = z.strictObject({ sectors: z.array(slug), traits: z.array(slug), positions: z.array(slug).min(1) })

/** content/programmes/<id>.yaml: one kind of training held in rooms, from which a year's programme is made. */
export const programmeTemplate = z.strictObject({
  id: slug,
  place: z.number().int().min(1),
  revision: z.number().int().min(1),
  /** Which rows of what the source documents ask for it serves (content/duties/rows.yaml). */
  rows: z.array(z.string().regex(/^[A-E][1-9]\d?$/)),
  title: bilingual,
  /** What it is for and who comes, in two or three sentences. */
  says: bilingual,
  /** Under which name its year is known; the list's trait is programme-<slug>. */
  slug: yearly,
  /** unit: whoever holds one of the positions comes for his unit. person: everybody who holds one comes himself. */
  binds: z.enum(['unit', 'person']),
  audience,
  /** Years whose audience the plan itself names. */
  years: z.array(z.strictObject({ year: z.number().int(), title: bilingual, audience, rests })),
  /** The duty of the catalogue that it answers, and the topic of its evidence; null where it answers none. */
  duty: yearly.nullable(),
  /** What having come is evidence of. activity: of the unit alone, never of a person. */
  evidence: z.enum(['class', 'activity']).default('class'),
  topic: yearly,
  hours: z.number().min(0.5).max(400),
  parts: z
    .array(z.strictObject({ key: slug, title: bilingual, kind: z.enum(['lesson', 'test']), from: time, to: time }))
    .min(1)
    .max(12),
  deputies: z.boolean(),
  /** What a letter and a short message to those who come must say besides time and room. */
  letter: z.array(bilingual).max(6),
  sources,
  /** What it rests on: keys of sources, or `house` where it is our own way of doing it. */
  rests,
})
export type ProgrammeTemplate = z.output<typeof programmeTemplate>
