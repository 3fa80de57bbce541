import { attendanceOf, doesCount, type Seen, type SittingState } from './attendance'
import { type ClassBody, type ClassPart, instantOf } from './class-body'
import type { Comer } from './comers'

/** What somebody wrote of a person at a part, from the sheet or as a result. roll: what the roll call says is to count again. */
export const markStates = ['present', 'late', 'early', 'absent', 'failed', 'roll'] as const
export type MarkState = (typeof markStates)[number]
/** A lesson is attended, a test is passed: which words may be written of each. */
export const markStatesOf = (kind: ClassPart['kind']): readonly MarkState[] =>
  kind === 'test' ? ['present', 'failed', 'absent', 'roll'] : ['present', 'late', 'early', 'absent', 'roll']
export type Mark = { part: string; person: string; state: MarkState }

/** How one person attended one part for one unit. from: what says so, the roll call, or what was written, which goes before it. */
export type Sat = Comer & { part: string; on: string; state: SittingState; seen: Seen; from: 'roll' | 'mark' }
/** What is not known yet. nothing: of a part neither a roll call nor anything written. result: were seen at a test, but not whether they passed. */
export type Gap = { kind: 'nothing' | 'result'; part: string; count: number }
export type DrawnRecord = { sats: Sat[]; gaps: Gap[] }

/** calls: of each part of which the roll was called, what it says of each person. marks: the newest of each person at each part. */
export type RecordFacts = {
  comers: readonly Comer[]
  calls: ReadonlyMap<string, ReadonlyMap<string, Seen>>
  marks: readonly Mark[]
}

const unseen: Seen = { at: null, leftAt: null }

/**
 * The record of a class as all that is known of it makes it: everybody expected, part by part. Whoever is neither seen nor written down is
 * absent. A test counts by its result alone.
 */
export function drawnRecord({ parts, late }: Pick<ClassBody, 'parts' | 'late'>, { comers, calls, marks }: RecordFacts): DrawnRecord {
  const written = new Map(marks.map(({ part, person, state }) => [JSON.stringify([part, person]), state]))
  const drawn: DrawnRecord = { sats: [], gaps: [] }
  for (const part of parts) {
    const call = calls.get(part.key)
    const unclear = new Set<string>()
    let isWritten = false
    for (const comer of comers) {
      const seen = call?.get(comer.person) ?? unseen
      const mark = written.get(JSON.stringify([part.key, comer.person]))
      const isMarked = mark !== undefined && mark !== 'roll'
      isWritten ||= isMarked
      if (!isMarked && part.kind === 'test' && seen.at !== null) unclear.add(comer.person)
      const state = isMarked ? mark : byRoll(part, seen, late)
      drawn.sats.push({ ...comer, part: part.key, on: part.on, state, seen, from: isMarked ? 'mark' : 'roll' })
    }
    if (comers.length > 0 && !isWritten && (call === undefined || part.kind === 'test'))
      drawn.gaps.push({ kind: 'nothing', part: part.key, count: comers.length })
    else if (unclear.size > 0) drawn.gaps.push({ kind: 'result', part: part.key, count: unclear.size })
  }
  return drawn
}

/** What a roll call alone makes of it. Having been seen at a test is not having passed it. */
function byRoll(part: ClassPart, seen: Seen, late: number): SittingState {
  if (part.kind === 'test') return seen.at === null ? 'absent' : 'failed'
  return attendanceOf(seen, instantOf(part.on, part.from), instantOf(part.on, part.to), late)
}

export type RecordCounts = { people: number; units: number; complete: number; deputies: number }

/** How many are expected, for how many units, and how many of them attended every part of this class; those of them who came as deputies. */
export function countsOf({ parts }: Pick<ClassBody, 'parts'>, sats: readonly Sat[]): RecordCounts {
  const byPerson = new Map<string, { parts: Set<string>; asDeputy: boolean }>()
  for (const { person, part, state, asDeputy } of sats) {
    const known = byPerson.get(person) ?? { parts: new Set<string>(), asDeputy }
    if (doesCount(state)) known.parts.add(part)
    byPerson.set(person, { ...known, asDeputy: known.asDeputy || asDeputy })
  }
  const complete = [...byPerson.values()].filter((one) => one.parts.size === parts.length)
  return {
    people: byPerson.size,
    units: new Set(sats.map(({ unit }) => unit)).size,
    complete: complete.length,
    deputies: complete.filter(({ asDeputy }) => asDeputy).length,
  }
}
