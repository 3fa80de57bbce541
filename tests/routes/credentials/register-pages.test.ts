import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listOwnBatches } from '~/data/credentials/batches.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import * as admin from '~/routes/credentials+/admin.certificates._index'
import * as gaps from '~/routes/credentials+/admin.certificates.gaps'
import * as revoke from '~/routes/credentials+/admin.certificates.revoke'
import * as adminSheet from '~/routes/credentials+/admin.certificates[.]xlsx'
import * as byNumber from '~/routes/credentials+/C._index'
import * as page from '~/routes/credentials+/certificates.$id._index'
import * as correct from '~/routes/credentials+/certificates.$id.correct'
import * as batch from '~/routes/credentials+/certificates.batches.$batchId._index'
import * as batchFile from '~/routes/credentials+/certificates.batches.$batchId.pdf'
import * as street from '~/routes/credentials+/street.certificates._index'
import * as streetSheet from '~/routes/credentials+/street.certificates[.]xlsx'
import * as unit from '~/routes/credentials+/units.$unitId.certificates._index'
import * as unitSheet from '~/routes/credentials+/units.$unitId.certificates[.]xlsx'
import { makeBatches } from '~/usecases/credentials/make-batches.server'
import { certified } from '../../exams-fixtures/certified'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, person, post, signedIn, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

const base = 'http://127.0.0.1:3000'
type Args = { request: Request; params: Record<string, string>; context: AppLoadContext }
type Route = (args: Args) => unknown
let now = new Date()
let addresses = 0

const status = z.object({ init: z.object({ status: z.number() }) })
async function answerOf(work: unknown): Promise<{ status: number; body: string; location: string | null }> {
  const answer = await Promise.resolve(work).catch((thrown: unknown) => thrown)
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), body: await answer.text().catch(() => '') }
  const said = status.safeParse(answer)
  return { status: said.success ? said.data.init.status : 200, location: null, body: JSON.stringify(answer) }
}

type Asked = { cookie?: string; params?: Record<string, string>; search?: string; form?: Record<string, string>; address?: string }
function ask(route: Route, { cookie = '', params = {}, search = '', form, address = 'test' }: Asked = {}) {
  const more = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
  const request = new Request(`${base}/x${search}`, { headers: { Cookie: cookie }, ...more })
  return answerOf(Promise.resolve().then(() => route({ request, params, context: { address, requestId: 't' } })))
}
const certificateOf = (personId: string) => db().certificate.findFirstOrThrow({ where: { personId }, orderBy: { edition: 'desc' } })

async function signIn(id: string, role: 'administrator' | 'supervisor' | 'manager', where: { placeId?: string; unitId?: string } = {}) {
  await person(id, id)
  await grant(id, role, where)
  return signedIn(id, now)
}

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  addresses += 1
  await smallTown()
  for (const [id, name, unitId] of [
    ['li', '李秀英', 'market'],
    ['zhao', '赵六', 'office'],
  ] as const) {
    await person(id, name)
    await certified(id, await post(id, { unitId }), now)
  }
})

