import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { loader as openLesson } from '~/routes/learn+/courses.$course.lessons.$lesson._index/route'
import { action as sendBeat } from '~/routes/learn+/courses.$course.lessons.$lesson.beats'
import { emptyDatabase, setClock } from '../../factories/world'
import { call, oneHotel, type Reader, reader, statusOf } from './reader'

const video = 'first-three-minutes'
const course = [...catalogue().courses.values()].find(({ zh }) => zh.watch.includes(video))
const lesson = course?.lessons.find(({ body }) => body.zh.includes(video))
if (!course || !lesson) throw new Error('no course asks for the film')
const at = { course: course.id, lesson: lesson.id }
const seconds = catalogue().videos.get(video)?.seconds ?? 0
const start = Date.parse('2026-03-10T02:00:00Z')

const beat = (who: Reader, body: unknown) =>
  sendBeat(
    call(who, '/x', at, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  )
const after = (wall: number) => setClock(new Date(start + wall * 1000).toISOString())
const told = async (who: Reader, wall: number, from: number, to: number) => {
  after(wall)
  return (await beat(who, { video, from, to, position: to })).json()
}
const page = (who: Reader) => openLesson(call(who, `/courses/${at.course}/lessons/${at.lesson}`, at))

let who: Reader
beforeEach(async () => {
  await emptyDatabase()
  after(0)
  await oneHotel()
  who = await reader('viewer')
})

describe('the film of a lesson', () => {
  it('counts as seen for who watches it, and is resumed where it was left', async () => {
    await told(who, 0, 0, 0)
    for (let second = 5; second <= 60; second += 5) await told(who, second, second - 5, second)
    expect((await page(who)).html).toContain('data-position="60"')
    let last: unknown = null
    for (let second = 65; second - 5 < seconds; second += 5) last = await told(who, second, second - 5, Math.min(second, seconds))
    expect(last).toMatchObject({ seen: true, left: 0 })
    expect((await page(who)).html).toContain('已看完')
    expect((await db().videoWatch.findFirstOrThrow()).seenAt).not.toBeNull()
  })

  it('gives a forged end nothing', async () => {
    await told(who, 0, 0, 0)
    expect(await told(who, 1, 0, seconds)).toMatchObject({ credited: 0, seen: false })
    expect(await told(who, 2, seconds, seconds)).toMatchObject({ credited: 0, seen: false })
  })

  it('never runs faster than the wall clock, however often it is told', async () => {
    await told(who, 0, 0, 0)
    let credited = 0
    for (let nth = 0; nth < 60; nth += 1) {
      const came: unknown = await told(who, nth / 10, nth * 1.8, nth * 1.8 + 1.8)
      credited += typeof came === 'object' && came !== null && 'credited' in came ? Number(came.credited) : 0
    }
    expect(credited).toBeLessThanOrEqual(6 + 2)
  })

  it.each([
    ['no JSON', 'hello'],
    ['a second that is no number', { video, from: 'x', to: 2, position: 2 }],
    ['a second before the start', { video, from: -4, to: 2, position: 2 }],
    ['nothing', {}],
  ])('answers %s with a sentence and keeps what was watched', async (_, body) => {
    const answer = await beat(who, body)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('刷新页面')
  })

  it('is not found in another lesson or under another name', async () => {
    expect(await statusOf(beat(who, { video: 'other', from: 0, to: 1, position: 1 }))).toBe(404)
    const elsewhere = course.lessons.find(({ id }) => id !== lesson.id)
    const body = JSON.stringify({ video, from: 0, to: 1, position: 1 })
    const params = { course: at.course, lesson: elsewhere?.id ?? '' }
    expect(await statusOf(sendBeat(call(who, '/x', params, { method: 'POST', body })))).toBe(404)
  })
})
