import { db } from '~/data/db.server'
import { acting, grant, type MadeUnit, makeEmployee, makeStreet, makeUnit } from './unit-people'
import { emptyDatabase, setClock } from './world'

/** An empty county with one street, a fire brigade as a unit, and its administrator. */
export async function makeAdministered() {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  const brigade = await makeUnit('临河县消防救援大队', 'DADU')
  const administrator = await makeEmployee(brigade, '周队', { phone: '13800000001' })
  await grant(administrator.accountId, null)
  return { brigade, administrator, asAdministrator: () => acting(administrator.accountId) }
}

/** The acts of the log, oldest first. */
export const actsSoFar = async (): Promise<string[]> =>
  (await db().auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(({ act }) => act)

export const postsOf = async (unit: MadeUnit | { id: string }) =>
  (await db().post.findMany({ where: { unitId: unit.id }, include: { person: true }, orderBy: { from: 'asc' } })).map(
    ({ person, position, from, to }) => [person.name, position, from, to],
  )
