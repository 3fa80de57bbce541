import { classTopics } from '~/content/class-topics.server'
import { registeredOn, standingClasses } from '~/data/imports/past-trainings.server'
import type { RosterImport } from '~/data/imports/roster-imports.server'
import type { Acting } from '~/domain/accounts/acting'
import type { CellFault, LineResult } from '~/domain/imports/line-result'
import { presentPerson } from '~/domain/imports/present-person'
import type { ImportUnit, PersonReading } from '~/domain/imports/read-person'
import { type PastClass, pastKey, readTraining, trainingSpellings } from '~/domain/imports/read-training'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import type { PersonRow, Register } from '~/domain/imports/who-is-meant'
import { wordFinder } from '~/domain/imports/word-finder'
import { type Day, formatDay } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'
import type { Judging } from './judging.server'
import { judgedLines, readWho, registerFor, unitsMeant } from './rows-of-people.server'
import { type FreshTraining, writeTrainings } from './trainings-written.server'

type Ready = { line: number; id: string; unit: ImportUnit; row: PersonRow | null; past: PastClass }
type Known = { register: Register; registered: ReadonlyMap<string, Day>; today: Day }
type Subject = { kind: 'person' | 'unit'; id: string }

/** Who a row is about: somebody, or, where it names nobody, the unit itself. */
function readSubject(
  raw: RawLine,
  unitOf: PersonReading['unitOf'],
  acting: Acting,
): { unit: ImportUnit; row: PersonRow | null } | CellFault[] {
  const { name = '', phone = '', idNumber = '', unit = '' } = raw.cells
  if (name !== '' || phone !== '' || idNumber !== '') {
    const who = readWho(raw, unitOf, acting)
    return 'faults' in who ? who.faults : { unit: who.row.unit, row: who.row }
  }
  const found = unitOf(unit)
  return typeof found === 'string'
    ? [{ field: 'unit', reason: `imports:fault.${found}`, values: { typed: unit } }]
    : { unit: found, row: null }
}

function readRow(
  raw: RawLine,
  unitOf: PersonReading['unitOf'],
  topicOf: (typed: string) => string | null,
  acting: Acting,
): Ready | CellFault[] {
  const subject = readSubject(raw, unitOf, acting)
  const read = readTraining(raw.cells, acting.today, topicOf)
  if (Array.isArray(subject)) return [...subject, ...('faults' in read ? read.faults : [])]
  return 'faults' in read ? read.faults : { line: raw.line, id: newId(acting.now), ...subject, past: read.past }
}

/** Whose class it was; a class since the unit is in the register is called, held and closed here. */
function subjectOf({ unit, row, past }: Ready, { register, registered, today }: Known): Subject | LineResult {
  const since = registered.get(unit.id)
  if (since === undefined || past.on >= since) {
    const values = { day: since === undefined ? '' : formatDay(since) }
    return { kind: 'refused', faults: [{ field: 'on', reason: 'imports:fault.sinceRegistered', values }] }
  }
  if (row === null) return { kind: 'unit', id: unit.id }
  const meant = presentPerson(row, register, today)
  if ('fault' in meant) return { kind: 'refused', faults: [meant.fault] }
  return 'asks' in meant ? { kind: 'asks', candidates: meant.asks } : { kind: 'person', id: meant.person.id }
}

/**
 * Judges the rows of a sheet of past trainings: classes alone, because a course, an examination and a practical test are passed here. Each
 * that is new is evidence, written under the sheet it came in, and can be taken back.
 */
export function trainingsJudging(acting: Acting, sheet: RosterImport, rows: readonly RawLine[]): Judging {
  const unitOf = unitsMeant(acting, sheet)
  const topicOf = wordFinder(classTopics(), trainingSpellings)
  const read = rows.map((raw) => ({ line: raw.line, read: readRow(raw, unitOf, topicOf, acting) }))
  const ready = read.flatMap((one) => (Array.isArray(one.read) ? [] : [one.read]))
  return async (client) => {
    const people = ready.flatMap(({ row }) => (row === null ? [] : [row]))
    const units = ready.map(({ unit }) => unit.id)
    const known = {
      register: await registerFor(client, acting, people),
      registered: await registeredOn(client, units),
      today: acting.today,
    }
    const meant = ready.map((one) => ({ one, subject: subjectOf(one, known) }))
    const standing = await standingClasses(
      client,
      meant.flatMap(({ subject }) => ('id' in subject ? [subject.id] : [])),
    )
    const results = new Map<number, LineResult>(
      read.flatMap((one) => (Array.isArray(one.read) ? [[one.line, { kind: 'refused', faults: one.read }] as const] : [])),
    )
    const fresh = new Map<string, FreshTraining>()
    for (const { one, subject } of meant) {
      if (!('id' in subject)) {
        results.set(one.line, subject)
        continue
      }
      const key = pastKey(subject.id, one.past.topic, formatDay(one.past.on))
      const earlier = fresh.get(key)
      if (standing.has(key)) results.set(one.line, { kind: 'same' })
      else if (earlier !== undefined) results.set(one.line, twice(earlier.line))
      else {
        results.set(one.line, { kind: 'new', known: false })
        fresh.set(key, { ...one.past, id: one.id, line: one.line, unitId: one.unit.id, subjectKind: subject.kind, subjectId: subject.id })
      }
    }
    return { lines: judgedLines(rows, results), write: (tx) => writeTrainings(tx, acting, sheet, [...fresh.values()]) }
  }
}

const twice = (line: number): LineResult => ({
  kind: 'refused',
  faults: [{ field: 'topic', reason: 'imports:fault.trainingTwice', values: { line } }],
})
