import type { Day } from '../shared/day'
import type { CellFault } from './line-result'
import { type KnownPerson, type Meant, type PersonRow, type Register, whoIsMeant } from './who-is-meant'

export type Present = { person: KnownPerson } | Exclude<Meant, { known: KnownPerson } | { nobody: true }>

const fault = (reason: string, values: CellFault['values']): Present => ({
  fault: { field: 'name', reason: `imports:fault.${reason}`, ...(values ? { values } : {}) },
})

/**
 * Who of a unit's people a row means that brings something of his: as in a roster, and by the name alone where only one in the unit has it.
 * Nobody is brought by such a row, and who works at the unit neither today nor later is refused.
 */
export function presentPerson(row: PersonRow, register: Register, today: Day): Present {
  const meant = whoIsMeant(row, register)
  if ('fault' in meant) return meant
  if ('nobody' in meant) return fault('personUnknown', { name: row.name, unit: row.unit.name })
  if ('asks' in meant) {
    const only = onlyOne(row, meant.asks, register)
    return only === null ? meant : atUnit(only, row, today)
  }
  return atUnit(meant.known, row, today)
}

function atUnit(person: KnownPerson, { name, unit }: PersonRow, today: Day): Present {
  const isHere = person.posts.some(({ unitId, to }) => unitId === unit.id && (to === null || to >= today))
  return isHere ? { person } : fault('notAtUnit', { name, unit: unit.name })
}

function onlyOne(row: PersonRow, asked: readonly { id: string }[], register: Register): KnownPerson | null {
  const [only, another] = asked
  if (only === undefined || another !== undefined) return null
  const saysMore = row.phone !== null || row.masked !== null || row.idHash !== null || row.isIdMasked
  return saysMore ? null : (register.byId.get(only.id) ?? null)
}
