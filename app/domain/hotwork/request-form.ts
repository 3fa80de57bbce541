import { z } from 'zod'
import { type Day, parseDay } from '../shared/day'
import { withoutUnseen } from '../shared/plain-text'
import type { PermitWish, SeenWorker } from './wish'

const line = (most: number) =>
  z
    .string()
    .max(most * 4, 'hotwork:error.tooLong')
    .transform((typed) => withoutUnseen(typed).trim())
    .refine((typed) => typed.length <= most, 'hotwork:error.tooLong')
const needed = (most: number, message: string) => line(most).refine((typed) => typed !== '', message)
const optional = (most: number) =>
  line(most)
    .optional()
    .transform((typed) => (typed === undefined || typed === '' ? null : typed))
const clock = z.string('hotwork:error.time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hotwork:error.time')
const clockOrNone = z
  .union([clock, z.literal('')])
  .optional()
  .transform((typed) => (typed === undefined || typed === '' ? null : typed))
const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')
const aDay = z.string('hotwork:error.day').transform((typed, context): Day => {
  const day = parseDay(typed.trim())
  if (day !== null) return day
  context.addIssue({ code: 'custom', message: 'hotwork:error.day' })
  return z.NEVER
})
const dayOrNone = z
  .union([z.literal('').transform(() => null), aDay])
  .optional()
  .transform((day) => day ?? null)

/** A request as its page sends it. Workers and measures are ticks of their own: worker-<post>, measure-<id>. */
export const requestForm = z.object({
  id: z.guid('hotwork:error.again'),
  place: z.string('hotwork:error.place').pipe(needed(80, 'hotwork:error.place')),
  work: z.string('hotwork:error.work').pipe(needed(120, 'hotwork:error.work')),
  kind: z.string('hotwork:error.kind').min(1, 'hotwork:error.kind'),
  day: aDay,
  from: clock,
  to: clock,
  opens: clockOrNone,
  closes: clockOrNone,
  isOpen: tick,
  isClosed: tick,
  isHidden: tick,
  hasGas: tick,
  machine: optional(40),
  guard: z.string('hotwork:error.guard').min(1, 'hotwork:error.guard'),
  otherWorker: optional(60),
  card: optional(120),
  seenName: optional(30),
  seenEmployer: optional(60),
  seenKind: optional(40),
  seenNumber: optional(40),
  seenValidTo: dayOrNone,
  seenReviewDue: dayOrNone,
  seenIssuer: optional(60),
})
type Typed = z.output<typeof requestForm>

/** The ids ticked under names with this beginning. */
export const tickedOf = (names: Iterable<string>, prefix: string): string[] =>
  [...names].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

type Fault = { field: string; reason: string }

/** A worker from outside by his licence; null where none was begun; the fault of the first field that is missing. */
function seenOf(typed: Typed): SeenWorker | null | Fault {
  const { seenName, seenKind, seenNumber, seenValidTo } = typed
  if ([seenName, seenKind, seenNumber, seenValidTo].every((value) => value === null)) return null
  if (seenName === null) return { field: 'seenName', reason: 'hotwork:error.seenName' }
  if (seenKind === null) return { field: 'seenKind', reason: 'hotwork:error.seenKind' }
  if (seenNumber === null || seenNumber.length < 6) return { field: 'seenNumber', reason: 'hotwork:error.seenNumber' }
  if (seenValidTo === null) return { field: 'seenValidTo', reason: 'hotwork:error.seenValidTo' }
  const { seenEmployer: employer, seenReviewDue: reviewDue, seenIssuer: issuer } = typed
  return { name: seenName, employer, licenceKind: seenKind, number: seenNumber, validTo: seenValidTo, reviewDue, issuer }
}

/** What was asked for; or what is wrong with it where one field alone does not show it. */
export function wishOf(typed: Typed, names: Iterable<string>): PermitWish | Fault {
  const all = [...names]
  const seen = seenOf(typed)
  if (seen !== null && 'field' in seen) return seen
  if ((typed.opens === null) !== (typed.closes === null))
    return { field: typed.opens === null ? 'opens' : 'closes', reason: 'hotwork:error.bothHours' }
  if (typed.from === typed.to) return { field: 'to', reason: 'hotwork:error.noTime' }
  const { id, place, work, kind, day, from, to, opens, closes, isOpen, isClosed, isHidden, hasGas, machine } = typed
  const { card, otherWorker } = typed
  const workerPostIds = [...new Set([...tickedOf(all, 'worker-'), ...(otherWorker === null ? [] : [otherWorker])])]
  const about = { id, place, work, kind, day, from, to, opens, closes, isOpen, isClosed, isHidden, hasGas, machine }
  return { ...about, guardPostId: typed.guard, workerPostIds, card, seen, measures: tickedOf(all, 'measure-'), repeatOf: null }
}
