import { z } from 'zod'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { type Covered, coverageOfPerson, coverageOfUnit, type Responsible, type Sitting } from '~/domain/classes/coverage'
import { type Excuse, excusesOn, type LineState, lineStateOf } from '~/domain/classes/list-line'
import type { Member } from '~/domain/classes/members'
import { survivors } from '~/domain/duties/merged'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { perDatabase, statement } from '../db.server'
import { lastChange } from '../duties/standing-changes.server'
import { type DirectoryUnit, unitDirectory } from '../org/unit-directory.server'
import { storedDay } from '../stored-day.server'
import { membersOf, type ProgrammeFacts } from './programmes.server'
import { type StoredSitting, sittingsOf } from './sittings.server'

/** One line of a list on a day. unit: of the line, or at which the person is on it. closedOn: the unit's last day. */
export type CoverageLine = {
  member: Member
  unit: DirectoryUnit
  state: LineState
  verdict: Covered
  excuse: Excuse | null
}

/** What is asked of a programme is read from `body`, who is excused from `steps`. */
type Asked = Pick<ProgrammeFacts, 'id' | 'body' | 'steps'>

const mergedRow = z.object({ id: z.string(), mergedInto: z.string().nullable() })
const mergedPeople = `SELECT "id", "mergedIntoId" AS "mergedInto" FROM "Person" WHERE "mergedIntoId" IS NOT NULL
  UNION SELECT "id", "mergedIntoId" FROM "Person" WHERE "id" IN (SELECT "mergedIntoId" FROM "Person" WHERE "mergedIntoId" IS NOT NULL)`
const heldRow = z.object({ person: z.string(), unit: z.string(), from: z.string(), to: z.string().nullable() })
/** Of units at which somebody sat alone: of the others nothing depends on it. */
const held = `SELECT "personId" AS "person", "unitId" AS "unit", "from", "to" FROM "Post"
  WHERE "unitId" IN (SELECT DISTINCT "unitId" FROM "ClassSitting" WHERE "programmeId" = ?)
    AND "position" IN (SELECT "value" FROM json_each(?))`

/** For every record of a person the one that is left after all merges. */
function canonical(): (person: string) => string {
  const ends = survivors(
    statement(mergedPeople)
      .all()
      .map((row) => mergedRow.parse(row)),
  )
  return (person) => ends.get(person) ?? person
}

/** Days are few and stand in many rows. */
function dayReader(): (text: string) => Day {
  const known = new Map<string, Day>()
  return (text) => {
    const found = known.get(text) ?? storedDay(text)
    known.set(text, found)
    return found
  }
}

function responsiblesOf({ id, body }: Asked, one: (person: string) => string): Map<string, Responsible[]> {
  const day = dayReader()
  const rows = statement(held)
    .all(id, JSON.stringify(body.audience.positions))
    .map((row) => heldRow.parse(row))
    .map(({ person, unit, from, to }): Responsible => ({ person: one(person), unit, from: day(from), to: to === null ? null : day(to) }))
  return groupedBy(rows, ({ unit }) => unit)
}

const counts = z.object({ written: z.string() })
/** Rows of lists, classes and programmes are only ever added, so that their numbers tell whether anything was. */
const writtenSql = `SELECT (SELECT COUNT(*) FROM "ProgrammeMember") || ' ' || (SELECT COUNT(*) FROM "ProgrammeMemberEnd") || ' ' ||
  (SELECT COUNT(*) FROM "ClassStep") || ' ' || (SELECT COUNT(*) FROM "ClassSitting") AS "written"`

type Rows = { written: string; members: Member[]; sittings: StoredSitting[] }
type Kept = { rows: Rows; known: string; lines: CoverageLine[] }
const most = 200_000
const shelf = perDatabase(() => new Map<string, Kept>())

/** What was worked out last of each programme, as long as nothing has changed; the ones asked longest ago go first. */
function keep(id: string, found: Kept): void {
  const kept = shelf()
  kept.delete(id)
  kept.set(id, found)
  let sum = [...kept.values()].reduce((total, { lines }) => total + lines.length, 0)
  for (const [oldest, { lines }] of kept) {
    if (sum <= most || oldest === id) return
    kept.delete(oldest)
    sum -= lines.length
  }
}

function linesOf(programme: Asked, on: Day): readonly CoverageLine[] {
  const { written } = counts.parse(statement(writtenSql).get())
  const before = shelf().get(programme.id)
  const rows = before?.rows.written === written ? before.rows : { written, members: membersOf(programme), sittings: sittingsOf(programme) }
  const known = [written, lastChange(), formatDay(on), programme.steps.length, JSON.stringify(programme.body)].join('|')
  if (before?.known === known) return before.lines
  const lines = workedOut(programme, rows, on)
  keep(programme.id, { rows, known, lines })
  return lines
}

function workedOut(programme: Asked, { members, sittings }: Rows, on: Day): CoverageLine[] {
  const one = canonical()
  const sat = sittings.map((sitting): Sitting => ({ ...sitting, person: one(sitting.person) }))
  const [byUnit, byPerson] = [groupedBy(sat, ({ unit }) => unit), groupedBy(sat, ({ person }) => person)]
  const responsible = responsiblesOf(programme, one)
  const excuses = excusesOn(programme.steps, on)
  const rule = { parts: programme.body.parts.map(({ key }) => key), deputies: programme.body.deputies }
  const { byId, units } = unitDirectory()
  const rank = new Map(units.map(({ id }, nth) => [id, nth]))
  const lines = members.flatMap((member): CoverageLine[] => {
    const unit = byId.get(member.unitId)
    if (unit === undefined) return []
    const isUnit = member.subjectKind === 'unit'
    const verdict = isUnit
      ? coverageOfUnit(rule, byUnit.get(unit.id) ?? [], responsible.get(unit.id) ?? [], on)
      : coverageOfPerson(rule, byPerson.get(one(member.subjectId)) ?? [], on)
    const excuse = excuses.get(member.id) ?? null
    const state = lineStateOf({ member, closedOn: isUnit ? unit.to : null, excuse, verdict }, on)
    return state === null ? [] : [{ member, unit, state, verdict, excuse }]
  })
  return lines.sort((first, second) => (rank.get(first.unit.id) ?? 0) - (rank.get(second.unit.id) ?? 0))
}

/**
 * How every line of a programme's list stands on a day, as far as the scope reaches its unit, in the order of the register. A person's line
 * is reached by the unit at which he is on the list.
 */
export function programmeCoverage(scope: Scope, programme: Asked, on: Day): readonly CoverageLine[] {
  const lines = linesOf(programme, on)
  if (scope.everything) return lines
  return lines.filter(({ unit: { id, sector, place } }) => inScope(scope, { id, sector, placePath: place.path }))
}
