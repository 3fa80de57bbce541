import { beforeEach, describe, expect, it } from 'vitest'
import { examOf } from '~/content/exam.server'
import { refresherRules } from '~/content/refresher.server'
import { db } from '~/data/db.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { findOwnRefresher, findRefreshers } from '~/data/learn/refreshers.server'
import { transact } from '~/data/transact.server'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { closeDueAttempts } from '~/usecases/exams/close-due-attempts.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'
import { readRefresherCase, readRefresherLesson } from '~/usecases/learn/read-refresher.server'
import { startRefresher } from '~/usecases/learn/start-refresher.server'
import { startRefresherPaper } from '~/usecases/learn/start-refresher-paper.server'
import { person, post, smallTown } from '../../exams-fixtures/people'
import { answersTen, hasPassedCourse, readsAll } from '../../factories/refreshers'
import { emptyDatabase } from '../../factories/world'

const may = new Date('2026-05-10T02:00:00Z')
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

async function begins(at = may, personId = 'li'): Promise<string> {
  const outcome = await startRefresher({ personId, now: at })
  if (outcome.kind !== 'begun') throw new Error(outcome.reason)
  return outcome.refresherId
}
const starts = (refresherId: string, at = may, personId = 'li') => startRefresherPaper({ personId, refresherId, now: at, locale: 'zh' })
async function opensPaper(refresherId: string, at = may): Promise<string> {
  const outcome = await starts(refresherId, at)
  if (outcome.kind !== 'open') throw new Error(outcome.reason)
  return outcome.attemptId
}
const handsIn = (attemptId: string, at: Date) => submitAttempt({ personId: 'li', accountId: 'account-li', attemptId, now: at })

/** The whole round, passed. */
async function passesRound(at = may): Promise<string> {
  const round = await begins(at)
  await readsAll('li', round, at)
  const paper = await opensPaper(round, at)
  await answersTen('li', paper, at)
  await handsIn(paper, later(at, 5))
  return round
}

/** How she stands to the half-yearly training on a day. */
function stands(on: string) {
  const day = parseDay(on)
  if (day === null) throw new Error(on)
  const index = indexFacts(factsOfPeople(['li'], refresherRules().rules))
  const { standing, due, through, since } = standingOf(index, 'staff-training-half-year', 'li', day)
  return { standing, until: through ?? due, since }
}
const at = (text: string) => parseDay(text)

beforeEach(async () => {
  await emptyDatabase()
  await smallTown()
  await person('li', '李秀英')
  await post('li', { position: 'employee', from: '2025-09-01' })
  await hasPassedCourse('li', { on: '2025-08-25', wrong: ['pre-job-door-001', 'pre-job-ext-001'], right: ['pre-job-ext-002'] })
})

describe('beginning a round', () => {
  it('chooses three lessons with their reasons and a case, for the half-year that is open', async () => {
    const round = findOwnRefresher('li', await begins())
    expect(round?.lessons.slice(0, 2)).toEqual([
      { lesson: 'pre-job-02-doors', reasons: [{ kind: 'question', on: '2025-08-25', count: 1 }] },
      { lesson: 'pre-job-06-extinguishers', reasons: [{ kind: 'question', on: '2025-08-25', count: 1 }] },
    ])
    expect(round?.lessons[2]).toMatchObject({ reasons: [{ kind: 'longAgo', on: '2025-08-25' }] })
    expect(round).toMatchObject({ dutyId: 'staff-training-half-year', unitId: 'market', caseSlug: 'liaoyang-2025' })
    expect(round && [formatDay(round.periodFirst), formatDay(round.periodLast)]).toEqual(['2026-01-01', '2026-06-30'])
  })

  it('is one round, however often it is asked for', async () => {
    const begun = await Promise.all(Array.from({ length: 8 }, () => begins()))
    expect(new Set(begun).size).toBe(1)
    expect(await begins(later(may, 60))).toBe(begun[0])
    expect(await db().refresher.count()).toBe(1)
  })

  it('stays as chosen, also when something else goes wrong meanwhile', async () => {
    const round = await begins()
    const before = findOwnRefresher('li', round)?.lessons
    await transact((tx) =>
      tx.pieceAnswer.create({
        data: { id: 'p', personId: 'li', course: 'pre-job', lesson: 'pre-job-07-smoke', piece: 'x', answer: '[]', right: false, at: may },
      }),
    )
    expect(findOwnRefresher('li', await begins(later(may, 1)))?.lessons).toEqual(before)
  })

  it('is refused while the whole course is to be done, and to somebody who owes none', async () => {
    await person('wu', '吴小军')
    await post('wu', { position: 'employee', from: '2026-05-01' })
    expect(await startRefresher({ personId: 'wu', now: may })).toMatchObject({ reason: 'learn:refresher.refusal.notOpen' })
    await person('he', '何平')
    await post('he', { position: 'employee', from: '2025-09-01', unitId: 'office' })
    await hasPassedCourse('he', { unitId: 'office' })
    expect(await startRefresher({ personId: 'he', now: may })).toMatchObject({ reason: 'learn:refresher.refusal.notOpen' })
  })
})

