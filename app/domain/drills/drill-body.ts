import { z } from 'zod'

const words = (most: number) => z.string().trim().max(most)
const person = z.strictObject({ id: z.string(), name: z.string() })
export type Named = z.output<typeof person>

/** The four groups of 61号令 第三十九条: firefighting, communications, evacuation, safety and first aid. */
export const groupNames = ['attack', 'contact', 'evacuation', 'care'] as const
export type GroupName = (typeof groupNames)[number]

const zone = z.strictObject({ name: words(60).min(1), marshals: z.array(person).max(20) })
export type Zone = z.output<typeof zone>
const groups = z.strictObject({
  attack: z.array(person).max(200),
  contact: z.array(person).max(200),
  evacuation: z.array(person).max(200),
  care: z.array(person).max(200),
})

/** Where people go and who does what: what a unit's plan and each of its drills hold. */
export const planBody = z.strictObject({
  zones: z.array(zone).min(1).max(40),
  assembly: z.array(words(60).min(1)).min(1).max(10),
  commander: person,
  groups,
  partners: words(200),
  volunteers: words(200),
})
export type PlanBody = z.output<typeof planBody>

/**
 * What a drill is to be, or was. `on` is a civil day YYYY-MM-DD, `startsAt` HH:MM. `kind` is a topic of evidence. An unannounced drill is
 * known to the commander, the marshals and whoever manages the unit only.
 */
export const drillBody = z.strictObject({
  ...planBody.shape,
  template: z.string(),
  scenario: z.string(),
  title: words(80).min(1),
  kind: z.string(),
  unannounced: z.boolean(),
  target: words(80).min(1),
  story: words(1000),
  on: z.string(),
  startsAt: z.string(),
  place: words(80).min(1),
  notice: words(1000),
})
export type DrillBody = z.output<typeof drillBody>

/** Whoever calls the roll somewhere, each once. */
export const marshalsOf = ({ zones }: PlanBody): Named[] => [
  ...new Map(zones.flatMap(({ marshals }) => marshals).map((one) => [one.id, one])).values(),
]

/** Everybody who has a part in it: commander, marshals, members of the groups. */
export const namedIn = (body: PlanBody): Named[] => {
  const all = [body.commander, ...marshalsOf(body), ...groupNames.flatMap((group) => body.groups[group])]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
