import { type Asked, asked, type Choice, choices, type Given } from './micro-answers'

/** What is counted of a lesson that was reached by a code. `capped` stands for requests beyond the share of one address. */
export type Happening = 'opened' | 'finished' | 'promised' | `${Asked}.${Choice}`

export const happenings: readonly Happening[] = [
  'opened',
  ...asked.flatMap((question) => choices.map((choice) => `${question}.${choice}` as const)),
  'finished',
  'promised',
]

/** Requests with one code from one address on one day that are counted; a class of 40 that reads a poster to its end asks 200 times. */
export const requestsPerAddress = 1000

/**
 * What the request for a lesson adds, by the answers in its address: the page itself, or the answer given last, and with the third that
 * it is finished. Answers that no page of ours asks for in this order add nothing.
 */
export function happeningsOf(given: Given): readonly Happening[] {
  const count = asked.filter((question) => given[question] !== null).length
  const isInOrder = asked.slice(0, count).every((question) => given[question] !== null)
  if (!isInOrder) return []
  if (given.promised) return count === asked.length ? ['promised'] : []
  const last = asked[count - 1]
  const choice = last === undefined ? null : given[last]
  if (last === undefined || choice === null) return ['opened']
  return count === asked.length ? [`${last}.${choice}`, 'finished'] : [`${last}.${choice}`]
}
