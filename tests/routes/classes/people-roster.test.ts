import exceljs from 'exceljs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { action } from '~/routes/classes+/street.classes.$programmeId.list.import'
import { loader as listSheet } from '~/routes/classes+/street.classes.$programmeId.list[.]xlsx'
import { madeProgramme } from '../../factories/planned-class'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant } from '../duties-pages/street-corner'

let now: Date
let id = ''
const head = ['单位名称', '人员', '手机号', '原因']

async function book(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const made = new exceljs.Workbook()
  made.addWorksheet('名单').addRows(rows)
  return new Uint8Array(await made.xlsx.writeBuffer())
}

async function post(who: string, form: FormData) {
  const asked = await ask(`/street/classes/${id}/list/import`, who, now, { programmeId: id })
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '', 'Content-Length': '20000' }
  const answer = await action({ ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: form }) })
  if (answer instanceof Response) return { location: answer.headers.get('Location'), data: null, status: answer.status }
  if (!('init' in answer)) throw new Error('neither a page nor a way on')
  return { location: null, data: answer.data, status: answer.init?.status }
}
function upload(who: string, bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.append('file', new Blob([bytes]), 'list.xlsx')
  return post(who, form)
}
function confirm(who: string, rows: string) {
  const form = new FormData()
  form.append('intent', 'confirm')
  form.append('rows', rows)
  return post(who, form)
}
const kindsOf = (answer: Awaited<ReturnType<typeof post>>) => answer.data?.rows.map(({ line, kind }) => [line, kind])
const listed = async () =>
  (await db().programmeMember.findMany({ where: { programmeId: id }, orderBy: { subjectId: 'asc' } })).map(({ subjectId }) => subjectId)

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [person, name] of Object.entries({
    ...{ wang: '王保安', li: '李保安', twin: '李保安', cook: '厨师', doctor: '西街保安' },
    ...{ east: '东街监督', west: '西街监督' },
  }))
    await addPerson(person, name)
  for (const person of ['wang', 'li', 'twin'])
    await addPost({ id: `post-${person}`, personId: person, unitId: 'hotel', position: 'security-guard', from: '2024-01-01' })
  await addPost({ id: 'post-cook', personId: 'cook', unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'post-doctor', personId: 'doctor', unitId: 'clinic', position: 'security-guard', from: '2024-01-01' })
  for (const [person, phone] of [
    ['li', '13811110001'],
    ['twin', '13811110002'],
  ] as const)
    await transact((tx) => tx.person.update({ where: { id: person }, data: { phone } }))
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
  id = await madeProgramme('east', [{ id: 'line-wang', subjectKind: 'person', subjectId: 'wang', unitId: 'hotel' }], {
    ...{ binds: 'person', audience: { sectors: [], traits: [], positions: ['security-guard'] }, duty: '', topic: 'guards' },
  })
})

describe('a list of persons from a sheet', () => {
  it('is read first, each row with its reason, and nothing is written', async () => {
    const answer = await upload(
      'east',
      await book([
        head,
        ['东街大酒店', '王保安', '', '在岗'],
        ['东街大酒店', '李保安', '', '新聘'],
        ['东街大酒店', '李保安', '138 1111 0002', '新聘'],
        ['东街大酒店', '厨师', '', '新聘'],
        ['东街大酒店', '没有的人', '', '新聘'],
        ['西街诊所', '西街保安', '', '新聘'],
        ['东街大酒店', '李保安', '13811110001', ''],
      ]),
    )
    expect(kindsOf(answer)).toEqual([
      [2, 'already'],
      [3, 'namesakes'],
      [4, 'add'],
      [5, 'notMeant'],
      [6, 'nobody'],
      [7, 'unknown'],
      [8, 'noReason'],
    ])
    expect(answer).toMatchObject({ status: 400, data: { sent: '' } })
    expect(await listed()).toEqual(['wang'])
  })

  it('is written by one confirmation; what has changed meanwhile is refused whole', async () => {
    const rows = [
      ['东街大酒店', '李保安', '13811110001', '新聘'],
      ['东街大酒店', '李保安', '13811110002', '新聘'],
    ]
    const answer = await upload('east', await book([head, ...rows]))
    const sent = answer.data?.sent ?? ''
    await transact((tx) => tx.post.update({ where: { id: 'post-twin' }, data: { to: '2026-03-09' } }))
    expect(await confirm('east', sent)).toMatchObject({ status: 400, data: { refused: 'classcover:import.refusal.faults' } })
    expect(await listed()).toEqual(['wang'])
    await transact((tx) => tx.post.update({ where: { id: 'post-twin' }, data: { to: null } }))
    expect((await confirm('east', sent)).location).toBe(`/street/classes/${id}/list/import?done=2`)
    expect(await listed()).toEqual(['li', 'twin', 'wang'])
    const line = await db().programmeMember.findFirstOrThrow({ where: { subjectId: 'twin' } })
    expect(line).toMatchObject({ subjectKind: 'person', unitId: 'hotel', way: 'joined', from: '2026-03-10', addedBy: 'account-east' })
    expect(await db().unitTrait.count({ where: { trait: { startsWith: 'programme-' } } })).toBe(0)
    expect(await db().auditEntry.count({ where: { act: 'classcover.listImported' } })).toBe(1)
    expect((await confirm('east', sent)).status).toBe(400)
    expect(await listed()).toHaveLength(3)
  })

  it('goes out and comes in again as what is there already, namesakes and those who left included', async () => {
    await confirm(
      'east',
      (
        await upload(
          'east',
          await book([head, ['东街大酒店', '李保安', '13811110001', '新聘'], ['东街大酒店', '李保安', '13811110002', '新聘']]),
        )
      ).data?.sent ?? '',
    )
    await transact((tx) => tx.post.update({ where: { id: 'post-wang' }, data: { to: '2026-03-01' } }))
    const out = async () => {
      const answer = await listSheet(await ask(`/street/classes/${id}/list.xlsx`, 'east', now, { programmeId: id }))
      return Buffer.from(await answer.arrayBuffer())
    }
    const bytes = await out()
    const [rows] = [...(await cellsOf(bytes)).values()]
    expect(
      rows
        ?.slice(1)
        .map((cells) => [cells[3], cells[11] ?? ''])
        .sort(),
    ).toEqual([
      ['李保安', '13811110001'],
      ['李保安', '13811110002'],
      ['王保安', ''],
    ])
    expect(kindsOf(await upload('east', new Uint8Array(bytes)))).toEqual([
      [2, 'already'],
      [3, 'already'],
      [4, 'already'],
    ])
    const end = { memberId: 'line-wang', on: '2026-03-09', why: 'other', reason: '离职', at: now, by: 'account-east' }
    await transact((tx) => tx.programmeMemberEnd.create({ data: end }))
    expect(kindsOf(await upload('east', new Uint8Array(await out())))?.map(([, kind]) => kind)).toEqual(['already', 'already'])
  })

  it('says that a column of names is missing', async () => {
    const answer = await upload(
      'east',
      await book([
        ['单位名称', '原因'],
        ['东街大酒店', '新聘'],
      ]),
    )
    expect(answer.data?.refused).toBe('classcover:import.refusal.noPersonHead')
  })
})
