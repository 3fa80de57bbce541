import { type DoneAct, deviceOf } from '~/domain/learn/panel/acts'
import type { Heard, Line, PanelState } from '~/domain/learn/panel/panel-state'
import type { Scenario } from '~/domain/learn/panel/scenario'
import type { Locale } from '~/i18n/config'
import type { ActLine, HeardLine, PrintedLine, ShownPoint } from '~/ui/learn/panel/panel-facts'

/** What of a run is put into words: the exercise, its clock, the panel at a second, and the reader's language. */
export type Showing = { plays: Scenario; clock: string; state: PanelState; locale: Locale; isOver: boolean }

const two = (value: number) => String(value).padStart(2, '0')

/** The clock of the story: 16:00 and 75 seconds is 16:01:15. */
export function storyTime(clock: string, seconds: number): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const total = (hours * 3600 + minutes * 60 + seconds) % 86_400
  return [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].map(two).join(':')
}

/** A point as the panel names it: its place only once it was read on the plan, or when the run is over. */
export function pointOf({ plays, state, locale, isOver }: Showing, id: string): ShownPoint | null {
  const point = plays.points.find((one) => one.id === id)
  if (!point) return null
  const isKnown = isOver || state.marks.has('read') || state.marks.has('shield-list')
  const { kind, loop, address, place } = point
  const number = String(address).padStart(3, '0')
  return { id, kind, loop: two(loop), address: number, place: isKnown ? place[locale] : null, isShielded: state.shielded.has(id) }
}

export function printedOf(showing: Showing, { at, what, of }: Line, nth: number): PrintedLine {
  const device = deviceOf(of)
  return {
    id: `line ${nth}`,
    time: storyTime(showing.clock, at),
    what,
    device,
    point: of === null || device !== null ? null : pointOf(showing, of),
  }
}

export const heardOf = ({ clock, locale }: Showing, { at, from, words }: Heard, nth: number): HeardLine => ({
  id: `heard ${nth}`,
  time: storyTime(clock, at),
  from,
  words: words?.[locale] ?? null,
})

export function actLineOf(showing: Showing, { at, by, act: { verb, target } }: DoneAct, nth: number): ActLine {
  const point = target === null ? null : pointOf(showing, target)
  return { id: `act ${nth}`, time: storyTime(showing.clock, at), by, verb, target, point }
}
