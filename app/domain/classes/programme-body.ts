import { z } from 'zod'
import { type Day, parseDay } from '../shared/day'

const words = (most: number) => z.string().trim().max(most)
const ids = z.array(z.string().min(1).max(60)).max(60)

/** Part of every holding. A test is attended by passing it. */
const part = z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), name: words(40).min(1), kind: z.enum(['lesson', 'test']) })
export type ProgrammePart = z.output<typeof part>

/**
 * Who is to be covered: units of any of these sectors that have any of these traits (where none is named: whichever they have), and there
 * who holds any of these positions.
 */
export const audience = z.strictObject({ sectors: ids, traits: ids, positions: ids.min(1) })
export type Audience = z.output<typeof audience>

/**
 * What a programme is to be. binds unit: whoever holds one of the positions comes for his unit. binds person: everybody who holds one
 * comes himself. duty: an id of the catalogue, '' where it answers none. hours: of training, all parts together.
 */
export const programmeBody = z.strictObject({
  template: z.string(),
  title: words(80).min(1),
  year: z.number().int().min(2000).max(2100),
  binds: z.enum(['unit', 'person']),
  audience,
  duty: z.string().max(80),
  /** The kind of the evidence that closing writes. activity: of the unit alone, never of a person. */
  evidence: z.enum(['class', 'activity']).default('class'),
  topic: z.string().min(1).max(80),
  hours: z.number().min(0.5).max(400),
  parts: z.array(part).min(1).max(12),
  /** Whether a deputy of the unit covers it; shown as such. */
  deputies: z.boolean(),
})
export type ProgrammeBody = z.output<typeof programmeBody>

/** The year of a programme, both days included. */
export const firstDayOf = (year: number): Day => dayIn(year, '01-01')
export const lastDayOf = (year: number): Day => dayIn(year, '12-31')
function dayIn(year: number, rest: string): Day {
  const day = parseDay(`${year}-${rest}`)
  if (day === null) throw new RangeError(`no such year: ${year}`)
  return day
}

/** The name under which units of a frozen list are known to the duties. */
export const listTrait = (slug: string): string => `programme-${slug}`

/** What is done about a programme besides its list, in the order in which it is done. routed: told to go another way that the duty accepts. */
export const programmeStepKinds = ['drawn', 'frozen', 'excused', 'routed'] as const
export type ProgrammeStepKind = (typeof programmeStepKinds)[number]
export type ProgrammeStep = { id: string; nth: number; kind: ProgrammeStepKind; at: Date; by: string; detail: Record<string, unknown> }

/** empty: nothing was drawn. review: drawn, may be changed without being a change. frozen: every change is recorded with its reason. */
export type ListState = 'empty' | 'review' | 'frozen'

export function listStateOf(steps: readonly Pick<ProgrammeStep, 'kind'>[]): ListState {
  if (steps.some(({ kind }) => kind === 'frozen')) return 'frozen'
  return steps.some(({ kind }) => kind === 'drawn') ? 'review' : 'empty'
}
