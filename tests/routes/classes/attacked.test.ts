import type { LoaderFunctionArgs } from '@remix-run/node'
import exceljs from 'exceljs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { classAnywhere } from '~/data/classes/classes.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { action as change } from '~/routes/classes+/classes.$id.edit'
import { action as answer, loader as invitation } from '~/routes/classes+/invitations.$id._index'
import { loader as mine } from '~/routes/classes+/me_.classes'
import { action as roster } from '~/routes/classes+/street.classes.$programmeId.list.import'
import { action as makes } from '~/routes/classes+/street.classes.new'
import { action as newTrainer } from '~/routes/classes+/street.trainers.new'
import { bodyOf, madeClass, madeProgramme, roomOf } from '../../factories/planned-class'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
let programmeId = ''
let id = ''
type Handler = (args: LoaderFunctionArgs) => unknown

async function send(
  handler: Handler,
  path: string,
  who: string,
  fields: Record<string, string> | FormData,
  params: Record<string, string>,
) {
  const asked = await ask(path, who, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '', 'Content-Length': '20000' }
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
  return handler({ ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body }) })
}
const to = async (...asked: Parameters<typeof send>): Promise<unknown> => {
  const got = await send(...asked)
  return got instanceof Response ? got.headers.get('Location') : got
}
const bodyNow = async () => (await classAnywhere(id))?.body

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [person, name] of Object.entries({
    boss: '酒店责任人',
    clerk: '服务员',
    east: '东街监督',
    room: '组织人',
    hotelier: '酒店管理员',
  }))
    await addPerson(person, name)
  await addPost({ id: 'post-boss', personId: 'boss', unitId: 'hotel', position: 'responsible-person', from: '2024-01-01' })
  await addPost({ id: 'post-clerk', personId: 'clerk', unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'post-room', personId: 'room', unitId: 'school', position: 'employee', from: '2024-01-01' })
  await grant('hotelier', 'manager', { unitId: 'hotel' })
  await grant('east', 'supervisor', { placeId: 'east' })
  programmeId = await madeProgramme('east', [{ id: 'hotel', subjectId: 'hotel', unitId: 'hotel' }])
  id = await madeClass(programmeId, bodyOf({ classrooms: [roomOf('main', 5, 'room')] }), ['hotel'])
})

const usual = {
  ...{ title: '第一期', on0: '2026-03-20', from0: '09:00', to0: '11:30', on1: '2026-03-20', from1: '14:00', to1: '15:00' },
  ...{ roomid0: 'main', room0: '主课堂', place0: '1 号楼', seats0: '5', organiser0: '组织人' },
}
const changes = (more: Record<string, string>) => to(change, `/classes/${id}/edit`, 'east', { ...usual, ...more }, { id })

describe('what is typed is what is read', () => {
  const hidden = 'a\u202eb\u200b\u0007'

  it('in a class: no marks that turn the text around, no line ends in a title', async () => {
    expect(await changes({ title: `第一期\r\n${hidden}`, notice: `带证\r\n${hidden}`, room0: `主${hidden}` })).toBe(
      `/classes/${id}?done=changed`,
    )
    expect(await bodyNow()).toMatchObject({ title: '第一期 ab', notice: '带证\nab', classrooms: [{ name: '主ab' }] })
  })

  it('in a programme, a register and an answer', async () => {
    const wish = { placeId: 'east', template: 'party-school', year: '2026', hours: '6', 'position_responsible-person': 'yes' }
    const made = await to(makes, '/street/classes/new', 'east', { ...wish, title: `集中\n${hidden}`, part0: `上午${hidden}` }, {})
    const revisions = await db().programmeRevision.findMany({ where: { programmeId: String(made).split(/[/?]/)[3] ?? '' } })
    expect(revisions.map(({ body }) => JSON.parse(body))).toMatchObject([{ title: '集中 ab', parts: [{ name: '上午ab' }] }])
    const trainer = { placeId: 'east', name: `王老师${hidden}`, teaches: '灭火', office: '支队', from: '2026-01-01' }
    expect(await to(newTrainer, '/street/trainers/new', 'east', trainer, {})).toBe('/street/trainers?done=added')
    expect(JSON.parse((await db().trainingEntryRevision.findFirst())?.body ?? '')).toMatchObject({ name: '王老师ab' })
    await to(answer, '/invitations/asked-hotel', 'hotelier', { kind: 'declined', why: `停业${hidden}` }, { id: 'asked-hotel' })
    expect(await db().classAnswer.findFirst()).toMatchObject({ why: '停业ab' })
  })

  it('in the rows of a roster that come back to be written', async () => {
    const rows = [{ line: 2, name: '', code: 'SCHOOL', reason: `补录${hidden}\ud800` }]
    const form = new FormData()
    form.append('intent', 'confirm')
    form.append('rows', JSON.stringify(rows))
    const path = `/street/classes/${programmeId}/list/import`
    expect(await to(roster, path, 'east', form, { programmeId })).toBe(`${path}?done=1`)
    const { why } = (await db().programmeMember.findFirst({ where: { unitId: 'school' } })) ?? { why: '' }
    expect(JSON.parse(why)).toMatchObject({ words: '补录ab' })
  })
})

