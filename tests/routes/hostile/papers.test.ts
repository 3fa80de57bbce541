import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { loader as intro, action as start } from '~/routes/exams+/courses.$course.paper'
import { loader as paper, action as save } from '~/routes/exams+/papers.$attempt._index'
import { action as saveOne } from '~/routes/exams+/papers.$attempt.answers'
import { loader as result } from '~/routes/exams+/papers.$attempt.result'
import { action as submit } from '~/routes/exams+/papers.$attempt.submit'
import { rightPicks } from '../../exams-fixtures/answers'
import { useFixtureContent } from '../../exams-fixtures/content'
import { hasLearned, person, post, signedIn, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'
import { complaintAbout, type Fields, hostileBodies, hostileForms, hostileValues, opens, sends, sendsBody } from './sending'

const morning = '2026-03-10T02:00:00Z'
let li = ''
let wu = ''

const starting = (cookie: string) => ({ path: '/courses/pre-job/paper', params: { course: 'pre-job' }, cookie })
const seatOf = (who: string): Fields => [['seat', `post-${who}-market-welder`]]
const begins = async (who: 'li' | 'wu') => {
  const { to } = await sends(start, starting(who === 'li' ? li : wu), seatOf(who))
  return String(to).replace('/papers/', '')
}
const at = (id: string, cookie: string) => ({ path: `/papers/${id}`, params: { attempt: id }, cookie })
const fieldsOf = (id: string, ordinals: (ordinal: number) => boolean = () => true): Fields =>
  rightPicks(id, ordinals).flatMap(({ ordinal, positions }) => [
    [`was${ordinal}`, ''] as const,
    ...positions.map((position) => [`q${ordinal}`, position] as const),
  ])
const answersOf = (id: string) => findPaperQuestions(id).map(({ answer }) => answer)
const attemptOf = (id: string) => db().attempt.findUniqueOrThrow({ where: { id } })

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  const now = setClock(morning)
  await smallTown()
  for (const [id, name] of [
    ['li', '李秀英'],
    ['wu', '吴小军'],
  ] as const) {
    await person(id, name)
    await post(id)
    await hasLearned(id)
  }
  li = await signedIn('li', now)
  wu = await signedIn('wu', now)
})

describe('somebody else’s paper', () => {
  it('is not found by any door, and nothing of it changes', async () => {
    const id = await begins('li')
    const before = [await attemptOf(id), answersOf(id)]
    for (const work of [
      opens(paper, at(id, wu)),
      opens(result, at(id, wu)),
      sends(save, at(id, wu), fieldsOf(id)),
      sends(saveOne, at(id, wu), fieldsOf(id)),
      sends(submit, at(id, wu), [...fieldsOf(id), ['sure', 'yes']]),
    ])
      expect((await work).status).toBe(404)
    expect([await attemptOf(id), answersOf(id)]).toEqual(before)
  })

  it('is not started from somebody else’s post', async () => {
    expect((await sends(start, starting(wu), seatOf('li'))).status).toBe(404)
    expect((await opens(intro, { ...starting(wu), path: '/courses/pre-job/paper?seat=post-li-market-welder' })).status).toBe(404)
    expect(await db().attempt.count()).toBe(0)
  })
})

