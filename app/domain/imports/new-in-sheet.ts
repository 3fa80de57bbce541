import { isSameName } from '../org/joining'
import { nameKey, type PersonRow } from './who-is-meant'

type SheetFault = { field: string; reason: string; values: { line: number } }
export type Fresh = { take: (row: PersonRow, knownId: string | null) => { person: number } | SheetFault }

type Seen = { first: PersonRow; knownId: string | null; phone: string | null; idHash: string | null; posts: Set<string> }

/**
 * The people of one sheet as its rows come by: several rows of somebody bring him once, with all his posts. Refuses a row that says the same
 * as one before, contradicts it, or cannot be told from it.
 */
export function freshPeople(): Fresh {
  const seen: { byPhone: Map<string, Seen>; byIdHash: Map<string, Seen>; byName: Map<string, Seen[]>; byId: Map<string, Seen> } = {
    ...{ byPhone: new Map(), byIdHash: new Map(), byName: new Map(), byId: new Map() },
  }
  const twice = (field: string, reason: string, { first }: Seen): SheetFault => ({ field, reason, values: { line: first.line } })

  function earlier(row: PersonRow, knownId: string | null): Seen | SheetFault | null {
    const known = knownId === null ? undefined : seen.byId.get(knownId)
    const byIdNumber = row.idHash === null ? undefined : seen.byIdHash.get(row.idHash)
    const byPhone = row.phone === null ? undefined : seen.byPhone.get(row.phone)
    if (byIdNumber !== undefined && !isSameName(byIdNumber.first.name, row.name)) return twice('idNumber', 'idNumberTwice', byIdNumber)
    if (byPhone !== undefined && !isSameName(byPhone.first.name, row.name)) return twice('phone', 'phoneTwice', byPhone)
    const found = known ?? byIdNumber ?? byPhone
    if (found === undefined) return namesake(row, knownId)
    if (knownId !== found.knownId) return twice('name', 'nameTwice', found)
    if (row.phone !== null && found.phone !== null && row.phone !== found.phone) return twice('phone', 'phoneDiffers', found)
    if (row.idHash !== null && found.idHash !== null && row.idHash !== found.idHash) return twice('idNumber', 'idNumberTwo', found)
    return found
  }

  /** Two new people of one name in one unit must differ in a telephone or ID number that both rows give. */
  function namesake(row: PersonRow, knownId: string | null): SheetFault | null {
    if (knownId !== null || row.answer === 'other') return null
    const alike = (seen.byName.get(`${row.unit.id} ${nameKey(row.name)}`) ?? []).find(
      ({ knownId: other, phone, idHash }) =>
        other === null && (phone === null || row.phone === null) && (idHash === null || row.idHash === null),
    )
    return alike === undefined ? null : twice('name', 'nameTwice', alike)
  }

  function note(row: PersonRow, one: Seen): void {
    one.phone ??= row.phone
    one.idHash ??= row.idHash
    if (row.phone !== null) seen.byPhone.set(row.phone, one)
    if (row.idHash !== null) seen.byIdHash.set(row.idHash, one)
    if (one.knownId !== null) seen.byId.set(one.knownId, one)
  }

  return {
    take(row, knownId) {
      const found = earlier(row, knownId)
      if (found !== null && 'reason' in found) return found
      const post = `${row.unit.id} ${row.position ?? ''}`
      if (found?.posts.has(post)) return twice('name', 'rowTwice', found)
      const one = found ?? { first: row, knownId, phone: null, idHash: null, posts: new Set<string>() }
      one.posts.add(post)
      note(row, one)
      if (found === null) {
        const key = `${row.unit.id} ${nameKey(row.name)}`
        seen.byName.set(key, [...(seen.byName.get(key) ?? []), one])
      }
      return { person: one.first.line }
    },
  }
}
