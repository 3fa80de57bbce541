import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '~/data/transact.server'
import { fastLesson } from '~/fast-lessons.server'
import { answerFast } from '~/http/fast.server'
import { noting } from '~/http/request-notes.server'
import { fastPage } from '../../app/fast-pages.server'
import { fastPost } from '../../app/fast-posts.server'
import { emptyDatabase, setClock } from '../factories/world'
import { oneHotel, type Reader, reader } from '../routes/learn/reader'

const lesson = '/courses/pre-job/lessons/pre-job-02-doors'
let server: Server
let url = ''

/** 299 says that the framework was left to answer. */
beforeAll(async () => {
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    answerFast(request, response, fastLesson, request.method === 'POST' ? fastPost : fastPage, () => response.writeHead(299).end())
  server = createServer(noting([], answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

let wang: Reader
let bold: Reader
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-21T02:00:00Z')
  await oneHotel()
  wang = await reader('wang')
  bold = await reader('bold')
  await transact((tx) => tx.person.update({ where: { id: 'bold' }, data: { name: '<b>李 & "四"</b>' } }))
})

const get = (path: string, who?: Reader, headers: Record<string, string> = {}) =>
  fetch(url + path, { redirect: 'manual', headers: { ...headers, cookie: who?.cookie ?? '' } })
const post = (path: string, who: Reader, body: URLSearchParams | FormData, headers: Record<string, string> = {}) =>
  fetch(url + path, { method: 'POST', redirect: 'manual', headers: { origin: url, ...headers, cookie: who.cookie }, body })

describe('a lesson that goes round the router', () => {
  it('is nobody’s without a session, and the framework says so', async () => {
    expect((await get(lesson)).status).toBe(299)
    expect((await get(`${lesson}?seat=post-bold`, wang)).status).toBe(299)
    expect((await get('/courses/pre-job/lessons/none', wang)).status).toBe(299)
  })

  it('says each reader’s own name, and no markup that a name holds', async () => {
    const first = await (await get(lesson, wang)).text()
    const second = await (await get(lesson, bold)).text()
    expect(first).toContain('王小明')
    expect(second).not.toContain('王小明')
    expect(second).not.toContain('<b>李')
    expect(second).toContain('&lt;b&gt;李 &amp; &quot;四&quot;&lt;/b&gt;')
    expect(second.replace('&lt;b&gt;李 &amp; &quot;四&quot;&lt;/b&gt;', '王小明').length).toBe(first.length)
    for (const page of [first, second]) expect(page).not.toMatch(/[\uE000-\uE00F]/)
  })

  it('shows what this reader has done, and not what the one before has', async () => {
    const now = new Date('2026-03-21T02:00:00Z')
    await transact((tx) =>
      tx.lessonProgress.create({
        data: { personId: 'wang', course: 'pre-job', lesson: 'pre-job-02-doors', openedAt: now, completedAt: now },
      }),
    )
    expect(await (await get(lesson, wang)).text()).toContain('lesson-before')
    expect(await (await get(lesson, bold)).text()).not.toContain('lesson-before')
  })

  it('keeps the reader’s language and theme, and the seat in its links', async () => {
    const page = await (await get(`${lesson}?seat=post-wang`, { ...wang, cookie: `${wang.cookie}; mingbai_view=en.dark.large` })).text()
    expect(page).toMatch(/^<!DOCTYPE html><html lang="en" data-theme="dark" data-size="large">/)
    expect(page).toContain('/courses/pre-job?seat=post-wang')
  })

  it('is private, numbered and not kept', async () => {
    const { headers, status } = await get(lesson, wang)
    expect(status).toBe(200)
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a certificate check that goes round the router', () => {
  it('answers unknown and malformed alike, to the byte, and asks robots to stay away', async () => {
    const unknown = await get('/C/ABCDEFGHJKMNPQRSTVWXYZ2345')
    const malformed = await get('/C/%3Cscript%3E')
    expect(await unknown.text()).toBe(await malformed.text())
    expect(unknown.headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
  })
})

describe('a paper’s posts that go round the router', () => {
  const save = '/papers/none/answers'
  const form = () => new URLSearchParams({ was1: '?', q1: '0' })

  it('are left to the framework when they come from another site, are large, or are no plain form', async () => {
    expect((await post(save, wang, form(), { origin: 'http://evil.example' })).status).toBe(299)
    expect((await post(save, wang, new URLSearchParams({ was1: 'x'.repeat(70_000) }))).status).toBe(299)
    const many = new FormData()
    many.append('was1', '?')
    expect((await post(save, wang, many)).status).toBe(299)
    expect((await post('/papers/none/other', wang, form())).status).toBe(299)
  })

  it('send who is not signed in to sign in', async () => {
    const { status, headers } = await post(save, { personId: '', cookie: '' }, form())
    expect([status, headers.get('Location')]).toEqual([302, '/sign-in?next=%2Fme'])
  })

  it('are handed on with their body when the paper is not found or the start is refused', async () => {
    expect((await post(save, wang, form())).status).toBe(299)
    expect((await post('/papers/none/submit', wang, form())).status).toBe(299)
    expect((await post('/courses/pre-job/paper', wang, new URLSearchParams({ seat: 'post-wang' }))).status).toBe(299)
    expect((await post('/courses/pre-job/paper', wang, new URLSearchParams({ seat: 'post-bold' }))).status).toBe(299)
  })
})
