import exceljs from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { startSession } from '~/http/session.server'
import { action as bring, loader as page } from '~/routes/imports+/imports._index'
import { action as onSheet, loader as sheetPage } from '~/routes/imports+/imports.$id._index'
import { loader as linePage, action as onLine } from '~/routes/imports+/imports.$id.lines.$line'
import { loader as results } from '~/routes/imports+/imports.$id.results[.]xlsx'
import { loader as peopleFile } from '~/routes/imports+/imports.people[.]xlsx'
import { loader as unitsFile } from '~/routes/imports+/imports.units[.]xlsx'
import { makeAdministered } from '../../factories/administration'
import { tableOf } from '../../factories/rosters'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeUnit, morning } from '../../factories/unit-people'
import { cellsOf } from '../../factories/workbooks'

let hotel: MadeUnit
let school: MadeUnit
let manager: MadePerson
let employee: MadePerson
let other: MadePerson

beforeAll(async () => {
  catalogue()
  await makeAdministered()
  hotel = await makeUnit('临江酒店', 'JIUD')
  school = await makeUnit('河西小学', 'XUEX')
  manager = await makeEmployee(hotel, '李经理', { phone: '13800005555', position: 'fire-manager' })
  employee = await makeEmployee(hotel, '=HYPERLINK("x")', { phone: '13800007777' })
  await makeEmployee(hotel, '没有手机的人')
  other = await makeEmployee(school, '钱校长', { phone: '13800008888' })
  await grant(manager.accountId, hotel)
  await grant(other.accountId, school)
}, 60_000)

type Wish = { as: MadePerson; path: string; params?: Record<string, string>; form?: Record<string, string>; file?: Buffer; size?: number }

async function asked({ as, path, params = {}, form, file, size }: Wish) {
  const url = `http://127.0.0.1:3000${path}`
  const cookie = (await startSession(new Request(url), as.accountId, 'console', morning, true)).split(';')[0] ?? ''
  const body = file === undefined ? form && new URLSearchParams(form) : new FormData()
  if (body instanceof FormData && file !== undefined) body.append('file', new File([new Uint8Array(file)], '名册.xlsx'))
  const headers = { Cookie: cookie, ...(file === undefined ? {} : { 'Content-Length': String(size ?? file.length + 500) }) }
  const request = new Request(url, { headers, ...(body ? { method: 'POST', body } : {}) })
  return { request, params, context: { address: 'test', requestId: 't' } }
}
const outcomeOf = (answer: Promise<unknown>): Promise<unknown> => answer.catch((fault: unknown) => fault)

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const outcome = await outcomeOf(answer)
  if (outcome instanceof Response) return outcome.status
  if (outcome instanceof Error) throw outcome
  const status: unknown = Object(Object(outcome).init).status
  return typeof status === 'number' ? status : 200
}