describe('who sees the register', () => {
  it('an administrator all of it, a supervisor what lies below his place, a manager his unit; others nothing', async () => {
    const boss = await signIn('boss', 'administrator')
    const overseer = await signIn('overseer', 'supervisor', { placeId: 'street' })
    const manager = await signIn('manager', 'manager', { unitId: 'market' })
    const li = await signedIn('li', now)
    const whole = await ask(admin.loader, { cookie: boss })
    expect(whole.body).toContain('李秀英')
    expect(whole.body).toContain('赵六')
    expect((await ask(street.loader, { cookie: overseer })).body).toContain('赵六')
    const own = await ask(unit.loader, { cookie: manager, params: { unitId: 'market' } })
    expect(own.body).toContain('李秀英')
    expect(own.body).not.toContain('赵六')
    for (const sheet of [unitSheet.loader, unit.loader])
      expect((await ask(sheet, { cookie: manager, params: { unitId: 'office' } })).status).toBe(404)
    for (const [route, cookies] of [
      [admin.loader, [overseer, manager, li]],
      [adminSheet.loader, [overseer, manager, li]],
      [gaps.loader, [overseer, manager, li]],
      [revoke.loader, [overseer, manager, li]],
      [correct.loader, [overseer, manager, li]],
      [street.loader, [manager, li]],
      [streetSheet.loader, [manager, li]],
      [unit.loader, [overseer, li]],
      [unitSheet.loader, [overseer, li]],
    ] as const) {
      for (const cookie of cookies) expect((await ask(route, { cookie, params: { unitId: 'market', id: 'x' } })).status).toBe(403)
      expect((await ask(route, { params: { unitId: 'market', id: 'x' } })).status).toBe(302)
    }
  })

  it('cannot be widened by the address: another unit or place in it shows nothing more', async () => {
    const manager = await signIn('manager', 'manager', { unitId: 'market' })
    for (const search of ['?unit=office', '?place=county', '?unit=office&place=street&q=赵'])
      expect((await ask(unit.loader, { cookie: manager, params: { unitId: 'market' }, search })).body).not.toContain('赵六')
  })

  it('finds a number in any spelling, and says when a character of it must be wrong', async () => {
    const cookie = await signIn('boss', 'administrator')
    const { number } = await certificateOf('li')
    const typed = encodeURIComponent(number.toLowerCase().replaceAll('-', '—'))
    const found = await ask(admin.loader, { cookie, search: `?q=${typed}` })
    expect(found.body).toContain('"total":1')
    const wrong = number.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await ask(admin.loader, { cookie, search: `?q=${wrong}` })).body).toContain('"isMisread":true')
    expect((await ask(admin.loader, { cookie, search: '?q=第2号' })).body).toContain('赵六')
    expect((await ask(adminSheet.loader, { cookie })).status).toBe(200)
  })
})

