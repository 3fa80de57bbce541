import { z } from 'zod'
import { isZero, parsePeriod } from '../domain/shared/period'
import { bilingual, clause, day, slug, text } from './schema'

const period = z.string().transform((value, context) => {
  const parsed = parsePeriod(value)
  if (parsed !== null && !isZero(parsed)) return parsed
  context.addIssue({ code: 'custom', message: `${value} is not a period (P[nY][nM][nD])` })
  return z.NEVER
})
const level = z.number().int().min(1).max(5)
const rule = clause.extend({ from: day.nullable(), to: day.nullable(), says: bilingual })
const topic = z.string().regex(/^[a-z0-9{}-]+$/)

/** needed: an entry without it is refused. wanted: asked for, may be left out. rare: asked for behind "also printed". */
const printed = z.strictObject({
  field: z.enum(['item', 'level', 'direction', 'firstIssuedOn', 'validFrom', 'validTo', 'reviewDue', 'issuer']),
  asks: z.enum(['needed', 'wanted', 'rare']),
  hint: bilingual,
})

/** One kind of paper of the state: what is printed on it, by which dated rules, where it is checked. Nothing in it computes a date. */
export const licenceKind = z.strictObject({
  id: slug,
  name: bilingual,
  short: bilingual,
  /** Who gives it out and what it is headed, so that people know theirs. */
  from: bilingual,
  lets: bilingual,
  /** A paper that people show and that lets them do nothing here: why, and which one they need. */
  authorisesNothing: bilingual.optional(),
  levels: z.array(level).min(1).optional(),
  directions: z
    .array(z.strictObject({ id: z.enum(['monitoring', 'maintenance']), levels: z.array(level).min(1), name: bilingual, evidence: topic }))
    .optional(),
  /** What a check of it is evidence for. whereAccepted: only where the place's rule accepts it. */
  evidence: z.strictObject({ topics: z.array(topic), whereAccepted: topic.optional() }),
  /** What is printed on it besides the number and the name, in the order of the form. */
  prints: z.array(printed).min(1),
  /** How long after a check the next one is suggested: our policy, no rule. */
  recheck: period,
  rules: z.array(rule),
  unconfirmed: z.array(z.strictObject({ from: day.nullable(), says: bilingual })),
  renewal: z.array(z.strictObject({ from: day.nullish(), to: day.nullish(), opens: period.optional(), says: bilingual })),
  /** Where it is checked. source: where the address was found. */
  pages: z
    .array(
      z.strictObject({
        host: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/, 'must be a whole host in small letters'),
        path: z.string().regex(/^\/[\w\-./]*$/),
        name: bilingual,
        asks: bilingual,
        source: text,
      }),
    )
    .min(1),
  local: z.array(rule.extend({ jurisdiction: slug })),
})
export const licenceKinds = z.array(licenceKind).min(1)

export type LicenceKindText = z.output<typeof licenceKind>
export type PrintedField = LicenceKindText['prints'][number]['field']
