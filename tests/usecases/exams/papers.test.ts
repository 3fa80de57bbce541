import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { transact } from '~/data/transact.server'
import { NotFound } from '~/domain/shared/faults'
import { closeDueAttempts } from '~/usecases/exams/close-due-attempts.server'
import { saveAnswers } from '~/usecases/exams/save-answers.server'
import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'
import { answersRightly } from '../../exams-fixtures/answers'
import { lessons, useFixtureContent } from '../../exams-fixtures/content'
import { hasLearned, person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase } from '../../factories/world'

const now = new Date('2026-03-10T02:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

async function starts(personId: string, at = now, seatId = `post-${personId}-market-welder`) {
  return startAttempt({ personId, course: 'pre-job', seatId, now: at, locale: 'zh' })
}
async function opened(personId: string, at = now): Promise<string> {
  const outcome = await starts(personId, at)
  if (outcome.kind !== 'open') throw new Error(outcome.reason)
  return outcome.attemptId
}
const submits = (personId: string, attemptId: string, at = now) =>
  submitAttempt({ personId, accountId: `account-${personId}`, attemptId, now: at })

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  await smallTown()
  await person('li', '李秀英')
  await post('li')
  await hasLearned('li')
})

describe('starting', () => {
  it('hands out the paper of the blueprint, to be closed 25 minutes later', async () => {
    const id = await opened('li')
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect(attempt).toMatchObject({
      personId: 'li',
      unitId: 'market',
      position: 'welder',
      postId: 'post-li-market-welder',
      deadlineAt: minutes(25),
    })
    expect(findPaperQuestions(id)).toHaveLength(10)
  })

  it('goes on with the open paper, also when twenty taps come at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => starts('li')))
    const ids = new Set(outcomes.map((outcome) => (outcome.kind === 'open' ? outcome.attemptId : outcome.reason)))
    expect(ids.size).toBe(1)
    expect(await db().attempt.count()).toBe(1)
  })

  it('is refused until every lesson is completed', async () => {
    await person('wu', '吴小军')
    await post('wu')
    await hasLearned('wu', lessons.slice(0, 1))
    expect(await starts('wu')).toMatchObject({ kind: 'refused', reason: 'exams:refusal.lessonsMissing', values: { count: 1 } })
  })

  it('knows nobody else’s seat and no course that is not there', async () => {
    await person('wu', '吴小军')
    await expect(starts('wu', now, 'post-li-market-welder')).rejects.toBeInstanceOf(NotFound)
    await expect(
      startAttempt({ personId: 'li', course: 'nothing', seatId: 'post-li-market-welder', now, locale: 'zh' }),
    ).rejects.toBeInstanceOf(NotFound)
  })

  it('is refused for a post that has ended', async () => {
    const seat = await post('li', { unitId: 'office', from: '2025-01-01', to: '2026-03-09' })
    expect(await starts('li', now, seat)).toMatchObject({ reason: 'exams:refusal.seatEnded' })
  })

  it('waits half an hour after a failure and then draws other questions', async () => {
    const first = await opened('li')
    await submits('li', first, minutes(5))
    expect(await starts('li', minutes(34))).toMatchObject({ reason: 'exams:refusal.wait', values: { until: '2026年3月10日 10:35' } })
    const second = await opened('li', minutes(35))
    expect(second).not.toBe(first)
    const ids = (attempt: string) => findPaperQuestions(attempt).map((question) => question.questionId)
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([])
  })
})

describe('answering', () => {
  it('keeps each answer as it is given and takes it back when it is cleared', async () => {
    const id = await opened('li')
    await answersRightly('li', id, now, (ordinal) => ordinal === 3)
    expect(
      findPaperQuestions(id)
        .filter((question) => question.answer !== null)
        .map((question) => question.ordinal),
    ).toEqual([3])
    await saveAnswers({ personId: 'li', attemptId: id, picked: [{ ordinal: 3, positions: [] }], now })
    expect(findPaperQuestions(id).every((question) => question.answer === null)).toBe(true)
  })

  it('does not know somebody else’s paper', async () => {
    const id = await opened('li')
    await person('wu', '吴小军')
    await expect(saveAnswers({ personId: 'wu', attemptId: id, picked: [{ ordinal: 1, positions: ['0'] }], now })).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(submits('wu', id)).rejects.toBeInstanceOf(NotFound)
    expect((await db().attempt.findUniqueOrThrow({ where: { id } })).closedAt).toBeNull()
  })

  it('takes the last answer at the deadline and none a second later; what was saved stays', async () => {
    const id = await opened('li')
    await answersRightly('li', id, minutes(25), (ordinal) => ordinal <= 8)
    const late = await saveAnswers({
      personId: 'li',
      attemptId: id,
      picked: [{ ordinal: 9, positions: ['0'] }],
      now: new Date(minutes(25).getTime() + 1000),
    })
    expect(late).toMatchObject({ kind: 'refused', reason: 'exams:refusal.closed' })
    expect(await closeDueAttempts(minutes(26))).toBe(1)
    expect(await db().attempt.findUniqueOrThrow({ where: { id } })).toMatchObject({
      closedAt: minutes(25),
      closedBy: 'deadline',
      score: 80,
      passed: true,
    })
  })

  it('refuses what no option can be', async () => {
    const id = await opened('li')
    for (const picked of [[{ ordinal: 1, positions: ['77'] }], [{ ordinal: 99, positions: ['0'] }], [{ ordinal: 1, positions: ['x'] }]])
      expect(await saveAnswers({ personId: 'li', attemptId: id, picked, now })).toMatchObject({ reason: 'exams:refusal.notAnAnswer' })
  })

  it('takes nothing after the paper was handed in', async () => {
    const id = await opened('li')
    await submits('li', id)
    expect(await saveAnswers({ personId: 'li', attemptId: id, picked: [{ ordinal: 1, positions: [] }], now })).toMatchObject({
      reason: 'exams:refusal.closed',
    })
  })
})

