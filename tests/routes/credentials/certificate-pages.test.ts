import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as check } from '~/routes/credentials+/C.$token'
import { loader as page, action as revoke } from '~/routes/credentials+/certificates.$id._index'
import { loader as pdf } from '~/routes/credentials+/certificates.$id.pdf'
import { loader as picture } from '~/routes/credentials+/certificates.$id.picture'
import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'
import { answersRightly } from '../../exams-fixtures/answers'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, hasLearned, person, post, signedIn, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

const base = 'http://127.0.0.1:3000'
const context = { address: 'test', requestId: 't' }
let now = new Date()
let id = ''
let token = ''

async function answerOf(work: unknown): Promise<{ status: number; type: string | null; body: string }> {
  const answer = await Promise.resolve(work).catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, type: answer.headers.get('Content-Type'), body: await answer.text() }
  return { status: 200, type: null, body: JSON.stringify(answer) }
}
const asks = (loader: typeof page | typeof pdf | typeof picture | typeof check, params: Record<string, string>, cookie = '') =>
  answerOf(loader({ request: new Request(`${base}/x`, { headers: { Cookie: cookie } }), params, context: { ...context } }))
const revokes = (cookie: string, fields: Record<string, string>) =>
  answerOf(
    revoke({
      request: new Request(`${base}/certificates/${id}`, {
        method: 'POST',
        headers: { Cookie: cookie },
        body: new URLSearchParams(fields),
      }),
      params: { id },
      context: { ...context },
    }),
  )

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await smallTown()
  await person('li', '李秀英')
  const seatId = await post('li')
  await hasLearned('li')
  const outcome = await startAttempt({ personId: 'li', course: 'pre-job', seatId, now, locale: 'zh' })
  if (outcome.kind !== 'open') throw new Error(outcome.reason)
  await answersRightly('li', outcome.attemptId, now)
  await submitAttempt({ personId: 'li', accountId: 'account-li', attemptId: outcome.attemptId, now })
  const certificate = await db().certificate.findFirstOrThrow()
  id = certificate.id
  token = certificate.token
})

describe('who sees a certificate', () => {
  it.each<[string, (() => Promise<void>) | null, number]>([
    ['a stranger', null, 404],
    ['the manager of her unit', () => grant('other', 'manager', { unitId: 'market' }), 200],
    ['the manager of another unit', () => grant('other', 'manager', { unitId: 'office' }), 404],
    ['the supervisor of her street', () => grant('other', 'supervisor', { placeId: 'street' }), 200],
    ['an administrator', () => grant('other', 'administrator'), 200],
  ])('%s', async (_, gives, status) => {
    await person('other', '旁人')
    await gives?.()
    const cookie = await signedIn('other', now)
    for (const loader of [page, picture, pdf]) expect((await asks(loader, { id }, cookie)).status).toBe(status)
  })

  it('opens to the duty that it serves, and the evidence that it became', async () => {
    const { lines } = z
      .object({ lines: z.array(z.unknown()) })
      .parse(JSON.parse((await asks(page, { id }, await signedIn('li', now))).body))
    expect(lines).toContainEqual(
      expect.objectContaining({
        duty: expect.stringMatching('pre-job'),
        standing: 'met',
        why: expect.objectContaining({ evidence: expect.objectContaining({ on: '2026-03-10' }) }),
      }),
    )
  })

  it('its holder, as page, PNG and PDF; nobody without signing in', async () => {
    const cookie = await signedIn('li', now)
    expect(JSON.parse((await asks(page, { id }, cookie)).body)).toMatchObject({
      name: '李秀英',
      state: { state: 'valid' },
      mayRevoke: false,
    })
    expect(await asks(picture, { id }, cookie)).toMatchObject({ status: 200, type: 'image/png' })
    expect(await asks(pdf, { id }, cookie)).toMatchObject({ status: 200, type: 'application/pdf' })
    expect((await asks(page, { id })).status).toBe(302)
    expect((await asks(page, { id: 'none' }, cookie)).status).toBe(404)
  })
})

describe('revoking on the page', () => {
  it('keeps what was typed when the number does not match, and gives no more paper once done', async () => {
    await person('boss', '陈主任')
    await grant('boss', 'administrator')
    const boss = await signedIn('boss', now)
    expect((await revokes(boss, { reason: '替考', confirm: '000' })).body).toContain('替考')
    expect((await revokes(boss, { reason: ' ', confirm: '000' })).body).toContain('credentials:error.reasonMissing')
    expect((await revokes(await signedIn('li', now), { reason: '替考', confirm: '000' })).status).toBe(403)
    const { number } = await db().certificate.findFirstOrThrow()
    expect((await revokes(boss, { reason: '替考', confirm: number.slice(-3) })).status).toBe(303)
    const cookie = await signedIn('li', now)
    expect(JSON.parse((await asks(page, { id }, cookie)).body)).toMatchObject({ state: { state: 'revoked' }, revoked: { reason: '替考' } })
    expect((await asks(picture, { id }, cookie)).status).toBe(404)
    expect((await asks(pdf, { id }, cookie)).status).toBe(404)
  })
})

describe('the code on it', () => {
  it('tells a stranger the state, and neither the whole name nor the number nor any id', async () => {
    const { body } = await asks(check, { token })
    expect(body).toContain('"state":"valid"')
    expect(body).toContain('李**')
    const { number } = await db().certificate.findFirstOrThrow()
    for (const secret of ['李秀英', number, id, '"li"', 'market', 'account']) expect(body).not.toContain(secret)
  })

  it('answers a flipped character, nonsense and a code of another kind with the same bytes', async () => {
    const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    const answers = await Promise.all(['x', flipped, '%00', "' OR 1=1", 'A'.repeat(5000)].map((typed) => asks(check, { token: typed })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.body).toContain('unknown')
  })

  it('changes with the next commit: a post that ended is not remembered as held', async () => {
    expect((await asks(check, { token })).body).toContain('"valid"')
    await transact((tx) => tx.post.updateMany({ data: { to: '2026-03-09' } }))
    expect((await asks(check, { token })).body).toContain('"left"')
  })
})
