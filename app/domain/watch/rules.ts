import { addDays, type Day, holdsDay } from '../shared/day'

/** What a control room has: linkage control; a connection to the remote monitoring system; all its functions operable from there. */
export const roomTraits = ['linkage', 'networked', 'remote-operable'] as const
export type RoomTrait = (typeof roomTraits)[number]

type Held = { readonly from: Day; readonly to: Day | null }

export type StaffingRule = Held & { readonly id: string; readonly people: number; readonly unitTraits: readonly string[] }
export type ShiftRule = Held & { readonly id: string; readonly longest: number; readonly logEvery: number }
export type ExceptionRule = Held & {
  readonly id: string
  readonly people: number
  readonly jurisdictions: readonly string[]
  readonly needs: readonly RoomTrait[]
}
export type WatchRules = {
  readonly staffing: readonly StaffingRule[]
  readonly shifts: readonly ShiftRule[]
  readonly exceptions: readonly ExceptionRule[]
  /** Minutes; a shorter pause does not part two shifts of one person. */
  readonly pause: number
}

/** A room as the rule sees it. exceptions: the proofs it holds, each for one exception and its days. */
export type RuledRoom = Held & {
  readonly jurisdiction: string
  readonly traits: readonly (Held & { readonly trait: string })[]
  readonly exceptions: readonly (Held & { readonly exception: string })[]
  readonly unitTraits: readonly (Held & { readonly trait: string })[]
}

/** How many fit people a room needs, every minute of these days, and by which rule. */
export type Need = { readonly from: Day; readonly to: Day; readonly people: number; readonly rule: string | null }

const holds = ({ from, to }: Held, day: Day): boolean => holdsDay(from, to, day)

export const hasTrait = (room: Pick<RuledRoom, 'traits'>, trait: string, day: Day): boolean =>
  room.traits.some((held) => held.trait === trait && holds(held, day))

/** Would this exception be open to the room on a day, were its proof held: where, when, and with which traits. */
export const mayUse = (rule: ExceptionRule, room: Pick<RuledRoom, 'jurisdiction' | 'traits'>, day: Day): boolean =>
  holds(rule, day) && rule.jurisdictions.includes(room.jurisdiction) && rule.needs.some((trait) => hasTrait(room, trait, day))

/**
 * How many fit people are needed on a day (国办发〔2017〕87号 第十五条; 部令5号 第二十六条), or by a local exception whose proof the room
 * holds. None before the first rule, and none where there is no room that day.
 */
export function needOn(rules: WatchRules, room: RuledRoom, day: Day): { people: number; rule: string | null } {
  if (!holds(room, day)) return { people: 0, rule: null }
  const asked = rules.staffing.filter(
    (rule) =>
      holds(rule, day) &&
      (rule.unitTraits.length === 0 || room.unitTraits.some((held) => rule.unitTraits.includes(held.trait) && holds(held, day))),
  )
  const [first] = [...asked].sort((one, other) => other.people - one.people)
  if (first === undefined) return { people: 0, rule: null }
  const proved = rules.exceptions.filter(
    (rule) => mayUse(rule, room, day) && room.exceptions.some((held) => held.exception === rule.id && holds(held, day)),
  )
  const [least] = [...proved].sort((one, other) => one.people - other.people)
  return least !== undefined && least.people < first.people
    ? { people: least.people, rule: least.id }
    : { people: first.people, rule: first.id }
}

/** The same for the days from … to, in runs of days that are alike. */
export function needsOf(rules: WatchRules, room: RuledRoom, from: Day, to: Day): Need[] {
  const needs: Need[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { people, rule } = needOn(rules, room, day)
    const last = needs.at(-1)
    if (last !== undefined && last.people === people && last.rule === rule) needs[needs.length - 1] = { ...last, to: day }
    else needs.push({ from: day, to: day, people, rule })
  }
  return needs
}

/** How long a shift may be and how often its log is written, on a day; the strictest where there are several. */
export function shiftRuleOn(rules: WatchRules, day: Day): { longest: number; logEvery: number; rule: string } | null {
  const [first, ...others] = rules.shifts.filter((rule) => holds(rule, day))
  if (first === undefined) return null
  const strictest = others.reduce((best, rule) => (rule.longest < best.longest ? rule : best), first)
  return { longest: strictest.longest, logEvery: Math.min(first.logEvery, ...others.map(({ logEvery }) => logEvery)), rule: strictest.id }
}
