import {
  type ImportedPerson,
  type ImportedPost,
  recordPeopleImported,
  recordPersonChanged,
  recordPostsImported,
  type SealedNumber,
} from '~/data/imports/people-writers.server'
import type { WrittenCounts } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { PersonEffect } from '~/domain/imports/judge-people'
import { newId, newToken } from '~/gateways/secrets.server'

/** Sealed ID numbers by line. */
export type SealedNumbers = ReadonlyMap<number, SealedNumber>
type Fresh = { personId: string; accountId: string; postId: string; cardToken: string }
/** New ids by line, made before a transaction begins. */
export type FreshIds = ReadonlyMap<number, Fresh>

export const freshIds = (rows: readonly { line: number }[], now: Date): FreshIds =>
  new Map(rows.map(({ line }) => [line, { personId: newId(now), accountId: newId(now), postId: newId(now), cardToken: newToken() }]))

type Given = { numbers: SealedNumbers; fresh: FreshIds; now: Date }

function getFresh({ fresh }: Given, line: number): Fresh {
  const ids = fresh.get(line)
  if (ids === undefined) throw new Error(`no ids for line ${line}`)
  return ids
}

/** The people that the rows bring, each once; a number that only a later row of his gives is his, too. */
function newPeople(effects: readonly PersonEffect[], given: Given): ImportedPerson[] {
  const people = new Map<number, ImportedPerson>()
  for (const { row, person } of effects) {
    if ('known' in person) continue
    const known = people.get(person.ofLine)
    const { personId, accountId } = getFresh(given, person.ofLine)
    const idNumber = known?.idNumber ?? given.numbers.get(row.line) ?? null
    const phone = known?.phone ?? row.phone
    people.set(person.ofLine, { personId, accountId, unitId: known?.unitId ?? row.unit.id, name: known?.name ?? row.name, phone, idNumber })
  }
  return [...people.values()]
}

function newPosts(effects: readonly PersonEffect[], given: Given): ImportedPost[] {
  return effects.flatMap(({ row, person, post }): ImportedPost[] => {
    if (post === null) return []
    const personId = 'known' in person ? person.known : getFresh(given, person.ofLine).personId
    const { postId, cardToken } = getFresh(given, row.line)
    return [{ id: postId, personId, unitId: row.unit.id, ...post, cardToken }]
  })
}

/** Writes what rows of people bring: new people with their accounts, posts, and what is put right. */
export async function writePeople(tx: Tx, effects: readonly PersonEffect[], given: Given): Promise<WrittenCounts> {
  const [people, posts] = [newPeople(effects, given), newPosts(effects, given)]
  await recordPeopleImported(tx, people, given.now)
  await recordPostsImported(tx, posts, given.now)
  const changed = new Set<string>()
  for (const { row, person, changes } of effects) {
    if (!('known' in person) || changes.size === 0) continue
    const [name, phone] = [changes.has('name') ? row.name : null, changes.has('phone') ? row.phone : null]
    const idNumber = changes.has('idNumber') ? (given.numbers.get(row.line) ?? null) : null
    await recordPersonChanged(tx, { personId: person.known, name, phone, idNumber })
    changed.add(person.known)
  }
  return { people: people.length, posts: posts.length, changed: changed.size, units: 0 }
}
