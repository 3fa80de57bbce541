import type { Entry } from '../rollcall/event'
import type { Expected, Roles } from '../rollcall/expected'
import { rollOf } from '../rollcall/presence'
import { civilDay } from '../shared/civil-day'
import { formatDay } from '../shared/day'
import type { DrillBody } from './drill-body'
import type { Step } from './drill-state'
import { evaluationOf } from './evaluation'
import { findingsOf } from './finding'
import type { DrillRecord } from './record'
import { noticeGiven, planRevised, reported, sheetKept, signUp, written } from './record-steps'
import { timelineOf } from './timeline'

export type DrawnFrom = {
  unit: string
  way: DrillRecord['way']
  createdAt: Date
  enteredBy: string
  body: DrillBody
  steps: readonly Step[]
  kindName: { zh: string; en: string }
  expected: readonly Expected[]
  entries: readonly Entry[]
  roles: Roles
  planVersion: number | null
  /** Names of those who stamped and wrote, by person's id. */
  names: ReadonlyMap<string, string>
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
const moment = (at: number): string => new Date(at).toISOString()

/** The civil day a drill was held: of its first stamp, else the day it is written under. */
export function heldOn({ on }: DrillBody, begins: number | null): string {
  return begins === null ? on : formatDay(civilDay(new Date(begins)))
}

/** The record of a drill as all that is known of it now makes it. */
export function drawnRecord(from: DrawnFrom): DrillRecord {
  const { unit, way, createdAt, enteredBy, body, steps, kindName, expected, entries, roles, planVersion, names } = from
  const line = timelineOf(entries, roles)
  const nameOf = (id: string): string => names.get(id) ?? expected.find((one) => one.id === id)?.name ?? ''
  const notes = notesOf(steps)
  return {
    version: 1,
    unit,
    way,
    enteredAt: createdAt.toISOString(),
    enteredBy,
    body,
    kindName,
    on: heldOn(body, line.begins),
    begins: instant(line.begins),
    ends: instant(line.ends),
    ...peopleIn(expected, entries, roles, line.begins),
    timeline: line.marks.map(({ mark, zone, at, by }) => ({ mark, zone, at: moment(at), by: nameOf(by) })),
    told: line.told.map(({ at, by, zone, text, photo }) => ({ at: moment(at), by: nameOf(by), zone, text, photo })),
    planVersion,
    ...notes,
  }
}

type People = Pick<DrillRecord, 'departments' | 'there' | 'away' | 'missing' | 'counted' | 'walkIns' | 'doubts'>

function peopleIn(expected: readonly Expected[], entries: readonly Entry[], roles: Roles, begins: number | null): People {
  const roll = rollOf(expected, entries, roles, begins)
  const found: People = {
    departments: [],
    there: [],
    away: [],
    missing: [],
    counted: [],
    walkIns: roll.walkIns.map(({ name }) => name),
    doubts: { all: roll.doubts.length, counted: roll.doubts.filter(({ decided }) => decided === true).length },
  }
  for (const { id, kind, name, department, count } of expected) {
    const presence = roll.people.get(id)
    if (presence === undefined) continue
    const who = { id, name, department }
    if (kind !== 'person') found.counted.push({ name, kind, expected: count, count: presence.counted })
    else if (presence.state === 'there') found.there.push({ ...who, at: instant(presence.seen?.at ?? null), way: presence.seen?.way ?? '' })
    else if (presence.state === 'away') found.away.push({ ...who, why: presence.why ?? '' })
    else found.missing.push({ ...who, lastZone: presence.lastZone })
  }
  found.departments = [...new Set(found.there.map(({ department }) => department).filter(Boolean))]
  return found
}

export type Notes = Pick<DrillRecord, 'notices' | 'signs' | 'sheets' | 'evaluation' | 'findings' | 'revised' | 'report'>

/** What was written about a drill besides what happened in it; may go on after it was signed. */
export function notesOf(steps: readonly Step[]): Notes {
  const judged = evaluationOf(steps)
  const report = written(steps, 'reported', reported).at(-1)
  return {
    notices: written(steps, 'notice-given', noticeGiven).map(({ means, on, time }) => ({ means, on, time })),
    signs: written(steps, 'sign-up', signUp).map(({ where }) => ({ where })),
    sheets: written(steps, 'sheet-kept', sheetKept).map(({ photo }) => photo),
    evaluation: judged && {
      ...{ evaluator: judged.evaluator, summary: judged.summary, questions: judged.questions },
      ...(judged.redrill && { redrill: judged.redrill }),
    },
    findings: findingsOf(steps).map(({ id, what, owner, due, question, redrill, closed }) => ({
      ...{ id, what, owner, due, question, redrill },
      done: closed?.done ?? null,
    })),
    revised: written(steps, 'plan-revised', planRevised).map(({ version, changed }) => ({ version, changed })),
    report: report === undefined ? null : { on: report.on, receiver: report.receiver, means: report.means },
  }
}
