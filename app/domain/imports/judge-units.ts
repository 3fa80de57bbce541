import { isSameName } from '../org/joining'
import type { CellChange, CellFault, LineResult } from './line-result'
import { bareWord } from './plain-cell'
import type { UnitRow } from './read-unit'

/** A unit in the register. responsible: who are its responsible persons. isInReach: whoever imports supervises it. */
export type KnownUnit = {
  readonly id: string
  readonly name: string
  readonly place: { readonly id: string; readonly name: string; readonly path: string }
  readonly sector: string
  readonly traits: ReadonlySet<string>
  readonly responsible: readonly string[]
  readonly isInReach: boolean
}
/** Who in the register has a telephone number. */
export type PhoneHolders = ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>

/** Who becomes the responsible person: somebody known, or whom a line of the sheet brings first. */
export type BroughtPerson = { readonly name: string; readonly phone: string | null; readonly is: { known: string } | { ofLine: number } }
/** What a row writes. unitId: null for a new unit. traits: those that it has not yet. */
export type UnitEffect = {
  readonly row: UnitRow
  readonly unitId: string | null
  readonly traits: readonly string[]
  readonly responsible: BroughtPerson | null
}
export type JudgedUnit = { readonly result: LineResult; readonly effect: UnitEffect | null }

const fault = (field: string, reason: string, values?: Record<string, string | number>): CellFault => ({
  field,
  reason: `imports:fault.${reason}`,
  ...(values ? { values } : {}),
})
const refused = (...faults: CellFault[]): JudgedUnit => ({ result: { kind: 'refused', faults }, effect: null })

/**
 * Judges the rows of a sheet in their order. A unit is the one of its name at its place; one of that name above or below that place may be
 * it, and is asked for. A sheet adds units, traits and a first responsible person; it takes nothing away.
 */
export function judgeUnits(rows: readonly UnitRow[], known: readonly KnownUnit[], holders: PhoneHolders): JudgedUnit[] {
  const byName = new Map<string, KnownUnit[]>()
  for (const unit of known) byName.set(bareWord(unit.name), [...(byName.get(bareWord(unit.name)) ?? []), unit])
  const units = new Map<string, number>()
  const phones = new Map<string, { line: number; name: string }>()
  return rows.map((row) => {
    const key = `${row.place.id} ${bareWord(row.name)}`
    const before = units.get(key)
    if (before !== undefined) return refused(fault('name', 'unitTwice', { line: before }))
    units.set(key, row.line)
    const person = personMeant(row, holders, phones)
    return person !== null && 'reason' in person ? refused(person) : judged(row, byName.get(bareWord(row.name)) ?? [], person)
  })
}

/** Whom a row brings as responsible person. One person may be it of several units; one telephone number is one person's. */
function personMeant(
  { responsible, line }: UnitRow,
  holders: PhoneHolders,
  phones: Map<string, { line: number; name: string }>,
): BroughtPerson | CellFault | null {
  if (responsible === null) return null
  const { name, phone } = responsible
  if (phone === null) return { name, phone, is: { ofLine: line } }
  const held = holders.get(phone) ?? []
  const same = held.find((person) => isSameName(person.name, name))
  if (same !== undefined) return { name, phone, is: { known: same.id } }
  if (held.length > 0) return fault('phone', 'phoneElsewhere')
  const before = phones.get(phone) ?? { line, name }
  phones.set(phone, before)
  return isSameName(before.name, name) ? { name, phone, is: { ofLine: before.line } } : fault('phone', 'phoneTwice', { line: before.line })
}

function judged(row: UnitRow, alike: readonly KnownUnit[], person: BroughtPerson | null): JudgedUnit {
  const unit = alike.find(({ id, place, isInReach }) => place.id === row.place.id || (isInReach && row.answer === `is:${id}`))
  if (unit !== undefined) return judgedKnown(row, unit, person)
  const near = alike.filter(
    ({ place, isInReach }) => isInReach && (place.path.startsWith(row.place.path) || row.place.path.startsWith(place.path)),
  )
  if (near.length > 0 && row.answer !== 'other') {
    const candidates = near.map(({ id, name, place }) => ({ id, name, phone: null, about: [place.name] }))
    return { result: { kind: 'asks', candidates }, effect: null }
  }
  return { result: { kind: 'new', known: false }, effect: { row, unitId: null, traits: row.traits, responsible: person } }
}

function judgedKnown(row: UnitRow, unit: KnownUnit, person: BroughtPerson | null): JudgedUnit {
  if (row.sector !== unit.sector) return refused(fault('sector', 'sectorDiffers'))
  const traits = row.traits.filter((trait) => !unit.traits.has(trait))
  const isKnown = person !== null && unit.responsible.some((name) => isSameName(name, person.name))
  if (person !== null && !isKnown && unit.responsible.length > 0)
    return refused(fault('responsible', 'responsibleDiffers', { name: unit.responsible.join('、') }))
  const responsible = isKnown ? null : person
  const changes: CellChange[] = traits.map((trait) => ({ field: 'traits', before: null, after: trait }))
  if (responsible !== null) changes.push({ field: 'responsible', before: null, after: responsible.name })
  if (changes.length === 0) return { result: { kind: 'same' }, effect: null }
  return { result: { kind: 'changed', changes }, effect: { row, unitId: unit.id, traits, responsible } }
}
