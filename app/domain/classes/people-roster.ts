import { type JudgedRow, plain, type RosterRow, type RosterUnit, type RosterVerdict, type UnitMeant } from './roster'

/** Somebody at a unit. isMeant: holds a position of the programme there today. isListed: stands on the list for it, whatever he holds. */
export type RosterPerson = { id: string; name: string; phone: string; unit: string; isMeant: boolean; isListed: boolean }

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')

/**
 * Judges every row of a sheet of persons, and each for itself: the unit first, then the person at it by his name, and by his phone where one
 * is given. Somebody is on a list once, at whichever unit; of two rows of one person the second is the fault. needsReason: the list is
 * frozen. people: of all units that the rows name.
 */
export function judgePeople(
  rows: readonly RosterRow[],
  unitOf: UnitMeant,
  people: readonly RosterPerson[],
  needsReason: boolean,
): JudgedRow[] {
  const listed = new Set(people.filter(({ isListed }) => isListed).map(({ id }) => id))
  const lineOf = new Map<string, number>()
  return rows.map((row) => {
    const unit = unitOf(row)
    if (typeof unit === 'string') return { row, verdict: { kind: unit } }
    const person = personOf(row, unit, people)
    if (typeof person === 'string') return { row, verdict: { kind: person } }
    const before = lineOf.get(person.id)
    if (before !== undefined) return { row, verdict: { kind: 'twice', of: before } }
    lineOf.set(person.id, row.line)
    return { row, verdict: verdictOf(row, unit, person, listed, needsReason) }
  })
}

function verdictOf(
  { reason }: RosterRow,
  unit: RosterUnit,
  person: RosterPerson,
  listed: ReadonlySet<string>,
  needsReason: boolean,
): RosterVerdict {
  if (!unit.inPlace) return { kind: 'outside' }
  if (listed.has(person.id)) return { kind: 'already', unit: unit.id, person: person.id }
  if (!unit.isOpen) return { kind: 'closed' }
  if (!person.isMeant) return { kind: 'notMeant' }
  if (needsReason && reason.length < 2) return { kind: 'noReason' }
  return { kind: 'add', unit: unit.id, person: person.id }
}

/** Whom a row names. Of several of a name the one whose phone it is; without a phone the one on the list, or the only one who is meant. */
function personOf(
  { person, phone }: RosterRow,
  unit: RosterUnit,
  people: readonly RosterPerson[],
): RosterPerson | 'noName' | 'nobody' | 'namesakes' {
  if (person === '') return 'noName'
  const called = people.filter((one) => one.unit === unit.id && plain(one.name) === person)
  const named = phone === '' ? called : called.filter((one) => digits(one.phone) === digits(phone))
  const [first, second] = named
  if (first === undefined) return 'nobody'
  if (second === undefined) return first
  const meant = named.filter(({ isMeant, isListed }) => isMeant || isListed)
  const [only, another] = meant
  return only !== undefined && another === undefined ? only : 'namesakes'
}
