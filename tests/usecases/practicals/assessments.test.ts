import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { transact } from '~/data/transact.server'
import { practicalSince } from '~/domain/practicals/held'
import type { Marked } from '~/domain/practicals/sheet'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { endAssessment } from '~/usecases/practicals/end-assessment.server'
import { handInSheet, type SheetWish } from '~/usecases/practicals/hand-in-sheet.server'
import { setUpAssessment } from '~/usecases/practicals/set-up-assessment.server'
import { actsSoFar } from '../../factories/administration'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let boss: MadePerson
let head: MadePerson
let member: MadePerson
let newcomer: MadePerson
let welder: MadePerson

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  head = await makeEmployee(hotel, '站长', { position: 'micro-station-head' })
  member = await makeEmployee(hotel, '老队员', { position: 'micro-station-member' })
  newcomer = await makeEmployee(hotel, '新队员', { position: 'micro-station-member', from: '2026-03-09' })
  welder = await makeEmployee(hotel, '焊工', { position: 'welder' })
  await grant(boss.accountId, hotel)
})

const setUp = (checklist: string, observers: MadePerson[], person = newcomer, by = boss) =>
  setUpAssessment(acting(by.accountId), {
    unitId: hotel.id,
    personId: person.personId,
    checklist,
    observers: observers.map(({ personId }) => personId),
  })

async function made(checklist: string, observers: MadePerson[], person = newcomer): Promise<string> {
  const outcome = await setUp(checklist, observers, person)
  if (outcome.kind !== 'set-up') throw new Error(outcome.reason)
  return outcome.id
}

/** y: done, n: not done, in doing order. */
const marked = (checklist: string, text: string): Marked[] =>
  [...text].map((letter, nth) => ({
    step: catalogue().practicals.get(checklist)?.steps[nth]?.id ?? '',
    mark: letter === 'y' ? 'done' : 'missed',
    at: morning,
    note: '',
  }))
const all = (checklist: string): string => 'y'.repeat(catalogue().practicals.get(checklist)?.steps.length ?? 0)

const handIn = (by: MadePerson, assessmentId: string, marks: readonly Marked[], more: Partial<SheetWish> = {}, now = morning) =>
  handInSheet(
    by,
    {
      assessmentId,
      sheetId: newId(now),
      observer: by.personId,
      round: 1,
      marks,
      startedAt: null,
      finishedAt: null,
      way: 'phone',
      ...more,
    },
    now,
  )
const heldBy = (person: MadePerson, topic: string, on = morning) => {
  const since = practicalSince(factsOfPeople([person.personId], []).evidence, topic, acting(boss.accountId, on).today)
  return since === null ? null : formatDay(since)
}

describe('setting up an assessment', () => {
  it('names the person, the checklist and the observers with their right', async () => {
    const id = await made('hose-reel', [boss, head])
    const row = await db().practicalAssessment.findUniqueOrThrow({ where: { id }, include: { observers: true } })
    expect(row).toMatchObject({ personId: newcomer.personId, checklist: 'hose-reel', createdBy: boss.accountId })
    expect(row.observers.map(({ as }) => as).sort()).toEqual(['manager', 'micro-station-head'])
    expect(await actsSoFar()).toEqual(['practicals.assessmentSetUp'])
  })

  it('lets nobody observe himself, and takes two different people where two are asked for', async () => {
    expect(await setUp('extinguisher', [head], head)).toMatchObject({ reason: 'practicals:refusal.himself', field: 'first' })
    expect(await setUp('hose-reel', [boss, newcomer])).toMatchObject({ reason: 'practicals:refusal.himself', field: 'second' })
    expect(await setUp('hose-reel', [head, head])).toMatchObject({ reason: 'practicals:refusal.samePerson' })
    expect(await setUp('hose-reel', [head])).toMatchObject({ reason: 'practicals:refusal.observers2' })
    expect(await setUp('extinguisher', [head, boss])).toMatchObject({ reason: 'practicals:refusal.observers1' })
    expect(await setUp('extinguisher', [])).toMatchObject({ reason: 'practicals:refusal.observers1' })
  })

  it('sees through two records of one person', async () => {
    const again = await makeEmployee(hotel, '新队员', { position: 'fire-manager' })
    await transact((tx) => tx.person.update({ where: { id: again.personId }, data: { mergedIntoId: newcomer.personId } }))
    expect(await setUp('extinguisher', [again])).toMatchObject({ reason: 'practicals:refusal.himself' })
  })

  it('keeps out who may not observe: no position for it, or his own assessment missing', async () => {
    expect(await setUp('extinguisher', [welder])).toMatchObject({ reason: 'practicals:refusal.mayNotObserve', values: { name: '焊工' } })
    expect(await setUp('extinguisher', [member])).toMatchObject({ reason: 'practicals:refusal.mayNotObserve' })
    const own = await made('extinguisher', [head], member)
    await handIn(head, own, marked('extinguisher', all('extinguisher')))
    expect(await setUp('extinguisher', [member])).toMatchObject({ kind: 'set-up' })
  })

  it('takes only people of the unit, one at a time, from its manager', async () => {
    const school = await makeUnit('河西小学', 'HXXX')
    const teacher = await makeEmployee(school, '老师', { position: 'fire-manager' })
    await grant(teacher.accountId, school)
    expect(await setUp('extinguisher', [teacher])).toMatchObject({ reason: 'practicals:refusal.observerNotHere' })
    expect(await setUp('extinguisher', [head], teacher)).toMatchObject({ reason: 'practicals:refusal.noPerson' })
    expect(await setUp('nothing', [head])).toMatchObject({ reason: 'practicals:refusal.noChecklist' })
    await expect(setUp('extinguisher', [head], newcomer, teacher)).rejects.toBeInstanceOf(NotFound)
    await expect(setUp('extinguisher', [head], newcomer, head)).rejects.toBeInstanceOf(NotFound)
    await made('extinguisher', [head])
    expect(await setUp('extinguisher', [boss])).toMatchObject({ reason: 'practicals:refusal.alreadyOpen' })
    expect(await db().practicalAssessment.count()).toBe(1)
  })
})

