import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { startSession } from '~/http/session.server'
import { action as handled, loader as overview } from '~/routes/outreach+/street.posters._index'
import { loader as file } from '~/routes/outreach+/street.posters.codes.$code.$file'
import { action as add, loader as adding } from '~/routes/outreach+/street.posters.new'
import { loader as pack } from '~/routes/outreach+/street.posters.packs.$packId._index'
import { loader as zip } from '~/routes/outreach+/street.posters.packs.$packId.zip'
import { action as ask, loader as choose } from '~/routes/outreach+/street.posters.print'
import { action as change, loader as site } from '~/routes/outreach+/street.posters.sites.$siteId'
import { loader as table } from '~/routes/outreach+/street.posters[.]xlsx'
import { askPack } from '~/usecases/outreach/ask-pack.server'
import { hangInStairs, makePosterStreet } from '../../factories/poster-street'
import { morning } from '../../factories/unit-people'
import { call, type Reader, statusOf } from '../learn/reader'

let street: Awaited<ReturnType<typeof makePosterStreet>>
let hung: Awaited<ReturnType<typeof hangInStairs>>
let lin: Reader
let shan: Reader
let jiao: Reader

async function signedIn({ accountId, personId }: { accountId: string; personId: string }): Promise<Reader> {
  const set = await startSession(new Request('http://127.0.0.1:3000/'), accountId, 'console', morning, true)
  return { personId, cookie: set.split(';')[0] ?? '' }
}
const post = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
const tally = (code: string, what: string, count: number, on = '2026-03-09') =>
  transact((tx) => tx.scanTally.create({ data: { code, lesson: 'e-bike-charging', on, what, count } }))

beforeEach(async () => {
  street = await makePosterStreet()
  hung = await hangInStairs(street.asLin)
  ;[lin, shan, jiao] = [await signedIn(street.lin), await signedIn(street.shan), await signedIn(street.jiao)]
})

describe('a community worker’s page', () => {
  it('says first how many staircases were never scanned, and its figures add up', async () => {
    const [first, second] = hung.codes
    await tally(first?.code ?? '', 'opened', 12)
    await tally(first?.code ?? '', 'finished', 9)
    await tally(second?.code ?? '', 'opened', 3)
    await tally(second?.code ?? '', 'opened', 40, '2026-01-01')
    const page = await overview(call(lin, '/street/posters', {}))
    expect(page.counts).toEqual({ sites: 4, bare: 0, never: 2, scanned: 2, opened: 15, finished: 9, promised: 0, capped: 0 })
    expect(page.rows.reduce((sum, { opened }) => sum + opened, 0)).toBe(page.counts.opened)
    expect(page.rows.map(({ name, state }) => [name, state])).toEqual([
      ['1号楼1单元', 'scanned'],
      ['1号楼2单元', 'scanned'],
      ['2号楼1单元', 'never'],
      ['2号楼2单元', 'never'],
    ])
    const year = await overview(call(lin, '/street/posters?days=365&only=never&sort=opened', {}))
    expect(year.counts.opened).toBe(55)
    expect(year.rows).toHaveLength(2)
  })

  it('names the question that people get wrong, what they choose, and the lesson to hang for it', async () => {
    const code = hung.codes[0]?.code ?? ''
    for (const [what, count] of [
      ['opened', 30],
      ['two.a', 14],
      ['two.b', 3],
      ['two.c', 8],
      ['one.b', 25],
    ] as const)
      await tally(code, what, count)
    const page = await overview(call(lin, '/street/posters', {}))
    expect(page.missed).toMatchObject([{ answers: 25, wrong: 17, chosen: '门洞里，反正不充电', leads: { id: 'stairwell-clutter' } }])
    expect(page.next).toMatchObject({ id: 'stairwell-clutter', because: 'missed' })
    const one = await site(call(lin, `/street/posters/sites/${hung.sites[0]?.id}`, { siteId: hung.sites[0]?.id ?? '' }))
    expect(one.missed).toHaveLength(1)
    expect(one.daily.at(-2)).toEqual({ on: '2026-03-09', opened: 30 })
    expect(one.daily.reduce((sum, { opened }) => sum + opened, 0)).toBe(one.posters[0]?.opened)
  })

  it('adds places, asks for posters and comes to the pack that is made', async () => {
    const form = { placeId: 'lake', kind: 'staircase', how: 'numbered', fromBuilding: '8', toBuilding: '8', staircases: '2' }
    const added = await add(call(lin, '/street/posters/new?place=lake', {}, post(form)))
    expect(added instanceof Response && added.headers.get('Location')).toContain('done=added&count=2')
    const { sites, lessons } = await choose(call(lin, '/street/posters/print?place=lake', {}))
    expect(sites).toHaveLength(6)
    expect(lessons.length).toBeGreaterThanOrEqual(24)
    const body = new URLSearchParams([
      ...sites.map(({ id }): [string, string] => ['site', id]),
      ['lesson', 'oil-fire'],
      ['lesson', 'gas-leak'],
      ['style', 'indigo'],
      ['size', 'a3'],
      ['language', 'zh'],
      ['format', 'png'],
    ])
    const answer = await ask(call(lin, '/street/posters/print?place=lake', {}, { method: 'POST', body }))
    const to = answer instanceof Response ? (answer.headers.get('Location') ?? '') : ''
    const packId = to.split('/').at(-1) ?? ''
    expect(await pack(call(lin, to, { packId }))).toMatchObject({
      state: 'waiting',
      total: 12,
      look: { style: 'indigo', size: 'a3', language: 'zh' },
    })
    expect(await db().posterCode.count()).toBe(16)
    expect(await statusOf(Promise.resolve(await zip(call(lin, to, { packId })).catch((thrown: unknown) => thrown)))).toBe(404)
  })

  it('keeps what was typed and says what is missing', async () => {
    const wrong = await add(call(lin, '/street/posters/new', {}, post({ placeId: 'lake', kind: 'shop', how: 'listed', text: ' ' })))
    expect(wrong).toMatchObject({ init: { status: 400 }, data: { errors: { text: ['outreach:place.refusal.none'] } } })
    const none = await ask(
      call(lin, '/street/posters/print?place=lake', {}, post({ style: 'notice', size: 'a4', language: 'zh', format: 'pdf' })),
    )
    expect(none).toMatchObject({ init: { status: 400 }, data: { errors: { site: ['outreach:place.refusal.noSite'] } } })
  })

  it('is written out exactly as it is listed', async () => {
    const answer = await table(call(lin, '/street/posters.xlsx?place=lake', {}))
    expect(answer.headers.get('Content-Type')).toContain('spreadsheetml')
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(3000)
  })
})