describe('a sheet that is no common one', () => {
  it('is read all the same where a link is set in several kinds of type, or a formula failed', async () => {
    const made = new exceljs.Workbook()
    const sheet = made.addWorksheet('名单')
    sheet.addRows([
      ['单位名称', '原因'],
      ['', ''],
    ])
    Object.assign(sheet.getCell('A2'), {
      value: { text: { richText: [{ text: '东街' }, { text: '小学' }] }, hyperlink: 'https://example.com' },
    })
    Object.assign(sheet.getCell('B2'), { value: { formula: 'A9', result: { error: '#N/A' } } })
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(await made.xlsx.writeBuffer())]), 'list.xlsx')
    const got = await send(roster, `/street/classes/${programmeId}/list/import`, 'east', form, { programmeId })
    expect(got).toMatchObject({ data: { rows: [{ line: 2, name: '东街小学', kind: 'add' }] } })
  })
})

describe('days far away', () => {
  it.each(['9999-12-31', '0000-01-01', '2206-03-20', '2028-12-31', '2026-02-30'])('are no days of a class: %s', async (on) => {
    expect(await changes({ on0: on, on1: on })).toMatchObject({
      data: { errors: { on0: [expect.stringMatching(/^classroom:refusal\.(day|past)$/)] } },
    })
    expect((await bodyNow())?.parts.map((part) => part.on)).toEqual(['2026-03-20', '2026-03-20'])
  })

  it('next year is not far', async () => {
    expect(await changes({ on0: '2027-12-31', on1: '2027-12-31' })).toBe(`/classes/${id}?done=changed`)
  })
})

describe('somebody asked himself', () => {
  const asked = async (who: string) =>
    statusOf(Promise.resolve(invitation(await ask('/invitations/asked-clerk', who, now, { id: 'asked-clerk' }))))
  const listed = async (who: string) => JSON.stringify(await mine(await ask('/me/classes', who, now, {})))

  it('is answered for by the manager of his unit for as long as he works there', async () => {
    const people = await madeProgramme('east', [{ id: 'clerk', subjectKind: 'person', subjectId: 'clerk', unitId: 'hotel' }], {
      ...{ binds: 'person', audience: { sectors: [], traits: [], positions: ['employee'] } },
    })
    await madeClass(people, bodyOf({ title: '员工班' }), ['clerk'])
    expect([await asked('clerk'), await asked('hotelier'), await asked('boss')]).toEqual([200, 200, 404])
    expect(await listed('hotelier')).toContain('员工班')
    await leavesPost('post-clerk', '2026-03-09')
    expect([await asked('clerk'), await asked('hotelier')]).toEqual([200, 404])
    expect(await listed('hotelier')).not.toContain('员工班')
    expect(await listed('clerk')).toContain('员工班')
  })
})

const leavesPost = (post: string, last: string): Promise<unknown> =>
  transact((tx) => tx.post.update({ where: { id: post }, data: { to: last } }))
