import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { matchHash, seal, unseal } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { action as askToCorrect, loader as myData } from '~/routes/personal+/me_.data._index'
import { loader as myZip } from '~/routes/personal+/me_.data[.]zip'
import { action as answer, loader as waiting } from '~/routes/personal+/units.$unitId.corrections'
import { action as seeNumber } from '~/routes/personal+/units.$unitId.people.$personId_.number'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { filesIn } from '../../factories/zip-files'

const idNumber = '11010519491231002X'
let unit: MadeUnit
let other: MadeUnit
let manager: MadePerson
let stranger: MadePerson
let guard: MadePerson

type Asked = { as: MadePerson; path: string; params?: Record<string, string>; form?: Record<string, string>; stale?: boolean }

async function asked({ as, path, params = {}, form, stale = false }: Asked) {
  const url = `http://127.0.0.1:3000${path}`
  const cookie = (await startSession(new Request(url), as.accountId, 'console', morning, !stale)).split(';')[0] ?? ''
  const body = form && { method: 'POST', body: new URLSearchParams(form) }
  return { request: new Request(url, { headers: { Cookie: cookie }, ...body }), params, context: { address: 'test', requestId: 't' } }
}

const outcomeOf = async (answer: Promise<unknown>): Promise<unknown> => answer.catch((fault: unknown) => fault)
const locationOf = (outcome: unknown) => (outcome instanceof Response ? outcome.headers.get('Location') : null)
const statusOf = (outcome: unknown) => (outcome instanceof Response ? outcome.status : Number(Object(Object(outcome).init).status ?? 200))

beforeAll(async () => {
  catalogue()
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  unit = await makeUnit('河西百货', 'HX')
  other = await makeUnit('河东超市', 'HD')
  manager = await makeEmployee(unit, '李主任', { password: 'x' })
  stranger = await makeEmployee(other, '赵经理', { password: 'x' })
  guard = await makeEmployee(unit, '何保安', { phone: '13912345678', password: 'x' })
  await grant(manager.accountId, unit)
  await grant(stranger.accountId, other)
  await transact(async (tx) => {
    await tx.person.update({ where: { id: guard.personId }, data: { idCipher: seal(idNumber), idHash: matchHash(idNumber) } })
    const attempt = {
      personId: guard.personId,
      course: 'basics',
      position: 'employee',
      unitId: unit.id,
      startedAt: morning,
      deadlineAt: morning,
    }
    await tx.attempt.create({ data: { ...attempt, id: 'open-paper' } })
    await tx.attemptQuestion.create({ data: { attemptId: 'open-paper', ordinal: 1, questionId: 'q', revision: 1, options: '["a","b"]' } })
    await tx.attempt.create({ data: { ...attempt, id: 'paper-of-another', personId: manager.personId } })
  })
}, 60_000)

describe('one’s own data', () => {
  it('is asked for with the password once more', async () => {
    const outcome = await outcomeOf(myZip(await asked({ as: guard, path: '/me/data.zip', stale: true })))
    expect(locationOf(outcome)).toBe('/confirm-password?next=%2Fme%2Fdata.zip')
  })

  it('comes as a page for people and as JSON, with his numbers, without secrets and without others', async () => {
    const outcome = await myZip(await asked({ as: guard, path: '/me/data.zip' }))
    const files = filesIn(Buffer.from(await outcome.arrayBuffer()))
    expect([...files.keys()]).toEqual(['index.html', 'data.json'])
    const json = files.get('data.json')?.toString('utf8') ?? ''
    const page = files.get('index.html')?.toString('utf8') ?? ''
    for (const text of ['何保安', '13912345678', idNumber, 'open-paper'])
      expect({ text, json: json.includes(text), page: page.includes(text) }).toEqual({ text, json: true, page: true })
    for (const text of ['paper-of-another', 'passwordHash', 'idHash', matchHash(idNumber), '李主任']) expect(json).not.toContain(text)
    expect(page).toContain('<h2 id="Post">岗位</h2>')
    const read = z
      .object({ tables: z.array(z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })) })
      .parse(JSON.parse(json))
    expect(read.tables.find(({ table }) => table === 'AttemptQuestion')?.rows[0]).toMatchObject({ right: null })
  })

  it('that he took it is written down', async () => {
    expect(await db().auditEntry.count({ where: { act: 'personal.ownDataTaken', actor: guard.accountId, targetId: guard.personId } })).toBe(
      1,
    )
  })
})

