import { z } from 'zod'
import { settings } from './micro-schema'
import { bilingual, clause, slug, text } from './schema'

const spot = z.strictObject({ spot: bilingual, lesson: slug })
const reading = z.strictObject({ lesson: slug, when: bilingual })

/** content/sets/<place>.yaml: what a school, village, enterprise, community or family hangs, reads out and does (五进). */
export const packedSet = z.strictObject({
  id: z.enum(settings),
  title: bilingual,
  /** Who hangs it and who uses it. */
  forWhom: bilingual,
  /** The lessons this place needs most, the most needed first. */
  lessons: z.array(slug).min(6).max(10),
  /** Where which lesson hangs. */
  where: z.array(spot).min(3).max(5),
  /** What to do with the set, step by step. */
  plan: z.array(bilingual).min(4).max(6),
  /** The lessons whose loudspeaker text is read, in this order, and when. */
  aloud: z.array(reading).min(1),
  facts: z.array(clause.extend({ says: text })).min(1),
})
export type PackedSet = z.output<typeof packedSet>