describe('handing in', () => {
  it('makes a pass evidence, once, with its audit entry and a chain that holds', async () => {
    const id = await made('extinguisher', [head])
    expect(await handIn(head, id, marked('extinguisher', all('extinguisher')))).toEqual({ kind: 'handed-in', said: 'passed' })
    const piece = await db().evidenceEntry.findFirstOrThrow()
    expect(piece).toMatchObject({
      kind: 'practical',
      topic: 'extinguisher',
      subjectId: newcomer.personId,
      unitId: hotel.id,
      on: '2026-03-10',
      passed: true,
      sourceId: id,
    })
    expect((await actsSoFar()).sort()).toEqual(['practicals.assessmentSetUp', 'practicals.practicalPassed'])
    expect((await walkChains()).firstBad).toBeNull()
  })

  it('is the same when it arrives twice, and refuses a second sheet of the same observer', async () => {
    const id = await made('extinguisher', [head])
    const sheetId = newId(morning)
    const marks = marked('extinguisher', all('extinguisher'))
    const twice = await Promise.all([handIn(head, id, marks, { sheetId }), handIn(head, id, marks, { sheetId })])
    expect(twice.map((answer) => 'said' in answer && answer.said).sort()).toEqual(['before', 'passed'])
    expect(await handIn(head, id, marks)).toMatchObject({ reason: 'practicals:refusal.over' })
    expect(await db().evidenceEntry.count()).toBe(1)
    expect(await db().practicalSheet.count()).toBe(1)
  })

  it('keeps a pass that was marked offline under the day on which it was done', async () => {
    const id = await made('extinguisher', [head])
    const later = new Date('2026-03-12T02:00:00Z')
    const finishedAt = new Date('2026-03-10T15:59:00Z')
    await handIn(head, id, marked('extinguisher', all('extinguisher')), { finishedAt }, later)
    expect(heldBy(newcomer, 'extinguisher', later)).toBe('2026-03-10')
  })

  it('is not fooled by a phone that is years off', async () => {
    const id = await made('extinguisher', [head])
    const finishedAt = new Date('2019-01-01T00:00:00Z')
    const marks = marked('extinguisher', all('extinguisher')).map((one) => ({ ...one, at: finishedAt }))
    await handIn(head, id, marks, { finishedAt })
    expect(heldBy(newcomer, 'extinguisher')).toBe('2026-03-10')
  })

  it('makes nothing of a failed must-pass step but a record of it', async () => {
    const id = await made('extinguisher', [head])
    expect(await handIn(head, id, marked('extinguisher', 'n'))).toMatchObject({ said: 'failed' })
    expect(heldBy(newcomer, 'extinguisher')).toBeNull()
    expect(await db().practicalOutcome.findFirstOrThrow()).toMatchObject({ passed: false, failed: '["report"]', evidenceId: null })
    expect(await setUp('extinguisher', [head])).toMatchObject({ kind: 'set-up' })
  })

  it('refuses a sheet with a step unmarked, and a sheet for somebody else', async () => {
    const id = await made('hose-reel', [boss, head])
    expect(await handIn(head, id, marked('hose-reel', 'yy'))).toMatchObject({
      reason: 'practicals:refusal.incomplete',
      values: { count: 8 },
    })
    expect(await handIn(head, id, marked('hose-reel', all('hose-reel')), { observer: boss.personId })).toMatchObject({
      reason: 'practicals:refusal.otherObserver',
    })
    expect(await handIn(head, id, marked('hose-reel', all('hose-reel')), { round: 2 })).toMatchObject({
      reason: 'practicals:refusal.otherRound',
    })
    await expect(handIn(newcomer, id, marked('hose-reel', all('hose-reel')))).rejects.toBeInstanceOf(NotFound)
    await expect(handIn(welder, id, marked('hose-reel', all('hose-reel')), { observer: head.personId })).rejects.toBeInstanceOf(NotFound)
    expect(await db().practicalSheet.count()).toBe(0)
  })

  it('waits for both, is repeated where they differ, and counts only when they agree', async () => {
    const id = await made('hose-reel', [boss, head])
    const good = marked('hose-reel', all('hose-reel'))
    const once = marked('hose-reel', `yyn${all('hose-reel').slice(3)}`)
    expect(await handIn(boss, id, good)).toMatchObject({ said: 'waits' })
    expect(heldBy(newcomer, 'hose-reel')).toBeNull()
    expect(await handIn(head, id, once)).toMatchObject({ said: 'differs' })
    expect(heldBy(newcomer, 'hose-reel')).toBeNull()
    expect(await handIn(head, id, good)).toMatchObject({ reason: 'practicals:refusal.otherRound' })
    expect(await handIn(head, id, good, { round: 2 })).toMatchObject({ said: 'waits' })
    expect(await handIn(boss, id, good, { round: 2 })).toMatchObject({ said: 'passed' })
    expect(heldBy(newcomer, 'hose-reel')).toBe('2026-03-10')
    expect(await db().practicalSheet.count()).toBe(4)
    expect((await actsSoFar()).sort()).toEqual([
      'practicals.assessmentSetUp',
      'practicals.practicalPassed',
      'practicals.sheetHandedIn',
      'practicals.sheetHandedIn',
      'practicals.sheetsDiffered',
    ])
  })
})

