import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { answerForm } from '~/domain/classes/answers'
import { action as classAction, loader as classLoader } from '~/routes/classes+/classes.$id._index'
import { loader as calendar } from '~/routes/classes+/classes.$id.calendar[.]ics'
import { action as change, loader as changing } from '~/routes/classes+/classes.$id.edit'
import { loader as notice } from '~/routes/classes+/classes.$id.notice'
import { loader as sheets } from '~/routes/classes+/classes.$id.sheets[.]pdf'
import { action as answer, loader as invitation } from '~/routes/classes+/invitations.$id._index'
import { loader as ownCalendar } from '~/routes/classes+/invitations.$id.calendar[.]ics'
import { loader as mine } from '~/routes/classes+/me_.classes'
import { action as plan, loader as planning } from '~/routes/classes+/street.classes.$programmeId.new-class'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { actingPerson } from '../../factories/held-drill'
import { bodyOf, madeClass, madeProgramme, roomOf } from '../../factories/planned-class'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
let programmeId = ''
let id = ''
type Handler = (args: LoaderFunctionArgs) => unknown

const get = async (handler: Handler, path: string, who: string | null, params: Record<string, string> = {}) =>
  handler(await ask(path, who, now, params))
/** The status; a file that comes is not waited for. */
const status = (handler: Handler, path: string, who: string | null, params: Record<string, string> = {}) =>
  statusOf(get(handler, path, who, params).then((got) => (got instanceof Response ? got.body?.cancel() : null)))
async function send(handler: Handler, path: string, who: string, fields: Record<string, string>, params: Record<string, string>) {
  const asked = await ask(path, who, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  return handler({ ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }) })
}
const to = async (...asked: Parameters<typeof send>): Promise<unknown> => {
  const got = await send(...asked)
  return got instanceof Response ? got.headers.get('Location') : got
}
const text = async (got: unknown): Promise<string> => {
  if (!(got instanceof Response)) throw new Error('a file was expected')
  return got.text()
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [person, name] of Object.entries({
    ...{ boss: '酒店责任人', maid: '服务员', head: '校长', east: '东街监督', schools: '教育监督', west: '西街监督' },
    ...{ county: '县监督', room: '组织人', other: '另一组织人', hotelier: '酒店管理员' },
  }))
    await addPerson(person, name)
  await addPost({ id: 'post-boss', personId: 'boss', unitId: 'hotel', position: 'responsible-person', from: '2024-01-01' })
  await addPost({ id: 'post-maid', personId: 'maid', unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'post-head', personId: 'head', unitId: 'school', position: 'responsible-person', from: '2024-01-01' })
  await addPost({ id: 'post-room', personId: 'room', unitId: 'school', position: 'employee', from: '2024-01-01' })
  await grant('hotelier', 'manager', { unitId: 'hotel' })
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('county', 'supervisor', { placeId: 'county' })
  await grant('schools', 'supervisor', { placeId: 'east', sectors: '["education"]' })
  await grant('west', 'supervisor', { placeId: 'west' })
  programmeId = await madeProgramme('east', [
    { id: 'hotel', subjectId: 'hotel', unitId: 'hotel' },
    { id: 'school', subjectId: 'school', unitId: 'school' },
  ])
  const classrooms = [roomOf('main', 1, 'room'), roomOf('east', 1, 'other')]
  id = await madeClass(programmeId, bodyOf({ classrooms, notice: '带身份证' }), ['hotel'])
})

const comes = (person: string, invitationId = 'asked-hotel', classroom = 'main') =>
  answerInvitation(actingPerson({ personId: person, accountId: `account-${person}`, staffNumber: '', postId: '' }, now), {
    invitationId,
    form: answerForm.parse({ kind: 'comes', classroom }),
  })

