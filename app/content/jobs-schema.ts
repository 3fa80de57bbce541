import { z } from 'zod'
import { bilingual, clause, day, slug, text } from './schema'

const near = z.strictObject({
  kinds: z.array(slug).min(1),
  direction: z.enum(['monitoring', 'maintenance']).optional(),
  /** The lowest level that will do: 5 is the lowest of all, 1 the highest. */
  lowest: z.number().int().min(1).max(5).optional(),
})

/** Where a place's own rule accepts other licences than the national one, from … to, with its clause. */
const localRule = z.strictObject({
  jurisdiction: slug,
  from: day,
  to: day.nullable(),
  counts: z.array(text).min(1),
  lowest: z.number().int().min(1).max(5).optional(),
  source: clause,
})

const asked = z.strictObject({
  /** A duty of the catalogue, asked here at any position and wherever it is. */
  duty: slug,
  /** Which licences answer for this job, where not all of the duty's do. */
  counts: z.array(text).min(1).optional(),
  near,
  local: z.array(localRule).optional(),
})

export const job = z.strictObject({
  id: slug,
  zh: text,
  en: text,
  plain: bilingual,
  policy: bilingual.optional(),
  /** Positions whose holders are asked to do it first of all. */
  positions: z.array(slug),
  asks: z.array(asked),
})
/** keepers: positions whose holders ask at the gate of their own unit, by name. */
export const jobs = z.strictObject({ keepers: z.array(slug).min(1), jobs: z.array(job).min(1) })
export type JobText = z.output<typeof job>
