import { z } from 'zod'
import type { Duty, Facts } from '~/domain/duties/facts'
import { asIfConfirmed, type PassedPaper } from '~/domain/duties/seat'
import { type Day, parseDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { findSeats, type Seat } from '../org/seats.server'
import { factsOfPeople } from './facts.server'

/** How content and the calendar turn a passed paper into evidence. */
export type PaperRules = {
  gives: (course: string, position: string) => readonly { kind: string; topic: string }[]
  dayOf: (instant: Date) => Day
}

export type SeatFacts = {
  /** The person at the end of the merge chain, and everyone merged into it. */
  personId: string
  family: readonly string[]
  seats: readonly Seat[]
  facts: Facts
  /** Papers passed at seats that wait, oldest first. */
  papers: readonly PassedPaper[]
  /** Completed lessons per course. */
  completed: ReadonlyMap<string, ReadonlySet<string>>
}

const lessonRow = z.object({ course: z.string(), lesson: z.string() })
const lessonsOf = `SELECT DISTINCT "course", "lesson" FROM "LessonProgress"
  WHERE "completedAt" IS NOT NULL AND "personId" IN (SELECT "value" FROM json_each(?))`

const attemptRow = z.object({ id: z.string(), course: z.string(), position: z.string(), unitId: z.string(), closedAt: z.string() })
const waitingAttempts = `SELECT "id", "course", "position", "unitId", "closedAt" FROM "Attempt"
  WHERE "passed" = 1 AND "evidenceId" IS NULL AND "closedAt" IS NOT NULL AND "personId" IN (SELECT "value" FROM json_each(?))
  ORDER BY "closedAt"`

function completedLessons(family: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byCourse = new Map<string, Set<string>>()
  for (const found of statement(lessonsOf).all(JSON.stringify(family))) {
    const { course, lesson } = lessonRow.parse(found)
    byCourse.set(course, (byCourse.get(course) ?? new Set()).add(lesson))
  }
  return byCourse
}

function papersOf(person: string, family: readonly string[], waiting: readonly Seat[], rules: PaperRules): PassedPaper[] {
  return statement(waitingAttempts)
    .all(JSON.stringify(family))
    .map((found) => attemptRow.parse(found))
    .filter(({ unitId, position }) => waiting.some((seat) => seat.unitId === unitId && seat.position === position))
    .map(({ id, course, position, unitId, closedAt }) => ({
      attempt: id,
      person,
      unit: unitId,
      position,
      on: rules.dayOf(new Date(closedAt)),
      gives: rules.gives(course, position),
    }))
}

function startOf(seat: Seat): Day {
  const day = parseDay(seat.from)
  if (day === null) throw new Error(`not a day in the database: ${seat.from}`)
  return day
}

/** All that a person's own page needs. Join requests that wait are judged as the posts they would become. */
export function seatFacts(actorPersonId: string, duties: readonly Duty[], rules: PaperRules): SeatFacts {
  const { people } = factsOfPeople([actorPersonId], [])
  const family = people.map((person) => person.id)
  const personId = people.find((person) => person.mergedInto === null)?.id ?? actorPersonId
  const seats = findSeats(personId)
  const waiting = seats.filter((seat) => seat.postId === null)
  const known = factsOfPeople(
    [actorPersonId],
    duties,
    waiting.map((seat) => seat.unitId),
  )
  const papers = papersOf(personId, family, waiting, rules)
  const facts = asIfConfirmed(
    known,
    waiting.map((seat) => ({ id: seat.id, person: personId, unit: seat.unitId, position: seat.position, from: startOf(seat) })),
    papers,
  )
  return { personId, family, seats, facts, papers, completed: completedLessons(family) }
}