describe('the ten questions', () => {
  it('open only when the three lessons and the case have been opened', async () => {
    const round = await begins()
    expect(await starts(round)).toMatchObject({ reason: 'learn:refresher.refusal.notRead', values: { count: 4 } })
    const [first, second, third] = findOwnRefresher('li', round)?.facts.lessons ?? []
    for (const lesson of [first, second, third]) await readRefresherLesson({ personId: 'li' }, lesson ?? '', may)
    expect(await starts(round)).toMatchObject({ reason: 'learn:refresher.refusal.notRead', values: { count: 1 } })
    await readRefresherCase({ personId: 'li' }, round, may)
    expect(await starts(round)).toMatchObject({ kind: 'open' })
  })

  it('a lesson of another round, or none, does not count as read', async () => {
    const round = await begins()
    const chosen = findOwnRefresher('li', round)?.facts.lessons ?? []
    const other = ['pre-job-01-first-day', 'pre-job-03-electricity', 'pre-job-07-smoke', 'pre-job-08-lead-out'].find(
      (id) => !chosen.includes(id),
    )
    expect(await readRefresherLesson({ personId: 'li' }, other ?? '', may)).toBe(false)
    expect(await db().refresherReading.count()).toBe(0)
  })

  it('are ten, with those that went wrong among them, in another order of options, to be closed after their minutes', async () => {
    const round = await begins()
    await readsAll('li', round, may)
    const paper = await opensPaper(round)
    const questions = findPaperQuestions(paper)
    expect(questions).toHaveLength(10)
    expect(questions.map(({ questionId }) => questionId)).toEqual(expect.arrayContaining(['pre-job-door-001', 'pre-job-ext-001']))
    const again = questions.find(({ questionId }) => questionId === 'pre-job-door-001')
    if (examOf('refresher')?.questions.get('pre-job-door-001')?.kind !== 'truefalse')
      expect(again?.options).not.toEqual(examOf('refresher')?.questions.get('pre-job-door-001')?.options)
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id: paper } })
    expect(attempt).toMatchObject({ course: 'refresher', unitId: 'market', position: 'employee', deadlineAt: later(may, 15) })
    expect(await opensPaper(round, later(may, 3))).toBe(paper)
  })

  it('passed are evidence of a refresher at the unit that day, once, and no certificate', async () => {
    const round = await passesRound()
    const evidence = await db().evidenceEntry.findMany({ where: { topic: 'refresher' } })
    expect(evidence).toMatchObject([
      { kind: 'course', subjectId: 'li', unitId: 'market', position: 'employee', on: '2026-05-10', passed: true, sourceKind: 'attempt' },
    ])
    const paper = findOwnRefresher('li', round)?.attemptId ?? ''
    expect(await db().attempt.findUniqueOrThrow({ where: { id: paper } })).toMatchObject({ score: 100, evidenceId: evidence[0]?.id })
    expect(await handsIn(paper, later(may, 6))).toBe(false)
    expect(await db().evidenceEntry.count({ where: { topic: 'refresher' } })).toBe(1)
    expect(await db().certificate.count()).toBe(0)
    expect(await db().auditEntry.findMany({ select: { act: true, targetId: true } })).toEqual([
      { act: 'learn.refresherPassed', targetId: 'li' },
    ])
  })

  it('failed wait half an hour, then ask again what went wrong and otherwise other questions, in the same round', async () => {
    const round = await begins()
    await readsAll('li', round, may)
    const first = await opensPaper(round)
    await answersTen('li', first, may, 3)
    await handsIn(first, later(may, 5))
    expect(await db().evidenceEntry.count({ where: { topic: 'refresher' } })).toBe(0)
    expect(await starts(round, later(may, 34))).toMatchObject({ reason: 'exams:refusal.wait' })
    const second = await opensPaper(round, later(may, 35))
    const asked = (paper: string) => findPaperQuestions(paper).map(({ questionId }) => questionId)
    const wrong = findPaperQuestions(first).filter(({ right }) => !right)
    expect(asked(second)).toEqual(expect.arrayContaining(wrong.map(({ questionId }) => questionId)))
    expect(asked(second).filter((id) => asked(first).includes(id)).length).toBeLessThanOrEqual(wrong.length)
    expect(findOwnRefresher('li', round)?.attemptId).toBe(second)
  })

  it('are nobody else’s', async () => {
    const round = await begins()
    await person('wu', '吴小军')
    await post('wu', { position: 'employee', from: '2025-09-01' })
    await hasPassedCourse('wu', { on: '2025-08-25' })
    await expect(starts(round, may, 'wu')).rejects.toBeInstanceOf(NotFound)
    await expect(readRefresherCase({ personId: 'wu' }, round, may)).rejects.toBeInstanceOf(NotFound)
    expect(await readRefresherLesson({ personId: 'wu' }, 'pre-job-02-doors', may)).toBe(false)
  })
})

