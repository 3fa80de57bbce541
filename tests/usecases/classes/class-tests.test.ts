import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testQuestions } from '~/content/class-test-banks.server'
import { findGrants } from '~/data/accounts/grants.server'
import { classTestOutcomes } from '~/data/classes/test-outcomes.server'
import { findOwnTestPaper, testFigures, testPaperQuestions } from '~/data/classes/test-papers.server'
import { testOfPart } from '~/data/classes/tests.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { type Picked, positionsOf } from '~/domain/exams/paper-form'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { forget, limits } from '~/gateways/limits.server'
import { chooseClassTest } from '~/usecases/classes/choose-class-test.server'
import { closeClassTest } from '~/usecases/classes/close-class-test.server'
import { closeDueClassPapers } from '~/usecases/classes/close-due-class-papers.server'
import { findClassTest } from '~/usecases/classes/find-class-test.server'
import { handInClassPaper } from '~/usecases/classes/hand-in-class-paper.server'
import { openClassTest, renewTestCode } from '~/usecases/classes/open-class-test.server'
import type { ActingPerson } from '~/usecases/classes/reached-class.server'
import { saveClassAnswers } from '~/usecases/classes/save-class-answers.server'
import { startClassPaper } from '~/usecases/classes/start-class-paper.server'
import { useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, stepClass, testTime } from '../../factories/class-with-test'
import { emptyDatabase, setClock } from '../../factories/world'

const minutes = (count: number) => new Date(testTime.getTime() + count * 60_000)
const which = { classId: 'class', part: 'test' }
const usual = { topics: ['pre-job/doors', 'pre-job/alarm'], questions: 10, pass: 80, minutes: 20, tries: 2 }

const as = (personId: string, now = testTime): ActingPerson => ({
  now,
  today: civilDay(now),
  actor: { accountId: `account-${personId}`, personId, grants: findGrants(`account-${personId}`) },
})
const code = async (): Promise<string> => (await testOfPart('class', 'test'))?.code ?? ''
const chooses = (body = usual, who = 'lead') => chooseClassTest(as(who), { ...which, body })
const opens = (who = 'lead', now = testTime) => openClassTest(as(who, now), which)
const closes = (who = 'lead', now = testTime) => closeClassTest(as(who, now), which)

async function begins(personId: string, now = testTime, typed?: string): Promise<string> {
  const outcome = await startClassPaper(as(personId, now), typed ?? (await code()))
  if (outcome.kind !== 'open') throw new Error(outcome.kind)
  return outcome.paperId
}
const rightly = (paperId: string, ordinals: (ordinal: number) => boolean = () => true): Picked[] =>
  testPaperQuestions(paperId)
    .filter(({ ordinal }) => ordinals(ordinal))
    .map(({ ordinal, questionId, options }) => ({ ordinal, positions: positionsOf(options, testQuestions().get(questionId)?.key ?? []) }))
const answers = (personId: string, paperId: string, now: Date, ordinals?: (ordinal: number) => boolean) =>
  saveClassAnswers({ personId, paperId, picked: rightly(paperId, ordinals), now })
const handsIn = (personId: string, paperId: string, now: Date) => handInClassPaper({ personId, paperId, now })

beforeAll(useFixtureContent)
beforeEach(async () => {
  await forget('test', 'account-wu')
  await emptyDatabase()
  setClock(testTime.toISOString())
  await buildClass()
  await seat('li')
})

describe('the test of a class', () => {
  it('opens with what is proposed and a code of its own, on its day, while the class is not closed', async () => {
    expect(await opens('lead', new Date('2026-11-23T15:59:59Z'))).toMatchObject({ reason: 'classtest:refusal.tooEarly' })
    expect(await opens()).toEqual({ kind: 'opened' })
    expect(await testOfPart('class', 'test')).toMatchObject({
      body: { questions: 10, pass: 80, tries: 2 },
      code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/),
    })
    expect(await opens()).toMatchObject({ reason: 'classtest:refusal.isOpen' })
    expect(await db().auditEntry.findMany({ select: { act: true, placeId: true } })).toEqual([
      { act: 'classtest.testOpened', placeId: 'east' },
    ])
    await stepClass('closed', minutes(1))
    expect(await closes()).toEqual({ kind: 'closed' })
    expect(await opens('lead', minutes(2))).toMatchObject({ reason: 'classtest:refusal.classClosed' })
  })

  it('is run by whoever leads the class or organises the main classroom; the branch shows it, others find nothing', async () => {
    for (const who of ['far', 'li', 'branch-org']) await expect(opens(who)).rejects.toBeInstanceOf(NotFound)
    await expect(openClassTest(as('lead'), { classId: 'class', part: 'morning' })).rejects.toBeInstanceOf(NotFound)
    expect(await opens('main-org')).toEqual({ kind: 'opened' })
    for (const who of ['far', 'li', 'branch-org']) await expect(closes(who)).rejects.toBeInstanceOf(NotFound)
  })

  it('is changed while it is not open, from topics that have enough questions', async () => {
    expect(await chooses({ ...usual, questions: 21 })).toMatchObject({ reason: 'classtest:refusal.tooFew', values: { count: 20 } })
    expect(await db().classTest.count()).toBe(0)
    expect(await chooses({ ...usual, questions: 5, topics: ['pre-job/doors'] })).toEqual({ kind: 'chosen' })
    await opens()
    expect(await chooses()).toMatchObject({ reason: 'classtest:refusal.isOpen' })
    const paper = await begins('li')
    expect(testPaperQuestions(paper).map(({ questionId }) => testQuestions().get(questionId)?.topic)).toEqual(
      Array(5).fill('pre-job/doors'),
    )
  })
})

