import { z } from 'zod'
import { bilingual, clause, day, minutes, slug } from './schema'

const reason = { leads: bilingual.optional(), because: bilingual, rests: z.array(slug).min(1) }
const letter = z.string().regex(/^[a-z]$/, 'must be one letter, which says nothing of what is right')
const choice = z.strictObject({ id: letter, text: bilingual, right: z.literal(true).optional(), ...reason })
const several = z.array(choice).min(2)
const percent = z.number().min(0).max(100)

const licence = choice.extend({
  card: z.strictObject({
    title: bilingual,
    category: bilingual,
    name: bilingual,
    /** Which of the drawn faces is in the photograph. */
    face: z.number().int().min(1).max(4),
    /** The photograph in words, for those who do not see it. */
    photo: bilingual,
    /** The last day that is printed; null where none is. */
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable(),
    issuer: bilingual,
    check: bilingual,
  }),
})
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM')
const outcome = z.strictObject(reason)
const hours = z.strictObject({
  opens: clock,
  closes: clock,
  atMost: z.number().int().min(1).max(1440),
  fits: outcome,
  outside: outcome,
  tooLong: outcome,
})
const verdict = choice.extend({ id: z.enum(['start', 'later', 'never']) })

/** One scene of the hot-work permit trainer: fill the permit, walk the site, read somebody else's permit, decide, watch afterwards. */
export const permitScene = z.strictObject({
  id: slug,
  /** Its place in the list. */
  place: z.number().int().min(1),
  /** The course whose page leads here. */
  course: slug,
  title: bilingual,
  /** The kind of building and the job, in a line. */
  where: bilingual,
  minutes,
  /** The civil day on which it happens: licences are read against it. */
  on: day,
  situation: bilingual,
  /** What the applicant says, from which the permit is filled. */
  says: z.array(bilingual).min(2),
  /** The worker who stands there, to hold beside the licences. */
  worker: z.strictObject({ name: bilingual, face: z.number().int().min(1).max(4), looks: bilingual }),
  alt: bilingual,
  sources: z.record(slug, clause.omit({ quote: true, document: true }).extend({ en: z.string().min(1), says: bilingual })),
  fill: z.strictObject({
    place: several,
    work: several,
    level: several.optional(),
    hours,
    licence: z.array(licence).min(3),
    guard: several,
    measures: several,
  }),
  walk: z.array(choice.extend({ at: z.strictObject({ x: percent, y: percent }) })).min(5),
  /** The permit that the applicant wrote himself, line by line; right: something is missing or wrong in this line. */
  missing: z.array(choice.extend({ label: bilingual })).min(5),
  decide: z.strictObject({ since: z.array(bilingual).min(1), verdict: z.array(verdict).length(3), first: several }),
  watch: z.strictObject({ looks: z.array(choice).min(4), when: several }).optional(),
})

export type PermitScene = z.output<typeof permitScene>