describe('what is not a sheet of this assessment', () => {
  const rows = async () => ({
    sheets: await db().practicalSheet.count(),
    outcomes: await db().practicalOutcome.count(),
    evidence: await db().evidenceEntry.count(),
    acts: (await actsSoFar()).length,
  })
  const at = (minute: number) => new Date(morning.getTime() + minute * 60_000)

  it('is refused with its reason, and nothing of it is written', async () => {
    const id = await made('hose-reel', [boss, head])
    const good = marked('hose-reel', all('hose-reel'))
    const [first] = good
    if (first === undefined) throw new Error('no steps')
    const before = await rows()
    for (const [reason, marks, more] of [
      ['unknownStep', [...good, { ...first, step: 'dance' }], {}],
      ['unknownStep', marked('extinguisher', all('extinguisher')), {}],
      ['notAbsent', [{ ...first, mark: 'absent' }, ...good.slice(1)], {}],
      ['timeOrder', good, { startedAt: at(1), finishedAt: at(2) }],
      ['timeOrder', good, { startedAt: at(-9), finishedAt: at(-1) }],
      ['timeOrder', good.map((one) => ({ ...one, at: null })), { startedAt: at(2), finishedAt: at(1) }],
    ] as const)
      expect(await handIn(head, id, marks, more)).toMatchObject({ kind: 'refused', reason: `practicals:refusal.${reason}` })
    expect(await rows()).toEqual(before)
  })

  it('is also a sheet of another assessment, or other marks under the name of one that has arrived', async () => {
    const [one, other] = [await made('extinguisher', [head]), await made('mask', [head])]
    const sheetId = newId(morning)
    await handIn(head, one, marked('extinguisher', all('extinguisher')), { sheetId })
    const before = await rows()
    expect(await handIn(head, other, marked('mask', all('mask')), { sheetId })).toMatchObject({ reason: 'practicals:refusal.otherSheet' })
    expect(await handIn(head, one, marked('extinguisher', 'n'), { sheetId })).toMatchObject({ reason: 'practicals:refusal.already' })
    expect(await handIn(head, one, marked('extinguisher', all('extinguisher')), { sheetId })).toMatchObject({ said: 'before' })
    expect(await rows()).toEqual(before)
  })

  it('takes a building without a reel as it is: left out, and passed', async () => {
    const id = await made('hose-reel', [boss, head])
    const seen = marked('hose-reel', all('hose-reel')).map((one) => (one.step === 'reel' ? { ...one, mark: 'absent' as const } : one))
    await handIn(boss, id, seen)
    expect(await handIn(head, id, seen)).toMatchObject({ said: 'passed' })
  })
})

