import { type Day, holdsDay } from '../shared/day'
import { bindsOn } from './binding'
import type { FactIndex } from './fact-index'
import type { TraitSpan } from './facts'
import { isBarring, type Requirement } from './requirement'
import { standingWhenKnown } from './standing'

/** A unit's own duty as it stands, with the traits through which it binds; none where it binds every unit. */
export type UnitRequirement = Requirement & { readonly traits: readonly TraitSpan[] }

/** What a unit itself owes on a day: its drills, filings and other duties that bind units. Throws for an unknown unit. */
export function unitRequirementsOf(index: FactIndex, unitId: string, on: Day): readonly UnitRequirement[] {
  const unit = index.subjects.get(unitId)
  if (unit?.kind !== 'unit') throw new Error(`there is no unit ${unitId}`)
  return [...index.duties.values()].flatMap((duty) => {
    if (duty.duty.binds !== 'unit' || !bindsOn(duty, unit, on)) return []
    const traits = unit.unit.traits.filter(({ trait, from, to }) => duty.duty.traits.includes(trait) && holdsDay(from, to, on))
    return [
      {
        duty: duty.duty,
        bars: isBarring(duty),
        standing: standingWhenKnown(index, duty, unit, on, on),
        bindings: [],
        asked: { index, duty, subject: unit, on, known: on },
        traits,
      },
    ]
  })
}
