import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { columnsOf, findHead } from '~/domain/imports/headings'
import { startSession } from '~/http/session.server'
import { action as bring, loader as page } from '~/routes/imports+/imports._index'
import { action as onSheet, loader as sheetPage } from '~/routes/imports+/imports.$id._index'
import { loader as linePage, action as onLine } from '~/routes/imports+/imports.$id.lines.$line'
import { loader as drillsFile } from '~/routes/imports+/imports.drills[.]xlsx'
import { loader as licencesFile } from '~/routes/imports+/imports.licences[.]xlsx'
import { loader as trainingsFile } from '~/routes/imports+/imports.trainings[.]xlsx'
import { type LicenceWorld, makeLicenceWorld } from '../../factories/licence-world'
import { tableOf } from '../../factories/rosters'
import { type MadePerson, morning } from '../../factories/unit-people'
import { cellsOf } from '../../factories/workbooks'

let world: LicenceWorld
beforeAll(async () => {
  catalogue()
  world = await makeLicenceWorld()
}, 60_000)

type Wish = { as: MadePerson; path: string; params?: Record<string, string>; form?: Record<string, string>; file?: Buffer }

async function asked({ as, path, params = {}, form, file }: Wish) {
  const url = `http://127.0.0.1:3000${path}`
  const cookie = (await startSession(new Request(url), as.accountId, 'console', morning, true)).split(';')[0] ?? ''
  const body = file === undefined ? form && new URLSearchParams(form) : new FormData()
  if (body instanceof FormData && file !== undefined) body.append('file', new File([new Uint8Array(file)], '台账.csv'))
  const headers = { Cookie: cookie, ...(file === undefined ? {} : { 'Content-Length': String(file.length + 500) }) }
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

async function brought(as: MadePerson, query: string, rows: string[][]): Promise<string> {
  const outcome = await outcomeOf(bring(await asked({ as, path: `/imports?${query}`, file: tableOf(rows) })))
  const id = outcome instanceof Response ? outcome.headers.get('Location')?.split('/').at(-1) : undefined
  if (id === undefined) throw new Error(`not brought: ${JSON.stringify(outcome)}`)
  for (let tries = 0; tries < 100 && (await db().rosterImport.findUnique({ where: { id } }))?.readAt === null; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  return id
}

describe('the pages of a sheet of history', () => {
  it('show a licence’s number by its ends, the fault at its field, and keep the number while the day is put right', async () => {
    const id = await brought(world.manager, 'kind=licences', [
      ['姓名', '证件种类', '证号', '准操项目', '有效期止'],
      ['王强', '焊接与热切割操作证', 'T350504199001011234', '熔化焊接与热切割作业', '去年'],
    ])
    const [params, line] = [{ id }, { id, line: '2' }]
    const shown = await sheetPage(await asked({ as: world.manager, path: `/imports/${id}`, params }))
    expect(shown).toMatchObject({ state: 'open', kind: 'licences', unit: '临河大酒店', counts: { refused: 1 } })
    const repair = await linePage(await asked({ as: world.manager, path: `/imports/${id}/lines/2`, params: line }))
    expect(JSON.stringify([shown, repair])).not.toContain('T350504199001011234')
    expect(repair.notes).toEqual([])
    expect(repair.cells.flatMap(({ name, faults }) => (faults.length > 0 ? [name] : []))).toEqual(['validTo'])
    const form = { ...Object.fromEntries(repair.cells.map(({ name, value }) => [name, value])), validTo: '2027-06-14' }
    expect(await statusOf(onLine(await asked({ as: world.manager, path: `/imports/${id}/lines/2`, params: line, form })))).toBe(303)
    expect(await statusOf(onSheet(await asked({ as: world.manager, path: `/imports/${id}`, params, form: { intent: 'confirm' } })))).toBe(
      303,
    )
    expect(await sheetPage(await asked({ as: world.manager, path: `/imports/${id}`, params }))).toMatchObject({ written: { licences: 1 } })
    expect(await db().licence.findFirstOrThrow()).toMatchObject({ personId: world.welder.personId, validTo: '2027-06-14' })
  })

  it('let a supervisor take back what his sheet brought, with a reason', async () => {
    const id = await brought(world.supervisor, 'kind=trainings', [
      ['单位名称', '姓名', '培训内容', '培训日期', '组织单位', '结果'],
      ['临河大酒店', '陈敏', '消防安全定期培训', '2025-06-01', '河西街道', '合格'],
    ])
    const params = { id }
    const post = async (form: Record<string, string>) =>
      statusOf(onSheet(await asked({ as: world.supervisor, path: `/imports/${id}`, params, form })))
    expect(await post({ intent: 'confirm' })).toBe(303)
    expect(await sheetPage(await asked({ as: world.supervisor, path: `/imports/${id}`, params }))).toMatchObject({ standing: 1 })
    expect(await post({ intent: 'takeBack', reason: '' })).toBe(400)
    expect(await post({ intent: 'takeBack', reason: '日期写错了' })).toBe(303)
    expect(await sheetPage(await asked({ as: world.supervisor, path: `/imports/${id}`, params }))).toMatchObject({ standing: 0 })
    expect(await statusOf(sheetPage(await asked({ as: world.manager, path: `/imports/${id}`, params })))).toBe(404)
  })

  it('offer each what he may bring, and nothing to who may bring nothing', async () => {
    expect(await page(await asked({ as: world.manager, path: '/imports' }))).toMatchObject({ others: ['licences', 'drills'] })
    expect(await page(await asked({ as: world.supervisor, path: '/imports' }))).toMatchObject({
      others: ['units', 'licences', 'trainings', 'drills'],
    })
    for (const path of ['/imports?kind=licences', '/imports?kind=trainings', '/imports?kind=drills'])
      expect(await statusOf(page(await asked({ as: world.welder, path })))).toBe(403)
    expect(await statusOf(page(await asked({ as: world.manager, path: '/imports?kind=trainings' })))).toBe(403)
    expect(await page(await asked({ as: world.supervisor, path: '/imports?kind=drills' }))).toMatchObject({ kind: 'drills', unit: null })
    expect(await statusOf(page(await asked({ as: world.manager, path: `/imports?kind=drills&unit=${world.other.id}` })))).toBe(404)
  })

  it('hand out blank sheets whose headings they read', async () => {
    const files = [
      ['证件', 'licences', licencesFile(await asked({ as: world.manager, path: '/imports/licences.xlsx' }))],
      ['以往培训', 'trainings', trainingsFile(await asked({ as: world.supervisor, path: '/imports/trainings.xlsx' }))],
      ['以往演练', 'drills', drillsFile(await asked({ as: world.manager, path: '/imports/drills.xlsx' }))],
    ] as const
    for (const [name, kind, answer] of files) {
      const sheets = await cellsOf(Buffer.from(await (await answer).arrayBuffer()))
      const head = findHead([{ line: 1, texts: sheets.get(name)?.[0] ?? [] }], kind)
      expect('columns' in head ? [...head.columns.keys()] : head).toEqual([...columnsOf[kind]])
      expect(sheets.get('填写说明')?.length).toBeGreaterThan(8)
    }
    expect(await statusOf(Promise.resolve(trainingsFile(await asked({ as: world.manager, path: '/imports/trainings.xlsx' }))))).toBe(403)
  })
})
