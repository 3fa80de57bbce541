import { addDays, type Day, earlierOf } from '../shared/day'
import type { DutyNode, FactIndex, SubjectNode } from './fact-index'
import type { CalendarCadence, Evidence } from './facts'
import { stretchOf } from './ledger'
import { periodsOwed } from './owed-periods'
import { type Segment, segmentsWithin } from './segments'
import { overlap, type Spell, type Spells, spellAt } from './spells'
import { standingWhenKnown } from './standing'

/**
 * One date of a year. done: the day of a piece that met the duty. open: a last day to do it, today or ahead. missed: a last day that
 * went by; `since` is the first day overdue, `madeUpOn` the day of the piece that ended that. lifted: a last day that a waiver took away.
 */
export type YearMark =
  | { readonly kind: 'done'; readonly on: Day; readonly by: string }
  | { readonly kind: 'open' | 'lifted'; readonly on: Day }
  | { readonly kind: 'missed'; readonly on: Day; readonly since: Day; readonly madeUpOn: Day | null }

/** A subject's year under a duty, looked at on `today`; `here` are the days that concern the reader, each a day the duty binds. */
export type YearQuestion = {
  readonly index: FactIndex
  readonly duty: DutyNode
  readonly subject: SubjectNode
  readonly here: Spells
  readonly year: Spell
  readonly today: Day
}

/**
 * The dates of a year, in order: of a calendar duty every period that ends in it, of the others what their segments name, if nothing
 * more happens. What was missed before the year and still stood at its beginning (or at the first day here) is the first of them.
 */
export function yearMarks(question: YearQuestion): readonly YearMark[] {
  const { duty, here, year } = question
  const inside = overlap([year], here)
  const [begun] = inside
  if (begun === undefined) return []
  const { cadence } = duty.duty
  const marks = cadence.kind === 'calendar' ? byPeriod(question, cadence, begun.first) : bySegment(question, inside)
  return [...marks].sort((one, other) => one.on - other.on)
}

/** The day on which what counts is judged: today, or the last day here before it, or the first one to come. */
function judgedOn({ here, today }: YearQuestion): Day {
  if (spellAt(here, today) !== null) return today
  const before = here.findLast((spell) => spell.last < today)
  return before === undefined ? (here[0]?.first ?? today) : before.last
}

function byPeriod(question: YearQuestion, cadence: CalendarCadence, begun: Day): YearMark[] {
  const { index, duty, subject, here, year, today } = question
  const on = judgedOn(question)
  const asked = { index, duty, subject, on, known: earlierOf(on, today) }
  const marks = periodsOwed(asked, cadence, today, year.first, year.last).flatMap(({ first, last, outcome }): YearMark[] => {
    if (overlap([{ first, last }], here).length === 0) return []
    if (outcome.kind === 'met') return isIn(year, outcome.by.on) ? [{ kind: 'done', on: outcome.by.on, by: outcome.by.id }] : []
    if (!isIn(year, last) || spellAt(here, last) === null) return []
    if (outcome.kind !== 'missed') return [{ kind: outcome.kind, on: last }]
    return [{ kind: 'missed', on: last, since: addDays(last, 1), madeUpOn: outcome.madeUpBy?.on ?? null }]
  })
  const carried = standingWhenKnown(index, duty, subject, begun, begun)
  if (carried.standing !== 'overdue' || carried.due === null || carried.since === null) return marks
  if (carried.due >= year.first || carried.due >= today) return marks
  const next = marks.find((mark) => mark.kind === 'done')
  return [{ kind: 'missed', on: carried.due, since: carried.since, madeUpOn: next?.on ?? null }, ...marks]
}

function bySegment({ index, duty, subject, year, today }: YearQuestion, inside: Spells): YearMark[] {
  const segments = segmentsWithin(index, duty, subject, year.first, addDays(year.last, 1))
  const marks = new Map<string, YearMark>()
  segments.forEach((segment, nth) => {
    const { standing, due, since, by } = segment.standing
    const isHere = overlap([{ first: segment.from, last: segment.through }], inside).length > 0
    const fallsHere = due !== null && spellAt(inside, due) !== null
    if (standing === 'met' && isHere) {
      const piece = pieceOf(index, subject, by)
      if (piece !== null && isIn(year, piece.on)) marks.set(`done ${piece.id}`, { kind: 'done', on: piece.on, by: piece.id })
    }
    if (due === null || !(isHere || fallsHere)) return
    if (due >= today) {
      if (fallsHere && (standing === 'overdue' || segment.through >= due)) marks.set(`due ${due}`, { kind: 'open', on: due })
    } else if (standing === 'overdue' && since !== null && due <= year.last)
      marks.set(`due ${due}`, { kind: 'missed', on: due, since, madeUpOn: metAfter(segments, nth) })
  })
  return [...marks.values()]
}

function metAfter(segments: readonly Segment[], nth: number): Day | null {
  const next = segments.slice(nth + 1).find(({ standing }) => standing.standing === 'met' || standing.standing === 'overdue')
  return next?.standing.standing === 'met' ? next.from : null
}

function pieceOf(index: FactIndex, subject: SubjectNode, id: string | null): Evidence | null {
  const { start, end } = stretchOf(index.ledger, subject.kind === 'post' ? subject.person.owner : subject.owner)
  return index.ledger.pieces.slice(start, end).find((piece) => piece.id === id) ?? null
}

const isIn = ({ first, last }: Spell, day: Day): boolean => first <= day && day <= last
