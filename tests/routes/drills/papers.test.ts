import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { loader as cards } from '~/routes/drills+/drills.$id.cards[.]pdf'
import { loader as plan } from '~/routes/drills+/drills.$id.plan[.]pdf'
import { loader as record } from '~/routes/drills+/drills.$id.record[.]pdf'
import { loader as book } from '~/routes/drills+/drills.$id.record[.]xlsx'
import { loader as sheet } from '~/routes/drills+/drills.$id.sheet[.]pdf'
import { reopenDrill } from '~/usecases/drills/reopen-drill.server'
import { signDrill } from '~/usecases/drills/sign-drill.server'
import { hasPoppler, textOf } from '../../documents/drills/drill-to-print'
import { actingPerson, listed, planned } from '../../factories/held-drill'
import type { MadePerson, MadeUnit } from '../../factories/unit-people'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
type Handler = (args: LoaderFunctionArgs) => unknown

const hotel: MadeUnit = { id: 'hotel', name: '东街大酒店', shortCode: 'HOTEL', code: '' }
const made = (id: string): MadePerson => ({ personId: id, accountId: `account-${id}`, staffNumber: '', postId: `post-${id}` })
const get = async (handler: Handler, drill: string, who: string | null, search = '') =>
  handler(await ask(`/drills/${drill}/x${search}`, who, now, { id: drill }))
/** The status; a file that comes is not waited for. */
const status = (handler: Handler, drill: string, who: string | null) =>
  statusOf(get(handler, drill, who).then((answer) => (answer instanceof Response ? answer.body?.cancel() : null)))
async function bytesOf(answer: unknown): Promise<Buffer> {
  if (!(answer instanceof Response)) throw new Error('a file was expected')
  return Buffer.from(await answer.arrayBuffer())
}
const wordsOf = async (answer: unknown): Promise<string> =>
  textOf(await bytesOf(answer))
    .join('')
    .replace(/\s/g, '')

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({
    boss: '店长',
    chief: '保安队长',
    maid: '服务员',
    other: '校长',
    east: '东街监督',
    west: '西街监督',
  }))
    await addPerson(id, name)
  for (const [personId, unitId] of [
    ['boss', 'hotel'],
    ['chief', 'hotel'],
    ['maid', 'hotel'],
    ['other', 'school'],
  ] as const)
    await addPost({ id: `post-${personId}`, personId, unitId, position: 'employee', from: '2024-01-01' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('other', 'manager', { unitId: 'school' })
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
})

const drillOf = (more = {}) =>
  planned(hotel, made('chief'), [listed(made('chief'), '保安队长'), listed(made('maid'), '服务员')], { template: 'hotel', ...more })
const papers: [string, Handler][] = [
  ['plan', plan],
  ['cards', cards],
  ['sheet', sheet],
]

describe('papers of a drill', () => {
  it('are for who has to do with it and who supervises the unit; nobody else finds them', async () => {
    const { id } = await drillOf()
    for (const [name, handler] of papers)
      for (const [who, wanted] of [
        ['maid', 404],
        ['other', 404],
        ['west', 404],
      ] as const)
        expect({ name, who, got: await status(handler, id, who) }).toEqual({ name, who, got: wanted })
    for (const who of ['boss', 'chief', 'east']) {
      const answer = await get(sheet, id, who)
      expect(answer instanceof Response ? answer.headers.get('Content-Type') : answer).toBe('application/pdf')
      if (answer instanceof Response) await answer.body?.cancel()
    }
  })

  it('of an unannounced drill are kept from the supervisor', async () => {
    const { id } = await drillOf({ unannounced: true })
    for (const [name, handler] of papers) {
      expect({ name, got: await status(handler, id, 'east') }).toEqual({ name, got: 404 })
    }
    expect(await status(sheet, id, 'chief')).toBe(200)
  })

  it.skipIf(!hasPoppler)('show what is let happen on the way to the commander, and to no supervisor', async () => {
    const { id } = await drillOf({ scenario: 'checkout-hour' })
    expect(await wordsOf(await get(plan, id, 'chief'))).toContain('客人拖着箱子按电梯')
    expect(await wordsOf(await get(plan, id, 'east'))).not.toContain('客人拖着箱子按电梯')
  })

  it('hold no record before the drill is over', async () => {
    const { id } = await drillOf()
    expect(await status(record, id, 'boss')).toBe(404)
    expect(await status(book, id, 'boss')).toBe(404)
  })

  it.skipIf(!hasPoppler)('print the record unsigned, signed, and an earlier signature as corrected', { timeout: 120_000 }, async () => {
    const drill = await drillOf()
    await drill.mark('alarm', 0)
    await drill.seen(made('maid'))
    await drill.mark('all-clear', 600)
    expect(await wordsOf(await get(record, drill.id, 'boss'))).toContain('未签收')
    await signDrill(actingPerson(made('boss'), now), drill.id)
    const signed = await wordsOf(await get(record, drill.id, 'east'))
    expect(signed).toContain('店长于2026年3月10日10:00签字归档（第1次签字）')
    expect(signed).not.toContain('未签收')
    const sheets = await cellsOf(await bytesOf(await get(book, drill.id, 'boss')))
    expect(sheets.get('人员')?.[1]?.slice(0, 3)).toEqual(['服务员', '客房部', '到'])
    await reopenDrill(actingPerson(made('boss'), now), { drillId: drill.id, reason: '名单漏了一个人' })
    expect(await wordsOf(await get(record, drill.id, 'boss'))).toContain('更正中')
    await signDrill(actingPerson(made('chief'), now), drill.id)
    expect(await wordsOf(await get(record, drill.id, 'boss', '?version=1'))).toContain('已更正：这是第1次签字的一份')
    expect(await status(record, drill.id, 'west')).toBe(404)
  })
})
