import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { countImportLines, findImportLines } from '~/data/banks/bank-imports.server'
import { findLocalQuestion, questionsOfPlace } from '~/data/banks/local-questions.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { writePlainText } from '~/domain/banks/plain-text-format'
import { type BankQuestion, questionOf } from '~/domain/banks/question'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { bringQuestions } from '~/usecases/banks/bring-questions.server'
import { confirmQuestions, dropQuestions } from '~/usecases/banks/confirm-questions.server'
import { exportedQuestions } from '~/usecases/banks/exported-questions.server'
import { judgeQuestions } from '~/usecases/banks/judge-questions.server'
import { proposeQuestion } from '~/usecases/banks/propose-question.server'
import { withdrawQuestion } from '~/usecases/banks/withdraw-question.server'
import { actsSoFar, makeAdministered } from '../../factories/administration'
import { acting, type MadePerson, type MadeUnit, makeEmployee, morning } from '../../factories/unit-people'

let [author, second, sectorial]: MadePerson[] = []
const as = (person: MadePerson | undefined) => acting(person?.accountId ?? '')

async function supervises(brigade: MadeUnit, name: string, phone: string, sectors: string): Promise<MadePerson> {
  const made = await makeEmployee(brigade, name, { phone })
  const right = {
    accountId: made.accountId,
    role: 'supervisor',
    placeId: 'street',
    from: '2020-01-01',
    grantedBy: 'system',
    createdAt: morning,
  }
  await transact(async (tx) => {
    await tx.grant.create({ data: { id: newId(morning), sectors, ...right } })
  })
  return made
}

beforeEach(async () => {
  catalogue()
  const { brigade } = await makeAdministered()
  author = await supervises(brigade, '陈干事', '13800006666', '*')
  second = await supervises(brigade, '林科长', '13800006667', '*')
  sectorial = await supervises(brigade, '教育局老赵', '13800006668', '["education"]')
})

function question(stem: string, right = 0): BankQuestion {
  const made = questionOf({
    stem,
    options: ['先离开', '先收拾'],
    answer: { kind: 'letters', places: [right] },
    explanation: '人比东西要紧。',
    point: '疏散',
  })
  if (typeof made === 'string') throw new Error(made)
  return made
}

async function proposed(stem: string): Promise<{ id: string; wording: string }> {
  const outcome = await proposeQuestion(as(author), { placeId: 'street', questionId: null, question: question(stem) })
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return { id: outcome.id, wording: findLocalQuestion(outcome.id)?.latest.id ?? '' }
}
const judged = (person: MadePerson | undefined, wording: string, verdict: 'approved' | 'returned' = 'approved', note = '') =>
  judgeQuestions(as(person), { placeId: 'street', wordings: [wording], verdict, note })

describe('a question of a street', () => {
  it('is in use once somebody else than its author has approved it', async () => {
    const { id, wording } = await proposed('着火时先做什么？')
    expect(await judged(author, wording)).toMatchObject({ kind: 'refused', reason: 'banks:refusal.own' })
    expect(findLocalQuestion(id)).toMatchObject({ state: 'proposed', inUse: null })
    expect(await judged(second, wording)).toEqual({ kind: 'approved', count: 1 })
    expect(findLocalQuestion(id)).toMatchObject({ state: 'approved', inUse: { id: wording } })
    expect((await actsSoFar()).slice(-2).sort()).toEqual(['banks.questionProposed', 'banks.questionsApproved'])
  })

  it('keeps its approved wording in use while a new one waits, and every wording for ever', async () => {
    const { id, wording } = await proposed('着火时先做什么？')
    await judged(second, wording)
    await proposeQuestion(as(second), { placeId: 'street', questionId: id, question: question('楼里着火时先做什么？') })
    expect(findLocalQuestion(id)).toMatchObject({ state: 'changing', inUse: { id: wording }, latest: { nth: 2 } })
    const latest = findLocalQuestion(id)?.latest.id ?? ''
    expect(await judged(second, latest)).toMatchObject({ reason: 'banks:refusal.own' })
    expect(await judged(author, latest)).toMatchObject({ kind: 'approved' })
    expect(findLocalQuestion(id)?.inUse?.body.stem).toBe('楼里着火时先做什么？')
    expect(findLocalQuestion(id)?.wordings.map(({ body }) => body.stem)).toEqual(['着火时先做什么？', '楼里着火时先做什么？'])
  })

  it('goes back with a reason, and is decided once', async () => {
    const { id, wording } = await proposed('着火时先做什么？')
    expect(await judged(second, wording, 'returned')).toMatchObject({ reason: 'banks:refusal.noNote' })
    expect(await judged(second, wording, 'returned', '缺依据')).toMatchObject({ kind: 'returned' })
    expect(findLocalQuestion(id)).toMatchObject({ state: 'returned', latest: { note: '缺依据', judgedBy: '林科长' } })
    expect(await judged(second, wording)).toMatchObject({ reason: 'banks:refusal.moved' })
  })

  it('is withdrawn with a reason and can be restored', async () => {
    const { id, wording } = await proposed('着火时先做什么？')
    await judged(second, wording)
    expect(await withdrawQuestion(as(author), { id, step: 'withdrawn', reason: '' })).toMatchObject({ reason: 'banks:refusal.noReason' })
    await withdrawQuestion(as(author), { id, step: 'withdrawn', reason: '规定改了' })
    expect(findLocalQuestion(id)).toMatchObject({ state: 'withdrawn', inUse: null })
    await withdrawQuestion(as(second), { id, step: 'restored', reason: '' })
    expect(findLocalQuestion(id)).toMatchObject({ state: 'approved', inUse: { id: wording } })
  })

  it('is hidden from who supervises one sector, and of another place it is not there', async () => {
    const { wording } = await proposed('着火时先做什么？')
    await expect(judged(sectorial, wording)).rejects.toBeInstanceOf(Forbidden)
    await expect(proposeQuestion(as(author), { placeId: 'county', questionId: null, question: question('一') })).rejects.toBeInstanceOf(
      NotFound,
    )
    expect(
      await proposeQuestion(as(second), { placeId: 'street', questionId: null, question: question('着火时先做什么？') }),
    ).toMatchObject({ reason: 'banks:refusal.same' })
  })
})

