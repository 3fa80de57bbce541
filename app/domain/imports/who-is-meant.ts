import { isSameName } from '../org/joining'
import { maskedPhone } from '../org/phone'
import type { Day } from '../shared/day'
import type { Candidate, CellFault } from './line-result'
import type { PersonWish } from './read-person'

export type KnownPost = { readonly unitId: string; readonly position: string; readonly from: Day; readonly to: Day | null }
/** Somebody in the register. mayCorrect: whoever imports may put his name and telephone number right. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly login: string | null
  readonly idHash: string | null
  readonly staffNumber: string | null
  readonly posts: readonly KnownPost[]
  readonly mayCorrect: boolean
}
export type PersonRow = PersonWish & { readonly line: number; readonly idHash: string | null; readonly answer: string | null }

export type Register = {
  readonly byId: ReadonlyMap<string, KnownPerson>
  readonly byIdHash: ReadonlyMap<string, KnownPerson>
  readonly byStaffNumber: ReadonlyMap<string, KnownPerson>
  readonly byPhone: ReadonlyMap<string, readonly KnownPerson[]>
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>
}

/** Names that are spelled alike have the same key. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toLowerCase()

function gathered(people: readonly KnownPerson[], keysOf: (person: KnownPerson) => readonly string[]): Map<string, KnownPerson[]> {
  const found = new Map<string, KnownPerson[]>()
  for (const person of people)
    for (const key of new Set(keysOf(person))) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [person])
      else known.push(person)
    }
  return found
}

const present = (text: string | null): string[] => (text === null ? [] : [text])
const single = (people: readonly KnownPerson[], key: (person: KnownPerson) => string | null) =>
  new Map(people.flatMap((person) => present(key(person)).map((text) => [text, person] as const)))

/** The known people by all that a row may know them by. */
export const registerOf = (people: readonly KnownPerson[]): Register => ({
  byId: new Map(people.map((person) => [person.id, person])),
  byIdHash: single(people, ({ idHash }) => idHash),
  byStaffNumber: single(people, ({ staffNumber }) => staffNumber),
  byPhone: gathered(people, ({ phone, login }) => [...present(phone), ...present(login)]),
  byName: gathered(people, ({ name }) => [nameKey(name)]),
})

export const worksIn = (person: KnownPerson, unitId: string): boolean => person.posts.some((post) => post.unitId === unitId)

export type Meant = { known: KnownPerson } | { nobody: true } | { asks: Candidate[] } | { fault: CellFault }
const fault = (field: string, reason: string, values?: Record<string, string | number>): Meant => ({
  fault: { field, reason: `imports:fault.${reason}`, ...(values ? { values } : {}) },
})

/**
 * Whom of the register a row means: by the staff number, the ID number, or name and telephone number together, that person. Who shares only
 * the name in the unit is asked for, unless the row says nothing about him that is not known. Of people elsewhere nothing is told.
 */
export function whoIsMeant(row: PersonRow, register: Register): Meant {
  const byStaff = row.staffNumber === null ? null : register.byStaffNumber.get(row.staffNumber)
  if (byStaff !== null) {
    if (byStaff === undefined || !worksIn(byStaff, row.unit.id)) return fault('staffNumber', 'staffNumberUnknown')
    return agreed(row, byStaff)
  }
  const byIdNumber = row.idHash === null ? undefined : register.byIdHash.get(row.idHash)
  if (byIdNumber !== undefined) {
    const isHim = isSameName(byIdNumber.name, row.name) || worksIn(byIdNumber, row.unit.id)
    return isHim ? agreed(row, byIdNumber) : fault('idNumber', 'idNumberOther')
  }
  const holders = row.phone === null ? [] : (register.byPhone.get(row.phone) ?? [])
  const namesakes = holders.filter((person) => isSameName(person.name, row.name))
  const [holder, second] = namesakes.filter((person) => mayBe(row, person))
  if (holder !== undefined && second === undefined) return { known: holder }
  if (holder === undefined && namesakes.length > 0) return fault('idNumber', 'idNumberDiffers')
  if (holders.length > 0) return phoneOfOthers(row, holders)
  return byNameAlone(row, register)
}

/** Two ID numbers are two people. */
const mayBe = ({ idHash }: PersonRow, person: KnownPerson): boolean => idHash === null || person.idHash === null || person.idHash === idHash

function agreed(row: PersonRow, person: KnownPerson): Meant {
  return mayBe(row, person) ? { known: person } : fault('idNumber', 'idNumberDiffers')
}

function phoneOfOthers(row: PersonRow, holders: readonly KnownPerson[]): Meant {
  const inside = holders.find((person) => worksIn(person, row.unit.id))
  return inside === undefined ? fault('phone', 'phoneElsewhere') : fault('phone', 'phoneInUnit', { name: inside.name })
}

function byNameAlone(row: PersonRow, register: Register): Meant {
  const alike = (register.byName.get(nameKey(row.name)) ?? []).filter((person) => worksIn(person, row.unit.id) && mayBe(row, person))
  const chosen = alike.find(({ id }) => row.answer === `is:${id}`)
  if (chosen !== undefined) return { known: chosen }
  const [only, another] = alike
  if (only === undefined || row.answer === 'other') return { nobody: true }
  if (another === undefined && saysNothingNew(row, only)) return { known: only }
  return { asks: alike.map((person) => candidate(person, row.unit.id)) }
}

function saysNothingNew(row: PersonRow, person: KnownPerson): boolean {
  const phone = person.phone === null ? null : maskedPhone(person.phone)
  if (row.phone !== null || row.idHash !== null || (row.masked !== null && row.masked !== phone)) return false
  return person.posts.some(
    ({ unitId, position, from }) => unitId === row.unit.id && position === row.position && (row.from === null || row.from === from),
  )
}

const candidate = ({ id, name, phone, posts }: KnownPerson, unitId: string): Candidate => ({
  id,
  name,
  phone: phone === null ? null : maskedPhone(phone),
  about: [...new Set(posts.filter((post) => post.unitId === unitId).map(({ position }) => position))],
})
