import { z } from 'zod'
import { expectedList, type Roles } from '~/domain/rollcall/expected'
import { statement } from '../db.server'
import { keptRows } from '../kept-rows.server'

/** What an arrival is judged by: who is expected by name, and who may decide. */
export type Listed = { people: ReadonlySet<string>; roles: Roles }

const idRow = z.object({ id: z.string() })
const newestSql = 'SELECT "id" FROM "RollList" WHERE "callId" = ? ORDER BY "nth" DESC LIMIT 1'
const listSql = 'SELECT "entries", "roles" FROM "RollList" WHERE "id" = ?'
const listRow = z.object({ entries: z.string(), roles: z.string() })
const roles = z.object({ commanders: z.array(z.string()), marshals: z.array(z.string()) })

const listed = keptRows((id): Listed => {
  const found = listRow.parse(statement(listSql).get(id))
  const people = expectedList.parse(JSON.parse(found.entries)).filter(({ kind }) => kind === 'person')
  return { people: new Set(people.map((one) => one.id)), roles: roles.parse(JSON.parse(found.roles)) }
})

/** Who is expected, as last drawn; a list is read once, however many arrive. */
export function listedNow(callId: string): Listed {
  const found = statement(newestSql).get(callId)
  return found === undefined ? { people: new Set(), roles: { commanders: [], marshals: [] } } : listed(idRow.parse(found).id)
}
