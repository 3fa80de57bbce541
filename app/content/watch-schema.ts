import { z } from 'zod'
import { roomTraits } from '../domain/watch/rules'
import { bilingual, day, slug, source } from './schema'

const dated = { id: slug, says: bilingual, from: day, to: day.nullable(), source, policy: bilingual.optional() }
const people = z.number().int().min(1).max(20)

/** content/watch-rules.yaml */
export const watchRules = z.strictObject({
  staffing: z.array(z.strictObject({ ...dated, people, unitTraits: z.array(slug) })).min(1),
  shifts: z
    .array(z.strictObject({ ...dated, longest: z.number().int().min(60).max(1440), logEvery: z.number().int().min(10).max(1440) }))
    .min(1),
  exceptions: z.array(z.strictObject({ ...dated, people, jurisdictions: z.array(slug).min(1), needs: z.array(z.enum(roomTraits)).min(1) })),
  sees: z.array(slug).min(1),
  pause: z.number().int().min(0).max(480),
})
export type WatchRulesText = z.output<typeof watchRules>
export type WatchRuleText = WatchRulesText['staffing'][number] | WatchRulesText['shifts'][number] | WatchRulesText['exceptions'][number]
