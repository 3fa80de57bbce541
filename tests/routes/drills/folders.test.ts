import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { action as order, loader as ordering } from '~/routes/drills+/street.folders._index'
import { loader as progress } from '~/routes/drills+/street.folders.$batchId._index'
import { loader as fetched } from '~/routes/drills+/street.folders.$batchId.zip'
import { loader as folder } from '~/routes/drills+/units.$unitId.folder._index'
import { loader as zip } from '~/routes/drills+/units.$unitId.folder[.]zip'
import { makeFolders } from '~/usecases/drills/make-folders.server'
import { emptyDatabase, setClock } from '../../factories/world'
import { filesIn } from '../../factories/zip-files'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from '../duties-pages/street-corner'

let now: Date
type Handler = (args: LoaderFunctionArgs) => unknown

const get = async (handler: Handler, path: string, who: string | null, params: Record<string, string> = {}) =>
  handler(await ask(path, who, now, params))
/** The status; a file that comes is not waited for. */
const status = (handler: Handler, path: string, who: string | null, params: Record<string, string> = {}) =>
  statusOf(get(handler, path, who, params).then((answer) => (answer instanceof Response ? answer.body?.cancel() : null)))

async function send(who: string, fields: Record<string, string>): Promise<unknown> {
  const asked = await ask('/street/folders', who, now)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const answer = await order({
    ...asked,
    request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  })
  return answer instanceof Response ? answer.headers.get('Location') : answer
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({
    boss: '店长',
    maid: '服务员',
    head: '校长',
    east: '东街监督',
    schools: '教育监督',
    west: '西街监督',
  }))
    await addPerson(id, name)
  await addPost({ id: 'post-boss', personId: 'boss', unitId: 'hotel', position: 'fire-manager', from: '2024-01-01' })
  await addPost({ id: 'post-maid', personId: 'maid', unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('head', 'manager', { unitId: 'school' })
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["education"]' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await passPaper('maid', 'hotel', 'employee', '2026-02-01')
})

const hotel = { unitId: 'hotel' }

describe('the year folder of a unit', () => {
  it('is for its manager and who supervises it; nobody else finds it', async () => {
    for (const [who, wanted] of [
      ['boss', 200],
      ['east', 200],
      ['maid', 404],
      ['head', 404],
      ['schools', 404],
      ['west', 404],
    ] as const)
      for (const [name, handler] of [
        ['page', folder],
        ['zip', zip],
      ] as const)
        expect({ who, name, got: await status(handler, '/units/hotel/folder', who, hotel) }).toEqual({ who, name, got: wanted })
  })

  it('is of the year that is asked for, and of this year where that makes no sense', async () => {
    const year = async (search: string) => {
      const page = await get(folder, `/units/hotel/folder${search}`, 'boss', hotel)
      return typeof page === 'object' && page !== null && 'year' in page && 'figures' in page ? [page.year, page.figures] : page
    }
    expect(await year('')).toMatchObject([2026, { trainings: 2, trained: 1, drills: 0, posts: 2 }])
    expect(await year('?year=2025')).toMatchObject([2025, { trainings: 0, posts: 2 }])
    for (const search of ['?year=2027', '?year=1899', '?year=x', '?year=20261']) expect(await year(search)).toMatchObject([2026, {}])
  })
})

describe('the folders of a street', () => {
  it('are ordered by a supervisor, seen and fetched by nobody else, and only when they are made', { timeout: 120_000 }, async () => {
    const to = String(await send('east', { placeId: 'east', year: '2026' }))
    const batchId = /^\/street\/folders\/([0-9a-z-]+)$/.exec(to)?.[1] ?? ''
    expect(await get(progress, to, 'east', { batchId })).toMatchObject({ state: 'waiting', total: 2, place: '东街', year: 2026 })
    expect(await status(fetched, `${to}/zip`, 'east', { batchId })).toBe(404)
    expect(await status(progress, to, 'west', { batchId })).toBe(404)
    expect(await status(progress, to, 'boss', { batchId })).toBe(403)
    await makeFolders()
    expect(await get(progress, to, 'east', { batchId })).toMatchObject({ state: 'done', done: 2, left: [] })
    const answer = await get(fetched, `${to}/zip`, 'east', { batchId })
    if (!(answer instanceof Response)) throw new Error('a file was expected')
    const names = [...filesIn(Buffer.from(await answer.arrayBuffer())).keys()]
    expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(new Set(['东街大酒店', '东街小学']))
    expect(await status(fetched, `${to}/zip`, 'west', { batchId })).toBe(404)
    expect(await db().auditEntry.count({ where: { act: 'drillpapers.foldersAsked' } })).toBe(1)
  })

  it('are not for managers, and not of places that are not looked after', async () => {
    expect(await status(ordering, '/street/folders', 'boss')).toBe(403)
    expect(await send('west', { placeId: 'east', year: '2026' })).toMatchObject({ data: expect.anything() })
    expect(await db().folderBatch.count()).toBe(0)
    expect(await get(ordering, '/street/folders', 'schools')).toMatchObject({ mine: [] })
  })
})
