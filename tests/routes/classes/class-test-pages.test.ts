import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testQuestions } from '~/content/class-test-banks.server'
import { testPaperQuestions } from '~/data/classes/test-papers.server'
import { testOfPart } from '~/data/classes/tests.server'
import { db } from '~/data/db.server'
import { positionsOf } from '~/domain/exams/paper-form'
import { forget, limits } from '~/gateways/limits.server'
import { action as run, loader as running } from '~/routes/classes+/classes.$id.tests.$key._index'
import { loader as screen } from '~/routes/classes+/classes.$id.tests.$key.screen'
import { loader as paperPage, action as save } from '~/routes/classes+/classes.papers.$paper._index'
import { action as saveOne } from '~/routes/classes+/classes.papers.$paper.answers'
import { loader as result } from '~/routes/classes+/classes.papers.$paper.result'
import { action as submit } from '~/routes/classes+/classes.papers.$paper.submit'
import { action as begin, loader as typing } from '~/routes/classes+/classes.test._index'
import { keyMark, reasonMark, useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, testTime } from '../../factories/class-with-test'
import { emptyDatabase, setClock } from '../../factories/world'
import { ask } from '../duties-pages/street-corner'

type Handler = (args: LoaderFunctionArgs) => unknown
type Answer = { status: number; to: string | null; text: string }

let now = testTime
const later = (minutes: number) => {
  now = setClock(new Date(testTime.getTime() + minutes * 60_000).toISOString())
}
const here = { id: 'class', key: 'test' }
const address = '/classes/class/tests/test'

