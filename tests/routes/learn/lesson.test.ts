import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import type { Piece } from '~/content/schema'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { walk } from '~/domain/learn/grade'
import { ticksOf } from '~/domain/learn/piece'
import { seedOf } from '~/domain/learn/piece-seed'
import { shownOrder } from '~/domain/learn/read-answer'
import { loader as openCourse } from '~/routes/learn+/courses.$course._index/route'
import { loader as openLesson } from '~/routes/learn+/courses.$course.lessons.$lesson._index/route'
import { action as sendAnswer } from '~/routes/learn+/courses.$course.lessons.$lesson.pieces.$piece'
import { emptyDatabase, setClock } from '../../factories/world'
import { call, oneHotel, type Reader, reader, statusOf } from './reader'

const lessons = [...catalogue().courses.values()].flatMap((course) => course.lessons.map((lesson) => ({ course: course.id, lesson })))
const [first] = lessons.filter(({ course }) => course === 'pre-job')
if (!first) throw new Error('there is no lesson to test')

const open = (who: Reader | null, course: string, lesson: string, language: 'zh' | 'en' = 'zh', search = '') =>
  openLesson(call(who, `/courses/${course}/lessons/${lesson}${search}`, { course, lesson }, { language }))

function answer(who: Reader, at: { course: string; lesson: string; piece: string }, fields: [string, string][], json = true) {
  const path = `/courses/${at.course}/lessons/${at.lesson}/pieces/${at.piece}`
  return sendAnswer(
    call(who, path, at, { method: 'POST', body: new URLSearchParams(fields), headers: json ? { Accept: 'application/json' } : {} }),
  )
}

/** The forms that answer a piece right, one after the other. */
function rightForms(piece: Piece, personId: string, lesson: string): [string, string][][] {
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route':
      return [ticksOf(piece).flatMap((tick, index): [string, string][] => (tick.right === true ? [['pick', String(index + 1)]] : []))]
    case 'order':
      return [
        shownOrder(piece, seedOf(personId, lesson, piece.id)).map((id, index) => [
          `place-${index + 1}`,
          String(piece.steps.findIndex((step) => step.id === id) + 1),
        ]),
      ]
    case 'branch':
      return goodPath(piece).map((taken, step, path) => {
        const choices = walk(piece, path.slice(0, step))?.at(-1)?.choices ?? []
        return [
          ['step', String(step)],
          ['pick', String(choices.findIndex(({ id }) => id === taken) + 1)],
        ]
      })
  }
}

function goodPath(piece: Extract<Piece, { kind: 'branch' }>): string[] {
  const ways: string[][] = [[]]
  for (const way of ways) {
    const here = walk(piece, way)?.at(-1)
    if (here?.end === 'good') return way
    if (way.length < 12) ways.push(...(here?.choices ?? []).map(({ id }) => [...way, id]))
  }
  throw new Error(`${piece.id} has no good end`)
}

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await oneHotel()
})

describe('a lesson before it was answered', () => {
  const secrets = (piece: Piece): { zh: string; en: string }[] => {
    switch (piece.kind) {
      case 'choose':
      case 'spot':
      case 'route':
        return ticksOf(piece).map(({ because }) => because)
      case 'order':
        return [piece.because]
      case 'branch':
        return piece.nodes.filter(({ id }) => id !== piece.start).map(({ text }) => text)
    }
  }

  for (const language of ['zh', 'en'] as const)
    it(`gives nothing of any key away (${language})`, async () => {
      const who = await reader('fresh')
      for (const { course, lesson } of lessons) {
        const page = await open(who, course, lesson.id, language)
        const bytes = JSON.stringify(page)
        for (const piece of lesson.pieces) {
          expect(bytes).toContain(`id=\\"piece-${piece.id}\\"`)
          for (const secret of secrets(piece)) expect(bytes).not.toContain(JSON.stringify(secret[language]).slice(1, -1))
        }
        expect(page.html).not.toMatch(/class="[^"]*because|"right"|data-right/)
        for (const [, value] of page.html.matchAll(/<(?:input|option)[^>]* value="([^"]*)"/g)) expect(value).toMatch(/^(\d{0,2}|yes)$/)
        for (const [list] of page.html.matchAll(/<div class="tick-list">.*?<\/div>/gs)) {
          const shapes = [...list.matchAll(/<label.*?<\/label>/gs)].map(([label]) => label.replace(/>[^<]+</g, '><').replace(/\d+/g, '0'))
          expect(new Set(shapes).size).toBe(1)
        }
      }
    })
})

