import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { findGrants } from '~/data/accounts/grants.server'
import { testOfPart } from '~/data/classes/tests.server'
import { statement } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { answerForm } from '~/domain/classes/answers'
import { type ClassRows, classForm, classRows } from '~/domain/classes/class-form'
import { testCodeLength } from '~/domain/classes/class-test'
import type { RosterRow } from '~/domain/classes/roster'
import { civilDay } from '~/domain/shared/civil-day'
import { alphabet } from '~/domain/shared/codes'
import { forget, limits } from '~/gateways/limits.server'
import { translator } from '~/i18n/translator'
import { addAtDoor } from '~/usecases/classes/add-at-door.server'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { changeClass } from '~/usecases/classes/change-class.server'
import { putOn, takeOff } from '~/usecases/classes/change-list.server'
import { drawList } from '~/usecases/classes/draw-list.server'
import { importRoster } from '~/usecases/classes/import-roster.server'
import { openClassTest } from '~/usecases/classes/open-class-test.server'
import { planClass } from '~/usecases/classes/plan-class.server'
import { startClassPaper } from '~/usecases/classes/start-class-paper.server'
import { useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, testTime } from '../../factories/class-with-test'
import { supervise } from '../../factories/held-class'
import { actingPerson } from '../../factories/held-drill'
import { bodyOf, madeClass, madeProgramme, roomOf } from '../../factories/planned-class'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

type Named = { name: string }
const tables = 'SELECT "name" FROM "sqlite_master" WHERE "type" = \'table\' ORDER BY "name"'

/** Every row of every table. */
const everything = (): Record<string, unknown[]> =>
  Object.fromEntries((statement(tables).all() as Named[]).map(({ name }) => [name, statement(`SELECT * FROM "${name}"`).all()]))

/** The words of a reason, in both languages. */
function wordsOf({ reason, values = {} }: { reason: string; values?: Record<string, string | number> }): string {
  const [zh, en] = [translator('zh').t(reason, values), translator('en').t(reason, values)]
  expect(zh).toMatch(/\p{Script=Han}{2}/u)
  expect(en).toMatch(/[a-z]{2,}[^{}]* [a-z]{2,}/)
  expect(`${zh}${en}`).not.toMatch(/[{}]|undefined/)
  return zh
}

/** Refused for this reason, which can be said in words, and not one row anywhere is other than before. */
async function refused(act: () => Promise<object>, reason: string): Promise<string> {
  const before = everything()
  const outcome = await act()
  expect(outcome).toMatchObject({ kind: 'refused', reason })
  expect(everything()).toEqual(before)
  return wordsOf(outcome as { reason: string })
}