describe('printing many', () => {
  it('is asked on the page, and fetched by who asked, as long as he is in charge', async () => {
    const manager = await signIn('manager', 'manager', { unitId: 'market' })
    const boss = await signIn('boss', 'administrator')
    const asked = await ask(unit.action, { cookie: manager, params: { unitId: 'market' }, form: {} })
    expect(asked).toMatchObject({ status: 303, location: expect.stringMatching(/^\/certificates\/batches\//) })
    const params = { batchId: asked.location?.split('/').at(-1) ?? '' }
    expect(listOwnBatches('account-manager')).toMatchObject([{ total: 1 }])
    expect((await ask(batch.loader, { cookie: manager, params })).body).toContain('"waiting"')
    expect((await ask(batchFile.loader, { cookie: manager, params })).status).toBe(404)
    await makeBatches()
    expect((await ask(batch.loader, { cookie: manager, params })).body).toContain('"done"')
    const file = await ask(batchFile.loader, { cookie: manager, params })
    expect(file.status).toBe(200)
    expect(file.body).toMatch(/^%PDF/)
    expect((await ask(batchFile.loader, { cookie: boss, params })).status).toBe(404)
    expect((await ask(batchFile.loader, { params })).status).toBe(302)
    await transact((tx) => tx.grant.updateMany({ where: { accountId: 'account-manager' }, data: { to: '2026-03-09' } }))
    for (const route of [batch.loader, batchFile.loader]) expect((await ask(route, { cookie: manager, params })).status).toBe(404)
  })
})

describe('what an administrator puts right', () => {
  it('revokes many after the number of them is typed, and keeps what was typed where it differs', async () => {
    const cookie = await signIn('boss', 'administrator')
    const search = '?unit=market'
    const asked = await ask(revoke.loader, { cookie, search })
    expect(asked.body).toContain('"count":1')
    expect(asked.body).toContain('"conditions":[{"field":"unit","value":"云溪东门农贸市场"}]')
    expect((await ask(revoke.loader, { cookie })).body).toContain('"count":0')
    const form = { reason: '试卷泄露', previewed: '1', confirm: '2' }
    expect(await ask(revoke.action, { cookie, search, form })).toMatchObject({ status: 400, body: expect.stringContaining('试卷泄露') })
    expect((await ask(revoke.action, { cookie, search: '', form: { ...form, confirm: '1' } })).status).toBe(400)
    expect((await ask(revoke.action, { cookie, search, form: { ...form, confirm: '1' } })).status).toBe(303)
    expect(await db().certificateRevocation.count()).toBe(1)
    const manager = await signIn('manager', 'manager', { unitId: 'market' })
    expect((await ask(revoke.action, { cookie: manager, search, form })).status).toBe(403)
  })

  it('corrects a name, after which the old one names the new one and is printed no more', async () => {
    const cookie = await signIn('boss', 'administrator')
    const old = await certificateOf('li')
    await transact((tx) => tx.person.update({ where: { id: 'li' }, data: { name: '李秀瑛' } }))
    expect((await ask(correct.loader, { cookie, params: { id: old.id } })).body).toContain('李秀瑛')
    const form = { post: 'post-li-market-welder', reason: '姓名有错字', confirm: old.number.slice(-3) }
    expect((await ask(correct.action, { cookie, params: { id: old.id }, form: { ...form, reason: ' ' } })).status).toBe(400)
    const done = await ask(correct.action, { cookie, params: { id: old.id }, form })
    const fresh = await certificateOf('li')
    expect(done.location).toBe(`/certificates/${fresh.id}?corrected`)
    const holder = await signedIn('li', now)
    const before = await ask(page.loader, { cookie: holder, params: { id: old.id } })
    expect(before.body).toContain(fresh.number)
    expect(before.body).toContain('"name":"李秀英"')
    expect((await ask(page.loader, { cookie: holder, params: { id: fresh.id } })).body).toContain(old.number)
    expect((await ask(correct.loader, { cookie, params: { id: old.id } })).status).toBe(404)
  })

  it('explains a missing serial once', async () => {
    const cookie = await signIn('boss', 'administrator')
    await transact((tx) => tx.certificate.delete({ where: { serial: 1 } }))
    expect((await ask(admin.loader, { cookie })).body).toContain('"missing":1')
    const form = { act: 'explain', first: '1', last: '1', why: '误删' }
    expect((await ask(gaps.action, { cookie, form: { ...form, why: '' } })).status).toBe(400)
    expect((await ask(gaps.action, { cookie, form: { ...form, first: 'x' } })).status).toBe(400)
    expect((await ask(gaps.action, { cookie, form })).status).toBe(303)
    expect((await ask(gaps.action, { cookie, form })).status).toBe(400)
    expect((await ask(admin.loader, { cookie })).body).toContain('"missing":0')
    expect((await ask(gaps.action, { cookie, form: { act: 'pass', upTo: '1', why: '恢复' } })).status).toBe(400)
  })
})

describe('asking by number and surname', () => {
  const asks = (form: Record<string, string>) => ask(byNumber.action, { form, address: `10.0.${addresses}.1` })

  it('tells the state and a masked name, and nothing to who lacks one of the two, in the same words', async () => {
    const { number, id, token } = await certificateOf('li')
    const found = await asks({ number, surname: '李' })
    expect(found.body).toContain('"state":"valid"')
    for (const secret of ['李秀英', id, token, '"li"']) expect(found.body).not.toContain(secret)
    const errors = async (form: Record<string, string>) =>
      (await asks(form)).body.replaceAll(form.number ?? '', '').replaceAll(form.surname ?? '', '')
    const other = (await certificateOf('zhao')).number
    expect(await errors({ number, surname: '王' })).toBe(await errors({ number: other, surname: '钱' }))
    expect(await errors({ number, surname: '王' })).toContain('register.public.unknown')
    await transact((tx) => tx.certificate.delete({ where: { id } }))
    expect(await errors({ number, surname: '李' })).toBe(await errors({ number: other, surname: '钱' }))
  })

  it('lets nobody guess: after thirty questions an address has to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => asks({ number: 'MB-2026-7K3M-9PQ', surname: '李' })))
    expect(answers.filter(({ body }) => body.includes('register.public.often'))).toHaveLength(1)
  })
})