async function brought(rows: string[][], as = manager): Promise<string> {
  const outcome = await outcomeOf(bring(await asked({ as, path: '/imports', file: tableOf(rows) })))
  const id = outcome instanceof Response ? outcome.headers.get('Location')?.split('/').at(-1) : undefined
  if (id === undefined) throw new Error(`not brought: ${JSON.stringify(outcome)}`)
  for (let tries = 0; tries < 100 && (await db().rosterImport.findUnique({ where: { id } }))?.readAt === null; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  return id
}
const file = async (answer: Response | Promise<Response>) => cellsOf(Buffer.from(await (await answer).arrayBuffer()))

describe('the pages of an import', () => {
  it('take a manager from his sheet over a repaired row to the one confirmation', async () => {
    const id = await brought([
      ['姓名', '手机', '岗位', '到岗日期'],
      ['王敏', '13900000001', '员工', '2025-03-01'],
      ['赵四', '1390000', '员工', '2025-03-01'],
    ])
    const params = { id }
    const shown = await sheetPage(await asked({ as: manager, path: `/imports/${id}`, params }))
    expect(shown).toMatchObject({ state: 'open', unit: '临江酒店', counts: { new: 1, refused: 1, same: 0, changed: 0, asks: 0 } })
    expect(shown.rows[1]?.notes).toEqual(['第 3 行 手机号：手机号应是 11 位，以 1 开头，请核对。'])
    const only = await sheetPage(await asked({ as: manager, path: `/imports/${id}?result=refused&page=9`, params }))
    expect(only.rows.map(({ name }) => name)).toEqual(['赵四'])

    const line = { id, line: '3' }
    const repair = await linePage(await asked({ as: manager, path: `/imports/${id}/lines/3`, params: line }))
    expect(repair.cells.find(({ name }) => name === 'position')).toMatchObject({ value: 'employee' })
    const form = { ...Object.fromEntries(repair.cells.map(({ name, value }) => [name, value])), phone: '139 0000 0002' }
    expect(await statusOf(onLine(await asked({ as: manager, path: `/imports/${id}/lines/3`, params: line, form })))).toBe(303)
    expect(await statusOf(onSheet(await asked({ as: manager, path: `/imports/${id}`, params, form: { intent: 'confirm' } })))).toBe(303)
    const done = await sheetPage(await asked({ as: manager, path: `/imports/${id}`, params }))
    expect(done).toMatchObject({ state: 'written', written: { people: 2, posts: 2 } })
    expect(await page(await asked({ as: manager, path: '/imports' }))).toMatchObject({ mine: [{ state: 'written', unit: '临江酒店' }] })
  })

  it('are nobody else’s, and closed to who may bring nothing', async () => {
    const id = await brought([
      ['姓名', '岗位', '到岗日期'],
      ['孙五', '员工', '2025-03-01'],
    ])
    const [params, line] = [{ id }, { id, line: '2' }]
    for (const answer of [
      sheetPage(await asked({ as: other, path: `/imports/${id}`, params })),
      onSheet(await asked({ as: other, path: `/imports/${id}`, params, form: { intent: 'confirm' } })),
      linePage(await asked({ as: other, path: `/imports/${id}/lines/2`, params: line })),
      onLine(await asked({ as: other, path: `/imports/${id}/lines/2`, params: line, form: { name: '孙五' } })),
      results(await asked({ as: other, path: `/imports/${id}/results.xlsx`, params })),
      linePage(await asked({ as: manager, path: `/imports/${id}/lines/99`, params: { id, line: '99' } })),
      linePage(await asked({ as: manager, path: `/imports/${id}/lines/x`, params: { id, line: 'x' } })),
      page(await asked({ as: manager, path: `/imports?unit=${school.id}` })),
      peopleFile(await asked({ as: manager, path: `/imports/people.xlsx?unit=${school.id}` })),
    ])
      expect(await statusOf(answer)).toBe(404)
    for (const answer of [
      page(await asked({ as: employee, path: '/imports' })),
      bring(await asked({ as: employee, path: '/imports', file: tableOf([['姓名', '手机']]) })),
      page(await asked({ as: manager, path: '/imports?kind=units' })),
      unitsFile(await asked({ as: manager, path: '/imports/units.xlsx' })),
    ])
      expect(await statusOf(answer)).toBe(403)
  })

  it('refuse no file, and one that is larger than any roster, before it is read', async () => {
    expect(await statusOf(bring(await asked({ as: manager, path: '/imports', form: {} })))).toBe(400)
    expect(await statusOf(bring(await asked({ as: manager, path: '/imports', file: Buffer.from('a'), size: 20_000_000 })))).toBe(400)
  })
})

describe('the files of an import', () => {
  it('hand out a present roster that, handed back, changes nothing; no cell is a formula, no number is whole', async () => {
    const out = await peopleFile(await asked({ as: manager, path: `/imports/people.xlsx?unit=${hotel.id}` }))
    const bytes = Buffer.from(await out.arrayBuffer())
    const sheets = await cellsOf(bytes)
    const rows = sheets.get('人员名册') ?? []
    expect(rows[0]).toEqual(['姓名', '手机号', '身份证号', '岗位', '到岗日期', '单位名称', '工号'])
    expect(rows.flat()).toContain('138****5555')
    expect(JSON.stringify([...sheets.values()])).not.toMatch(/1[3-9]\d{9}/)
    const outcome = await outcomeOf(bring(await asked({ as: manager, path: '/imports', file: bytes })))
    const id = outcome instanceof Response ? (outcome.headers.get('Location')?.split('/').at(-1) ?? '') : ''
    for (let tries = 0; tries < 100 && (await db().rosterImport.findUnique({ where: { id } }))?.readAt === null; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    const { counts } = await sheetPage(await asked({ as: manager, path: `/imports/${id}`, params: { id } }))
    expect(counts).toEqual({ new: 0, changed: 0, same: rows.length - 1, asks: 0, refused: 0 })
  })

  it('hold what was handed in as text, whatever it begins with', async () => {
    const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']
    const id = await brought([['姓名', '岗位', '到岗日期'], ...nasty.map((name) => [name, `=cmd|' /C calc'!A0`, '2025-03-01'])])
    const sheets = await file(results(await asked({ as: manager, path: `/imports/${id}/results.xlsx`, params: { id } })))
    expect(
      sheets
        .get('导入结果')
        ?.slice(1)
        .map((row) => row[1]),
    ).toEqual(['=1+1', '+1', '-1', '@SUM(A1)', '=1'])
  })

  it('explain how a sheet is filled in', async () => {
    const book = new exceljs.Workbook()
    const out = await peopleFile(await asked({ as: manager, path: '/imports/people.xlsx' }))
    await book.xlsx.load(await out.arrayBuffer())
    expect(book.worksheets.map(({ name }) => name)).toEqual(['人员名册', '填写说明'])
  })
})
