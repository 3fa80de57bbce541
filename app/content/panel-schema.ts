import { z } from 'zod'
import { devices, stations } from '../domain/learn/panel/acts'
import { bilingual, slug } from './schema'

/** A source of the required order. house: no clause says it; this is how the unit does it, and is shown as such. */
const source = z.strictObject({
  id: slug,
  of: bilingual,
  mark: z.enum(['V1', 'V1r', 'V2', 'house']),
  says: bilingual,
})
const ref = z.string().regex(/^[a-z0-9-]+(:[a-z0-9-]+)?$/, 'must be an act, an event or a step')
const seconds = z.number().int().min(0).max(900)
const finds = z.enum(['fire', 'nothing']).optional()

const step = z.strictObject({
  id: slug,
  does: z.array(ref).min(1),
  since: ref.optional(),
  holds: z.enum(['automatic', ...devices]).optional(),
  text: bilingual,
  missing: bilingual,
  because: bilingual,
  source: slug,
})
const wrong = z.strictObject({ id: slug, first: ref.optional(), came: ref, told: bilingual, because: bilingual, source: slug })

/** content/panel-rules.yaml: the sources, and the steps and wrong orders that scenarios share. */
export const panelRules = z.strictObject({ sources: z.array(source).min(1), steps: z.array(step), wrongs: z.array(wrong) })

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signal'), signal: z.enum(['fire', 'supervisory', 'flow', 'fault']), point: slug }),
  z.strictObject({ kind: z.literal('clear'), point: slug }),
  z.strictObject({ kind: z.literal('pressure') }),
  z.strictObject({ kind: z.literal('mains'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('heard'), words: bilingual, finds }),
])
const event = z
  .strictObject({
    id: slug,
    at: seconds.optional(),
    after: ref.optional(),
    in: seconds.optional(),
    unless: z.array(ref).optional(),
    does: effect,
  })
  .refine(({ at, after }) => (at === undefined) !== (after === undefined), 'write exactly one of at and after')
const reply = z.strictObject({ in: seconds, words: bilingual, finds })

/** content/panel/<slug>.yaml: one exercise at the panel. Its seconds are the story's own and no standard's. */
export const panelScenario = z.strictObject({
  id: slug,
  order: z.number().int().min(1),
  title: bilingual,
  trains: bilingual,
  scene: bilingual,
  /** The clock in the control room as the exercise begins. */
  clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM'),
  ends: seconds.min(60),
  points: z
    .array(
      z.strictObject({
        id: slug,
        kind: z.enum(['smoke', 'heat', 'call-point', 'flow-switch', 'valve', 'line']),
        loop: z.number().int().min(1),
        address: z.number().int().min(1).max(242),
        place: bilingual,
      }),
    )
    .min(1)
    .max(6),
  start: z.strictObject({
    key: z.enum(['automatic', 'manual']),
    shielded: z.array(slug),
    silent: z.array(z.enum(['hydrant-pump', 'sprinkler-pump'])),
  }),
  linked: z.array(z.enum(devices)),
  camera: reply.optional(),
  phone: reply.optional(),
  visits: z.array(z.strictObject({ to: z.enum(stations), arrives: seconds, sees: bilingual, words: bilingual, finds })).min(1),
  events: z.array(event).min(1),
  /** Steps and wrong orders of panel-rules.yaml, by id; then its own, which replace a shared one of the same id. */
  required: z.array(slug).min(3),
  steps: z.array(step).optional(),
  mistakes: z.array(slug).min(1),
  wrongs: z.array(wrong).optional(),
})

export type PanelRules = z.output<typeof panelRules>
export type PanelScenarioText = z.output<typeof panelScenario>
export type PanelSource = PanelRules['sources'][number]