describe('records that are joined after it was set up', () => {
  const join = (from: MadePerson, into: MadePerson) =>
    transact((tx) => tx.person.update({ where: { id: from.personId }, data: { mergedIntoId: into.personId } }))

  it('make nobody his own observer: who turns out to be the person assessed is refused', async () => {
    const id = await made('extinguisher', [head])
    await join(newcomer, head)
    expect(await handIn(head, id, marked('extinguisher', all('extinguisher')))).toMatchObject({ reason: 'practicals:refusal.himself' })
    expect(await endAssessment(acting(boss.accountId), { assessmentId: id, reason: '两份档案是同一个人' })).toEqual({ kind: 'called-off' })
  })

  it('make two observers of no one: neither of his sheets is taken', async () => {
    const id = await made('hose-reel', [boss, head])
    await join(head, boss)
    const marks = marked('hose-reel', all('hose-reel'))
    for (const observer of [boss.personId, head.personId])
      expect(await handIn(boss, id, marks, { observer })).toMatchObject({ reason: 'practicals:refusal.samePerson' })
    expect(await db().practicalSheet.count()).toBe(0)
    expect(await db().evidenceEntry.count()).toBe(0)
  })

  it('keep the turn of an observer whose record was joined with his other one', async () => {
    const again = await makeEmployee(hotel, '站长', { position: 'employee' })
    const id = await made('extinguisher', [head])
    await join(head, again)
    expect(await handIn(again, id, marked('extinguisher', all('extinguisher')), { observer: head.personId })).toMatchObject({
      said: 'passed',
    })
  })
})

describe('a correction', () => {
  const reason = '水压没开，重做'

  it('takes a pass back from its day on, with the evidence; what was marked stays', async () => {
    const id = await made('extinguisher', [head])
    await handIn(head, id, marked('extinguisher', all('extinguisher')))
    const tomorrow = new Date('2026-03-11T02:00:00Z')
    expect(await endAssessment(acting(boss.accountId, tomorrow), { assessmentId: id, reason })).toEqual({ kind: 'revoked' })
    expect(heldBy(newcomer, 'extinguisher')).toBe('2026-03-10')
    expect(heldBy(newcomer, 'extinguisher', tomorrow)).toBeNull()
    expect(await db().practicalSheet.count()).toBe(1)
    expect(await endAssessment(acting(boss.accountId, tomorrow), { assessmentId: id, reason })).toMatchObject({
      reason: 'practicals:refusal.ended',
    })
    expect(await setUp('extinguisher', [head])).toMatchObject({ kind: 'set-up' })
    expect((await walkChains()).firstBad).toBeNull()
  })

  it('calls off what has no result, and leaves a failed one as it is', async () => {
    const open = await made('mask', [head])
    expect(await endAssessment(acting(boss.accountId), { assessmentId: open, reason })).toEqual({ kind: 'called-off' })
    expect(await handIn(head, open, marked('mask', all('mask')))).toMatchObject({ reason: 'practicals:refusal.over' })
    const failed = await made('extinguisher', [head])
    await handIn(head, failed, marked('extinguisher', 'n'))
    expect(await endAssessment(acting(boss.accountId), { assessmentId: failed, reason })).toMatchObject({
      reason: 'practicals:refusal.failedStays',
    })
  })

  it("is the manager's alone: not the observer's, not the person's, not another unit's", async () => {
    const id = await made('extinguisher', [head])
    const school = await makeUnit('河西小学', 'HXXX')
    const teacher = await makeEmployee(school, '老师')
    await grant(teacher.accountId, school)
    for (const { accountId } of [head, newcomer, teacher])
      await expect(endAssessment(acting(accountId), { assessmentId: id, reason })).rejects.toBeInstanceOf(NotFound)
  })
})
