import { addDays, type Day } from '../shared/day'
import { plus } from '../shared/period'
import { type Refused, refuse } from '../shared/refusal'

/** A published duty as it is kept. Days are YYYY-MM-DD; a last day before the first says that it never came into force. */
export type PublishedLocalDuty = {
  id: string
  placeId: string
  /** The duty in JSON, as the duty files write one. */
  body: string
  from: string
  lastDay: string | null
  successor: string | null
  fileId: string
  fileName: string
}

/** Its days in force as far as they are known: no `from` while it is a draft. */
export type LocalDutyDays = { from: Day | null; lastDay: Day | null }

/** never: withdrawn before its first day. later: published, its first day is to come. */
export type LocalDutyState = 'draft' | 'later' | 'inForce' | 'ended' | 'never'

export function localDutyState({ from, lastDay }: LocalDutyDays, on: Day): LocalDutyState {
  if (from === null) return 'draft'
  if (lastDay !== null && lastDay < from) return 'never'
  if (on < from) return 'later'
  return lastDay !== null && lastDay < on ? 'ended' : 'inForce'
}

const no = (reason: string, field?: string): Refused => refuse(`localduties:refusal.${reason}`, field)

export type Publishing = {
  days: LocalDutyDays
  /** Accounts that wrote a revision of it. */
  drafters: readonly string[]
  publisher: string
  hasFile: boolean
  from: Day
  today: Day
  /** The duty that it takes over from. */
  before: LocalDutyDays | null
}

/**
 * Why a draft cannot be published from a day, or null. The first day is today or later, so that nobody is behind with what was not yet
 * published; who wrote any part of it does not publish it; its document is there; and what it takes over from began earlier and goes on.
 */
export function publishingFault({ days, drafters, publisher, hasFile, from, today, before }: Publishing): Refused | null {
  if (days.from !== null) return no('published')
  if (drafters.includes(publisher)) return no('ownDraft')
  if (!hasFile) return no('noFile')
  if (from < today) return no('past', 'from')
  if (from > plus(today, { years: 2, months: 0, days: 0 })) return no('farAhead', 'from')
  if (before === null) return null
  if (before.from === null || before.lastDay !== null) return no('beforeEnded')
  return from <= before.from ? no('beforeBegins', 'from') : null
}

/** The last day of what another takes over from a day. */
export const lastDayBefore = (from: Day): Day => addDays(from, -1)

/** Why a duty cannot be withdrawn from a day on, or null. What was owed until the day before stays owed; a day that passed is not changed. */
export function withdrawingFault({ from, lastDay }: LocalDutyDays, withdrawnFrom: Day, today: Day): Refused | null {
  if (from === null) return no('notPublished')
  if (lastDay !== null) return no('ended')
  if (withdrawnFrom < today) return no('past', 'from')
  return withdrawnFrom > plus(today, { years: 2, months: 0, days: 0 }) ? no('farAhead', 'from') : null
}