describe('who finds what of a class', () => {
  const everybody = ['east', 'county', 'room', 'boss', 'hotelier', 'maid', 'head', 'schools', 'west'] as const
  type Who = (typeof everybody)[number]
  it.each<[string, Handler, () => [string, Record<string, string>], Partial<Record<Who, number>>, number]>([
    ['its page', classLoader, () => [`/classes/${id}`, { id }], { east: 200, county: 200, room: 200 }, 404],
    ['its calendar', calendar, () => [`/classes/${id}/calendar.ics`, { id }], { east: 200, county: 200, room: 200 }, 404],
    ['its sheets', sheets, () => [`/classes/${id}/sheets.pdf`, { id }], { east: 200, county: 200, room: 200 }, 404],
    ['its notices', notice, () => [`/classes/${id}/notice`, { id }], { east: 200, county: 200 }, 404],
    ['its form', changing, () => [`/classes/${id}/edit`, { id }], { east: 200, county: 200 }, 404],
    [
      'the form of a new one',
      planning,
      () => [`/street/classes/${programmeId}/new-class`, { programmeId }],
      { east: 200, county: 200, schools: 404, west: 404 },
      403,
    ],
    [
      'an invitation',
      invitation,
      () => ['/invitations/asked-hotel', { id: 'asked-hotel' }],
      { east: 200, county: 200, boss: 200, hotelier: 200 },
      404,
    ],
    [
      'the calendar of an invitation',
      ownCalendar,
      () => ['/invitations/asked-hotel/calendar.ics', { id: 'asked-hotel' }],
      { east: 200, county: 200, boss: 200, hotelier: 200 },
      404,
    ],
  ])('%s', async (_what, handler, where, found, otherwise) => {
    const [path, params] = where()
    const got: Record<string, number> = {}
    for (const who of everybody) got[who] = await status(handler, path, who, params)
    expect(got).toEqual(Object.fromEntries(everybody.map((who) => [who, found[who] ?? otherwise])))
    expect(await status(handler, path, null, params)).toBe(302)
    expect(await status(handler, path, 'east', { id: 'none', programmeId: 'none' })).toBe(404)
  })

  it('writes only for those who may', async () => {
    const params = { id }
    for (const who of ['room', 'boss', 'west', 'schools']) {
      expect(await statusOf(Promise.resolve(send(classAction, `/classes/${id}`, who, { intent: 'invite' }, params)))).toBe(404)
      expect(
        await statusOf(Promise.resolve(send(change, `/classes/${id}/edit`, who, { intent: 'call-off', reason: '不办了吧' }, params))),
      ).toBe(404)
    }
    for (const who of ['maid', 'head', 'west', 'room'])
      expect(
        await statusOf(
          Promise.resolve(send(answer, '/invitations/asked-hotel', who, { kind: 'declined', why: '不去' }, { id: 'asked-hotel' })),
        ),
      ).toBe(404)
    expect(await statusOf(Promise.resolve(send(plan, '/street/classes/x/new-class', 'west', {}, { programmeId })))).toBe(404)
    expect(await statusOf(Promise.resolve(send(plan, '/street/classes/x/new-class', 'boss', {}, { programmeId })))).toBe(403)
    expect(await db().classAnswer.count()).toBe(0)
    expect(await db().classStep.count()).toBe(0)
    expect(await db().classInvitation.count()).toBe(1)
  })
})

describe('the page of a class', () => {
  const page = async (who: string, search = '') => {
    const got = await classLoader(await ask(`/classes/${id}${search}`, who, now, { id }))
    return got.page
  }

  it('shows its leader how everybody answered, and who may still be asked', async () => {
    await comes('boss')
    expect(await page('east')).toMatchObject({
      state: 'ahead',
      leads: true,
      rooms: [
        { id: 'main', seated: 1, waiting: 0 },
        { id: 'east', seated: 0 },
      ],
      counts: { invited: 1, comes: 1, none: 0 },
      uninvited: { all: 1, elsewhere: 0 },
      rows: [{ name: '东街大酒店', reply: 'comes', who: '酒店责任人', room: '主课堂' }],
    })
    expect((await page('east', '?show=none')).rows).toEqual([])
    expect((await page('east', '?show=uninvited')).rows).toMatchObject([{ member: 'school', name: '东街小学', invitation: null }])
    expect((await page('east', '?name=%E9%85%92%E5%BA%97')).total).toBe(1)
    expect((await page('east', '?name=%E5%AD%A6%E6%A0%A1&page=7')).total).toBe(0)
  })

  it('shows one who answers for two units once in his classroom, and both units as answered', async () => {
    await addPost({ id: 'post-boss-too', personId: 'boss', unitId: 'school', position: 'responsible-person', from: '2024-01-01' })
    await to(classAction, `/classes/${id}`, 'east', { intent: 'invite' }, { id })
    const school = await db().classInvitation.findFirstOrThrow({ where: { memberId: 'school' } })
    await comes('boss')
    const form = answerForm.parse({ kind: 'comes', person: 'boss', classroom: 'main' })
    const boss = actingPerson({ personId: 'boss', accountId: 'account-boss', staffNumber: '', postId: '' }, now)
    expect(await answerInvitation(boss, { invitationId: school.id, form })).toEqual({ kind: 'answered', place: { kind: 'seated' } })
    expect(await page('east')).toMatchObject({
      rooms: [{ id: 'main', seated: 1, waiting: 0 }, { id: 'east' }],
      counts: { invited: 2, comes: 2, waiting: 0 },
      rows: [
        { name: '东街大酒店', who: '酒店责任人', also: ['东街小学'] },
        { name: '东街小学', who: '酒店责任人', also: ['东街大酒店'] },
      ],
    })
    const seen = await invitation(await ask(`/invitations/${school.id}`, 'boss', now, { id: school.id }))
    expect(seen.page.rooms[0]).toMatchObject({ free: 0, waiting: 0 })
  })

  it('shows an organiser those who come to his classroom, and nobody else', async () => {
    expect((await page('room')).rows).toEqual([])
    await comes('boss')
    expect((await page('room')).rows).toHaveLength(1)
    expect((await page('room')).uninvited).toBeNull()
    expect((await page('other')).rows).toEqual([])
  })

  it('asks everybody who is left, and marks whoever waits and whoever has to be in two places', async () => {
    expect(await to(classAction, `/classes/${id}`, 'east', { intent: 'invite' }, { id })).toBe(`/classes/${id}?done=invited`)
    expect(await to(classAction, `/classes/${id}`, 'east', { intent: 'invite' }, { id })).toMatchObject({
      data: { errors: { '': ['classroom:refusal.nobodyLeft'] } },
    })
    const school = await db().classInvitation.findFirstOrThrow({ where: { memberId: 'school' } })
    await comes('boss')
    expect(await comes('head', school.id)).toEqual({ kind: 'answered', place: { kind: 'waiting', nth: 1 } })
    expect((await page('east')).counts).toMatchObject({ comes: 1, waiting: 1, clashes: 0 })
    const again = await madeProgramme('east', [{ id: 'again', subjectId: 'hotel', unitId: 'hotel' }])
    const parts = [{ key: 'morning', name: '上午', kind: 'lesson' as const, on: '2026-03-20', from: '16:00', to: '17:00' }]
    const other = await madeClass(again, bodyOf({ title: '另一期', parts }), ['again'])
    await comes('boss', 'asked-again')
    const moved = JSON.stringify(bodyOf({ title: '另一期', parts: parts.map((one) => ({ ...one, from: '09:00', to: '10:00' })) }))
    const revision = { id: 'moved', classId: other, nth: 2, at: now, by: 'system', body: moved }
    await import('~/data/transact.server').then(({ transact }) => transact((tx) => tx.classRevision.create({ data: revision })))
    expect((await page('east', '?show=clash')).rows).toMatchObject([{ name: '东街大酒店', clash: '另一期' }])
  })
})