describe('a code in the room', () => {
  it('opens one paper for whoever has a seat, however often he taps', async () => {
    await opens()
    const typed = (await code()).toLowerCase()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => begins('li', testTime, `${typed.slice(0, 3)} ${typed.slice(3)}`)))
    expect(new Set(outcomes).size).toBe(1)
    expect(await db().classPaper.count()).toBe(1)
    expect(testFigures((await testOfPart('class', 'test'))?.id ?? '')).toEqual({ began: 1, sitting: 1, handedIn: 0 })
  })

  it('opens nothing for whoever has none, or waits for one; the door lets in', async () => {
    await opens()
    expect(await startClassPaper(as('wu'), await code())).toEqual({ kind: 'stranger' })
    await seat('lead', 'main')
    await seat('far', 'main')
    await seat('wu', 'main')
    expect(await startClassPaper(as('wu'), await code())).toEqual({ kind: 'stranger' })
    await seat('zhao', 'main', 'door')
    await begins('zhao')
  })

  it('opens the paper for whoever stands on the roll of a part', async () => {
    await opens()
    const expected = [{ id: 'wu', kind: 'person', name: '吴经理', department: '', zone: '', count: null, help: '' }]
    await transact((tx) =>
      tx.rollCall.create({
        data: {
          ...{ id: 'call', kind: 'class', subjectId: 'class.morning', unitId: 'hotel', createdAt: testTime, createdBy: 'system' },
          lists: {
            create: {
              id: 'list',
              nth: 1,
              entries: JSON.stringify(expected),
              roles: '{"commanders":[],"marshals":[]}',
              at: testTime,
              by: 'system',
            },
          },
        },
      }),
    )
    await begins('wu')
    expect(await startClassPaper(as('zhao'), await code())).toEqual({ kind: 'stranger' })
  })

  it('that is wrong, was replaced, or belongs to a closed test or class is answered alike', async () => {
    await opens()
    const first = await code()
    const own = await begins('li')
    await renewTestCode(as('lead'), which)
    await seat('wu')
    const unreadable = { kind: 'unreadable' }
    for (const typed of ['ZZZZZZ', first, '', 'x'.repeat(4000), '%00', '00OO11'])
      expect(await startClassPaper(as('wu'), typed)).toEqual(unreadable)
    const second = await code()
    expect(second).not.toBe(first)
    expect((await findClassTest(as('wu'), second)).kind).toBe('found')
    await closes('lead', minutes(1))
    expect(await startClassPaper(as('wu', minutes(2)), second)).toEqual(unreadable)
    await opens('lead', minutes(3))
    await stepClass('called-off', minutes(4))
    expect(await startClassPaper(as('wu', minutes(5)), await code())).toEqual(unreadable)
    expect(await db().classPaper.findMany({ select: { id: true } })).toEqual([{ id: own }])
  })

  it('that is guessed too often opens nothing for the guesser any more, and everything for the others', async () => {
    await opens()
    await seat('wu')
    for (let nth = 0; nth < limits.test.points; nth += 1) expect(await findClassTest(as('wu'), 'ZZZZZZ')).toEqual({ kind: 'unreadable' })
    expect(await findClassTest(as('wu'), await code())).toEqual({ kind: 'unreadable' })
    expect((await findClassTest(as('li'), await code())).kind).toBe('found')
  })
})

