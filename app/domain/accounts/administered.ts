import { addDays, type Day } from '../shared/day'
import { type Grant, inForce } from './grants'

type Span = Pick<Grant, 'role' | 'from' | 'to'>

/** Is there an administrator on every day from this one on, for ever? An installation without one could never be given one again. */
export function alwaysAdministered(grants: readonly Span[], from: Day): boolean {
  const administrators = grants.filter((grant) => grant.role === 'administrator')
  const reach = (day: Day): boolean => {
    const onDay = administrators.filter((grant) => grant.from <= day && (grant.to === null || day <= grant.to))
    const ends = onDay.flatMap((grant) => (grant.to === null ? [] : [grant.to]))
    if (ends.length < onDay.length) return true
    const last = ends.reduce<Day | null>((latest, end) => (latest === null || end > latest ? end : latest), null)
    return last !== null && reach(addDays(last, 1))
  }
  return reach(from)
}

/** A grant over time: to come, in force, or ended (also one that was taken back before it began). */
export function grantState(grant: Grant, on: Day): 'coming' | 'inForce' | 'ended' {
  if (inForce(grant, on)) return 'inForce'
  return grant.from > on && (grant.to === null || grant.to >= grant.from) ? 'coming' : 'ended'
}
