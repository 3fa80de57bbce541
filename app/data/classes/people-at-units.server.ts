import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { ownersOf } from './responsible.server'

const postRow = z.object({ personId: z.string(), unitId: z.string(), isMeant: z.number() })
const heldSql = `SELECT k."personId", k."unitId", MAX(k."position" IN (SELECT "value" FROM json_each(@positions))) AS "isMeant" FROM "Post" k
  WHERE k."unitId" IN (SELECT "value" FROM json_each(@units)) AND k."from" <= @on AND (k."to" IS NULL OR k."to" >= @on)
  GROUP BY k."unitId", k."personId"`
const personRow = z.object({ id: z.string(), name: z.string(), phone: z.string().nullable() })
const peopleSql = 'SELECT "id", "name", "phone" FROM "Person" WHERE "id" IN (SELECT "value" FROM json_each(?))'

export type PersonAtUnit = { id: string; name: string; phone: string; unit: string; isMeant: boolean }

/** How these persons are called and reached. They must come from units of a scope. */
export const peopleCalled = (ids: readonly string[]): Map<string, { name: string; phone: string }> =>
  new Map(
    statement(peopleSql)
      .all(JSON.stringify([...new Set(ids)]))
      .map((row) => personRow.parse(row))
      .map(({ id, name, phone }) => [id, { name, phone: phone ?? '' }]),
  )

/** Who holds any post at these units on a day, and whether one of these positions is among them. The units must come from a scope. */
export function peopleAtUnits(unitIds: readonly string[], positions: readonly string[], on: Day): PersonAtUnit[] {
  const held = statement(heldSql)
    .all({ units: JSON.stringify(unitIds), positions: JSON.stringify(positions), on: formatDay(on) })
    .map((row) => postRow.parse(row))
  const owner = ownersOf(held.map(({ personId }) => personId))
  const called = peopleCalled(held.map(({ personId }) => owner(personId)))
  const found = new Map<string, PersonAtUnit>()
  for (const { personId, unitId, isMeant } of held) {
    const id = owner(personId)
    const person = called.get(id)
    const known = found.get(`${id} ${unitId}`)
    if (person !== undefined)
      found.set(`${id} ${unitId}`, { id, ...person, unit: unitId, isMeant: isMeant === 1 || known?.isMeant === true })
  }
  return [...found.values()]
}
