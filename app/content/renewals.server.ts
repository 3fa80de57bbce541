import type { Renewal } from '../domain/credentials/paper-lapse'
import { CALENDAR_MONTHS } from '../domain/duties/cadence-calendar'
import type { Catalogue } from './catalogue.server'

/**
 * What of the catalogue asks for a course's training again and again in every unit of the country: all that can be said of a paper that
 * does not tell what kind of unit it is from.
 */
export function renewalsOf({ courses, duties }: Pick<Catalogue, 'courses' | 'duties'>): Renewal[] {
  const everywhere = [...duties.values()].filter(
    ({ rule, words }) => rule.traits.length === 0 && rule.to === null && words.jurisdiction === 'national' && rule.binds !== 'unit',
  )
  return [...courses].flatMap(([course, { zh }]) =>
    everywhere.flatMap(({ rule: { cadence, counts, positions } }) => {
      const isServed = counts.some(({ kind, topic }) => zh.gives.some((given) => given.kind === kind && given.topic === topic))
      return isServed && cadence.kind === 'calendar' ? [{ course, positions, months: CALENDAR_MONTHS[cadence.every] }] : []
    }),
  )
}
