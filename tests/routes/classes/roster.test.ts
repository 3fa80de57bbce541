import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { action, loader } from '~/routes/classes+/street.classes.$programmeId.list.import'
import { loader as listSheet } from '~/routes/classes+/street.classes.$programmeId.list[.]xlsx'
import { addMember, addProgramme, takeOff } from '../../factories/class-lists'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
const address = (id: string) => `/street/classes/${id}/list/import`
const head = ['单位名称', '单位代码', '原因']

async function book(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const made = new exceljs.Workbook()
  made.addWorksheet('名单').addRows(rows)
  return new Uint8Array(await made.xlsx.writeBuffer())
}

async function post(who: string, id: string, form: FormData, size = 20_000) {
  const asked = await ask(address(id), who, now, { programmeId: id })
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '', 'Content-Length': String(size) }
  const answer = await action({ ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: form }) })
  if (answer instanceof Response) return { location: answer.headers.get('Location'), data: null, status: answer.status }
  if (!('init' in answer)) throw new Error('neither a page nor a way on')
  return { location: null, data: answer.data, status: answer.init?.status }
}

async function upload(who: string, id: string, bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.append('file', new Blob([bytes]), 'list.xlsx')
  return post(who, id, form)
}

function confirm(who: string, id: string, rows: string) {
  const form = new FormData()
  form.append('intent', 'confirm')
  form.append('rows', rows)
  return post(who, id, form)
}

const kindsOf = (answer: Awaited<ReturnType<typeof post>>) => answer.data?.rows.map(({ line, kind }) => [line, kind])
const listed = async (id: string) => (await db().programmeMember.findMany({ where: { programmeId: id } })).map(({ unitId }) => unitId)

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-11-10T02:00:00Z')
  await buildStreet()
  await transact((tx) =>
    tx.unit.create({
      data: { id: 'mall', name: '=1+1广场', placeId: 'east-1', sector: 'commerce', shortCode: 'MALL', from: '2020-01-01', createdAt: now },
    }),
  )
  for (const id of ['east', 'schools', 'west', 'county']) await addPerson(id, id)
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('county', 'supervisor', { placeId: 'county' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["education"]' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await addProgramme({ id: 'p26', placeId: 'east' })
  await addMember('p26', 'school', 'education')
})

