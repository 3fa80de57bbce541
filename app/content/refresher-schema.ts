import { z } from 'zod'
import { bilingual, clause, day, minutes, slug, text } from './schema'

const whatPostsDo = z.array(z.strictObject({ positions: z.array(z.string()).min(1), does: text })).min(1)
/** A real fire, told of posts and never of names: what happened, the one mistake, and what each post does instead. */
export const warningCase = z.strictObject({
  id: slug,
  title: text,
  /** The day of the fire. */
  on: day,
  toll: text,
  /** Kinds of unit it speaks to; none is every kind. */
  traits: z.array(z.string()),
  mistake: text,
  posts: whatPostsDo,
  source: clause,
  facts: z.array(clause.extend({ says: text })).min(1),
})
export const warningCaseInEnglish = warningCase.omit({ on: true, traits: true, facts: true })

/** The short training that is done again in every period: lessons and questions of a course, and a case. */
export const refresher = z.strictObject({
  id: slug,
  title: bilingual,
  /** What its duties ask for (their `thing`). */
  thing: slug,
  course: slug,
  lessons: z.number().int().min(1).max(6),
  /** Minutes in all, as it is announced. */
  minutes,
  paper: z.strictObject({
    questions: z.number().int().min(1).max(100),
    minutes,
    pass: z.number().int().min(1).max(100),
    retakeAfterMinutes: z.number().int().min(0),
  }),
  gives: z.array(z.strictObject({ kind: z.string(), topic: z.string() })).min(1),
})

export type WarningCase = z.output<typeof warningCase>
export type WarningCaseInEnglish = z.output<typeof warningCaseInEnglish>
export type RefresherText = z.output<typeof refresher>
