import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { findOwnTestPaper, testPaperQuestions } from '~/data/classes/test-papers.server'
import { testOfPart } from '~/data/classes/tests.server'
import { positionsOf } from '~/domain/exams/paper-form'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { chooseClassTest } from '~/usecases/classes/choose-class-test.server'
import { closeClassTest } from '~/usecases/classes/close-class-test.server'
import { closeDueClassPapers } from '~/usecases/classes/close-due-class-papers.server'
import { handInClassPaper } from '~/usecases/classes/hand-in-class-paper.server'
import { openClassTest } from '~/usecases/classes/open-class-test.server'
import { localTopicOf, paperQuestions } from '~/usecases/classes/paper-questions.server'
import type { ActingPerson } from '~/usecases/classes/reached-class.server'
import { saveClassAnswers } from '~/usecases/classes/save-class-answers.server'
import { startClassPaper } from '~/usecases/classes/start-class-paper.server'
import { useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, testTime } from '../../factories/class-with-test'
import { addLocal, localQuestion, takeOut, wordLocal } from '../../factories/local-bank'
import { emptyDatabase, setClock } from '../../factories/world'

const minutes = (count: number) => new Date(testTime.getTime() + count * 60_000)
const which = { classId: 'class', part: 'test' }
const usual = { topics: ['local/east'], questions: 4, pass: 80, minutes: 20, tries: 2 }
const as = (personId: string, now = testTime): ActingPerson => ({
  now,
  today: civilDay(now),
  actor: { accountId: `account-${personId}`, personId, grants: findGrants(`account-${personId}`) },
})
const chooses = (body = usual, who = 'lead') => chooseClassTest(as(who), { ...which, body })
const opens = () => openClassTest(as('lead'), which)

async function begins(personId: string, now = testTime): Promise<string> {
  const outcome = await startClassPaper(as(personId, now), (await testOfPart('class', 'test'))?.code ?? '')
  if (outcome.kind !== 'open') throw new Error(outcome.kind)
  return outcome.paperId
}
const asked = (paper: string): string[] => testPaperQuestions(paper).map(({ questionId }) => questionId)

/** Ticks the option of this id of each question. */
function ticks(paperId: string, option: string, now: Date) {
  const picked = testPaperQuestions(paperId).map(({ ordinal, options }) => ({ ordinal, positions: positionsOf(options, [option]) }))
  return saveClassAnswers({ personId: 'li', paperId, picked, now })
}
const handsIn = (paperId: string, now: Date) => handInClassPaper({ personId: 'li', paperId, now })

let bank: { id: string; wording: string }[] = []
beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  setClock(testTime.toISOString())
  await buildClass()
  await seat('li')
  bank = []
  for (const stem of ['甲题', '乙题', '丙题', '丁题']) bank.push(await addLocal('east', stem))
  await addLocal('west', '西街的题')
})

describe('the test of a class, drawn from the bank of its place', () => {
  it('has only wordings that a second person approved and nobody has taken out of use', async () => {
    await addLocal('east', '没有审核', null)
    await addLocal('east', '退回的', 'returned')
    const [first] = bank
    await wordLocal(first?.id ?? '', 2, localQuestion('甲题改过，没有审核'), null)
    const out = await addLocal('east', '停用的')
    expect(localTopicOf('/county/east/')).toEqual({ id: 'local/east', placeName: '东街', count: 5 })
    await takeOut(out.id)
    expect(await chooses({ ...usual, questions: 5 })).toMatchObject({ reason: 'classtest:refusal.tooFew', values: { count: 4 } })
    expect(await chooses()).toEqual({ kind: 'chosen' })
    await opens()
    expect(asked(await begins('li')).sort()).toEqual(bank.map(({ wording }) => wording).sort())
  })

  it('mixes them with the catalogue as evenly as it goes', async () => {
    expect(await chooses({ ...usual, topics: ['pre-job/doors', 'local/east'], questions: 6 }, 'main-org')).toEqual({ kind: 'chosen' })
    await opens()
    const paper = asked(await begins('li'))
    expect(paper.filter((id) => bank.some(({ wording }) => wording === id))).toHaveLength(3)
  })

  it('takes the bank of no other place, and a community’s is its street’s', async () => {
    for (const topic of ['local/west', 'local/county', 'local/nowhere'])
      await expect(chooses({ ...usual, topics: ['pre-job/doors', topic] })).rejects.toBeInstanceOf(NotFound)
    expect(localTopicOf('/county/east/east-1/')?.id).toBe('local/east')
    expect(localTopicOf('/county/west/')).toMatchObject({ placeName: '西街', count: 1 })
  })

  it('does not open once too few are in use, and a room that it is open for is told', async () => {
    await chooses()
    await opens()
    for (const { id } of bank.slice(0, 2)) await takeOut(id)
    const code = (await testOfPart('class', 'test'))?.code ?? ''
    expect(await startClassPaper(as('li'), code)).toMatchObject({ reason: 'classtest:refusal.noBank' })
    await closeClassTest(as('lead', minutes(1)), which)
    expect(await opens()).toMatchObject({ reason: 'classtest:refusal.noBank' })
  })
})

describe('a paper with local questions', () => {
  it('keeps the wording that was drawn: what is revised or taken out of use later changes nothing of it', async () => {
    await chooses()
    await opens()
    const paper = await begins('li')
    for (const [nth, { id }] of bank.entries()) {
      const turned = { ...localQuestion(`改过的${nth}`), right: [1] }
      if (nth === 0) await takeOut(id)
      else await wordLocal(id, 2, turned, 'approved')
    }
    expect(await ticks(paper, 'a', minutes(2))).toMatchObject({ kind: 'saved' })
    await handsIn(paper, minutes(3))
    expect(findOwnTestPaper(['li'], paper)).toMatchObject({ score: 100, passed: true })
    const { wordings } = paperQuestions(testPaperQuestions(paper))
    expect([...wordings.values()].map(({ body }) => body.stem).sort()).toEqual(['**丁题**', '**丙题**', '**乙题**', '**甲题**'])
  })

  it('takes no answer that is none of its options', async () => {
    await chooses()
    await opens()
    const paper = await begins('li')
    for (const position of ['3', '-1', 'a'])
      expect(
        await saveClassAnswers({ personId: 'li', paperId: paper, picked: [{ ordinal: 1, positions: [position] }], now: testTime }),
      ).toMatchObject({ reason: 'exams:refusal.notAnAnswer' })
  })

  it('is judged by its own key at its end, too', async () => {
    await chooses()
    await opens()
    const paper = await begins('li')
    expect(await ticks(paper, 'b', minutes(2))).toMatchObject({ kind: 'saved' })
    expect(await closeDueClassPapers(minutes(21))).toBe(1)
    expect(findOwnTestPaper(['li'], paper)).toMatchObject({ score: 0, passed: false, way: 'end' })
  })
})
