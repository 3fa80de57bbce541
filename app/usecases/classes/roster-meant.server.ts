import { unitCodes } from '~/data/classes/coverage-lines.server'
import { peopleAtUnits, peopleCalled } from '~/data/classes/people-at-units.server'
import { membersOf, type ProgrammeFacts } from '~/data/classes/programmes.server'
import { ownersOf } from '~/data/classes/responsible.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { inScope, scopeFor } from '~/domain/accounts/scope'
import type { RosterPerson } from '~/domain/classes/people-roster'
import type { RosterRow, RosterUnit, UnitMeant } from '~/domain/classes/roster'
import { type Day, holdsDay } from '~/domain/shared/day'
import type { ActingPerson } from './reached-class.server'

/** The units that whoever asks supervises, as a sheet may name them. */
export function unitsSeen({ actor, today }: ActingPerson, { place }: ProgrammeFacts): RosterUnit[] {
  const scope = scopeFor(actor.grants, 'supervise', today)
  const codes = unitCodes()
  return unitDirectory()
    .units.filter((unit) => inScope(scope, { id: unit.id, sector: unit.sector, placePath: unit.place.path }))
    .map((unit) => ({
      ...{ id: unit.id, name: unit.name, code: codes.get(unit.id) ?? '', inPlace: unit.place.path.startsWith(place.path) },
      isOpen: holdsDay(unit.from, unit.to, today),
    }))
}

type Listed = readonly { subjectId: string; unitId: string }[]

/**
 * Whom a sheet may mean: everybody at the units that its rows name, and whoever stands on the list, also where he has left his unit. What it
 * returns takes the list as it is when the sheet is written.
 */
export function peopleMeant(
  rows: readonly RosterRow[],
  unitOf: UnitMeant,
  programme: ProgrammeFacts,
  today: Day,
): (listed: Listed) => RosterPerson[] {
  const named = rows.map(unitOf).flatMap((unit) => (typeof unit === 'string' ? [] : [unit.id]))
  const at = peopleAtUnits([...new Set(named)], programme.body.audience.positions, today)
  const before = membersOf(programme).map(({ subjectId }) => subjectId)
  const owner = ownersOf(before)
  const called = peopleCalled(before.map(owner))
  return (listed) => {
    const units = new Map(listed.map(({ subjectId, unitId }) => [owner(subjectId), unitId]))
    const here = at.map((one) => ({ ...one, isListed: units.has(one.id) }))
    const known = new Set(at.map(({ id, unit }) => `${id} ${unit}`))
    const gone = [...units].flatMap(([id, unit]): RosterPerson[] => {
      const person = called.get(id)
      return person === undefined || known.has(`${id} ${unit}`) ? [] : [{ id, ...person, unit, isMeant: false, isListed: true }]
    })
    return [...here, ...gone]
  }
}