describe('a paper', () => {
  it('is found by its exact id only', async () => {
    const id = await begins('li')
    const flipped = id.slice(0, -1) + (id.endsWith('0') ? '1' : '0')
    for (const wrong of [flipped, id.toUpperCase(), `${id} `, ...hostileValues.filter((value) => value !== '')])
      if (wrong !== id)
        for (const door of [paper, result, save, saveOne, submit]) {
          const answer = door === paper || door === result ? opens(door, { ...at(id, li), params: { attempt: wrong } }) : null
          expect((await (answer ?? sends(door, { ...at(id, li), params: { attempt: wrong } }, [['was1', '']]))).status).toBe(404)
        }
  })

  it('takes no answer that is none of its options, and keeps the ones given before', { timeout: 60_000 }, async () => {
    const id = await begins('li')
    await sends(
      saveOne,
      at(id, li),
      fieldsOf(id, (ordinal) => ordinal <= 3),
    )
    const kept = answersOf(id)
    const { startedAt, deadlineAt } = await attemptOf(id)
    const found: string[] = []
    const usual: Fields = [
      ['was5', ''],
      ['q5', '77'],
    ]
    for (const { what, fields } of hostileForms(usual))
      for (const door of [save, saveOne]) {
        const complaint = complaintAbout(await sends(door, at(id, li), fields))
        if (complaint) found.push(`${what}: ${complaint}`)
      }
    for (const body of hostileBodies)
      for (const door of [save, saveOne]) {
        const complaint = complaintAbout(await sendsBody(door, at(id, li), body))
        if (complaint) found.push(`${body.what}: ${complaint}`)
      }
    for (const ordinal of ['0', '11', '999'])
      expect(
        await sends(saveOne, at(id, li), [
          [`was${ordinal}`, ''],
          [`q${ordinal}`, '0'],
        ]),
      ).toMatchObject({ status: 400 })
    expect(found).toEqual([])
    expect(answersOf(id)).toEqual(kept)
    expect(await attemptOf(id)).toMatchObject({ startedAt, deadlineAt, score: null, passed: null, closedAt: null })
  })

  it('scores what was answered, whatever score the form claims', async () => {
    const id = await begins('li')
    const claims: Fields = [
      ['sure', 'yes'],
      ['score', '100'],
      ['passed', 'true'],
      ['right', '1'],
      ['closedBy', 'deadline'],
      ['deadlineAt', '9999-12-31'],
    ]
    await sends(submit, at(id, li), claims)
    expect(await attemptOf(id)).toMatchObject({ score: 0, passed: false, closedBy: 'person' })
    expect(await db().certificate.count()).toBe(0)
    expect(await db().evidenceEntry.count()).toBe(0)
  })

  it('handed in twenty times at once, from two tabs and by the back button, has one score and one certificate', async () => {
    const id = await begins('li')
    const handing: Fields = [...fieldsOf(id), ['sure', 'yes']]
    const answers = await Promise.all(Array.from({ length: 20 }, () => sends(submit, at(id, li), handing)))
    for (const answer of answers) expect(answer).toMatchObject({ status: 303, to: `/papers/${id}/result` })
    const closed = await attemptOf(id)
    expect(closed).toMatchObject({ score: 100, passed: true })
    const counts = async () => [await db().certificate.count(), await db().evidenceEntry.count()]
    const after = await counts()
    expect(after[0]).toBe(1)
    expect(
      await sends(save, at(id, li), [
        ['was1', ''],
        ['q1', '0'],
      ]),
    ).toMatchObject({ to: `/papers/${id}/result?late` })
    expect(
      await sends(saveOne, at(id, li), [
        ['was1', ''],
        ['q1', '0'],
      ]),
    ).toMatchObject({ status: 409 })
    expect(await sends(submit, at(id, li), [['sure', 'yes']])).toMatchObject({ to: `/papers/${id}/result` })
    expect(await opens(paper, at(id, li))).toMatchObject({ status: 303, to: `/papers/${id}/result` })
    expect(await attemptOf(id)).toEqual(closed)
    expect(await counts()).toEqual(after)
  })

  it('begun twice at once is one paper', async () => {
    const began = await Promise.all(Array.from({ length: 8 }, () => sends(start, starting(li), seatOf('li'))))
    expect(new Set(began.map(({ to }) => to)).size).toBe(1)
    expect(await db().attempt.count()).toBe(1)
  })

  it('begins only from a seat that is one’s own, whatever is sent', async () => {
    const found: string[] = []
    for (const { what, fields } of hostileForms([['seat', 'nowhere']])) {
      const complaint = complaintAbout(await sends(start, starting(li), fields))
      if (complaint) found.push(`${what}: ${complaint}`)
    }
    expect(found).toEqual([])
    expect(await db().attempt.count()).toBe(0)
  })
})