describe('a whole number', () => {
  const path = () => `/units/${unit.id}/people/${guard.personId}/number`
  const params = () => ({ unitId: unit.id, personId: guard.personId })
  const form = { what: 'idNumber', why: 'identity' }

  it('is shown to the manager with a fresh password and a reason, and written down', async () => {
    const outcome = await seeNumber(await asked({ as: manager, path: path(), params: params(), form }))
    expect(outcome).toMatchObject({ seen: { what: 'idNumber', number: idNumber } })
    const [entry] = await db().auditEntry.findMany({ where: { act: 'personal.numberSeen' } })
    expect(entry).toMatchObject({ actor: manager.accountId, targetId: guard.personId, unitId: unit.id })
    expect(JSON.parse(entry?.detail ?? '{}')).toEqual({ seenNumber: 'idNumber', sightWhy: 'identity' })
  })

  it('is not shown without a reason, without the password, or to the manager of another unit', async () => {
    const without = await outcomeOf(seeNumber(await asked({ as: manager, path: path(), params: params(), form: { what: 'idNumber' } })))
    expect(statusOf(without)).toBe(400)
    const stale = await outcomeOf(seeNumber(await asked({ as: manager, path: path(), params: params(), form, stale: true })))
    expect(locationOf(stale)).toContain('/confirm-password')
    const far = await outcomeOf(seeNumber(await asked({ as: stranger, path: path(), params: params(), form })))
    expect(statusOf(far)).toBe(404)
    expect(await db().auditEntry.count({ where: { act: 'personal.numberSeen' } })).toBe(1)
  })
})

describe('a correction', () => {
  const path = () => `/units/${unit.id}/corrections`
  const params = () => ({ unitId: unit.id })
  const ask = async (form: Record<string, string>) => outcomeOf(askToCorrect(await asked({ as: guard, path: '/me/data', form })))

  it('is asked for once a field, and what is wrong is refused', async () => {
    expect(statusOf(await ask({ field: 'phone', value: '12345' }))).toBe(400)
    expect(locationOf(await ask({ field: 'phone', value: '139 1234 5679', why: '换了号' }))).toBe('/me/data?done=asked')
    expect(statusOf(await ask({ field: 'phone', value: '13912345670' }))).toBe(400)
    const [kept] = await db().correctionRequest.findMany()
    expect(kept).toMatchObject({ personId: guard.personId, unitId: unit.id, field: 'phone' })
    expect(unseal(kept?.sealed ?? '')).toBe('13912345679')
  })

  it('is seen in part by his unit’s manager and by nobody else', async () => {
    const page = await waiting(await asked({ as: manager, path: path(), params: params() }))
    expect(page.rows).toMatchObject([{ name: '何保安', field: 'phone', value: '139****5679', why: '换了号' }])
    expect(statusOf(await outcomeOf(waiting(await asked({ as: stranger, path: path(), params: params() }))))).toBe(404)
  })

  it('is done once, and is the login name from then on', async () => {
    const [request] = await db().correctionRequest.findMany()
    const form = { requestId: request?.id ?? '', kind: 'done' }
    expect(locationOf(await outcomeOf(answer(await asked({ as: manager, path: path(), params: params(), form }))))).toContain(
      'done=answered',
    )
    expect(await db().account.findUniqueOrThrow({ where: { id: guard.accountId } })).toMatchObject({ phone: '13912345679' })
    expect(statusOf(await outcomeOf(answer(await asked({ as: manager, path: path(), params: params(), form }))))).toBe(400)
  })

  it('is declined only with a reason, which he reads', async () => {
    await ask({ field: 'name', value: '何保国' })
    const request = await db().correctionRequest.findFirstOrThrow({ where: { field: 'name' } })
    const form = { requestId: request.id, kind: 'declined' }
    expect(statusOf(await outcomeOf(answer(await asked({ as: manager, path: path(), params: params(), form }))))).toBe(400)
    await outcomeOf(answer(await asked({ as: manager, path: path(), params: params(), form: { ...form, reason: '请带身份证来' } })))
    const page = await myData(await asked({ as: guard, path: '/me/data' }))
    expect(page.requests.find(({ field }) => field === 'name')).toMatchObject({ state: 'declined', reason: '请带身份证来' })
    expect(await db().person.findUniqueOrThrow({ where: { id: guard.personId } })).toMatchObject({ name: '何保安' })
  })
})
