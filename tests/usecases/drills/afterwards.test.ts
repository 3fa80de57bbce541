import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { drillInside } from '~/data/drills/drills.server'
import { plansOfUnit } from '~/data/drills/plans.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { transact } from '~/data/transact.server'
import { evaluationOf, fellShort } from '~/domain/drills/evaluation'
import { findingsOf, isOverdue, proposed } from '~/domain/drills/finding'
import { signedVersions, withLater } from '~/domain/drills/record-versions'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { addFinding, type FindingWish } from '~/usecases/drills/add-finding.server'
import { closeFinding } from '~/usecases/drills/close-finding.server'
import { evaluateDrill, questionsFor } from '~/usecases/drills/evaluate-drill.server'
import { keepSheet, noteNotice, noteSign } from '~/usecases/drills/note-step.server'
import { reportDrill } from '~/usecases/drills/report-drill.server'
import { revisePlan } from '~/usecases/drills/revise-plan.server'
import { seeDrillPhoto } from '~/usecases/drills/see-drill-photo.server'
import { signDrill } from '~/usecases/drills/sign-drill.server'
import { actsSoFar } from '../../factories/administration'
import { actingPerson, listed, planned } from '../../factories/held-drill'
import { readdirOf } from '../../factories/kept-files'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let boss: MadePerson
let chief: MadePerson
let maid: MadePerson
let drill: Awaited<ReturnType<typeof planned>>

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  chief = await makeEmployee(hotel, '保安队长')
  maid = await makeEmployee(hotel, '服务员')
  await grant(boss.accountId, hotel)
  drill = await planned(hotel, chief, [listed(chief, '保安队长'), listed(maid, '服务员')])
})

const over = async () => {
  await drill.mark('alarm', 0)
  await drill.seen(chief)
  await drill.mark('all-clear', 600)
}
const facts = async () => {
  const found = await transact((tx) => drillInside(tx, drill.id))
  if (found === null) throw new Error('gone')
  return found
}
const judge = (said: Record<string, string>, by = boss) =>
  evaluateDrill(actingPerson(by), drill.id, {
    evaluator: '王站长',
    summary: '',
    redrill: false,
    said: (id) => ({ answer: said[id] ?? '', note: id === 'out-told' ? '宿舍没人告诉' : '' }),
  })
const add = (more: Partial<FindingWish> = {}, by = boss) =>
  addFinding(actingPerson(by), drill.id, {
    what: '后门锁着',
    owner: maid.personId,
    due: '2026-03-24',
    question: '',
    redrill: false,
    ...more,
  })
const day = (text: string) =>
  parseDay(text) ??
  (() => {
    throw new Error(text)
  })()

