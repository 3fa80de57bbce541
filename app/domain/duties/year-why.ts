import { type Day, earlierOf, holdsDay } from '../shared/day'
import { bindsOn, spellsOf } from './binding'
import type { FactIndex } from './fact-index'
import { isBarring } from './requirement'
import { spellAt } from './spells'
import { standingWhenKnown } from './standing'
import type { UnitRequirement } from './unit-requirement'
import { met } from './verdict'
import type { YearMark } from './year-marks'

/** Why a date stands in a unit's year: its own duty as it stood on the day that tells the date, with the piece that met it. */
export function whyOfMark(index: FactIndex, dutyId: string, unitId: string, mark: YearMark, today: Day): UnitRequirement {
  const duty = index.duties.get(dutyId)
  const unit = index.subjects.get(unitId)
  if (duty === undefined || unit?.kind !== 'unit') throw new Error(`duty ${dutyId} does not bind a unit ${unitId}`)
  const on = dayToAsk(mark, today, (day) => spellAt(spellsOf(duty, unit), day) !== null)
  const standing = standingWhenKnown(index, duty, unit, on, earlierOf(on, today))
  return {
    duty: duty.duty,
    bars: isBarring(duty),
    standing: mark.kind === 'done' && standing.by !== mark.by ? met(mark.by, null) : standing,
    bindings: [],
    asked: { index, duty, subject: unit, on, known: earlierOf(on, today) },
    traits: bindsOn(duty, unit, on)
      ? unit.unit.traits.filter(({ trait, from, to }) => duty.duty.traits.includes(trait) && holdsDay(from, to, on))
      : [],
  }
}

function dayToAsk(mark: YearMark, today: Day, isBound: (day: Day) => boolean): Day {
  if (mark.kind === 'missed') return mark.since
  return mark.kind === 'open' && isBound(today) ? today : mark.on
}