/** Status, place and text of an answer that was returned or thrown. */
async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
  if (answer instanceof Error) throw answer
  const text = JSON.stringify(answer)
  const status = /"init":\{[^}]*"status":(\d+)/.exec(text)?.[1]
  return { status: status === undefined ? 200 : Number(status), to: null, text }
}
const gets = async (loader: Handler, path: string, who: string | null, params: Record<string, string> = {}): Promise<Answer> => {
  const asked = await ask(path, who, now, params)
  return answerOf(Promise.resolve().then(() => loader(asked)))
}
const sends = async (action: Handler, path: string, who: string, fields: [string, string][], params: Record<string, string> = {}) => {
  const asked = await ask(path, who, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return answerOf(Promise.resolve().then(() => action({ ...asked, request })))
}
const runs = (who: string, ...fields: [string, string][]) => sends(run, address, who, fields, here)
const code = async (): Promise<string> => (await testOfPart('class', 'test'))?.code ?? ''

async function begins(who: string): Promise<string> {
  const { to } = await sends(begin, '/classes/test', who, [['code', await code()]])
  expect(to).toMatch(/^\/classes\/papers\/[0-9a-f-]{36}$/)
  return String(to).replace('/classes/papers/', '')
}
const rightly = (paper: string, most = 99): [string, string][] =>
  testPaperQuestions(paper)
    .filter(({ ordinal }) => ordinal <= most)
    .flatMap(({ ordinal, questionId, options }) => [
      [`was${ordinal}`, '?'],
      ...positionsOf(options, testQuestions().get(questionId)?.key ?? []).map((at): [string, string] => [`q${ordinal}`, at]),
    ])

beforeAll(useFixtureContent)
beforeEach(async () => {
  await forget('test', 'account-li')
  await emptyDatabase()
  later(0)
  await buildClass()
  await seat('li')
})

describe('the page of a test', () => {
  it('is for whoever leads the class or organises one of its rooms', async () => {
    for (const [who, status] of [
      ['lead', 200],
      ['main-org', 200],
      ['branch-org', 200],
      ['far', 404],
      ['li', 404],
      [null, 302],
    ] as const)
      for (const page of [running, screen]) expect({ who, status: (await gets(page, address, who, here)).status }).toEqual({ who, status })
    expect((await gets(running, '/classes/class/tests/morning', 'lead', { id: 'class', key: 'morning' })).status).toBe(404)
    expect((await gets(running, '/classes/other/tests/test', 'lead', { id: 'other', key: 'test' })).status).toBe(404)
    for (const intent of ['open', 'renew', 'close'])
      for (const who of ['far', 'li', 'branch-org']) expect((await runs(who, ['intent', intent], ['sure', 'yes'])).status).toBe(404)
    expect(await db().classTest.count()).toBe(0)
  })

  it('takes a paper, opens it, shows the code to its rooms, changes it and collects', async () => {
    const wish: [string, string][] = [
      ['intent', 'choose'],
      ['topics', 'pre-job/doors'],
      ['questions', '5'],
      ['pass', '60'],
      ['minutes', '10'],
      ['tries', '1'],
    ]
    expect(await runs('lead', ...wish)).toMatchObject({ status: 303, to: `${address}?done=chosen` })
    expect(await runs('lead', ['intent', 'choose'], ['questions', '500'])).toMatchObject({ status: 400 })
    expect((await runs('lead', ['intent', 'choose'], ['topics', 'nothing/at-all'], ...wish.slice(2))).text).toContain('refusal.noTopic')
    expect(await runs('lead', ['intent', 'open'])).toMatchObject({ to: `${address}?done=opened` })
    const first = await code()
    for (const who of ['lead', 'branch-org'])
      expect((await gets(screen, `${address}/screen`, who, here)).text).toContain(`/classes/test?code=${first}`)
    expect(await runs('main-org', ['intent', 'renew'])).toMatchObject({ to: `${address}?done=renewed` })
    expect((await gets(screen, `${address}/screen`, 'lead', here)).text).not.toContain(first)
    expect((await runs('lead', ['intent', 'close'])).text).toContain('refusal.notSure')
    expect(await runs('lead', ['intent', 'close'], ['sure', 'yes'])).toMatchObject({ to: `${address}?done=closed` })
    expect(JSON.parse((await gets(screen, `${address}/screen`, 'lead', here)).text).code).toBeNull()
  })

  it('counts who began and who has handed in, and names nobody', async () => {
    await runs('lead', ['intent', 'open'])
    await seat('wu')
    const paper = await begins('li')
    await begins('wu')
    await sends(submit, `/classes/papers/${paper}`, 'li', [['sure', 'yes']], { paper })
    for (const page of [running, screen]) {
      const { text } = await gets(page, address, 'lead', here)
      expect(JSON.parse(text).test.figures).toEqual({ began: 2, sitting: 1, handedIn: 1 })
      expect(text).not.toMatch(/李经理|吴经理/)
    }
  })
})

describe('the code of the room', () => {
  it('asks for signing in first, and comes back with the code', async () => {
    expect(await gets(typing, '/classes/test?code=ABCDEF', null)).toMatchObject({
      status: 302,
      to: `/sign-in?next=${encodeURIComponent('/classes/test?code=ABCDEF')}`,
    })
  })

  it('begins nothing by being looked at', async () => {
    await runs('lead', ['intent', 'open'])
    const { text } = await gets(typing, `/classes/test?code=${await code()}`, 'li')
    expect(JSON.parse(text).data.shown).toMatchObject({
      state: 'ready',
      questions: 10,
      minutes: 20,
      pass: 80,
      tries: 2,
      verdict: { kind: 'start' },
    })
    expect(await db().classPaper.count()).toBe(0)
    const paper = await begins('li')
    expect(JSON.parse((await gets(typing, `/classes/test?code=${await code()}`, 'li')).text).data.shown.verdict).toEqual({
      kind: 'resume',
      paperId: paper,
    })
    expect(JSON.parse((await gets(typing, '/classes/test', 'li')).text).data.open).toMatchObject([{ id: paper }])
  })

  it('has one answer for wrong, replaced, closed, and guessed too often; a stranger is told where to turn', async () => {
    await runs('lead', ['intent', 'open'])
    const [first, wrong] = [await code(), 'ZZZZZZ']
    const answer = async (typed: string, who = 'li') => gets(typing, `/classes/test?code=${typed}`, who)
    expect(JSON.parse((await answer(first, 'wu')).text).data.shown).toEqual({ state: 'stranger' })
    const unknown = await answer(wrong)
    expect(unknown.status).toBe(404)
    expect(JSON.parse(unknown.text).data.shown).toEqual({ state: 'unreadable' })
    await runs('lead', ['intent', 'renew'])
    expect(await answer(first)).toEqual(unknown)
    const second = await code()
    await runs('lead', ['intent', 'close'], ['sure', 'yes'])
    expect(await answer(second)).toEqual(unknown)
    later(1)
    await runs('lead', ['intent', 'open'])
    expect((await answer(await code())).status).toBe(200)
    for (let nth = 0; nth < limits.test.points; nth += 1) await answer(wrong)
    expect(await answer(await code())).toEqual(unknown)
    expect((await sends(begin, '/classes/test', 'li', [['code', await code()]])).to).toMatch(/^\/classes\/test\?code=/)
    expect(await db().classPaper.count()).toBe(0)
  })
})

describe('a paper on the phone', () => {
  it('is saved, resumed, asked about once, handed in once, and shows its reasons only then', async () => {
    await runs('lead', ['intent', 'open'])
    const paper = await begins('li')
    const at = `/classes/papers/${paper}`
    const open = await gets(paperPage, at, 'li', { paper })
    expect(JSON.parse(open.text)).toMatchObject({
      paper: { address: at, deadline: testTime.getTime() + 20 * 60_000 },
      open: expect.any(Array),
    })
    expect(await sends(saveOne, at, 'li', rightly(paper, 8), { paper })).toMatchObject({ status: 200 })
    expect(JSON.parse((await gets(paperPage, at, 'li', { paper })).text).open).toEqual([9, 10])
    expect(await sends(save, at, 'li', [], { paper })).toMatchObject({ to: `${at}?saved` })
    expect(await sends(submit, at, 'li', [], { paper })).toMatchObject({ to: `${at}?confirm` })
    expect((await gets(result, at, 'li', { paper })).to).toBe(at)
    for (let nth = 0; nth < 2; nth += 1)
      expect(await sends(submit, at, 'li', [['sure', 'yes']], { paper })).toMatchObject({ to: `${at}/result` })
    expect((await gets(paperPage, at, 'li', { paper })).to).toBe(`${at}/result`)
    const shown = JSON.parse((await gets(result, at, 'li', { paper })).text)
    expect(shown).toMatchObject({ score: 80, passed: true, reasons: [{ ordinal: 9 }, { ordinal: 10 }], takesFeedback: true })
    expect((await sends(begin, '/classes/test', 'li', [['code', await code()]])).to).toBe(`${at}/result`)
    expect(await sends(saveOne, at, 'li', rightly(paper), { paper })).toMatchObject({ status: 409 })
  })

  it('gives no key and no explanation away before it is closed, on any page, nor after it while another try is open', async () => {
    await runs('lead', ['intent', 'open'])
    const paper = await begins('li')
    const at = `/classes/papers/${paper}`
    const mark = (text: string) => text.includes(keyMark) || text.includes(reasonMark)
    const seen = [
      await gets(running, address, 'lead', here),
      await gets(screen, address, 'lead', here),
      await gets(typing, `/classes/test?code=${await code()}`, 'li'),
      await gets(paperPage, at, 'li', { paper }),
      await gets(paperPage, `${at}?confirm`, 'li', { paper }),
      await sends(saveOne, at, 'li', rightly(paper, 5), { paper }),
      await sends(
        saveOne,
        at,
        'li',
        [
          ['was1', '?'],
          ['q1', '99'],
        ],
        { paper },
      ),
      await sends(
        save,
        at,
        'li',
        [
          ['was1', '?'],
          ['q1', 'x'],
        ],
        { paper },
      ),
      await gets(result, at, 'li', { paper }),
    ]
    expect(seen.map(({ text }) => mark(text))).toEqual(seen.map(() => false))
    await sends(submit, at, 'li', [['sure', 'yes']], { paper })
    const failed = await gets(result, at, 'li', { paper })
    expect(JSON.parse(failed.text)).toMatchObject({ passed: false, triesLeft: 1, isOpen: true, reasons: null })
    expect(mark(failed.text)).toBe(false)
    later(1)
    await runs('lead', ['intent', 'close'], ['sure', 'yes'])
    expect((await gets(result, at, 'li', { paper })).text).toContain(reasonMark)
  })

  it('ends by the clock of the server, and its page leads to the result', async () => {
    await runs('lead', ['intent', 'open'])
    const paper = await begins('li')
    const at = `/classes/papers/${paper}`
    later(20)
    expect((await gets(paperPage, at, 'li', { paper })).status).toBe(200)
    later(20.1)
    expect((await sends(save, at, 'li', rightly(paper), { paper })).to).toBe(`${at}/result?late`)
    expect((await gets(paperPage, at, 'li', { paper })).to).toBe(`${at}/result`)
    expect(JSON.parse((await gets(result, `${at}?late`, 'li', { paper })).text)).toMatchObject({ score: 0, atEnd: true, late: true })
  })

  it('is found by nobody else', async () => {
    await runs('lead', ['intent', 'open'])
    const paper = await begins('li')
    const at = `/classes/papers/${paper}`
    for (const who of ['wu', 'lead', 'main-org']) {
      for (const page of [paperPage, result]) expect((await gets(page, at, who, { paper })).status).toBe(404)
      for (const act of [save, saveOne, submit]) expect((await sends(act, at, who, rightly(paper), { paper })).status).toBe(404)
    }
    expect(testPaperQuestions(paper).every(({ answer }) => answer === null)).toBe(true)
  })
})