describe('handing in', () => {
  it('scores a blank paper 0', async () => {
    const id = await opened('li')
    await submits('li', id)
    expect(await db().attempt.findUniqueOrThrow({ where: { id } })).toMatchObject({ score: 0, passed: false, evidenceId: null })
    expect(await db().evidenceEntry.count()).toBe(0)
  })

  it('makes one score, one certificate and one set of evidence of fifty submits at once', async () => {
    const id = await opened('li')
    await answersRightly('li', id, now)
    const closed = await Promise.all(Array.from({ length: 50 }, () => submits('li', id, minutes(7))))
    expect(closed.filter(Boolean)).toHaveLength(1)
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect(attempt).toMatchObject({ score: 100, passed: true, closedBy: 'person', closedAt: minutes(7) })
    const evidence = await db().evidenceEntry.findMany({ orderBy: { seq: 'asc' } })
    expect(
      evidence.map(({ kind, topic, subjectId, unitId, position, on, passed, sourceKind, sourceId }) => ({
        kind,
        topic,
        subjectId,
        unitId,
        position,
        on,
        passed,
        sourceKind,
        sourceId,
      })),
    ).toEqual(
      ['pre-job-welder', 'basics'].map((topic) => ({
        kind: 'course',
        topic,
        subjectId: 'li',
        unitId: 'market',
        position: 'welder',
        on: '2026-03-10',
        passed: true,
        sourceKind: 'attempt',
        sourceId: id,
      })),
    )
    const certificates = await db().certificate.findMany()
    expect(certificates).toHaveLength(1)
    expect(certificates[0]).toMatchObject({ personId: 'li', evidenceId: evidence[0]?.id, attemptId: id, passedOn: '2026-03-10' })
    expect(attempt.evidenceId).toBe(evidence[0]?.id)
    expect(await db().auditEntry.count({ where: { act: 'credentials.certificateIssued' } })).toBe(1)
  })

  it('belongs to the survivor when the record was merged meanwhile', async () => {
    const id = await opened('li')
    await answersRightly('li', id, now)
    await person('li-old', '李秀英')
    await transact((tx) => tx.person.update({ where: { id: 'li' }, data: { mergedIntoId: 'li-old' } }))
    await submits('li-old', id)
    expect((await db().certificate.findFirstOrThrow()).personId).toBe('li-old')
    expect(await db().evidenceEntry.count({ where: { subjectId: 'li-old' } })).toBe(2)
  })

  it('is dated by the civil day in which the paper closed', async () => {
    const evening = new Date('2026-03-10T15:50:00Z')
    const id = await opened('li', evening)
    await answersRightly('li', id, evening)
    await closeDueAttempts(new Date('2026-03-11T01:00:00Z'))
    expect((await db().certificate.findFirstOrThrow()).passedOn).toBe('2026-03-11')
  })

  it('survives a paper whose course content is broken: the others are closed', async () => {
    const id = await opened('li')
    await transact((tx) =>
      tx.attempt.create({
        data: { id: 'orphan', personId: 'li', course: 'gone', position: 'welder', unitId: 'market', startedAt: now, deadlineAt: now },
      }),
    )
    expect(await closeDueAttempts(minutes(30))).toBe(1)
    expect((await db().attempt.findUniqueOrThrow({ where: { id } })).closedAt).toEqual(minutes(25))
  })
})

describe('a hall full of people', () => {
  it('has every answer kept that was said to be, while papers close between them', async () => {
    const people = Array.from({ length: 20 }, (_, number) => `p${number}`)
    for (const id of people) {
      await person(id, `张${id}`)
      await post(id)
      await hasLearned(id)
    }
    const papers = await Promise.all(people.map(async (id) => ({ id, paper: await opened(id) })))
    const outcomes = await Promise.all(
      papers
        .flatMap(({ id, paper }, at) => [
          ...[1, 2, 3].map((ordinal) => answersRightly(id, paper, now, (one) => one === ordinal).then(() => `${paper} ${ordinal}`)),
          ...(at % 4 === 0 ? [submits(id, paper).then(() => '')] : []),
        ])
        .map((work) => work.catch(() => '')),
    )
    const said = outcomes.filter(Boolean).sort()
    const kept = papers.flatMap(({ paper }) =>
      findPaperQuestions(paper).flatMap(({ ordinal, answer }) => (answer === null ? [] : [`${paper} ${ordinal}`])),
    )
    expect(kept.sort()).toEqual(said)
    expect(said.length).toBeGreaterThanOrEqual(45)
  })
})
