import { clockText } from '~/i18n/format'
import type { PartCell } from './record'

/** Words of the area by their key. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** How a part went, in one word; a lesson and a test have their own. */
export const stateWord = ({ state }: PartCell, kind: 'lesson' | 'test', say: Say): string =>
  say(state === 'unclear' ? 'state.unclear' : `state.${kind}.${state}`)

/** When somebody came and left, or that it was entered from the sheet; '' where nothing is known. */
export function timesOf({ from, to, isWritten }: PartCell, say: Say): string {
  if (isWritten) return say('record.paper')
  if (from === null) return ''
  return to === null
    ? say('record.seenAt', { from: clockText(from, true) })
    : say('record.seenLeft', { from: clockText(from, true), to: clockText(to, true) })
}