describe('what a class refuses is said in words and writes nothing', () => {
  let malls: MadeUnit[]
  let bosses: MadePerson[]
  let leader: MadePerson
  let programme = ''

  beforeAll(() => void catalogue(), 60_000)
  beforeEach(async () => {
    await emptyDatabase()
    setClock(morning.toISOString())
    await makeStreet()
    const office = await makeUnit('河西街道办', 'JDB')
    leader = await makeEmployee(office, '消安委')
    await makeEmployee(office, '小周')
    await supervise(leader, 'street')
    malls = []
    bosses = []
    for (const nth of [1, 2, 3, 4]) {
      const mall = await makeUnit(`商场${nth}`, `MALL${nth}`)
      malls.push(mall)
      bosses.push(await makeEmployee(mall, `责任人${nth}`, { position: 'responsible-person' }))
    }
    programme = await madeProgramme(
      'street',
      malls.slice(0, 3).map(({ id }, nth) => ({ id: `line-${nth + 1}`, subjectId: id, unitId: id })),
    )
  })

  const boss = (nth: number): MadePerson => bosses[nth - 1] ?? leader
  const mall = (nth: number): string => malls[nth - 1]?.id ?? ''
  const usual: ClassRows = {
    ...{ on0: '2026-03-20', from0: '09:00', to0: '11:30', on1: '2026-03-20', from1: '14:00', to1: '15:00' },
    ...{ room0: '主课堂', place0: '党校 301', seats0: '2', organiser0: '小周' },
  }
  const rows = (more: ClassRows) => classRows.parse({ ...usual, ...more })
  const form = classForm.parse({ title: '第一期' })
  const plan = (more: ClassRows) => planClass(actingPerson(leader), { programmeId: programme, form, rows: rows(more), makesUp: null })
  const change = (classId: string, more: ClassRows, now = morning) =>
    changeClass(actingPerson(leader, now), { classId, form, rows: rows(more) })
  async function planned(): Promise<string> {
    const outcome = await plan({})
    if (outcome.kind === 'refused') throw new Error(outcome.reason)
    return outcome.id
  }
  const asks = (...who: number[]) => who.map((nth) => `line-${nth}`)
  const comes = (nth: number, name = '', classroom = 'main') =>
    answerInvitation(actingPerson(boss(nth)), {
      invitationId: `asked-${name}line-${nth}`,
      form: answerForm.parse({ kind: 'comes', classroom, person: boss(1).personId }),
    })

  it('a class in the past, planned or moved there', async () => {
    expect(await refused(() => plan({ on0: '2026-03-09' }), 'classroom:refusal.past')).toContain('上午')
    await refused(() => plan({ on0: '2026-03-10', on1: '2026-03-10', from0: '09:59' }), 'classroom:refusal.past')
    await refused(() => plan({ on1: '2025-12-31' }), 'classroom:refusal.past')
    const id = await planned()
    await refused(() => change(id, { on0: '2026-03-09' }), 'classroom:refusal.past')
    const begun = new Date('2026-03-20T09:00:00+08:00')
    await refused(() => change(id, { on0: '2026-03-21' }, begun), 'classroom:refusal.begunParts')
  })

  it('more people than seats: nobody’s seat is taken away, and whoever comes later waits', async () => {
    await refused(() => plan({ seats0: '0' }), 'classroom:refusal.seats')
    const body = bodyOf({ classrooms: [{ ...roomOf('main', 2), name: '主课堂' }] })
    const id = await madeClass(programme, body, asks(1, 2, 3))
    const answers = [1, 2, 3].map((nth) => ({ nth, form: answerForm.parse({ kind: 'comes', classroom: 'main' }) }))
    const places = await Promise.all(
      answers.map(({ nth, form: answer }) =>
        answerInvitation(actingPerson(boss(nth)), { invitationId: `asked-line-${nth}`, form: answer }),
      ),
    )
    expect(places.map((one) => (one.kind === 'answered' ? one.place : one))).toEqual([
      { kind: 'seated' },
      { kind: 'seated' },
      { kind: 'waiting', nth: 1 },
    ])
    expect(await refused(() => change(id, { roomid0: 'main', seats0: '1' }), 'classroom:refusal.fewerSeats')).toContain('2')
    await refused(() => change(id, { roomid0: '', room0: '别的课堂' }), 'classroom:refusal.roomTaken')
  })

  it('one person in two classrooms at once: of one class, of two classes, and at the door', async () => {
    await transact((tx) =>
      tx.post.create({
        data: {
          ...{ id: 'both', personId: boss(1).personId, unitId: mall(2), position: 'responsible-person', from: '2024-01-01' },
          ...{ cardToken: 'T-both', createdAt: morning },
        },
      }),
    )
    const classrooms = [roomOf('main', 5), roomOf('east', 5)]
    const overlapping = [{ key: 'morning', name: '上午', kind: 'lesson' as const, on: '2026-03-20', from: '11:00', to: '12:00' }]
    await madeClass(programme, bodyOf({ classrooms }), asks(1, 2))
    const other = await madeClass(programme, bodyOf({ classrooms, parts: overlapping, title: '另一期' }), asks(1), 'other-')
    expect(await comes(1)).toMatchObject({ kind: 'answered', place: { kind: 'seated' } })
    expect(await refused(() => comes(2, '', 'east'), 'classroom:refusal.sitsElsewhere')).toContain('主课堂')
    expect(await refused(() => comes(1, 'other-', 'east'), 'classroom:refusal.clash')).toContain('第一期')
    const door = { classId: other, key: 'morning', unitId: mall(1), personId: boss(1).personId, classroomId: 'east' }
    await refused(() => addAtDoor(actingPerson(leader, new Date('2026-03-20T11:00:00+08:00')), door), 'classcall:refusal.elsewhere')
    const rooms = { room1: '分课堂', place1: '党校 302', seats1: '2', organiser1: '小周' }
    await refused(() => plan(rooms), 'classroom:refusal.organiserTwice')
  })

  it('a roster with a unit that nobody knows: also its sound rows are not written', async () => {
    const row = (line: number, name: string, reason = '上级新增'): RosterRow => ({ line, name, code: '', person: '', phone: '', reason })
    const before = everything()
    for (const [wrong, fault] of [
      [row(3, '无名单位'), 'unknown'],
      [row(3, '商场4'), 'twice'],
      [row(3, '河西街道办', ''), 'noReason'],
    ] as const) {
      const outcome = await importRoster(actingPerson(leader), { programmeId: programme, rows: [row(2, '商场4'), wrong], confirm: true })
      expect(outcome).toMatchObject({ kind: 'shown', rows: [{ verdict: { kind: 'add' } }, { row: wrong, verdict: { kind: fault } }] })
      wordsOf({ reason: `classcover:import.row.${fault}`, values: { line: 2 } })
      expect(everything()).toEqual(before)
    }
    wordsOf({ reason: 'classcover:import.refusal.faults' })
  })

  it('a frozen list that is edited without a reason, a kind or a day, or drawn anew', async () => {
    const off = { memberId: 'line-1', on: '2026-03-10', why: 'closed', reason: '三月停业' }
    const leaves = (more: Partial<typeof off>) => () => takeOff(actingPerson(leader), programme, { ...off, ...more })
    await refused(leaves({ reason: '' }), 'classes:refusal.noReason')
    await refused(leaves({ reason: ' \t　' }), 'classes:refusal.noReason')
    await refused(leaves({ why: 'dropped' }), 'classes:refusal.noKind')
    await refused(leaves({ on: '2026-03-11' }), 'classes:refusal.offDay')
    await refused(leaves({ on: '' }), 'classes:refusal.offDay')
    const joins = (more: { unitId?: string; reason?: string; on?: string }) => () =>
      putOn(actingPerson(leader), programme, { unitId: mall(4), personId: '', on: '2026-03-10', reason: '新开业', ...more })
    await refused(joins({ reason: '' }), 'classes:refusal.noReason')
    await refused(joins({ on: '2026-03-11' }), 'classes:refusal.drawnAhead')
    await refused(joins({ unitId: 'nothing' }), 'classes:refusal.noUnit')
    await refused(joins({ unitId: mall(1) }), 'classes:refusal.onAlready')
    await refused(() => drawList(actingPerson(leader), programme, '2026-03-10'), 'classes:refusal.frozen')
    expect(await joins({})()).toEqual({ kind: 'changed' })
    expect(await leaves({})()).toEqual({ kind: 'changed' })
  })
})