describe('a file of questions', () => {
  const bring = (text: string) =>
    bringQuestions(as(author), { placeId: 'street', fileName: '题库.txt', bytes: Buffer.from(text), format: null })
  const file = (...stems: string[]) => writePlainText(stems.map((stem) => question(stem)))

  it('is shown first and written once; the same file again is all the same', async () => {
    const { id } = await bring(`${file('一？', '二？')}\n3. 没有答案\nA. 甲\nB. 乙\n`)
    expect(countImportLines(id)).toEqual({ new: 2, changed: 0, same: 0, refused: 1 })
    expect(findImportLines(id).at(-1)).toMatchObject({ line: 15, body: { fault: 'noAnswer', said: '没有答案' } })
    expect(questionsOfPlace('street')).toEqual([])
    expect(await confirmQuestions(as(author), id)).toEqual({ kind: 'written', counts: { new: 2, changed: 0 } })
    expect(await confirmQuestions(as(author), id)).toEqual({ kind: 'written', counts: { new: 2, changed: 0 } })
    expect(questionsOfPlace('street').map(({ state }) => state)).toEqual(['proposed', 'proposed'])
    expect(countImportLines((await bring(file('一？', '二？'))).id)).toEqual({ new: 0, changed: 0, same: 2, refused: 0 })
  })

  it('that was taken out and changed comes back as new wordings of its questions', async () => {
    const { id } = await proposed('一？')
    const { held } = exportedQuestions(as(author), { placeId: 'street', format: 'text', what: 'all' })
    const changed = writePlainText(held.map((one) => ({ ...one, stem: '一，改过？' })))
    const brought = await bring(changed)
    expect(countImportLines(brought.id)).toMatchObject({ new: 0, changed: 1 })
    await confirmQuestions(as(author), brought.id)
    expect(findLocalQuestion(id)).toMatchObject({ latest: { nth: 2, body: { stem: '一，改过？' } } })
  })

  it('is shown anew where the bank has changed meanwhile', async () => {
    const { id } = await bring(file('一？'))
    await proposed('一？')
    expect(await confirmQuestions(as(author), id)).toEqual({ kind: 'moved' })
    expect(countImportLines(id)).toMatchObject({ new: 0, same: 1 })
    expect(await confirmQuestions(as(author), id)).toMatchObject({ reason: 'banks:refusal.nothing' })
    expect(await dropQuestions(as(author), id)).toEqual({ kind: 'dropped' })
    expect(findImportLines(id)).toEqual([])
  })

  it('is its bringer’s alone, and one that is no text says so', async () => {
    const { id } = await bring(file('一？'))
    await expect(confirmQuestions(as(second), id)).rejects.toBeInstanceOf(NotFound)
    const broken = await bringQuestions(as(author), {
      placeId: 'street',
      fileName: 'x',
      bytes: Buffer.from([0, 1, 2, 255]),
      format: 'text',
    })
    expect(await db().bankImport.findUnique({ where: { id: broken.id } })).toMatchObject({ fault: 'notText' })
  })
})
