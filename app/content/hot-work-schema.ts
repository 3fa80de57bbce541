import { z } from 'zod'
import { bilingual, clause, slug } from './schema'

const position = z.string().regex(/^[a-z0-9-]+$/)
const traits = z.array(slug)
const minutes = z.number().int().min(1).max(1440)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM')
/** Keys of `sources`, or `ours`: no clause says so. */
const rests = z.array(slug).min(1)

/** All of it is true of the work; traits: the unit has any of these. An empty one is always true. */
const situation = z.strictObject({
  traits: traits.min(1).optional(),
  open: z.literal(true).optional(),
  night: z.literal(true).optional(),
  hidden: z.literal(true).optional(),
  gas: z.literal(true).optional(),
})
const when = z.array(situation)
const named = z.strictObject({ id: slug, name: bilingual })

/** content/hot-work.yaml: what the register of hot-work permits asks for and refuses. */
export const hotWork = z.strictObject({
  sources: z.record(slug, clause.omit({ document: true }).extend({ en: z.string().min(1), says: bilingual })),
  kinds: z.array(z.strictObject({ id: slug, rests })).min(1),
  window: z.strictObject({ atMost: minutes, ahead: z.number().int().min(1).max(60), policy: bilingual }),
  night: z.strictObject({ from: clock, to: clock }),
  bans: z.array(z.strictObject({ id: slug, all: traits.min(1), rests })),
  levels: z
    .array(
      named.extend({
        when,
        approvers: z.array(z.strictObject({ position, delegated: z.literal(true).optional() })).min(1),
        atMost: minutes.optional(),
        rests,
        policy: bilingual,
      }),
    )
    .min(1),
  watch: z.strictObject({
    plans: z.array(z.strictObject({ when, minutes: z.array(minutes).min(1) })).min(1),
    rests,
    policy: bilingual,
    looks: z.array(bilingual).min(1),
  }),
  measures: z.array(named.extend({ when: when.optional(), rests })).min(1),
  notice: z.strictObject({
    places: z.array(named.extend({ traits: traits.optional(), optional: z.literal(true).optional() })).min(1),
    means: z.array(named).min(1),
    rests,
    policy: bilingual,
  }),
  people: z.strictObject({
    register: z.array(position),
    checkers: z.array(position),
    workers: z.array(position),
    guards: z.array(position),
    atMostWorkers: z.number().int().min(1).max(9),
  }),
  refusals: z.strictObject({
    unlicensed: rests,
    lapsed: rests,
    wrongKind: rests,
    otherPerson: rests,
    twoPlaces: rests,
    guardIsWorker: rests,
    guardElsewhere: rests,
    ownApproval: rests,
    noApproval: rests,
    noGuard: rests,
    noNotice: rests,
    measures: rests,
    hours: rests,
  }),
})

export type HotWork = z.output<typeof hotWork>
export type HotWorkRefusal = keyof HotWork['refusals']
