import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { startSession } from '~/http/session.server'
import { loader as auditFile } from '~/routes/org+/admin.audit[.]csv'
import { loader as reasonPage } from '~/routes/personal+/export-reason'
import { grant, type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { routesContract } from '../../routes.contract'

const routes = path.resolve('app/routes')
const files = fs
  .readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, source: fs.readFileSync(path.join(routes, file), 'utf8') }))
const door = 'personal+/list-leaves.server.ts'

/** The address of a route's file, as far as its name tells. */
const addressOf = (file: string): string =>
  `/${path
    .basename(file)
    .replace(/\.tsx?$/, '')
    .replaceAll('[.]', '~')
    .replaceAll('_.', '.')
    .replaceAll('.', '/')
    .replaceAll('~', '.')
    .replaceAll('$', ':')}`

let administrator: MadePerson

async function asked(query = '') {
  const url = `http://127.0.0.1:3000/admin/audit.csv${query}`
  const cookie = (await startSession(new Request(url), administrator.accountId, 'console', morning, true)).split(';')[0] ?? ''
  return { request: new Request(url, { headers: { Cookie: cookie } }), params: {}, context: { address: 'test', requestId: 't' } }
}
const answered = (outcome: unknown): Response => {
  if (outcome instanceof Response) return outcome
  throw outcome
}

describe('every list leaves by one door', () => {
  it('no page makes a workbook or a table of its own', () => {
    const own = files.filter(
      ({ file, source }) => file !== door && /bytesFromWorker\('workbook'|csvOf\(|spreadsheetml|text\/csv/.test(source),
    )
    expect(own.map(({ file }) => file)).toEqual([])
  })

  it('every address that ends in .xlsx or .csv goes through it', () => {
    const lists = Object.keys(routesContract).filter((address) => /\.(xlsx|csv)$/.test(address))
    const through = /sheetsLeave\(|csvLeaves\(|registerBook\(|registerSheet\(/
    const past = lists.filter((address) => !files.some(({ file, source }) => addressOf(file) === address && through.test(source)))
    expect(lists.length).toBeGreaterThan(20)
    expect(past).toEqual([])
  })
})

describe('a long list', () => {
  beforeAll(async () => {
    catalogue()
    await emptyDatabase()
    setClock('2026-03-10T02:00:00.000Z')
    await makeStreet()
    const unit = await makeUnit('河西百货', 'HX')
    administrator = await makeEmployee(unit, '周管理')
    await grant(administrator.accountId, null)
    const entry = (nth: number) => ({
      id: `entry-${nth}`,
      at: morning,
      actor: 'system',
      act: 'org.unitAdded',
      targetKind: 'unit',
      targetId: unit.id,
      detail: '{}',
    })
    await transact((tx) => tx.auditEntry.createMany({ data: Array.from({ length: 500 }, (_, nth) => entry(nth)) }))
  }, 60_000)

  it('of 500 rows leaves as it is, and nothing is written down', async () => {
    expect(answered(await auditFile(await asked())).status).toBe(200)
    expect(await db().auditEntry.count({ where: { act: 'personal.listTaken' } })).toBe(0)
  })

  it('of 501 rows first asks why, and goes on to the same question', async () => {
    await transact((tx) =>
      tx.auditEntry.create({
        data: { id: 'one-more', at: morning, actor: 'system', act: 'org.unitAdded', targetKind: 'unit', targetId: 'u', detail: '{}' },
      }),
    )
    const sent = answered(await auditFile(await asked('?act=org.unitAdded')).catch((fault: unknown) => fault))
    expect(sent.status).toBe(303)
    const where = sent.headers.get('Location') ?? ''
    expect(where).toContain('/export-reason?list=%2Fadmin%2Faudit.csv%3Fact%3Dorg.unitAdded&rows=501')
    const at = await asked()
    const page = await reasonPage({ ...at, request: new Request(`http://127.0.0.1:3000${where}`, { headers: at.request.headers }) })
    expect(page).toMatchObject({ path: '/admin/audit.csv', asked: [{ name: 'act', value: 'org.unitAdded' }], rows: 501 })
  })

  it('leaves with a reason, which is written down with the list and its rows', async () => {
    expect(answered(await auditFile(await asked('?why=inspection'))).status).toBe(200)
    const entries = await db().auditEntry.findMany({ where: { act: 'personal.listTaken' } })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ actor: administrator.accountId, targetId: '/admin/audit.csv' })
    expect(JSON.parse(entries[0]?.detail ?? '{}')).toEqual({ rows: 501, listWhy: 'inspection' })
  })

  it('does not leave with a reason that is none', async () => {
    const sent = answered(await auditFile(await asked('?why=because')).catch((fault: unknown) => fault))
    expect(sent.status).toBe(303)
  })

  it('sends nobody to another site or to another page', async () => {
    const at = await asked()
    for (const list of ['https://example.org/a.csv', '//example.org/a.csv', '/admin/audit', '']) {
      const request = new Request(`http://127.0.0.1:3000/export-reason?list=${encodeURIComponent(list)}`, { headers: at.request.headers })
      const outcome: unknown = await reasonPage({ ...at, request }).catch((fault: unknown) => fault)
      expect({ list, status: outcome instanceof Response ? outcome.status : 200 }).toEqual({ list, status: 404 })
    }
  })
})
