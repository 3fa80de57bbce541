import { beforeEach, describe, expect, it } from 'vitest'
import { examOf } from '~/content/exam.server'
import { db } from '~/data/db.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { findOwnRefresher } from '~/data/learn/refreshers.server'
import { loader as me } from '~/routes/duties+/me'
import { loader as paperIntro } from '~/routes/exams+/courses.$course.paper'
import { loader as paper } from '~/routes/exams+/papers.$attempt._index'
import { loader as result } from '~/routes/exams+/papers.$attempt.result'
import { action as submit } from '~/routes/exams+/papers.$attempt.submit'
import { loader as courseLoader } from '~/routes/learn+/courses.$course._index/route'
import { loader as lesson } from '~/routes/learn+/courses.$course.lessons.$lesson._index/route'
import { loader as mine, action as start } from '~/routes/learn+/refreshers._index'
import { loader as round, action as startPaper } from '~/routes/learn+/refreshers.$refresher._index/route'
import { loader as warning } from '~/routes/learn+/refreshers.$refresher.case'
import { person, post, signedIn, smallTown } from '../../exams-fixtures/people'
import { answersTen, hasPassedCourse } from '../../factories/refreshers'
import { emptyDatabase, setClock } from '../../factories/world'

const context = { address: 'test', requestId: 't' }
const base = 'http://127.0.0.1:3000'
let cookie = ''

const asking = (path: string, params: Record<string, string> = {}, as = cookie) => ({
  request: new Request(base + path, { headers: { Cookie: as } }),
  params,
  context: { ...context },
})
const sending = (path: string, params: Record<string, string> = {}, as = cookie, fields: Record<string, string> = {}) => ({
  request: new Request(base + path, { method: 'POST', headers: { Cookie: as }, body: new URLSearchParams(fields) }),
  params,
  context: { ...context },
})
type Called = { status: number; to: string | null }
async function calls(work: Promise<unknown>): Promise<Called> {
  const answer = await work.catch((thrown: unknown) => thrown)
  return answer instanceof Response ? { status: answer.status, to: answer.headers.get('Location') } : { status: 200, to: null }
}
const idIn = (to: string | null) => String(to).split('/').at(-1) ?? ''
const begins = async () => idIn((await calls(start(sending('/refreshers')))).to)

beforeEach(async () => {
  await emptyDatabase()
  const now = setClock('2026-05-10T02:00:00Z')
  await smallTown()
  await person('li', '李秀英')
  await post('li', { position: 'employee', from: '2025-09-01' })
  await hasPassedCourse('li', { on: '2025-08-25', wrong: ['pre-job-door-001'] })
  cookie = await signedIn('li', now)
})

describe('my own page', () => {
  it('has the refresher of the half-year, and no link to the whole course for it', async () => {
    const { refresher, others } = await me(asking('/me'))
    expect(refresher).toEqual({
      kind: 'open',
      every: 'P6M',
      first: '2026-01-01',
      last: '2026-06-30',
      overdueSince: null,
      isBegun: false,
      minutes: 12,
    })
    expect(others).toMatchObject([{ line: { duty: 'staff-training-half-year', standing: 'due' }, href: null }])
  })

  it('says that one is under way, and when one was missed', async () => {
    await begins()
    expect((await me(asking('/me'))).refresher).toMatchObject({ isBegun: true })
    setClock('2026-07-01T02:00:00Z')
    cookie = await signedIn('li', new Date('2026-07-01T02:00:00Z'))
    expect((await me(asking('/me'))).refresher).toMatchObject({ isBegun: false, first: '2026-07-01', overdueSince: '2026-07-01' })
  })

  it('leaves the whole course to somebody who has not passed it', async () => {
    await person('wu', '吴小军')
    await post('wu', { position: 'employee', from: '2026-03-01' })
    const as = await signedIn('wu', new Date('2026-05-10T02:00:00Z'))
    const { refresher, others } = await me(asking('/me', {}, as))
    expect(refresher).toBeNull()
    expect(others[0]?.href).toContain('/courses/pre-job/lessons/')
    const page = await courseLoader(asking('/courses/pre-job', { course: 'pre-job' }, as))
    expect(page.refresher).toBeNull()
  })
})

describe('the pages of a passed course', () => {
  it('point to the refresher', async () => {
    expect((await courseLoader(asking('/courses/pre-job', { course: 'pre-job' }))).refresher).toMatchObject({ kind: 'open' })
    const intro = await paperIntro(asking('/courses/pre-job/paper', { course: 'pre-job' }))
    expect(intro).toMatchObject({ refresher: { kind: 'open', last: '2026-06-30' }, seats: [{ isPassed: true }] })
  })

  it('do not for a post whose course is still to be passed', async () => {
    await post('li', { position: 'security-guard', from: '2026-05-01' })
    const page = await courseLoader(asking('/courses/pre-job?seat=post-li-market-security-guard', { course: 'pre-job' }))
    expect(page.refresher).toBeNull()
    const intro = await paperIntro(asking('/courses/pre-job/paper?seat=post-li-market-security-guard', { course: 'pre-job' }))
    expect(intro.refresher).toBeNull()
    expect(intro.seats.find(({ id }) => id === intro.seatId)?.isPassed).toBe(false)
  })
})

