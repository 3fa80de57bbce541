import { maskedIdNumber } from '../org/id-number'
import { isSameName } from '../org/joining'
import { maskedPhone } from '../org/phone'
import { type Day, formatDay } from '../shared/day'
import type { CellChange, CellFault, LineResult } from './line-result'
import { type Fresh, freshPeople } from './new-in-sheet'
import { type KnownPerson, type PersonRow, type Register, whoIsMeant, worksIn } from './who-is-meant'

export type Correctable = 'name' | 'phone' | 'idNumber'
/** What a row writes. person: somebody known, or whom a line of the sheet brings first. */
export type PersonEffect = {
  readonly row: PersonRow
  readonly person: { readonly known: string } | { readonly ofLine: number }
  readonly post: { readonly position: string; readonly from: Day } | null
  readonly changes: ReadonlySet<Correctable>
}
export type JudgedPerson = { readonly result: LineResult; readonly effect: PersonEffect | null }

const fault = (field: string, reason: string, values?: Record<string, string | number>): CellFault => ({
  field,
  reason: reason.includes(':') ? reason : `imports:fault.${reason}`,
  ...(values ? { values } : {}),
})
const refused = (...faults: CellFault[]): JudgedPerson => ({ result: { kind: 'refused', faults }, effect: null })

/**
 * Judges the rows of a sheet in their order against the register: whom each means, and what it would add or put right. A sheet never ends a
 * post, moves its first day or takes anything away, and a row that says what is known changes nothing.
 */
export function judgePeople(rows: readonly PersonRow[], register: Register, today: Day): JudgedPerson[] {
  const sheet = freshPeople()
  return rows.map((row) => judged(row, register, sheet, today))
}

function judged(row: PersonRow, register: Register, sheet: Fresh, today: Day): JudgedPerson {
  const { unit } = row
  const meant = whoIsMeant(row, register)
  if ('fault' in meant) return refused(meant.fault)
  if ('asks' in meant) return { result: { kind: 'asks', candidates: meant.asks }, effect: null }
  const known = 'known' in meant ? meant.known : null
  const said = sheet.take(row, known?.id ?? null)
  if ('reason' in said) return refused(fault(said.field, said.reason, said.values))
  if (unit.to !== null && (row.from ?? today) > unit.to) return refused(fault('unit', 'unitClosed', { name: unit.name }))
  return known === null ? judgedNew(row, said.person) : judgedKnown(row, known, register, today)
}

function postWanted(row: PersonRow): { position: string; from: Day } | CellFault[] {
  const { position, from } = row
  if (position !== null && from !== null) return { position, from }
  return [
    ...(position === null ? [fault('position', 'people:error.positionMissing')] : []),
    ...(from === null ? [fault('from', 'people:error.startMissing')] : []),
  ]
}

function judgedNew(row: PersonRow, ofLine: number): JudgedPerson {
  const masked = [
    ...(row.masked === null ? [] : [fault('phone', 'phoneMasked')]),
    ...(row.isIdMasked ? [fault('idNumber', 'idNumberMasked')] : []),
  ]
  const post = postWanted(row)
  if (Array.isArray(post) || masked.length > 0) return refused(...masked, ...(Array.isArray(post) ? post : []))
  return { result: { kind: 'new', known: false }, effect: { row, person: { ofLine }, post, changes: new Set() } }
}

function judgedKnown(row: PersonRow, known: KnownPerson, register: Register, today: Day): JudgedPerson {
  const faults: CellFault[] = []
  const isInside = worksIn(known, row.unit.id)
  const changes = isInside ? corrections(row, known, register, faults) : []
  if (row.idNumber !== null && known.idHash === null) changes.push({ field: 'idNumber', before: null, after: maskedIdNumber(row.idNumber) })
  if (row.isIdMasked && known.idHash === null) faults.push(fault('idNumber', 'idNumberMasked'))
  const post = postBeyond(row, known, today, faults)
  if (faults.length > 0) return refused(...faults)
  if (post !== null) changes.push({ field: 'position', before: null, after: post.position })
  if (changes.length === 0) return { result: { kind: 'same' }, effect: null }
  const fields = changes.flatMap(({ field }): Correctable[] =>
    field === 'name' || field === 'phone' || field === 'idNumber' ? [field] : [],
  )
  const effect: PersonEffect = { row, person: { known: known.id }, post, changes: new Set(fields) }
  return { result: isInside ? { kind: 'changed', changes } : { kind: 'new', known: true }, effect }
}

/** The post that is still missing; null where it is held already. */
function postBeyond(row: PersonRow, known: KnownPerson, today: Day, faults: CellFault[]): { position: string; from: Day } | null {
  const inUnit = known.posts.filter(({ unitId }) => unitId === row.unit.id)
  if (row.position === null && inUnit.some(({ to }) => to === null || to >= today)) return null
  const held = inUnit.find(({ position, to }) => position === row.position && (to === null || to >= (row.from ?? today)))
  if (held !== undefined) {
    if (row.from !== null && held.from !== row.from) faults.push(fault('from', 'startDiffers', { day: formatDay(held.from) }))
    return null
  }
  const post = postWanted(row)
  if (!Array.isArray(post)) return post
  faults.push(...post)
  return null
}

/** Name and telephone number put right, as far as whoever imports may. */
function corrections(row: PersonRow, known: KnownPerson, register: Register, faults: CellFault[]): CellChange[] {
  const changes: CellChange[] = []
  const other = row.phone === null ? undefined : register.byPhone.get(row.phone)?.find(({ id }) => id !== known.id)
  if (!isSameName(row.name, known.name)) changes.push({ field: 'name', before: known.name, after: row.name })
  if (row.masked !== null && row.masked !== (known.phone === null ? null : maskedPhone(known.phone)))
    faults.push(fault('phone', 'phoneMasked'))
  if (row.phone !== null && row.phone !== known.phone) {
    if (other !== undefined)
      faults.push(worksIn(other, row.unit.id) ? fault('phone', 'phoneInUnit', { name: other.name }) : fault('phone', 'phoneElsewhere'))
    changes.push({ field: 'phone', before: known.phone === null ? null : maskedPhone(known.phone), after: row.phone })
  }
  if (!known.mayCorrect) faults.push(...changes.map(({ field }) => fault(field, 'outOfReach')))
  return changes
}