describe('a guessed test code', () => {
  const codes = alphabet.length ** testCodeLength
  const as = (personId: string) => ({
    now: testTime,
    today: civilDay(testTime),
    actor: { accountId: `account-${personId}`, personId, grants: findGrants(`account-${personId}`) },
  })
  const shown = async (): Promise<string> => (await testOfPart('class', 'test'))?.code ?? ''

  beforeAll(useFixtureContent)
  beforeEach(async () => {
    for (const who of ['li', 'wu']) await forget('test', `account-${who}`)
    await emptyDatabase()
    setClock(testTime.toISOString())
    await buildClass()
    for (const who of ['li', 'wu']) await seat(who)
    await openClassTest(as('lead'), { classId: 'class', part: 'test' })
  })

  it('opens nothing and writes nothing, and what is answered says the same of every wrong code', async () => {
    const before = everything()
    const real = await shown()
    const near = `${real.slice(0, -1)}${real.endsWith('A') ? 'B' : 'A'}`
    for (const typed of [near, 'ZZZZZZ', '', real.slice(0, -1), `${real}A`, '00OO11'])
      expect(await startClassPaper(as('wu'), typed)).toEqual({ kind: 'unreadable' })
    expect(everything()).toEqual(before)
    wordsOf({ reason: 'classtest:code.unreadable' })
  })

  it('has so many tries and no more, also when a hundred are sent at once, the right one among them', async () => {
    const real = await shown()
    const before = everything()
    const guesses = [...Array.from({ length: 99 }, () => 'ZZZZZZ'), real]
    const answers = await Promise.all(guesses.map((typed) => startClassPaper(as('wu'), typed)))
    expect(answers).toEqual(guesses.map(() => ({ kind: 'unreadable' })))
    expect(everything()).toEqual(before)
    expect(await startClassPaper(as('li'), real)).toMatchObject({ kind: 'open' })
  })

  /**
   * Twenty in a quarter of an hour by each account. A test is open for an hour, which may touch five such quarters: a hundred guesses of
   * 31^6 = 887,503,681 codes, one in 8.9 million. Two hundred accounts of a classroom that all guess together: one in 44,000. One address may
   * send 600 wrong ones a minute, whatever the accounts: 36,000 in the hour, one in 24,600, and then its right ones wait too.
   */
  it('hits an open test by chance less than once in eight million for one guesser who tries for an hour', () => {
    const quarters = Math.ceil(3600 / limits.test.seconds) + 1
    expect(codes / (quarters * limits.test.points)).toBeGreaterThan(8_000_000)
    expect(codes / (200 * quarters * limits.test.points)).toBeGreaterThan(40_000)
    expect(codes / (600 * 60)).toBeGreaterThan(24_000)
  })
})