describe('a round', () => {
  it('goes from the button to the evidence by plain forms and links', async () => {
    const id = await begins()
    expect(await calls(Promise.resolve(mine(asking('/refreshers'))))).toEqual({ status: 302, to: `/refreshers/${id}` })
    const params = { refresher: id }
    const page = await round(asking(`/refreshers/${id}`, params))
    expect(page).toMatchObject({ every: 'P6M', state: 'live', left: 4, last: '2026年6月30日', paper: { count: 10, pass: 80 } })
    expect(page.lessons[0]).toMatchObject({
      id: 'pre-job-02-doors',
      isRead: false,
      reasons: [{ key: 'question', values: { count: 1, on: '2025年8月25日' } }],
    })
    const early = await startPaper(sending(`/refreshers/${id}`, params))
    expect(JSON.stringify(early)).toContain('learn:refresher.refusal.notRead')

    for (const { id: one } of page.lessons) {
      const read = await lesson(asking(`/courses/pre-job/lessons/${one}`, { course: 'pre-job', lesson: one }))
      expect(read.isRefreshing).toBe(true)
      expect(read.end).toContain('href="/refreshers"')
    }
    expect((await round(asking(`/refreshers/${id}`, params))).next).toBe('case')
    const shown = await warning(asking(`/refreshers/${id}/case`, params))
    expect(shown.yours).toHaveLength(1)
    expect(shown.html).toContain('12:20')
    expect((await round(asking(`/refreshers/${id}`, params))).next).toBe('paper')

    const attempt = idIn((await calls(startPaper(sending(`/refreshers/${id}`, params)))).to)
    const sheet = await paper(asking(`/papers/${attempt}`, { attempt }))
    expect(sheet.paper).toMatchObject({ course: '消防安全复训' })
    expect(sheet.paper.questions).toHaveLength(10)
    await answersTen('li', attempt, new Date('2026-05-10T02:00:00Z'), 2)
    expect(await calls(submit(sending(`/papers/${attempt}/submit`, { attempt }, cookie, { sure: 'yes' })))).toMatchObject({ status: 303 })
    expect(await result(asking(`/papers/${attempt}/result`, { attempt }))).toMatchObject({
      passed: true,
      score: 80,
      certificateId: null,
      counted: { first: '2026年1月1日', last: '2026年6月30日' },
    })
    expect((await round(asking(`/refreshers/${id}`, params))).state).toBe('passed')
    expect((await me(asking('/me'))).refresher).toEqual({ kind: 'later', every: 'P6M', opens: '2026-07-01' })
    expect(await db().evidenceEntry.count({ where: { topic: 'refresher' } })).toBe(1)
    expect(await calls(start(sending('/refreshers')))).toEqual({ status: 303, to: '/me' })
  })

  it('shows no key and no reason before the paper is closed', async () => {
    const id = await begins()
    const params = { refresher: id }
    for (const one of findOwnRefresher('li', id)?.facts.lessons ?? [])
      await lesson(asking(`/courses/pre-job/lessons/${one}`, { course: 'pre-job', lesson: one }))
    await warning(asking(`/refreshers/${id}/case`, params))
    const attempt = idIn((await calls(startPaper(sending(`/refreshers/${id}`, params)))).to)
    const bytes = JSON.stringify([await paper(asking(`/papers/${attempt}`, { attempt })), await round(asking(`/refreshers/${id}`, params))])
    for (const { questionId } of findPaperQuestions(attempt)) expect(bytes).not.toContain(questionId)
    expect(bytes).not.toContain('explanation')
    expect(examOf('refresher')?.certifies).toBe(false)
  })

  it('failed leads back to the round, and to the lessons of the course', async () => {
    const id = await begins()
    for (const one of findOwnRefresher('li', id)?.facts.lessons ?? [])
      await lesson(asking(`/courses/pre-job/lessons/${one}`, { course: 'pre-job', lesson: one }))
    await warning(asking(`/refreshers/${id}/case`, { refresher: id }))
    const attempt = idIn((await calls(startPaper(sending(`/refreshers/${id}`, { refresher: id })))).to)
    await calls(submit(sending(`/papers/${attempt}/submit`, { attempt }, cookie, { sure: 'yes' })))
    const shown = await result(asking(`/papers/${attempt}/result`, { attempt }))
    expect(shown).toMatchObject({ passed: false, paperAddress: '/refreshers' })
    expect(shown.study[0]?.lessons[0]?.href).toMatch(/^\/courses\/pre-job\/lessons\/pre-job-0\d-/)
    expect((await round(asking(`/refreshers/${id}`, { refresher: id }))).paper.state).toMatchObject({
      kind: 'wait',
      last: `/papers/${attempt}/result`,
    })
  })

  it('is nobody else’s: page, case and paper are not found, and a visitor signs in first', async () => {
    const id = await begins()
    await person('wu', '吴小军')
    await post('wu', { position: 'employee', from: '2025-09-01' })
    await hasPassedCourse('wu', { on: '2025-08-25' })
    const as = await signedIn('wu', new Date('2026-05-10T02:00:00Z'))
    const params = { refresher: id }
    expect((await calls(round(asking(`/refreshers/${id}`, params, as)))).status).toBe(404)
    expect((await calls(warning(asking(`/refreshers/${id}/case`, params, as)))).status).toBe(404)
    expect((await calls(startPaper(sending(`/refreshers/${id}`, params, as)))).status).toBe(404)
    expect((await calls(round(asking('/refreshers/none', { refresher: 'none' })))).status).toBe(404)
    expect(findOwnRefresher('li', id)?.caseReadAt).toBeNull()
    for (const work of [
      round(asking(`/refreshers/${id}`, params, '')),
      warning(asking(`/refreshers/${id}/case`, params, '')),
      start(sending('/refreshers', {}, '')),
    ])
      expect((await calls(work)).to).toContain('/sign-in')
  })
})
