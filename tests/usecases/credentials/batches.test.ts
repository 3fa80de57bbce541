import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { findOwnBatch, listOwnBatches, recordBatchProgress, recordBatchStarted } from '~/data/credentials/batches.server'
import type { RegisterFilter } from '~/data/credentials/register.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import type { Scope } from '~/domain/accounts/scope'
import { Forbidden } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { hasPack } from '~/gateways/pack-files.server'
import { civilDay } from '~/http/civil-day'
import { askBatch } from '~/usecases/credentials/ask-batch.server'
import { forgetBatches, makeBatches } from '~/usecases/credentials/make-batches.server'
import { revokeCertificates } from '~/usecases/credentials/revoke-certificates.server'
import { certified } from '../../exams-fixtures/certified'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

const now = new Date('2026-03-10T02:00:00Z')
const today = civilDay(now)
const acting = (personId: string) => ({
  now,
  today,
  actor: { accountId: `account-${personId}`, grants: findGrants(`account-${personId}`) },
})
const everything: Scope = { everything: true, places: [], units: [] }
const market = { everything: false, places: [], units: ['market'] }
const all: RegisterFilter = {
  number: null,
  serial: null,
  text: null,
  state: null,
  course: null,
  placePath: null,
  unitId: null,
  from: null,
  to: null,
}
const fileOf = (id: string) => path.join(settings().dataFolder, 'packs', `${id}.pdf`)
const pagesIn = (file: string): number => fs.readFileSync(file, 'latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

async function asked(scope: Scope = everything, filter = all): Promise<string> {
  const outcome = await askBatch(acting('boss'), scope, filter)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome.batchId
}

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await smallTown()
  await person('boss', '陈主任')
  await grant('boss', 'administrator')
  for (const [id, name, unitId] of [
    ['zhao', '赵六', 'office'],
    ['ouyang', '欧阳娜娜', 'market'],
    ['li', '李秀英', 'market'],
  ] as const) {
    await person(id, name)
    await certified(id, await post(id, { unitId }), now)
  }
})

it('prints what was chosen as one PDF, by unit and name, only for who asked and as far as he may still see', async () => {
  const id = await asked()
  expect(listOwnBatches('account-boss')).toMatchObject([{ total: 3, done: 0, finishedAt: null }])
  const order = await db().certificate.findMany({ select: { id: true, personId: true } })
  const people = new Map(order.map((row) => [row.id, row.personId]))
  expect(listOwnBatches('account-boss')[0]?.ask.map((one) => people.get(one))).toEqual(['ouyang', 'li', 'zhao'].sort(byUnitThenName))
  await makeBatches()
  expect(await findOwnBatch(id, 'account-boss', everything)).toMatchObject({ done: 3, left: [], fault: null })
  expect(pagesIn(fileOf(id))).toBe(3)
  expect(await findOwnBatch(id, 'account-li', everything)).toBeNull()
  expect(await findOwnBatch(id, 'account-boss', market)).toBeNull()
  expect(await db().auditEntry.count({ where: { act: 'credentials.batchAsked' } })).toBe(1)
})

/** As the database orders them: by the unit's name, then the person's, letter by letter. */
function byUnitThenName(one: string, other: string): number {
  const keys: Record<string, string> = { ouyang: '云溪东门农贸市场 欧阳娜娜', li: '云溪东门农贸市场 李秀英', zhao: '云溪县档案馆 赵六' }
  return (keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1
}

it('holds only the scope of who asks, refuses nothing and too much, and a second one while the first is being made', async () => {
  expect(await askBatch(acting('boss'), market, { ...all, unitId: 'office' })).toMatchObject({
    reason: 'credentials:register.refusal.nothingToPrint',
  })
  await expect(askBatch(acting('li'), { everything: false, places: [], units: [] }, all)).rejects.toBeInstanceOf(Forbidden)
  await asked(market)
  expect(listOwnBatches('account-boss')).toMatchObject([{ total: 2 }])
  expect(await askBatch(acting('boss'), everything, all)).toMatchObject({ reason: 'credentials:register.refusal.batchOpen' })
})

it('leaves out what was revoked meanwhile, and says so', async () => {
  const id = await asked()
  const { number } = await db().certificate.findFirstOrThrow({ where: { personId: 'li' } })
  await revokeCertificates({ ...acting('boss'), filter: { ...all, number }, previewed: 1, typed: '1', reason: '替考' })
  await makeBatches()
  expect(await findOwnBatch(id, 'account-boss', everything)).toMatchObject({ done: 2, left: [{ number, reason: 'revoked' }] })
  expect(pagesIn(fileOf(id))).toBe(2)
})

it('begins again what was being made when the server ended, and is kept for a week', async () => {
  const id = await asked()
  await transact((tx) => recordBatchStarted(tx, id, now))
  await transact((tx) => recordBatchProgress(tx, id, 2))
  fs.mkdirSync(path.dirname(fileOf(id)), { recursive: true })
  fs.writeFileSync(`${fileOf(id)}.part`, 'half a file')
  await makeBatches()
  expect(await findOwnBatch(id, 'account-boss', everything)).toMatchObject({ done: 3, total: 3 })
  expect(pagesIn(fileOf(id))).toBe(3)
  expect(fs.existsSync(`${fileOf(id)}.part`)).toBe(false)
  setClock('2026-03-16T02:00:00Z')
  await forgetBatches()
  expect(hasPack(id, 'pdf')).toBe(true)
  setClock('2026-03-17T02:00:01Z')
  await forgetBatches()
  expect(hasPack(id, 'pdf')).toBe(false)
  expect(listOwnBatches('account-boss')).toEqual([])
})