describe('invitations of a reader', () => {
  it('are those of units that he manages or answers for; nobody else sees them', async () => {
    const own = async (who: string) => {
      const { ahead, over } = await mine(await ask('/me/classes', who, now))
      return [ahead.map((line) => line.id), over.map((line) => line.id)]
    }
    for (const who of ['boss', 'hotelier']) expect(await own(who)).toEqual([['asked-hotel'], []])
    for (const who of ['maid', 'head', 'west', 'east']) expect(await own(who)).toEqual([[], []])
    expect(await status(mine, '/me/classes', null)).toBe(302)
    now = setClock('2026-04-01T02:00:00Z')
    expect(await own('boss')).toEqual([[], ['asked-hotel']])
  })

  it('are answered on their page, which says whether there is a seat', async () => {
    const params = { id: 'asked-hotel' }
    const path = '/invitations/asked-hotel'
    expect(await to(answer, path, 'boss', {}, params)).toMatchObject({ data: { errors: { kind: ['classroom:refusal.noAnswer'] } } })
    expect(await to(answer, path, 'boss', { kind: 'declined' }, params)).toMatchObject({
      data: { errors: { why: ['classroom:refusal.noWhy'] } },
    })
    const deputy = { kind: 'deputy', deputy: 'maid', classroom: 'east' }
    expect(await to(answer, path, 'hotelier', deputy, params)).toBe('/invitations/asked-hotel?done=answered')
    expect((await mine(await ask('/me/classes', 'maid', now))).ahead).toMatchObject([
      { id: null, title: '第一期', name: '东街大酒店', reply: 'deputy', who: '服务员', room: '分课堂east east 号楼' },
    ])
    const { page } = await invitation(await ask(path, 'boss', now, params))
    expect(page).toMatchObject({
      ...{ reply: 'deputy', who: '服务员', room: '分课堂east', nth: null, mayAnswer: true },
      rooms: [
        { id: 'main', free: 1 },
        { id: 'east', free: 0, waiting: 0 },
      ],
      letter: [expect.stringContaining('消防安全责任人'), expect.any(String)],
    })
    const file = await text(await get(ownCalendar, `${path}/calendar.ics`, 'boss', params))
    expect(file.replace(/\r\n /g, '')).toContain('LOCATION:分课堂east east 号楼\r\n')
    expect(file).toContain('DTSTART:20260320T010000Z')
  })
})

