import { z } from 'zod'
import type { Responsible, Sitting } from '~/domain/classes/coverage'
import type { Member } from '~/domain/classes/members'
import { survivors } from '~/domain/duties/merged'
import type { Day } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { perDatabase, statement } from '../db.server'
import { lastChange, touchedSince, unitsChangedSince } from '../duties/standing-changes.server'
import { storedDay } from '../stored-day.server'
import { membersOf, type ProgrammeFacts } from './programmes.server'
import { sittingsOf } from './sittings.server'

type Asked = Pick<ProgrammeFacts, 'id' | 'body'>

/** What coverage of a programme rests on. Everybody in it stands under the record that is left after all merges. */
export type CoverageBasis = {
  members: readonly Member[]
  byUnit: ReadonlyMap<string, readonly Sitting[]>
  byPerson: ReadonlyMap<string, readonly Sitting[]>
  /** Who answers for a unit; of units at which somebody sat alone: of the others nothing depends on it. */
  responsible: ReadonlyMap<string, readonly Responsible[]>
  one: (person: string) => string
}
type Kept = CoverageBasis & { written: string; asked: string; merged: ReadonlyMap<string, string>; seq: number }

const countRow = z.object({ written: z.string() })
/** Rows of lists and classes are only ever added, so that their numbers tell whether anything was; who sat where is written as a class closes. */
const writtenSql = `SELECT (SELECT COUNT(*) FROM "ProgrammeMember" WHERE "programmeId" = @id) || ' ' ||
  (SELECT COUNT(*) FROM "ProgrammeMemberEnd") || ' ' ||
  (SELECT COUNT(*) FROM "ClassStep" s JOIN "TrainingClass" c ON c."id" = s."classId" WHERE c."programmeId" = @id) AS "written"`
const writtenOf = ({ id }: Asked): string => countRow.parse(statement(writtenSql).get({ id })).written

const mergedRow = z.object({ id: z.string(), mergedInto: z.string() })
const merged = `SELECT "id", "mergedIntoId" AS "mergedInto" FROM "Person" WHERE "mergedIntoId" IS NOT NULL`
const mergedAmong = `${merged} AND "id" IN (SELECT "value" FROM json_each(?))`
const mergedIn = (sql: string, ...values: string[]): Map<string, string> =>
  new Map(
    statement(sql)
      .all(...values)
      .map((row) => mergedRow.parse(row))
      .map(({ id, mergedInto }) => [id, mergedInto]),
  )

function survivorIn(into: ReadonlyMap<string, string>): (person: string) => string {
  const people = new Set([...into.keys(), ...into.values()])
  const ends = survivors([...people].map((id) => ({ id, mergedInto: into.get(id) ?? null })))
  return (person) => ends.get(person) ?? person
}

const heldRow = z.object({ person: z.string(), unit: z.string(), from: z.string(), to: z.string().nullable() })
const held = `SELECT "personId" AS "person", "unitId" AS "unit", "from", "to" FROM "Post"
  WHERE "position" IN (SELECT "value" FROM json_each(?)) AND "unitId" IN`
const heldWhereSat = `${held} (SELECT DISTINCT "unitId" FROM "ClassSitting" WHERE "programmeId" = ?)`
const heldAt = `${held} (SELECT "value" FROM json_each(?))`

function responsibles(sql: string, { body }: Asked, among: string, one: (person: string) => string): Map<string, Responsible[]> {
  const known = new Map<string, Day>()
  const day = (text: string): Day => {
    const found = known.get(text) ?? storedDay(text)
    known.set(text, found)
    return found
  }
  const rows = statement(sql)
    .all(JSON.stringify(body.audience.positions), among)
    .map((row) => heldRow.parse(row))
    .map(({ person, unit, from, to }): Responsible => ({ person: one(person), unit, from: day(from), to: to === null ? null : day(to) }))
  return groupedBy(rows, ({ unit }) => unit)
}

const shelf = perDatabase(() => new Map<string, Kept>())
/** Lines of all lists that are kept. */
const most = 200_000

/** The lists that were asked for longest ago go first. */
function keep(id: string, found: Kept): Kept {
  const kept = shelf()
  kept.delete(id)
  kept.set(id, found)
  let sum = [...kept.values()].reduce((total, { members }) => total + members.length, 0)
  for (const [oldest, { members }] of kept) {
    if (sum <= most || oldest === id) break
    kept.delete(oldest)
    sum -= members.length
  }
  return found
}

function readAnew(programme: Asked, written: string, before: Kept | undefined): Kept {
  const seq = lastChange()
  const into = mergedIn(merged)
  const one = survivorIn(into)
  const members = before?.written === written ? before.members : membersOf(programme)
  const sat = sittingsOf(programme).map((sitting): Sitting => ({ ...sitting, person: one(sitting.person) }))
  return {
    ...{ written, asked: JSON.stringify(programme.body), merged: into, seq, members, one },
    ...{ byUnit: groupedBy(sat, ({ unit }) => unit), byPerson: groupedBy(sat, ({ person }) => person) },
    responsible: responsibles(heldWhereSat, programme, programme.id, one),
  }
}

const unitRow = z.object({ unitId: z.string() })
const unitsOf = `SELECT DISTINCT "unitId" FROM "Post" WHERE "personId" IN (SELECT "value" FROM json_each(?))`
const mostTouched = 500

/** The units of which it may have changed who answers for them; null where everything is to be read anew. */
function touchedUnits(kept: Kept): { units: string[]; upTo: number } | null {
  const found = touchedSince(kept.seq)
  if (found === null || found.touched.people.size + found.touched.staff.size > mostTouched) return null
  const people = [...found.touched.people]
  const now = mergedIn(mergedAmong, JSON.stringify(people))
  if (people.some((person) => kept.merged.get(person) !== now.get(person))) return null
  const ends = new Set(people.map(kept.one))
  const before = [...kept.responsible].flatMap(([unit, held]) => (held.some(({ person }) => ends.has(person)) ? [unit] : []))
  const after = statement(unitsOf)
    .all(JSON.stringify(people))
    .map((row) => unitRow.parse(row).unitId)
  const units = new Set([...before, ...after, ...found.touched.staff])
  return { units: [...units].filter((unit) => kept.byUnit.has(unit)), upTo: found.upTo }
}

/**
 * What coverage of a programme rests on as of now. It is kept; where posts changed, who answers for their units alone is read again.
 * changed: the units for which it differs from what `before` says; before is null where any of them, or what the register says of them, may.
 */
export function coverageBasis(programme: Asked): { basis: CoverageBasis; before: CoverageBasis | null; changed: readonly string[] } {
  const kept = shelf().get(programme.id)
  const written = writtenOf(programme)
  if (kept === undefined || kept.written !== written || kept.asked !== JSON.stringify(programme.body))
    return { basis: keep(programme.id, readAnew(programme, written, kept)), before: null, changed: [] }
  if (kept.seq === lastChange()) return { basis: keep(programme.id, kept), before: kept, changed: [] }
  const touched = touchedUnits(kept)
  if (touched === null) return { basis: keep(programme.id, readAnew(programme, written, kept)), before: null, changed: [] }
  const before = unitsChangedSince(kept.seq) ? null : kept
  const again = responsibles(heldAt, programme, JSON.stringify(touched.units), kept.one)
  const responsible = new Map(kept.responsible)
  for (const unit of touched.units) responsible.set(unit, again.get(unit) ?? [])
  return { basis: keep(programme.id, { ...kept, responsible, seq: touched.upTo }), before, changed: touched.units }
}
