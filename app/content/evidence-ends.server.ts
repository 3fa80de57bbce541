import { dutiesNow } from './local-duties.server'

/** Does a duty of the catalogue count such a piece once, whatever its age? Then no printed last day would end it by itself. */
export const countsWhateverItsAge = (kind: string, topic: string): boolean =>
  [...dutiesNow().values()].some(
    ({ rule }) =>
      rule.cadence.kind === 'once' && rule.counts.some((entry) => entry.kind === kind && (entry.topic === '*' || entry.topic === topic)),
  )
