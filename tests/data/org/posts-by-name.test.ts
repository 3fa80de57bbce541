import { beforeAll, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { listPosts, type PeopleFilter } from '~/data/org/people.server'
import { scopeFor } from '~/domain/accounts/scope'
import { civilDay } from '~/domain/shared/civil-day'
import { makeAdministered } from '../../factories/administration'
import { type MadeUnit, makeEmployee, makeUnit, morning } from '../../factories/unit-people'

const today = civilDay(morning)
const everybody: PeopleFilter = { text: '', position: null, state: 'present' }
let world: Awaited<ReturnType<typeof makeAdministered>>
let mall: MadeUnit

beforeAll(async () => {
  world = await makeAdministered()
  mall = await makeUnit('河西商场', 'SC01')
  for (const name of ['张伟', '安宁', '李娜', '欧阳明', '蔡磊']) await makeEmployee(mall, name)
})

const names = async (descending: boolean) => {
  const scope = scopeFor(findGrants(world.administrator.accountId), 'see', today)
  const { rows } = await listPosts(scope, mall.id, everybody, today, { sort: 'name', descending, page: 1 })
  return rows.map(({ person }) => person.name)
}

it('puts the people of a unit in the order their names sound', async () => {
  expect(await names(false)).toEqual(['安宁', '蔡磊', '李娜', '欧阳明', '张伟'])
  expect(await names(true)).toEqual(['张伟', '欧阳明', '李娜', '蔡磊', '安宁'])
})
