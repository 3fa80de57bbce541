import { civilDay } from '../shared/civil-day'
import { type Day, daysBetween } from '../shared/day'
import { type Refused, refuse } from '../shared/refusal'
import { type Hours, minutesOf, reachesInto, type Window } from './hours'
import { type Condition, firstFor, requiredOf, type Situation } from './situation'

type Rested = { readonly rests: readonly string[] }
type Ruled = { readonly when: readonly Condition[] }
type Level = Ruled & Rested & { readonly id: string; readonly atMost?: number | undefined }
type Measure = { readonly id: string; readonly when?: readonly Condition[] | undefined }

/** What content/hot-work.yaml says of a request. */
export type RequestRules = {
  readonly window: { readonly atMost: number; readonly ahead: number }
  readonly night: Hours
  readonly bans: readonly (Rested & { readonly all: readonly string[] })[]
  readonly levels: readonly Level[]
  readonly watch: { readonly plans: readonly (Ruled & { readonly minutes: readonly number[] })[] }
  readonly measures: readonly Measure[]
  readonly refusals: { readonly measures: readonly string[] }
}

/** What is asked for. hours: when the place is open to the public that day; null where it is not open or nothing was said. isClosed: said not to open. */
export type Request = {
  readonly window: Window
  readonly hours: Hours | null
  readonly isClosed: boolean
  readonly isOpen: boolean
  readonly isHidden: boolean
  readonly hasGas: boolean
  readonly measures: readonly string[]
}

export const situationOf = (request: Request, traits: readonly string[], night: Hours): Situation => ({
  traits: new Set(traits),
  open: request.isOpen || (request.hours !== null && reachesInto(request.window, request.hours)),
  night: reachesInto(request.window, night),
  hidden: request.isHidden,
  gas: request.hasGas,
})

/** The level that decides who may approve, the looks afterwards, and the measures that must be taken. */
export function planOf(rules: RequestRules, situation: Situation) {
  return {
    level: firstFor(rules.levels, situation),
    looks: firstFor(rules.watch.plans, situation).minutes,
    required: requiredOf(rules.measures, situation).map(({ id }) => id),
  }
}

/**
 * A place where nobody may work with fire while it is open (61号令 第二十条, 39号令 第十五条; high-rise: 部令5号 第十五条); null where the
 * ban does not apply or the place is closed then.
 */
export function banned(rules: Pick<RequestRules, 'bans'>, situation: Situation): Refused | null {
  if (!situation.open) return null
  const ban = rules.bans.find(({ all }) => all.every((trait) => situation.traits.has(trait)))
  return ban === undefined ? null : refuse('hotwork:refusal.openHours', 'isOpen', { rests: ban.rests.join(' ') })
}

/** Where a ban depends on the opening hours, that day's must be said, or that the place stays closed: silence is no answer. */
function unsaid({ bans }: RequestRules, { hours, isOpen, isClosed }: Request, { traits }: Situation): Refused | null {
  if (hours !== null || isOpen || isClosed) return null
  const ban = bans.find(({ all }) => all.every((trait) => traits.has(trait)))
  return ban === undefined ? null : refuse('hotwork:refusal.hoursUnsaid', 'opens', { rests: ban.rests.join(' ') })
}

/** What is wrong with a request besides its people; null where nothing is. */
export function requestFault(rules: RequestRules, request: Request, traits: readonly string[], now: Date, today: Day): Refused | null {
  const { window, measures } = request
  if (window.until <= now) return refuse('hotwork:refusal.past', 'from')
  const ahead = daysBetween(today, civilDay(window.from))
  if (ahead > rules.window.ahead) return refuse('hotwork:refusal.ahead', 'day', { days: rules.window.ahead })
  const situation = situationOf(request, traits, rules.night)
  const ban = banned(rules, situation) ?? unsaid(rules, request, situation)
  if (ban !== null) return ban
  const { level, required } = planOf(rules, situation)
  const atMost = Math.min(rules.window.atMost, level.atMost ?? rules.window.atMost)
  if (minutesOf(window) > atMost) return refuse('hotwork:refusal.tooLong', 'to', { hours: atMost / 60, rests: level.rests.join(' ') })
  const missing = required.filter((id) => !measures.includes(id))
  if (missing.length === 0) return null
  return refuse('hotwork:refusal.measures', 'measures', { measures: missing.join(' '), rests: rules.refusals.measures.join(' ') })
}