describe('a paper', () => {
  it('that is passed is kept as the outcome of the part, and there is no second one', async () => {
    await opens()
    const paper = await begins('li')
    expect(await answers('li', paper, minutes(3), (ordinal) => ordinal <= 9)).toMatchObject({ kind: 'saved' })
    const both = await Promise.all([handsIn('li', paper, minutes(4)), handsIn('li', paper, minutes(4))])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await handsIn('li', paper, minutes(5))).toBe(false)
    expect(classTestOutcomes('class')).toEqual([{ person: 'li', part: 'test', passed: true, score: 90, at: minutes(4) }])
    expect(await startClassPaper(as('li', minutes(5)), await code())).toEqual({ kind: 'shown', paperId: paper })
    expect(await answers('li', paper, minutes(5))).toMatchObject({ reason: 'exams:refusal.closed' })
  })

  it('that is failed may be sat once more with other questions, and not a third time', async () => {
    await opens()
    const first = await begins('li')
    await handsIn('li', first, minutes(1))
    const second = await begins('li', minutes(2))
    const ids = (paper: string) => testPaperQuestions(paper).map(({ questionId }) => questionId)
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([])
    await answers('li', second, minutes(3), (ordinal) => ordinal <= 7)
    await handsIn('li', second, minutes(3))
    expect(await startClassPaper(as('li', minutes(4)), await code())).toEqual({ kind: 'shown', paperId: second })
    expect(classTestOutcomes('class')).toEqual([{ person: 'li', part: 'test', passed: false, score: 70, at: minutes(3) }])
    expect(testFigures((await testOfPart('class', 'test'))?.id ?? '')).toEqual({ began: 1, sitting: 0, handedIn: 1 })
  })

  it('takes answers up to the instant of its deadline, and is then judged by what was saved', async () => {
    await opens()
    const paper = await begins('li')
    expect(await answers('li', paper, minutes(20), (ordinal) => ordinal <= 8)).toMatchObject({ kind: 'saved' })
    expect(await answers('li', paper, new Date(minutes(20).getTime() + 1))).toMatchObject({ reason: 'exams:refusal.closed' })
    expect(await closeDueClassPapers(minutes(20))).toBe(0)
    expect(await closeDueClassPapers(minutes(21))).toBe(1)
    expect(await closeDueClassPapers(minutes(21))).toBe(0)
    expect(findOwnTestPaper(['li'], paper)).toMatchObject({ score: 80, passed: true, way: 'end', closedAt: minutes(20) })
  })

  it('ends as the test is closed, and stays ended when it is opened again', async () => {
    await opens()
    const paper = await begins('li')
    await answers('li', paper, minutes(2), (ordinal) => ordinal <= 3)
    await closes('lead', minutes(5))
    expect(await answers('li', paper, minutes(6))).toMatchObject({ reason: 'exams:refusal.closed' })
    await opens('lead', minutes(7))
    expect(await answers('li', paper, minutes(8))).toMatchObject({ reason: 'exams:refusal.closed' })
    expect(await closeDueClassPapers(minutes(8))).toBe(1)
    expect(findOwnTestPaper(['li'], paper)).toMatchObject({ score: 30, passed: false, way: 'end', closedAt: minutes(5) })
    expect(await begins('li', minutes(9))).not.toBe(paper)
  })

  it('takes no answers that arrive with its handing in, after it; before it they count', async () => {
    await opens()
    const paper = await begins('li')
    const sent = minutes(1)
    const [isClosed, late] = await Promise.all([handsIn('li', paper, sent), answers('li', paper, sent)])
    expect([isClosed, late]).toEqual([true, { kind: 'refused', reason: 'exams:refusal.closed' }])
    expect(testPaperQuestions(paper).filter(({ answer }) => answer !== null)).toEqual([])
    expect(findOwnTestPaper(['li'], paper)).toMatchObject({ score: 0, passed: false })
    const second = await begins('li', minutes(2))
    const [early] = await Promise.all([answers('li', second, minutes(3)), handsIn('li', second, minutes(3))])
    expect(early).toMatchObject({ kind: 'saved' })
    expect(findOwnTestPaper(['li'], second)).toMatchObject({ score: 100, passed: true })
  })

  it('is judged by what the test was when it was begun', async () => {
    await opens()
    const paper = await begins('li')
    await answers('li', paper, minutes(1), (ordinal) => ordinal <= 8)
    await closes('lead', minutes(2))
    await chooses({ ...usual, pass: 100 })
    await closeDueClassPapers(minutes(3))
    expect(findOwnTestPaper(['li'], paper)).toMatchObject({ score: 80, passed: true })
  })

  it('is nobody else’s', async () => {
    await opens()
    const paper = await begins('li')
    await seat('wu')
    await expect(saveClassAnswers({ personId: 'wu', paperId: paper, picked: [], now: testTime })).rejects.toBeInstanceOf(NotFound)
    await expect(handsIn('wu', paper, testTime)).rejects.toBeInstanceOf(NotFound)
    await expect(handsIn('li', 'nothing', testTime)).rejects.toBeInstanceOf(NotFound)
  })

  it('takes no answer that is none of its options', async () => {
    await opens()
    const paper = await begins('li')
    const picked = [{ ordinal: 1, positions: ['7'] }]
    expect(await saveClassAnswers({ personId: 'li', paperId: paper, picked, now: testTime })).toMatchObject({
      reason: 'exams:refusal.notAnAnswer',
    })
    const beyond = [{ ordinal: 99, positions: ['0'] }]
    expect(await saveClassAnswers({ personId: 'li', paperId: paper, picked: beyond, now: testTime })).toMatchObject({
      reason: 'exams:refusal.notAnAnswer',
    })
  })
})