describe('answering', () => {
  it('completes every lesson once all is right, and the film seen where the course asks', async () => {
    const who = await reader('learner')
    const films = new Map([...catalogue().courses.values()].map(({ id, zh }) => [id, zh.watch]))
    for (const { course, lesson } of lessons) {
      for (const piece of lesson.pieces)
        for (const form of rightForms(piece, who.personId, lesson.id))
          expect((await answer(who, { course, lesson: lesson.id, piece: piece.id }, form)).status).toBe(200)
      const page = await open(who, course, lesson.id)
      const asksFilm = films.get(course)?.some((id) => lesson.body.zh.includes(`<Video id="${id}"`))
      expect({ lesson: lesson.id, done: page.done }).toEqual({ lesson: lesson.id, done: !asksFilm })
    }
    for (const { id, lessons: own, zh } of catalogue().courses.values()) {
      const { progress } = await openCourse(call(who, `/courses/${id}`, { course: id }))
      expect({ id, done: progress.done }).toEqual({ id, done: own.length - zh.watch.length })
    }
  })

  it('tells after a wrong answer why it is wrong and not what is right, and keeps it for the next visit', async () => {
    const found = lessons.flatMap(({ course, lesson }) =>
      lesson.pieces.flatMap((piece) => (piece.kind === 'choose' && piece.many !== true ? [{ course, lesson: lesson.id, piece }] : [])),
    )[0]
    if (!found) throw new Error('no lesson has a choice')
    const who = await reader('learner')
    const at = { course: found.course, lesson: found.lesson, piece: found.piece.id }
    const wrong = found.piece.options.findIndex(({ right }) => right !== true)
    const came: unknown = await (await answer(who, at, [['pick', String(wrong + 1)]])).json()
    const page = await open(who, at.course, at.lesson)
    for (const bytes of [JSON.stringify(came), page.html]) {
      expect(bytes).toContain(found.piece.options[wrong]?.because.zh)
      for (const option of found.piece.options.filter((_, index) => index !== wrong)) expect(bytes).not.toContain(option.because.zh)
    }
    expect(await db().pieceAnswer.count()).toBe(1)
    await answer(who, at, [['pick', String(wrong + 1)]])
    expect(await db().pieceAnswer.count()).toBe(1)
  })

  it('goes back to the piece where scripts are off, seat kept', async () => {
    const who = await reader('learner')
    const { course, lesson } = first
    const piece = lesson.pieces[0]
    if (!piece) throw new Error('no piece')
    const at = { course, lesson: lesson.id, piece: piece.id }
    const path = `/courses/${course}/lessons/${lesson.id}/pieces/${piece.id}?seat=post-learner`
    const [form] = rightForms(piece, who.personId, lesson.id)
    const back = await sendAnswer(call(who, path, at, { method: 'POST', body: new URLSearchParams(form) }))
    expect(back.status).toBe(303)
    expect(back.headers.get('Location')).toBe(`/courses/${course}/lessons/${lesson.id}?seat=post-learner#piece-${piece.id}`)
  })

  it('says what is missing in an answer, and keeps what was chosen', async () => {
    const who = await reader('learner')
    const at = { course: first.course, lesson: first.lesson.id, piece: first.lesson.pieces[0]?.id ?? '' }
    const empty = await answer(who, at, [], false)
    expect(empty.status).toBe(400)
    expect(await empty.text()).toContain('还没有勾')
    const body = JSON.stringify({ pick: 1 })
    const noForm = await sendAnswer(
      call(who, '/x', at, { method: 'POST', body, headers: { 'Content-Type': 'application/json', Accept: 'application/json' } }),
    )
    expect(noForm.status).toBe(400)
    const ordered = lessons.flatMap(({ course, lesson }) =>
      lesson.pieces.flatMap((piece) => (piece.kind === 'order' ? [{ course, lesson: lesson.id, piece: piece.id }] : [])),
    )[0]
    if (!ordered) throw new Error('no lesson has an order')
    const twice = await answer(
      who,
      ordered,
      [1, 2, 3, 4, 5, 6].map((number) => [`place-${number}`, '2']),
      false,
    )
    expect(twice.status).toBe(400)
    expect(await twice.text()).toMatch(/<option value="2" selected="">/)
    expect(await db().pieceAnswer.count()).toBe(0)
  })

  it('counts for the person somebody turned out to be', async () => {
    const newcomer = await reader('newcomer')
    const known = await reader('known')
    const { course, lesson } = first
    for (const piece of lesson.pieces)
      for (const form of rightForms(piece, 'newcomer', lesson.id))
        await answer(newcomer, { course, lesson: lesson.id, piece: piece.id }, form)
    await transact((tx) => tx.person.update({ where: { id: 'newcomer' }, data: { mergedIntoId: 'known' } }))
    expect((await open(known, course, lesson.id)).done).toBe(true)
  })
})

describe('who may open what', () => {
  it('sends nobody to sign in, and finds no course, lesson, piece or seat that is not there', async () => {
    const who = await reader('learner')
    await reader('other')
    const { course, lesson } = first
    expect(await statusOf(open(null, course, lesson.id))).toBe(302)
    expect(await statusOf(open(who, 'nope', lesson.id))).toBe(404)
    expect(await statusOf(open(who, course, 'nope'))).toBe(404)
    expect(await statusOf(open(who, course, lesson.id, 'zh', '?seat=post-other'))).toBe(404)
    expect(await statusOf(answer(who, { course, lesson: lesson.id, piece: 'nope' }, [['pick', '1']]))).toBe(404)
    expect(await statusOf(openCourse(call(who, '/courses/nope', { course: 'nope' })))).toBe(404)
  })
})