describe('a list from a sheet', () => {
  it('is read first: each row says what it would do, and nothing is written', async () => {
    const rows = [
      head,
      ['东街大酒店', '', '上级新增'],
      ['东街小学'],
      ['无名单位', '', '新增'],
      ['西街诊所', '', '新增'],
      ['东街大酒店', '', '又一次'],
      ['', 'MALL'],
    ]
    const answer = await upload('county', 'p26', await book(rows))
    expect(kindsOf(answer)).toEqual([
      [2, 'add'],
      [3, 'already'],
      [4, 'unknown'],
      [5, 'outside'],
      [6, 'twice'],
      [7, 'noReason'],
    ])
    expect(answer).toMatchObject({ status: 400, data: { sent: '' } })
    expect(await listed('p26')).toEqual(['school'])
  })

  it('keeps units that the reader does not supervise unknown to him', async () => {
    expect(kindsOf(await upload('east', 'p26', await book([head, ['西街诊所', '', '新增']])))).toEqual([[2, 'unknown']])
  })

  it('is written by one confirmation, with reason, trait and one entry in the log', async () => {
    const answer = await upload('east', 'p26', await book([head, ['东街大酒店', '', '上级新增'], ['', 'MALL', '漏登'], ['东街小学']]))
    expect(answer.status).toBe(200)
    const done = await confirm('east', 'p26', answer.data?.sent ?? '')
    expect(done.location).toBe('/street/classes/p26/list/import?done=2')
    expect((await listed('p26')).sort()).toEqual(['hotel', 'mall', 'school'])
    const added = await db().programmeMember.findFirst({ where: { unitId: 'hotel' } })
    expect(added).toMatchObject({ way: 'joined', from: '2026-11-10', addedBy: 'account-east' })
    expect(JSON.parse(added?.why ?? '')).toMatchObject({ sector: 'commerce', words: '上级新增' })
    expect(await db().unitTrait.findFirst({ where: { unitId: 'mall' } })).toMatchObject({
      trait: 'programme-party-school-2026',
      from: '2026-01-01',
      to: null,
    })
    expect((await db().auditEntry.findMany({ where: { act: 'classcover.listImported' } })).map(({ detail }) => detail)).toEqual([
      '{"count":2}',
    ])
    const again = await confirm('east', 'p26', answer.data?.sent ?? '')
    expect(again).toMatchObject({ status: 400, location: null })
    expect(await listed('p26')).toHaveLength(3)
  })

  it('writes nothing at all where one of the rows that come back is at fault', async () => {
    const row = (line: number, name: string, reason: string) => ({ line, name, code: '', reason })
    const refused = await confirm('east', 'p26', JSON.stringify([row(2, '东街大酒店', '新增'), row(3, '=1+1广场', '')]))
    expect(refused).toMatchObject({ status: 400, data: { refused: 'classcover:import.refusal.faults' } })
    for (const rubbish of ['', '{', '[{"line":1}]', JSON.stringify([{ ...row(2, '东街大酒店', '新增'), unit: 'clinic' }])])
      expect(await confirm('east', 'p26', rubbish)).toMatchObject({ status: 400, data: { refused: 'classcover:import.refusal.notSheet' } })
    expect(await listed('p26')).toEqual(['school'])
  })

  it('needs no reason in review, and begins a list that was never drawn', async () => {
    await addProgramme({ id: 'p27', placeId: 'east', year: 2027, isFrozen: false })
    await transact((tx) => tx.programmeStep.deleteMany({ where: { programmeId: 'p27' } }))
    const answer = await upload('east', 'p27', await book([head, ['东街大酒店']]))
    await confirm('east', 'p27', answer.data?.sent ?? '')
    expect((await db().programmeMember.findMany({ where: { programmeId: 'p27' } })).map(({ way }) => way)).toEqual(['added'])
    expect((await db().programmeStep.findMany({ where: { programmeId: 'p27' } })).map(({ kind }) => kind)).toEqual(['drawn'])
    expect(await db().unitTrait.count({ where: { trait: 'programme-party-school-2027' } })).toBe(0)
  })

  it('may bring back a unit that left', async () => {
    await takeOff('p26-school', '2026-06-01', 'sector', '改行业')
    expect(kindsOf(await upload('east', 'p26', await book([head, ['东街小学', '', '又改回来']])))).toEqual([[2, 'add']])
  })

  it('refuses what is no sheet, unpacks to too much, or is too large', async () => {
    const refusedOf = async (answer: Promise<Awaited<ReturnType<typeof post>>>) => (await answer).data?.refused
    expect(await refusedOf(upload('east', 'p26', new TextEncoder().encode('单位名称\n东街大酒店')))).toBe(
      'classcover:import.refusal.notSheet',
    )
    expect(await refusedOf(upload('east', 'p26', await book([['东街大酒店']])))).toBe('classcover:import.refusal.noHead')
    expect(await refusedOf(upload('east', 'p26', await book([head])))).toBe('classcover:import.refusal.noRows')
    expect(await refusedOf(post('east', 'p26', new FormData()))).toBe('classcover:import.refusal.noFile')
    expect(await refusedOf(post('east', 'p26', new FormData(), 3_000_000))).toBe('classcover:import.refusal.tooLarge')
    expect(await refusedOf(upload('east', 'p26', zipOf('xl/workbook.xml', Buffer.alloc(60 * 1024 * 1024))))).toBe(
      'classcover:import.refusal.notSheet',
    )
  })

  it('is for whoever runs the programme', async () => {
    const form = new FormData()
    for (const who of ['schools', 'west']) {
      expect(await statusOf(loader(await ask(address('p26'), who, now, { programmeId: 'p26' })))).toBe(404)
      expect(await statusOf(post(who, 'p26', form))).toBe(404)
      expect(await statusOf(listSheet(await ask('/street/classes/p26/list.xlsx', who, now, { programmeId: 'p26' })))).toBe(404)
    }
  })

  it('goes out as a sheet that comes in again as what is there already; names that look like formulas stay text', async () => {
    await addMember('p26', 'mall', 'commerce')
    const answer = await listSheet(await ask('/street/classes/p26/list.xlsx', 'east', now, { programmeId: 'p26' }))
    const bytes = Buffer.from(await answer.arrayBuffer())
    const [rows] = [...(await cellsOf(bytes)).values()]
    expect(rows?.slice(1).map(([name, code]) => [name, code])).toEqual([
      ['=1+1广场', 'MALL'],
      ['东街小学', 'SCHOOL'],
    ])
    expect(kindsOf(await upload('east', 'p26', new Uint8Array(bytes)))).toEqual([
      [2, 'already'],
      [3, 'already'],
    ])
  })
})

/** A zip of one part, as small as it can be packed. */
function zipOf(name: string, bytes: Buffer): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(bytes)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(bytes.length, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(bytes.length, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]))
}
