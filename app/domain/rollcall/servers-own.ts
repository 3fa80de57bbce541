import type { SentEntry } from './event'
import type { Roles } from './expected'

type Said = SentEntry['said']

/**
 * What only the server writes, so that no phone can send it: what a scanned code brought about, because codes are judged there, and
 * photographs, because an entry that names one lets its readers see it.
 */
export const isServersOwn = (said: Said): boolean =>
  said.kind === 'photo' ||
  (said.kind === 'seen' && (said.way === 'code' || said.doubt !== undefined)) ||
  (said.kind === 'walk-in' && said.doubt !== undefined)

/**
 * What a phone may bring back to a server that was put back from a backup, with the server's own proof that it had it: what scanned codes
 * brought about. A photograph is not among it, because its picture lies on the server alone.
 */
export const isProvable = (said: Said): boolean => isServersOwn(said) && said.kind !== 'photo'

/**
 * What decides over others and is the commander's alone: no marshal brings it in the commander's name, or he could count what waits for
 * the commander.
 */
export const isCommand = ({ said, by }: Pick<SentEntry, 'said' | 'by'>, { commanders }: Roles): boolean =>
  commanders.includes(by) && (said.kind === 'decided' || said.kind === 'second-call' || said.kind === 'undo')
