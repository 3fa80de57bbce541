import { addDays, type Day, firstOfMonth, monthOf } from '../shared/day'
import { minus, type Period, plus } from '../shared/period'
import type { CalendarCadence, CalendarEvery } from './facts'
import { countedAt, type Inquiry, knownPlaces } from './inquiry'
import { type Spell, type Spells, spellAt } from './spells'
import { due, IDLE, met, overdue, type Standing } from './verdict'
import { latestWaivedDay, type WaiverFile } from './waived'

/** Calendar periods are counted from year 0, `months` long each. */
type Calendar = { readonly months: number; readonly lead: Period }

/** How many months a calendar period has. */
export const CALENDAR_MONTHS: Readonly<Record<CalendarEvery, number>> = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 }

/** Once in every calendar period that is owed. A missed period stays overdue until one is met again. */
export function calendarStanding(inquiry: Inquiry, cadence: CalendarCadence): Standing {
  const calendar = { months: CALENDAR_MONTHS[cadence.every], lead: cadence.lead }
  const current = periodOf(calendar, inquiry.on)
  const { by, coveredBefore } = evidenceAround(inquiry, calendar, current)
  if (by !== null) return met(by, lastDayOf(calendar, current))
  const missed = missedSince(inquiry, calendar, current - 1, coveredBefore)
  if (missed !== null) {
    const lastDay = lastDayOf(calendar, missed)
    return overdue(lastDay, addDays(lastDay, 1))
  }
  const owed = Math.max(current, firstOwed(calendar, inquiry.spell))
  const lastDay = lastDayOf(calendar, owed)
  return inquiry.spell.last >= lastDay ? due(lastDay) : IDLE
}

/** The first and the last day of the calendar's own period that holds a day. */
export function periodHolding(cadence: CalendarCadence, day: Day): Spell {
  const calendar = { months: CALENDAR_MONTHS[cadence.every], lead: cadence.lead }
  const period = periodOf(calendar, day)
  return { first: firstOfMonth(period * calendar.months), last: lastDayOf(calendar, period) }
}

/** The earliest piece inside the current period, or else the latest earlier period that has one. */
function evidenceAround(inquiry: Inquiry, calendar: Calendar, current: number): { by: string | null; coveredBefore: number | null } {
  const firstDay = firstOfMonth(current * calendar.months)
  const { start, end } = knownPlaces(inquiry)
  let by: string | null = null
  for (let place = end - 1; place >= start; place -= 1) {
    const piece = countedAt(inquiry, place)
    if (piece === null) continue
    if (piece.on >= firstDay) by = piece.id
    else return { by, coveredBefore: periodOf(calendar, piece.on) }
  }
  return { by, coveredBefore: null }
}

/** The earliest of the unbroken run of missed periods that ends with `final`; null when `final` is not missed. */
function missedSince(inquiry: Inquiry, calendar: Calendar, final: number, covered: number | null): number | null {
  if (covered === final) return null
  const owed = owedSince(inquiry.spells, calendar, final)
  if (owed === null) return null
  const start = covered === null ? owed : Math.max(owed, covered + 1)
  const file = inquiry.duty.waivers.get(inquiry.subject)
  const excused = file === undefined ? null : latestExcused(file, calendar, start, final)
  if (excused === null) return start
  return excused === final ? null : excused + 1
}

/** The earliest of the unbroken run of owed periods that ends with `final`, whichever spells owe them. */
function owedSince(spells: Spells, calendar: Calendar, final: number): number | null {
  let earliest: number | null = null
  let period = final
  for (;;) {
    const lastDay = lastDayOf(calendar, period)
    const spell = spellAt(spells, lastDay)
    if (spell === null || spell.first > minus(lastDay, calendar.lead)) return earliest
    earliest = firstOwed(calendar, spell)
    period = earliest - 1
  }
}

/** The latest period from `start` to `final` whose last day a waiver holds. */
function latestExcused(file: WaiverFile, calendar: Calendar, start: number, final: number): number | null {
  let period = final
  while (period >= start) {
    const lastDay = lastDayOf(calendar, period)
    const waivedDay = latestWaivedDay(file, lastDay)
    if (waivedDay === null) return null
    if (waivedDay === lastDay) return period
    period = periodOf(calendar, addDays(waivedDay, 1)) - 1
  }
  return null
}

/** The first period whose end, less the lead, is not before the spell's first day. Months clamp, so it is searched for. */
function firstOwed(calendar: Calendar, spell: Spell): number {
  const about = periodOf(calendar, plus(spell.first, calendar.lead)) - 1
  let period = Math.max(about, periodOf(calendar, spell.first))
  while (minus(lastDayOf(calendar, period), calendar.lead) < spell.first) period += 1
  return period
}

function periodOf(calendar: Calendar, day: Day): number {
  return Math.floor(monthOf(day) / calendar.months)
}

function lastDayOf(calendar: Calendar, period: number): Day {
  return addDays(firstOfMonth((period + 1) * calendar.months), -1)
}
