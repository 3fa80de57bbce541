import type { Day } from '../shared/day'
import { bindsOn, spellsOf } from './binding'
import { calendarStanding } from './cadence-calendar'
import { gateStanding } from './cadence-gate'
import { onceStanding } from './cadence-once'
import { rollingStanding } from './cadence-rolling'
import type { DutyNode, FactIndex, SubjectNode } from './fact-index'
import type { SubjectKind } from './facts'
import type { Inquiry } from './inquiry'
import { spellAt } from './spells'
import { type Standing, UNBOUND, waived } from './verdict'
import { waivedThrough } from './waived'

export { type FactIndex, indexFacts } from './fact-index'
export type { Facts } from './facts'
export type { Clearance, Standing } from './verdict'

/**
 * How a subject stands towards a duty on a day, by the facts known on that day. A merged person's id asks about the
 * survivor. Throws for an unknown duty or subject, and for a subject of another kind than the duty binds.
 */
export function standingOf(index: FactIndex, dutyId: string, subjectId: string, on: Day): Standing {
  const duty = index.duties.get(dutyId)
  const subject = index.subjects.get(subjectId)
  if (duty === undefined) throw new Error(`there is no duty ${dutyId}`)
  if (subject === undefined) throw new Error(`there is no subject ${subjectId}`)
  if (subject.kind !== duty.duty.binds) throw new Error(`duty ${dutyId} does not bind a ${subject.kind}`)
  return standingWhenKnown(index, duty, subject, on, on)
}

/** The ids of the duties that bind a subject on a day, in input order. Empty for an id that is not of that kind. */
export function dutiesBinding(index: FactIndex, kind: SubjectKind, subjectId: string, on: Day): readonly string[] {
  const subject = index.subjects.get(subjectId)
  if (subject === undefined || subject.kind !== kind) return []
  const binding: string[] = []
  for (const [id, duty] of index.duties) if (bindsOn(duty, subject, on)) binding.push(id)
  return binding
}

/** The standing on a day with only the evidence and revocations known on a day not later than it. */
export function standingWhenKnown({ ledger }: FactIndex, duty: DutyNode, subject: SubjectNode, on: Day, known: Day): Standing {
  const spells = spellsOf(duty, subject)
  const spell = spellAt(spells, on)
  if (spell === null) return UNBOUND
  const waivedUntil = waivedThrough(duty.waivers.get(subject), on)
  if (waivedUntil !== null) return waived(waivedUntil)
  return cadenceStanding({ duty, subject, on, known, spells, spell, ledger, units: null })
}

function cadenceStanding(inquiry: Inquiry): Standing {
  const { cadence } = inquiry.duty.duty
  switch (cadence.kind) {
    case 'gate':
      return gateStanding(inquiry, cadence)
    case 'once':
      return onceStanding(inquiry, cadence)
    case 'calendar':
      return calendarStanding(inquiry, cadence)
    case 'rolling':
      return rollingStanding(inquiry, cadence)
  }
}
