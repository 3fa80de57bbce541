import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { testOfPart } from '~/data/classes/tests.server'
import { db } from '~/data/db.server'
import { civilDay } from '~/domain/shared/civil-day'
import { forget } from '~/gateways/limits.server'
import { admitAddress } from '~/http/public-limit.server'
import { action, loader } from '~/routes/classes+/classes.test._index'
import { openClassTest } from '~/usecases/classes/open-class-test.server'
import { useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, testTime } from '../../factories/class-with-test'
import { emptyDatabase, setClock } from '../../factories/world'
import { ask } from '../duties-pages/street-corner'

beforeAll(useFixtureContent)
beforeEach(async () => {
  await forget('test', 'account-li')
  await emptyDatabase()
  setClock(testTime.toISOString())
  await buildClass()
  await seat('li')
  const actor = { accountId: 'account-lead', personId: 'lead', grants: findGrants('account-lead') }
  await openClassTest({ now: testTime, today: civilDay(testTime), actor }, { classId: 'class', part: 'test' })
})

const shown = async (): Promise<string> => (await testOfPart('class', 'test'))?.code ?? ''
const statusOf = (thrown: unknown): number | null => (thrown instanceof Response ? thrown.status : null)

async function types(typed: string, address: string) {
  const asked = await ask(`/classes/test?code=${typed}`, 'li', testTime)
  return loader({ ...asked, context: { ...asked.context, address } }).then(
    ({ init }) => init?.status ?? null,
    (thrown: unknown) => statusOf(thrown),
  )
}

async function sends(typed: string, address: string) {
  const asked = await ask('/classes/test', 'li', testTime)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams({ code: typed }) })
  return action({ ...asked, request, context: { ...asked.context, address } }).then(
    (answer) => (answer instanceof Response ? answer.headers.get('Location') : null),
    (thrown: unknown) => statusOf(thrown),
  )
}

describe('an address from which too many wrong codes came', () => {
  it('is answered alike for wrong and right ones, and the room at another address is not held up', async () => {
    expect(await types('ZZZZZZ', '192.0.2.9')).toBe(404)
    for (let nth = 1; nth < 600; nth += 1) await admitAddress('192.0.2.9')
    for (const typed of ['ZZZZZZ', await shown()]) {
      expect(await types(typed, '192.0.2.9')).toBe(429)
      expect(await sends(typed, '192.0.2.9')).toBe(429)
    }
    expect(await db().classPaper.count()).toBe(0)
    expect(await types(await shown(), '192.0.2.10')).toBe(200)
    expect(await sends(await shown(), '192.0.2.10')).toMatch(/^\/classes\/papers\//)
  })

  it('is not used up by one who goes on guessing: what is refused to him as a person is not counted against the room', async () => {
    for (let nth = 0; nth < 570; nth += 1) await admitAddress('192.0.2.12')
    for (let nth = 0; nth < 40; nth += 1) expect(await types('ZZZZZZ', '192.0.2.12')).toBe(404)
    await forget('test', 'account-li')
    expect(await types(await shown(), '192.0.2.12')).toBe(200)
  })

  it('still opens the form, so that the page says what to do', async () => {
    for (let nth = 0; nth < 600; nth += 1) await admitAddress('192.0.2.11')
    const asked = await ask('/classes/test', 'li', testTime)
    expect((await loader({ ...asked, context: { ...asked.context, address: '192.0.2.11' } })).init?.status).toBe(200)
  })
})