describe('evaluating a drill', () => {
  it('is by the questions of its kind and of its template, and the last word counts', async () => {
    await over()
    const asked = questionsFor({ kind: 'evacuation', template: 'school' }).map(({ id }) => id)
    expect(asked).toContain('out-told')
    expect(asked.length).toBeGreaterThan(8)
    await judge({ 'out-told': 'no' })
    await judge({ 'out-told': 'partly', 'out-nearest': 'yes' }, chief)
    const judged = evaluationOf((await facts()).steps)
    expect(judged?.questions.map(({ id }) => id)).toEqual(asked)
    expect(judged && fellShort(judged)).toMatchObject([{ id: 'out-told', answer: 'partly', note: '宿舍没人告诉' }])
    expect(await db().drillStep.count({ where: { kind: 'evaluated' } })).toBe(2)
  })

  it('waits for the end, wants an answer, and is for whoever leads', async () => {
    expect(await judge({ 'out-told': 'yes' })).toMatchObject({ reason: 'drillrecord:refusal.notOver' })
    await over()
    expect(await judge({})).toMatchObject({ reason: 'drillrecord:refusal.nothingAnswered' })
    expect(await judge({ 'out-told': 'perhaps', nonsense: 'yes' })).toMatchObject({ reason: 'drillrecord:refusal.nothingAnswered' })
    await expect(judge({ 'out-told': 'yes' }, maid)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('putting right what fell short', () => {
  it('is proposed from the evaluation until somebody takes it up', async () => {
    await over()
    await judge({ 'out-told': 'no', 'out-nearest': 'partly' })
    const open = async () => {
      const { steps } = await facts()
      return proposed(evaluationOf(steps), findingsOf(steps)).map(({ id }) => id)
    }
    expect(await open()).toEqual(['out-told', 'out-nearest'])
    await add({ question: 'out-told' })
    expect(await open()).toEqual(['out-nearest'])
  })

  it('has an owner of the unit and a day to come, and is closed once, with what was done', async () => {
    await over()
    const stranger = await makeEmployee(await makeUnit('河西小学', 'HXXX'), '外人')
    expect(await add({ owner: stranger.personId })).toMatchObject({ field: 'owner' })
    expect(await add({ due: '2026-03-09' })).toMatchObject({ field: 'due' })
    const written = await add()
    if (written.kind !== 'written') throw new Error('not written')
    const [found] = findingsOf((await facts()).steps)
    expect(found).toMatchObject({ what: '后门锁着', owner: { name: '服务员' }, closed: null })
    expect([found && isOverdue(found, day('2026-03-24')), found && isOverdue(found, day('2026-03-25'))]).toEqual([false, true])
    const close = () => closeFinding(actingPerson(boss), drill.id, { finding: written.id, done: '换了推闩' })
    expect(await close()).toMatchObject({ kind: 'written' })
    expect(await close()).toMatchObject({ reason: 'drillrecord:refusal.findingClosed' })
    const [closed] = findingsOf((await facts()).steps)
    expect(closed?.closed).toMatchObject({ done: '换了推闩' })
    expect(closed && isOverdue(closed, day('2026-12-31'))).toBe(false)
  })
})

describe('what is written after the signature', () => {
  it('shows with the record, marked, and changes nothing of what was signed', async () => {
    await over()
    await signDrill(actingPerson(boss), drill.id)
    const before = JSON.stringify(signedVersions((await facts()).steps))
    await judge({ 'out-told': 'yes' })
    await add()
    const { steps } = await facts()
    const [signed] = signedVersions(steps)
    expect(JSON.stringify(signedVersions(steps))).toBe(before)
    expect(signed && withLater(signed.record, steps)).toMatchObject({
      later: ['evaluation', 'findings'],
      record: { evaluation: { evaluator: '王站长' } },
    })
    expect(await db().evidenceEntry.count()).toBe(2)
  })
})

describe('the report to the regulator', () => {
  const report = (on: string) =>
    reportDrill(actingPerson(boss, new Date('2026-03-20T02:00:00Z')), drill.id, { on, receiver: '应急管理局', means: '书面' })
  const inForce = async () => {
    const all = await db().evidenceEntry.findMany({ where: { topic: 'drill-report' }, orderBy: { seq: 'asc' } })
    const gone = all.map(({ revokes }) => revokes)
    return all.filter(({ id, entry }) => entry === 'evidence' && !gone.includes(id)).map(({ kind, subjectId, on }) => [kind, subjectId, on])
  }
  it('is evidence for the unit on its day; said anew, the last word counts', async () => {
    await over()
    expect(await report('2026-03-09')).toMatchObject({ reason: 'drillrecord:refusal.reportDay' })
    expect(await report('2026-03-21')).toMatchObject({ reason: 'drillrecord:refusal.reportDay' })
    await report('2026-03-12')
    expect(await inForce()).toEqual([['filing', hotel.id, '2026-03-12']])
    await report('2026-03-13')
    await report('2026-03-13')
    await report('2026-03-12')
    expect(await inForce()).toEqual([['filing', hotel.id, '2026-03-12']])
    expect((await walkChains()).firstBad).toBeNull()
  })
})

describe('notice, sign and sheet', () => {
  it('are written down before or after, but notice is given before the drill', async () => {
    expect(await noteNotice(actingPerson(chief), drill.id, { means: '张贴', on: '2026-03-09', time: '17:00' })).toMatchObject({
      kind: 'written',
    })
    expect(await noteNotice(actingPerson(chief), drill.id, { means: '张贴', on: '2026-03-11', time: '' })).toMatchObject({
      field: 'noticeOn',
    })
    expect(await noteSign(actingPerson(chief), drill.id, { where: '大门' })).toMatchObject({ kind: 'written' })
  })

  it('of a photographed sheet are seen by whoever sees the unit, and that somebody looked is written down', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const kept = readdirOf('photographs').length
    expect(await keepSheet(actingPerson(chief), drill.id, photo)).toMatchObject({ reason: 'drillrecord:refusal.notOver' })
    expect(readdirOf('photographs')).toHaveLength(kept)
    await over()
    expect(await keepSheet(actingPerson(chief), drill.id, Buffer.from('no picture'))).toMatchObject({ kind: 'refused' })
    await keepSheet(actingPerson(chief), drill.id, photo)
    const { steps } = await facts()
    const id = String(steps.find(({ kind }) => kind === 'sheet-kept')?.detail.photo)
    expect((await seeDrillPhoto(actingPerson(boss), drill.id, id))?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    await expect(seeDrillPhoto(actingPerson(chief), drill.id, id)).rejects.toBeInstanceOf(NotFound)
    await expect(seeDrillPhoto(actingPerson(boss), drill.id, 'another')).rejects.toBeInstanceOf(NotFound)
    expect(await actsSoFar()).toContain('drillrecord.sheetSeen')
  })
})

describe('what changes in the plan', () => {
  const form = {
    assembly: '停车场',
    commander: '保安队长',
    attack: '',
    contact: '',
    evacuation: '',
    care: '',
    partners: '',
    volunteers: '',
  }
  const revise = (version: number, rows: Record<string, string> = { zone0: '一楼', marshals0: '服务员' }) =>
    revisePlan(actingPerson(boss), drill.id, { form, rows, changed: '一楼加一名疏散引导员', version })

  it('is a further version that says after which drill; the record names the one it was held by', async () => {
    await over()
    expect(await revise(0)).toMatchObject({ kind: 'written' })
    expect(await revise(0)).toMatchObject({ reason: 'drillrecord:refusal.otherPlan' })
    expect(await revise(1, { zone0: '一楼', marshals0: '没有这个人' })).toMatchObject({ field: 'marshals0' })
    expect(await plansOfUnit(hotel)).toMatchObject([{ version: 1, drillId: drill.id, changed: '一楼加一名疏散引导员' }])
    await signDrill(actingPerson(boss), drill.id)
    const [signed] = signedVersions((await facts()).steps)
    expect(signed?.record).toMatchObject({ planVersion: null, revised: [{ version: 1 }] })
  })
})
