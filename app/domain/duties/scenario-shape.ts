import { z } from 'zod'
import { type Day, parseDay } from '../shared/day'
import { isZero, type Period, parsePeriod } from '../shared/period'

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'not a day from 1900-01-01 to 2200-12-31, written YYYY-MM-DD' })
  return z.NEVER
})

const period = z.string().transform((text, context): Period => {
  const parsed = parsePeriod(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'not a period of years, months and days, such as P1Y, P6M or P30D' })
  return z.NEVER
})

const someTime = period.refine((parsed) => !isZero(parsed), 'a repeated period may not be zero')

const span = { from: day, to: day.nullable() }

const cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gate'), lookback: period }),
  z.strictObject({ kind: z.literal('once'), within: period }),
  z.strictObject({ kind: z.literal('calendar'), every: z.enum(['P1M', 'P3M', 'P6M', 'P1Y']), lead: period }),
  z.strictObject({ kind: z.literal('rolling'), every: someTime, opens: period, first: period }),
])

const duty = z.strictObject({
  id: z.string(),
  binds: z.enum(['unit', 'person', 'post']),
  positions: z.array(z.string()),
  traits: z.array(z.string()),
  bars: z.boolean().default(false),
  ...span,
  counts: z.array(z.strictObject({ kind: z.string(), topic: z.string(), sameUnit: z.boolean() })),
  cadence,
})

const unit = z.strictObject({
  id: z.string(),
  ...span,
  traits: z.array(z.strictObject({ trait: z.string(), ...span })),
})

const person = z.strictObject({ id: z.string(), mergedInto: z.string().nullable() })

const post = z.strictObject({ id: z.string(), person: z.string(), unit: z.string(), position: z.string(), ...span })

const evidence = z.strictObject({
  id: z.string(),
  kind: z.string(),
  topic: z.string(),
  subject: z.string(),
  unit: z.string().nullable(),
  on: day,
  passed: z.boolean(),
  validThrough: day.nullable(),
  revokedOn: day.nullable(),
})

const waiver = z.strictObject({ duty: z.string(), subject: z.string(), from: day, through: day })

const ask = z.union([z.strictObject({ duty: z.string(), subject: z.string(), on: day }), z.strictObject({ mayWork: z.string(), on: day })])

/** The keys and types of a scenario. What its parts say about each other is checked in scenario-references. */
export const scenarioShape = z.strictObject({
  name: z.string().optional(),
  duties: z.array(duty),
  units: z.array(unit),
  people: z.array(person),
  posts: z.array(post),
  evidence: z.array(evidence),
  waivers: z.array(waiver),
  ask: z.array(ask),
})

export type Scenario = z.output<typeof scenarioShape>
export type Ask = Scenario['ask'][number]
