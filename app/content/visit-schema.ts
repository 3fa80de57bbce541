import { z } from 'zod'
import { bilingual, clause, slug, text } from './schema'

const percent = z.number().min(0).max(100)
const at = z.strictObject({ x: percent, y: percent })

/** What an explanation rests on: `quote` is the clause word for word, `says` its sense in English. `practice` is no law and has no mark. */
const visitSource = clause
  .pick({ mark: true, page: true })
  .extend({ of: bilingual, quote: text.optional(), says: text.optional() })
  .strict()

export const street = z.strictObject({
  id: slug,
  /** The course that the street belongs to. */
  course: slug,
  alt: bilingual,
  doors: z.array(slug).length(8),
  sources: z.record(slug, visitSource),
})
export type StreetText = z.output<typeof street>
export type VisitSource = z.output<typeof visitSource>

/** The name of a source that is said to be practice, local rules first, and never shown as law. */
export const practice = 'practice'

const point = z.strictObject({
  id: slug,
  x: percent,
  y: percent,
  label: bilingual,
  right: z.boolean(),
  because: bilingual,
  source: slug.default(practice),
})
const choice = z.strictObject({
  id: slug,
  text: bilingual,
  right: z.literal(true).optional(),
  brings: bilingual,
  because: bilingual,
  source: slug,
  effect: z.enum(['keeps', 'cools', 'shuts']).optional(),
  days: z.number().int().min(1).max(60).optional(),
  to: slug.optional(),
})
const turn = z.strictObject({ id: slug, part: z.enum(['talk', 'report']), text: bilingual, choices: z.array(choice).min(3).max(4) })

export const visit = z.strictObject({
  id: slug,
  title: bilingual,
  where: bilingual,
  situation: bilingual,
  /** Where the door stands in the picture of the street. */
  at,
  /** The lesson that this door practises. */
  lesson: slug,
  alt: bilingual,
  door: z.enum(['open', 'ajar']),
  /** How one comes again after the door was shut. */
  comeback: bilingual,
  points: z.array(point).min(6).max(9),
  turns: z.array(turn).min(5).max(8),
  /** What a grid worker would have written. */
  record: z.strictObject({ seen: bilingual, done: bilingual, said: bilingual, reported: bilingual, again: bilingual, closed: bilingual }),
})
export type VisitText = z.output<typeof visit>
