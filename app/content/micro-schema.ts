import { z } from 'zod'
import { bilingual, clause, slug, text } from './schema'

/** What a lesson teaches of 会管·会逃·会救: to keep fire from starting, to get out, to put out and help. */
export const skills = ['prevent', 'escape', 'fight'] as const
export const ages = ['child', 'teen', 'adult', 'older'] as const
/** Who the reader is, as he would say it himself. */
export const readers = ['tenant', 'parent', 'shopkeeper', 'courier', 'teacher', 'student', 'villager', 'carer', 'worker', 'guest'] as const
/** The five places where a packed set is used (五进). */
export const settings = ['school', 'village', 'enterprise', 'community', 'family'] as const

const option = z.strictObject({ id: z.enum(['a', 'b', 'c']), text: bilingual, right: z.literal(true).optional(), because: bilingual })
const question = z.strictObject({
  id: z.enum(['one', 'two', 'three']),
  /** The lesson that is hung next where people get this wrong: the one that teaches just this mistake. */
  leads: slug,
  stem: bilingual,
  options: z.array(option).length(3),
})

/** content/micro/<slug>.yaml: one habit in ninety seconds. Its drawing is <slug>.svg, frame below frame, each 320 × 200. */
export const micro = z.strictObject({
  id: slug,
  /** Its place among all of them. */
  order: z.number().int().min(1),
  skill: z.enum(skills),
  ages: z.array(z.enum(ages)).min(1),
  readers: z.array(z.enum(readers)).min(1),
  settings: z.array(z.enum(settings)).min(1),
  /** The months in which it is a tip of the season; none: all year. */
  months: z.array(z.number().int().min(1).max(12)).optional(),
  /** The habit itself, as one would say it. */
  title: bilingual,
  /** The first sentence: why, at once. */
  line: bilingual,
  frames: z
    .array(z.strictObject({ text: bilingual, alt: bilingual }))
    .min(3)
    .max(4),
  questions: z.array(question).length(3),
  /** One thing to do today. */
  promise: bilingual,
  /** What a poster says so that it is read from three metres, the line under it, and which frame of the story is its drawing. */
  poster: z.strictObject({ frame: z.number().int().min(1).max(4), headline: bilingual, under: bilingual }),
  /** What the village loudspeaker says, in less than half a minute. */
  aloud: bilingual,
  /** Other words under which people look for it. */
  words: z.strictObject({ zh: z.array(text), en: z.array(text) }),
  facts: z.array(clause.extend({ says: text })).min(1),
  /** Of a lesson that is no longer hung: the one that took its place. */
  successor: slug.optional(),
})
export type Micro = z.output<typeof micro>