describe('what a pass counts for', () => {
  it('a pass in May counts for January to June; in July a new round is owed, with another case and not the same lessons', async () => {
    expect(stands('2026-05-09')).toMatchObject({ standing: 'due', until: at('2026-06-30') })
    const first = await passesRound()
    expect(stands('2026-06-30')).toMatchObject({ standing: 'met', until: at('2026-06-30') })
    expect(stands('2026-07-01')).toMatchObject({ standing: 'due', until: at('2026-12-31') })
    expect(await startRefresher({ personId: 'li', now: new Date('2026-06-30T15:59:00Z') })).toMatchObject({ kind: 'refused' })
    const second = await begins(new Date('2026-06-30T16:00:00Z'))
    expect(second).not.toBe(first)
    const [july, june] = findRefreshers('li')
    expect(july && formatDay(july.periodFirst)).toBe('2026-07-01')
    expect(july?.caseSlug).not.toBe(june?.caseSlug)
    expect([...(july?.facts.lessons ?? [])].sort()).not.toEqual([...(june?.facts.lessons ?? [])].sort())
  })

  it('a paper started on 30 June at 23:50 and handed in on 1 July counts for July, and June stays missed', async () => {
    const june = new Date('2026-06-30T15:50:00Z')
    const round = await begins(june)
    await readsAll('li', round, june)
    const paper = await opensPaper(round, june)
    await answersTen('li', paper, later(june, 5))
    await handsIn(paper, later(june, 11))
    expect(stands('2026-06-30').standing).toBe('due')
    expect(stands('2026-07-01')).toMatchObject({ standing: 'met', until: at('2026-12-31') })
    expect(await db().evidenceEntry.findMany({ where: { topic: 'refresher' }, select: { on: true } })).toEqual([{ on: '2026-07-01' }])
  })

  it('the same paper closed by its deadline on 30 June counts for June, whenever that was noticed', async () => {
    const june = new Date('2026-06-30T15:30:00Z')
    const round = await begins(june)
    await readsAll('li', round, june)
    const paper = await opensPaper(round, june)
    await answersTen('li', paper, later(june, 5))
    await closeDueAttempts(new Date('2026-07-02T02:00:00Z'))
    expect(stands('2026-07-01')).toMatchObject({ standing: 'due', until: at('2026-12-31') })
    expect(await db().evidenceEntry.findMany({ where: { topic: 'refresher' }, select: { on: true } })).toEqual([{ on: '2026-06-30' }])
  })

  it('a round left lying in June is over in July: no paper, and a new choice', async () => {
    const june = new Date('2026-06-29T02:00:00Z')
    const round = await begins(june)
    await readsAll('li', round, june)
    const july = new Date('2026-07-01T02:00:00Z')
    expect(await starts(round, july)).toMatchObject({ reason: 'learn:refresher.refusal.over' })
    expect(stands('2026-07-01')).toMatchObject({ standing: 'overdue', since: at('2026-07-01') })
    expect(await begins(july)).not.toBe(round)
  })

  it('is no paper’s any more once the training was met by a class meanwhile', async () => {
    const round = await begins()
    await readsAll('li', round, may)
    await hasPassedCourse('li', { on: '2026-05-10', position: 'security-guard' })
    expect(await starts(round, later(may, 1))).toMatchObject({ reason: 'learn:refresher.refusal.notOpen' })
  })

  it('one round is enough for two posts in two units', async () => {
    await transact((tx) => tx.unitTrait.create({ data: { id: 'key', unitId: 'office', trait: 'key-unit', from: '2020-01-01' } }))
    await post('li', { position: 'security-guard', unitId: 'office', from: '2025-10-01' })
    await hasPassedCourse('li', { unitId: 'office', position: 'security-guard', on: '2025-09-30' })
    await passesRound()
    const index = indexFacts(factsOfPeople(['li'], refresherRules().rules))
    const day = at('2026-05-11')
    if (day === null) throw new Error('no day')
    expect(standingOf(index, 'staff-training-year', 'li', day)).toMatchObject({ standing: 'met', through: at('2026-12-31') })
    expect(standingOf(index, 'staff-training-half-year', 'li', day)).toMatchObject({ standing: 'met', through: at('2026-06-30') })
    expect(await db().refresher.count()).toBe(1)
  })
})