describe('nobody else', () => {
  it('finds the sites, codes, files and packs of a community that he does not look after whole', async () => {
    const asked = await askPack(street.asLin(), {
      placeId: 'lake',
      siteIds: hung.sites.map(({ id }) => id),
      lessons: ['e-bike-charging'],
      look: { style: 'notice', size: 'a4', language: 'zh', formats: ['pdf'], isOneFile: false },
    })
    const packId = asked.kind === 'asked' ? asked.packId : ''
    const siteId = hung.sites[0]?.id ?? ''
    const code = hung.codes[0]?.code ?? ''
    for (const who of [shan, jiao]) {
      for (const work of [
        overview(call(who, '/street/posters?place=lake', {})),
        adding(call(who, '/street/posters/new?place=lake', {})),
        choose(call(who, '/street/posters/print?place=lake', {})),
        table(call(who, '/street/posters.xlsx?place=lake', {})),
        site(call(who, `/street/posters/sites/${siteId}`, { siteId })),
        change(call(who, `/street/posters/sites/${siteId}`, { siteId }, post({ end: 'yes' }))),
        change(call(who, `/street/posters/sites/${siteId}`, { siteId }, post({ takeDown: hung.codes[0]?.id ?? '' }))),
        file(call(who, `/street/posters/codes/${code}/notice-a4-zh.svg`, { code, file: 'notice-a4-zh.svg' })),
        pack(call(who, `/street/posters/packs/${packId}`, { packId })),
        zip(call(who, `/street/posters/packs/${packId}/zip`, { packId })),
        ask(
          call(
            who,
            '/street/posters/print?place=lake',
            {},
            post({ site: siteId, lesson: 'oil-fire', style: 'notice', size: 'a4', language: 'zh', format: 'pdf' }),
          ),
        ),
        handled(call(who, '/street/posters', {}, post({ handled: 'no-such' }))),
      ])
        expect(await statusOf(work)).toBe(404)
    }
    expect(await statusOf(overview(call(jiao, '/street/posters', {})))).toBe(404)
    expect(await statusOf(overview(call(null, '/street/posters', {})))).toBe(302)
    expect(await db().posterSite.count({ where: { endedAt: null } })).toBe(4)
  })

  it('gets a file that is no poster', async () => {
    const code = hung.codes[0]?.code ?? ''
    for (const name of ['notice-a4-zh.exe', 'notice-a4-zh', 'notice-a9-zh.pdf', 'notice-a4-zh-x.pdf', '../../key', 'constructor-a4-zh.pdf'])
      expect(await statusOf(file(call(lin, `/street/posters/codes/${code}/x`, { code, file: name })))).toBe(404)
    const drawn = await file(call(lin, `/street/posters/codes/${code}/x`, { code, file: 'upright-a4-zh.svg' }))
    expect(await drawn.text()).toMatch(/^<svg|^<\?xml/)
    expect(drawn.headers.get('Cache-Control')).toBe('private, no-store')
  })
})
