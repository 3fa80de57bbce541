import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { transact } from '~/data/transact.server'
import { blocksOf, wordsOf } from '~/domain/learn/blocks'
import { loader as present } from '~/routes/learn+/courses.$course.lessons.$lesson.present/route'
import { loader as sheet } from '~/routes/learn+/courses.$course.lessons.$lesson.print'
import { emptyDatabase, setClock } from '../../factories/world'
import { call, oneHotel, type Reader, reader, statusOf } from './reader'

const lessons = [...catalogue().courses.values()].flatMap((course) => course.lessons.map((lesson) => ({ course: course.id, lesson })))
const becauses = lessons.flatMap(({ lesson }) =>
  lesson.pieces.flatMap((piece) => {
    if (piece.kind === 'choose') return piece.options.map(({ because }) => because.zh)
    if (piece.kind === 'spot') return piece.spots.map(({ because }) => because.zh)
    if (piece.kind === 'route') return piece.stops.map(({ because }) => because.zh)
    return piece.kind === 'order' ? [piece.because.zh] : piece.nodes.filter(({ id }) => id !== piece.start).map(({ text }) => text.zh)
  }),
)

const paper = (who: Reader | null, course: string, lesson: string) =>
  sheet(call(who, `/courses/${course}/lessons/${lesson}/print`, { course, lesson }))
const screen = (who: Reader | null, course: string, lesson: string, search = '') =>
  present(call(who, `/courses/${course}/lessons/${lesson}/present${search}`, { course, lesson }))

const grant = (personId: string, role: string) =>
  transact((tx) =>
    tx.grant.create({
      data: {
        id: `grant-${personId}`,
        accountId: `account-${personId}`,
        role,
        sectors: '*',
        from: '2020-01-01',
        grantedBy: 'system',
        createdAt: new Date('2026-01-01T00:00:00Z'),
        ...(role === 'manager' ? { unitId: 'hotel' } : { placeId: 'street' }),
      },
    }),
  )

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await oneHotel()
})

describe('a lesson for paper', () => {
  it('has every picture, every piece with room to answer, the clauses, and no key', async () => {
    const who = await reader('trainer')
    for (const { course, lesson } of lessons) {
      const { html, facts } = await paper(who, course, lesson.id)
      expect(html.match(/class="lesson-picture"/g)?.length ?? 0).toBe(lesson.body.zh.match(/<Picture /g)?.length ?? 0)
      for (const piece of lesson.pieces) expect(html).toContain(piece.prompt.zh)
      expect(html.match(/class="sheet-line"/g)?.length ?? 0).toBeGreaterThanOrEqual(lesson.pieces.length)
      expect(facts).toHaveLength(lesson.zh.facts.length)
      expect(html).not.toMatch(/<form|<input(?! type="checkbox" id="zoom-)|<select|tick-told|sheet-right/)
      expect(becauses.filter((secret) => html.includes(secret))).toEqual([])
    }
  })

  it('is for whoever is signed in', async () => {
    expect(await statusOf(paper(null, 'pre-job', 'pre-job-01-first-day'))).toBe(302)
    expect(await statusOf(paper(await reader('one'), 'pre-job', 'nope'))).toBe(404)
  })
})

describe('a lesson on a big screen', () => {
  it('shows everything of every lesson, one screen after the other, and no key', async () => {
    const who = await reader('one')
    for (const { course, lesson } of lessons) {
      const { total, links } = await screen(who, course, lesson.id)
      expect(total).toBeGreaterThan(4)
      expect(links).toMatchObject({
        prev: null,
        first: expect.stringMatching(/screen=1$/),
        last: expect.stringMatching(`screen=${total}$`),
      })
      const whole: string[] = []
      for (let number = 2; number < total; number += 1) {
        const { screen: one, links: own } = await screen(who, course, lesson.id, `?screen=${number}`)
        if (!('html' in one)) throw new Error(`${lesson.id} ${number} shows nothing`)
        whole.push(one.html)
        expect(own.answer).toBeNull()
      }
      const html = whole.join('')
      expect(becauses.filter((secret) => html.includes(secret))).toEqual([])
      for (const piece of lesson.pieces) expect(html).toContain(piece.prompt.zh)
      const printed = (await paper(who, course, lesson.id)).html
      const prose = blocksOf(printed).filter(({ name }) => name === 'lesson')
      for (const { html: part } of prose)
        for (const block of blocksOf(part.replace(/^<div class="lesson">|<\/div>$/g, '')))
          if (block.tag !== 'h2' && block.tag !== 'h3') expect(wordsOf(html)).toContain(block.text)
    }
  })

  it('tells an answer to managers, supervisors and administrators alone', async () => {
    const { course, lesson } = lessons.find((one) => one.course === 'welder') ?? { course: '', lesson: null }
    if (!lesson) throw new Error('no lesson')
    const who = await reader('one')
    const { total } = await screen(who, course, lesson.id)
    const trainers: Reader[] = []
    for (const role of ['manager', 'supervisor', 'administrator']) {
      trainers.push(await reader(role))
      await grant(role, role)
    }
    let asked = 0
    for (let number = 2; number < total; number += 1) {
      const page = await screen(trainers[0] ?? null, course, lesson.id, `?screen=${number}`)
      if (page.screen.kind !== 'piece') continue
      asked += 1
      expect(becauses.filter((secret) => JSON.stringify(page).includes(secret))).toEqual([])
      expect(page.links.answer).toBe(`/courses/welder/lessons/${lesson.id}/present?screen=${number}&answer`)
      for (const trainer of trainers) {
        const told = await screen(trainer, course, lesson.id, `?screen=${number}&answer`)
        expect(told.isAnswered).toBe(true)
        expect(told.links.next).toMatch(`screen=${number + 1}`)
      }
      expect(await statusOf(screen(who, course, lesson.id, `?screen=${number}&answer`))).toBe(403)
    }
    expect(asked).toBe(lesson.pieces.length)
    expect(await statusOf(screen(null, course, lesson.id, '?screen=2&answer'))).toBe(302)
  })

  it('ends with the next lesson', async () => {
    const page = await screen(await reader('one'), 'welder', 'welder-01-licence', '?screen=999')
    expect(page.screen).toMatchObject({ kind: 'end', next: { href: '/courses/welder/lessons/welder-02-permit/present' } })
  })
})