describe('planning on the page', () => {
  const params = () => ({ programmeId })
  const path = () => `/street/classes/${programmeId}/new-class`
  const fields = {
    ...{ title: '第二期', on0: '2026-04-20', from0: '09:00', to0: '11:30', late: '10' },
    ...{ room0: '礼堂', place0: '一楼', seats0: '30', organiser0: '组织人' },
  }

  it('proposes the times of the template, and for a make-up what the class before was', async () => {
    const fresh = await planning(await ask(path(), 'east', now, params()))
    expect(fresh.values).toMatchObject({ title: '2026年党校集中培训（商业综合体）', from0: '09:00', to0: '11:30', late: '15' })
    const again = await planning(await ask(`${path()}?makesUp=${id}`, 'east', now, params()))
    expect(again).toMatchObject({
      makesUp: { id, missing: 1 },
      values: { title: '第一期（补训）', room0: '主课堂', room1: '分课堂east', from1: '14:00' },
    })
    expect(Object.keys(again.values).filter((name) => /^(on|roomid)\d/.test(name))).toEqual([])
    expect(await status(planning, `${path()}?makesUp=none`, 'east', params())).toBe(404)
  })

  it('makes the class, or keeps what was typed and says what is wrong', async () => {
    const refused = await to(plan, path(), 'east', { ...fields, organiser0: '不认识的人' }, params())
    expect(refused).toMatchObject({ data: { errors: { organiser0: ['classroom:refusal.organiser.unknown'] }, values: { room0: '礼堂' } } })
    expect(await to(plan, path(), 'east', { ...fields, title: '' }, params())).toMatchObject({
      data: { errors: { title: ['classroom:refusal.noTitle'] } },
    })
    const made = String(await to(plan, `${path()}?makesUp=${id}`, 'east', fields, params()))
    const fresh = /^\/classes\/([0-9a-z-]+)\?done=planned$/.exec(made)?.[1] ?? ''
    expect(await db().trainingClass.findUnique({ where: { id: fresh } })).toMatchObject({ makesUp: id })
    expect(await db().classInvitation.findMany({ where: { classId: fresh } })).toMatchObject([{ memberId: 'school' }])
    const form = await changing(await ask(`/classes/${fresh}/edit`, 'east', now, { id: fresh }))
    expect(form.page.values).toMatchObject({
      title: '第二期',
      room0: '礼堂',
      organiser0: '组织人（东街小学）',
      late: '10',
      on0: '2026-04-20',
    })
    const { values } = form.page
    expect(await to(change, `/classes/${fresh}/edit`, 'east', { ...values, seats0: '31' }, { id: fresh })).toBe(
      `/classes/${fresh}?done=changed`,
    )
    const off = { intent: 'call-off', reason: '停水停电' }
    expect(await to(change, `/classes/${fresh}/edit`, 'east', { ...off, reason: '否' }, { id: fresh })).toMatchObject({
      data: { errors: { reason: ['classroom:refusal.reason'] } },
    })
    expect(await to(change, `/classes/${fresh}/edit`, 'east', off, { id: fresh })).toBe(`/classes/${fresh}?done=calledOff`)
    expect(await text(await get(calendar, `/classes/${fresh}/calendar.ics`, 'east', { id: fresh }))).toContain('STATUS:CANCELLED')
  })
})

describe('papers of a class', () => {
  it('write to each who is asked in both languages, with time, rooms and what the training asks', async () => {
    const page = await notice(await ask(`/classes/${id}/notice`, 'east', now, { id }))
    expect(page.letters).toHaveLength(1)
    for (const words of [
      '东街大酒店',
      '2026年3月20日 09:00–11:30',
      '主课堂，main 号楼',
      '分课堂east',
      '身份证件',
      '带身份证',
      '/invitations/asked-hotel',
    ])
      expect(page.letters[0]?.text).toContain(words)
    expect(page.message).toContain('2026年3月20日 09:00')
    const english = await notice(await ask(`/classes/${id}/notice?language=en`, 'east', now, { id }))
    expect(english.letters[0]?.text).toContain('20 Mar 2026, 09:00–11:30')
    await comes('boss')
    const after = await notice(await ask(`/classes/${id}/notice`, 'east', now, { id }))
    expect(after.letters[0]?.text).not.toContain('分课堂east')
    expect((await notice(await ask(`/classes/${id}/notice?only=unanswered`, 'east', now, { id }))).total).toBe(0)
  })

  it('print a sheet for each part and classroom', { timeout: 120_000 }, async () => {
    await comes('boss')
    const got = await get(sheets, `/classes/${id}/sheets.pdf`, 'east', { id })
    if (!(got instanceof Response)) throw new Error('a file was expected')
    const bytes = Buffer.from(await got.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(got.headers.get('Content-Type')).toBe('application/pdf')
  })
})
