import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { startSession } from '~/http/session.server'
import { loader as rules, action as setRule } from '~/routes/credentials+/admin.licence-rules'
import { loader as photo } from '~/routes/credentials+/licences.$id.photo'
import { loader as myList } from '~/routes/credentials+/me_.licences._index'
import { loader as mine, action as onMine } from '~/routes/credentials+/me_.licences.$licenceId'
import { action as enterMine, loader as myNew } from '~/routes/credentials+/me_.licences.new'
import { loader as street } from '~/routes/credentials+/street.licences._index'
import { action as onStreet, loader as streetOne } from '~/routes/credentials+/street.licences.$licenceId'
import { loader as unitList } from '~/routes/credentials+/units.$unitId.licences._index'
import { action as onUnit, loader as unitOne } from '~/routes/credentials+/units.$unitId.licences.$licenceId'
import { action as bulk, loader as bulkPage } from '~/routes/credentials+/units.$unitId.licences.bulk'
import { action as enterUnit, loader as unitNew } from '~/routes/credentials+/units.$unitId.licences.new'
import { loader as sheet } from '~/routes/credentials+/units.$unitId.licences[.]xlsx'
import { actsSoFar } from '../../factories/administration'
import { enterOwn, type LicenceWorld, licenceEvidence, makeLicenceWorld, operatorCard, welderCard } from '../../factories/licence-world'
import { grant, type MadePerson, morning } from '../../factories/unit-people'

let world: LicenceWorld
let id: string

beforeEach(async () => {
  world = await makeLicenceWorld()
  id = await enterOwn(world.welder, 'hot-work-special', welderCard)
})

type Form = URLSearchParams | FormData
type Params = Record<string, string>
async function asked(as: MadePerson | null, path: string, params: Params = {}, form?: Form) {
  const url = `http://127.0.0.1:3000${path}`
  const cookie = as === null ? '' : (await startSession(new Request(url), as.accountId, 'console', morning, true)).split(';')[0]
  const size = form instanceof FormData ? { 'content-length': '2000' } : {}
  const request = new Request(url, { headers: { Cookie: cookie ?? '', ...size }, ...(form ? { method: 'POST', body: form } : {}) })
  return { request, params, context: { address: 'test', requestId: 't' } }
}
type Door = (args: Awaited<ReturnType<typeof asked>>) => unknown

/** What was answered: the status, where it leads, and what it says. */
async function answerOf(door: Door, args: Awaited<ReturnType<typeof asked>>) {
  const outcome: unknown = await Promise.resolve()
    .then(() => door(args))
    .catch((fault: unknown) => fault)
  if (outcome instanceof Response) return { status: outcome.status, to: outcome.headers.get('Location'), said: outcome }
  if (outcome instanceof Error) throw outcome
  if (typeof outcome === 'object' && outcome !== null && 'data' in outcome && 'init' in outcome) {
    const { status = 200 }: { status?: number } = Object(outcome.init)
    return { status, to: null, said: outcome.data }
  }
  return { status: 200, to: null, said: outcome }
}
const status = async (door: Door, as: MadePerson | null, path: string, params: Params = {}, form?: Form) =>
  (await answerOf(door, await asked(as, path, params, form))).status
const fields = (values: Params) => new URLSearchParams(values)
const card = (more: Params = {}, picture?: Blob) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...operatorCard, ...more })) form.set(name, value ?? '')
  if (picture) form.set('photo', picture, 'card.jpg')
  return form
}

describe('who sees licences', () => {
  it('nobody without signing in, and each page only whom it is for', async () => {
    const hotel = { unitId: world.hotel.id, licenceId: id }
    const doors: [Door, MadePerson[], MadePerson[], number][] = [
      [myList, [world.welder], [], 403],
      [myNew, [world.welder], [], 403],
      [unitList, [world.manager, world.deputy], [world.welder, world.supervisor], 403],
      [unitNew, [world.manager], [world.welder], 403],
      [bulkPage, [world.manager], [world.welder], 403],
      [sheet, [world.manager], [world.welder], 403],
      [unitOne, [world.manager], [world.welder], 403],
      [street, [world.supervisor], [world.manager, world.welder], 403],
      [streetOne, [world.supervisor], [world.manager], 403],
      [rules, [], [world.manager, world.supervisor], 403],
    ]
    for (const [door, may, mayNot, refusal] of doors) {
      expect(await status(door, null, '/x', hotel)).toBe(302)
      for (const as of may) expect(await status(door, as, '/x', hotel)).toBe(200)
      for (const as of mayNot) expect(await status(door, as, '/x', hotel)).toBe(refusal)
    }
  })
  it('a manager of elsewhere finds nothing, by any address', async () => {
    for (const unitId of [world.hotel.id, world.other.id])
      for (const door of [unitOne, onUnit] satisfies Door[])
        expect(
          await status(door, world.stranger, '/x', { unitId, licenceId: id }, door === onUnit ? fields({ intent: 'check' }) : undefined),
        ).toBe(404)
    for (const door of [unitList, unitNew, bulkPage, sheet] satisfies Door[])
      expect(await status(door, world.stranger, '/x', { unitId: world.hotel.id })).toBe(404)
    expect(await status(bulk, world.stranger, '/x', { unitId: world.hotel.id }, fields({ rows: '王强\t焊接' }))).toBe(404)
    expect(
      await status(
        enterUnit,
        world.stranger,
        `/x?person=${world.welder.personId}&kind=hot-work-special`,
        { unitId: world.hotel.id },
        card(),
      ),
    ).toBe(404)
  })
  it('nobody but its holder as his own', async () => {
    expect(await status(mine, world.welder, '/x', { licenceId: id })).toBe(200)
    expect(await status(mine, world.manager, '/x', { licenceId: id })).toBe(404)
    expect(await status(onMine, world.operator, '/x', { licenceId: id }, fields({ intent: 'withdraw', reason: 'x' }))).toBe(404)
  })
  it('the street sees the number covered, the manager whole', async () => {
    const byStreet = await answerOf(streetOne, await asked(world.supervisor, '/x', { licenceId: id }))
    expect(JSON.stringify(byStreet.said)).not.toContain('350504199001011234')
    expect(byStreet.said).toMatchObject({ licence: { number: 'T**************1234', isMasked: true } })
    const list = await answerOf(street, await asked(world.supervisor, '/x?q=19900101'))
    expect(list.said).toMatchObject({ rows: [] })
    const byManager = await answerOf(unitOne, await asked(world.manager, '/x', { unitId: world.hotel.id, licenceId: id }))
    expect(byManager.said).toMatchObject({ licence: { number: 'T350504199001011234', isMasked: false } })
  })
})

describe('a licence is entered', () => {
  it('on a phone: kind first, then only its fields, and leads to what comes next', async () => {
    const page = await answerOf(myNew, await asked(world.operator, '/x?kind=fire-facility-operator'))
    expect(page.said).toMatchObject({
      values: { printedName: '陈敏' },
      kind: {
        fields: [
          { field: 'level' },
          { field: 'direction' },
          { field: 'firstIssuedOn' },
          { field: 'issuer' },
          { field: 'validTo', asks: 'rare' },
        ],
      },
    })
    const sent = await answerOf(enterMine, await asked(world.operator, '/me/licences/new?kind=fire-facility-operator', {}, card()))
    expect(sent.to).toMatch(/^\/me\/licences\/[\w-]+\?done=entered$/)
  })
  it('and what is wrong stands at each field, with all that was typed', async () => {
    const sent = await answerOf(
      enterMine,
      await asked(
        world.operator,
        '/x?kind=fire-facility-operator',
        {},
        card({ printedName: '陈明', level: '1', firstIssuedOn: '2026-03-11' }),
      ),
    )
    expect(sent).toMatchObject({
      status: 400,
      said: {
        errors: {
          printedName: ['licences:fault.otherName'],
          direction: ['licences:fault.levelNotOfDirection'],
          firstIssuedOn: ['licences:fault.inFuture'],
        },
        values: { printedName: '陈明', number: '2135003003400123' },
      },
    })
    expect(await db().licence.count()).toBe(1)
  })
  it.each<[string, () => Promise<Blob>]>([
    ['an HTML file', async () => new Blob(['<!doctype html><script>alert(1)</script>'], { type: 'image/jpeg' })],
    [
      'a drawing with a script',
      async () => new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], { type: 'image/png' }),
    ],
    [
      'a picture of 50 million pixels',
      async () =>
        new Blob([
          new Uint8Array(
            await sharp({ create: { width: 10_000, height: 5_000, channels: 3, background: '#fff' } })
              .png()
              .toBuffer(),
          ),
        ]),
    ],
  ])('not with %s for a photograph, and nothing of it is kept', async (_what, made) => {
    const sent = await answerOf(enterMine, await asked(world.operator, '/x?kind=fire-facility-operator', {}, card({}, await made())))
    expect(sent).toMatchObject({ status: 400, said: { errors: { photo: [expect.stringMatching(/^shell:photo\./)] } } })
    expect(await db().licence.count()).toBe(1)
    expect(await db().auditEntry.count()).toBe(1)
  })
  it('by a manager for somebody of his unit', async () => {
    const path = `/x?person=${world.operator.personId}&kind=fire-facility-operator`
    const sent = await answerOf(enterUnit, await asked(world.manager, path, { unitId: world.hotel.id }, card()))
    expect(sent.to).toContain(`/units/${world.hotel.id}/licences/`)
  })
  it('and corrected by its holder', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...welderCard, validTo: '2026.6.15' })) form.set(name, value ?? '')
    expect((await answerOf(onMine, await asked(world.welder, '/x', { licenceId: id }, form))).to).toBe(`/me/licences/${id}?done=corrected`)
  })
})

describe('the photograph', () => {
  it('goes to its holder, his manager and the street, is kept nowhere, and others’ looks are written down', async () => {
    const picture = new Blob([
      new Uint8Array(
        await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ccc' } })
          .jpeg()
          .toBuffer(),
      ),
    ])
    const sent = await answerOf(enterMine, await asked(world.operator, '/x?kind=fire-facility-operator', {}, card({}, picture)))
    const params = { id: /licences\/([\w-]+)/.exec(sent.to ?? '')?.[1] ?? '' }
    const own = await answerOf(photo, await asked(world.operator, '/x', params))
    expect(own.said instanceof Response && own.said.headers.get('Cache-Control')).toBe('private, no-store')
    expect(own.said instanceof Response && own.said.headers.get('Content-Type')).toBe('image/jpeg')
    for (const as of [world.manager, world.supervisor]) expect(await status(photo, as, '/x', params)).toBe(200)
    for (const as of [world.welder, world.stranger]) expect(await status(photo, as, '/x', params)).toBe(404)
    expect(await status(photo, null, '/x', params)).toBe(302)
    expect((await actsSoFar()).filter((act) => act === 'licences.photoSeen')).toHaveLength(2)
  })
  it('that is not there is not found', async () => {
    expect(await status(photo, world.welder, '/x', { id })).toBe(404)
  })
})

describe('a licence is checked on its page', () => {
  const params = () => ({ unitId: world.hotel.id, licenceId: id })
  const checking = { intent: 'check', how: 'page', page: 'cx.mem.gov.cn', result: 'matches', nextDue: '2026-05-10', note: '' }
  const said = async (door: Door, as: MadePerson, values: Params) => answerOf(door, await asked(as, '/x', params(), fields(values)))

  it('and becomes evidence', async () => {
    expect((await said(onUnit, world.manager, checking)).to).toBe(`/units/${world.hotel.id}/licences/${id}?done=checked`)
    expect(await licenceEvidence(world.welder)).toEqual(['hot-work-special 2026-03-10 2026-06-14'])
  })
  it.each<[Params, string, string]>([
    [{ result: '' }, 'result', 'licences:refusal.resultMissing'],
    [{ how: 'guess' }, 'how', 'licences:refusal.howMissing'],
    [{ page: 'evil.com' }, 'page', 'licences:refusal.pageMissing'],
    [{ nextDue: '2026-02-30' }, 'nextDue', 'licences:fault.noSuchDay'],
  ])('or says what is missing: %j', async (more, field, reason) => {
    expect(await said(onUnit, world.manager, { ...checking, ...more })).toMatchObject({
      status: 400,
      said: { errors: { [field]: [reason] } },
    })
    expect(await db().licenceCheck.count()).toBe(0)
  })
  it('a scanned code is opened for the official page, and a look-alike is refused with the reason', async () => {
    const scan = async (scanned: string) => (await said(onUnit, world.manager, { intent: 'scan', scanned })).said
    expect(await scan('https://cx.mem.gov.cn/special?x=1')).toMatchObject({
      scan: { kind: 'official', address: 'https://cx.mem.gov.cn/special?x=1' },
    })
    expect(await scan('https://cx.mem.gov.cn.evil.com/special')).toMatchObject({ scan: { kind: 'refused', why: 'lookAlike' } })
    expect(await scan('javascript:alert(1)')).toMatchObject({ scan: { kind: 'refused', why: 'scheme' } })
  })
  it('by the street, which neither corrects nor withdraws', async () => {
    expect((await said(onStreet, world.supervisor, checking)).to).toBe(`/street/licences/${id}?done=checked`)
    expect((await said(onStreet, world.supervisor, { intent: 'withdraw', reason: 'x' })).status).toBe(400)
    expect(await db().licenceEnd.count()).toBe(0)
  })
  it('by its holder never: there is no such form on his page', async () => {
    expect((await said(onMine, world.welder, checking)).status).toBe(400)
    expect(await db().licenceCheck.count()).toBe(0)
  })
})

describe('lists', () => {
  it('of a unit name first who lacks a licence, and give the same rows as a sheet', async () => {
    const list = await answerOf(unitList, await asked(world.manager, '/x', { unitId: world.hotel.id }))
    expect(list.said).toMatchObject({
      rows: [{ view: { holder: '王强', state: 'unverified' } }],
      missing: expect.arrayContaining([
        expect.objectContaining({ name: '陈敏', gap: 'none' }),
        expect.objectContaining({ name: '王强', gap: 'unverified' }),
      ]),
    })
    const file = await answerOf(sheet, await asked(world.manager, '/x?only=unchecked', { unitId: world.hotel.id }))
    expect(file.said instanceof Response && file.said.headers.get('Content-Disposition')).toContain('licences.xlsx')
  })
  it('are entered by pasting, shown first and then kept', async () => {
    const rows = '陈敏\t消防设施操作员证\t2135003003400123\t\t四级\t监控\t2021-05-20'
    const show = await answerOf(bulk, await asked(world.manager, '/x', { unitId: world.hotel.id }, fields({ rows, intent: 'check' })))
    expect(show).toMatchObject({ status: 200, said: { isReady: true, rows: [{ faults: [] }] } })
    expect(await db().licence.count()).toBe(1)
    const kept = await answerOf(bulk, await asked(world.manager, '/x', { unitId: world.hotel.id }, fields({ rows, intent: 'confirm' })))
    expect(kept.to).toBe(`/units/${world.hotel.id}/licences?entered=1`)
    expect(await db().licence.count()).toBe(2)
  })
  it('too long a paste is refused', async () => {
    const rows = '陈敏\t证\n'.repeat(60_000)
    expect(await status(bulk, world.manager, '/x', { unitId: world.hotel.id }, fields({ rows }))).toBe(400)
  })
})

describe('rules of places', () => {
  it('are the administrator’s', async () => {
    const wish = fields({ kind: 'two-persons', placeId: 'street', from: '2026-03-10', reason: '县里要求' })
    expect(await status(setRule, world.manager, '/x', {}, wish)).toBe(403)
    await grant(world.supervisor.accountId, null)
    expect((await answerOf(setRule, await asked(world.supervisor, '/x', {}, wish))).to).toBe('/admin/licence-rules?done=added')
    const again = await answerOf(setRule, await asked(world.supervisor, '/x', {}, wish))
    expect(again).toMatchObject({ status: 400, said: { errors: { from: ['licences:rules.already'] } } })
    const past = fields({ kind: 'old-card', placeId: 'street', from: '2026-03-09', reason: 'x' })
    expect(await answerOf(setRule, await asked(world.supervisor, '/x', {}, past))).toMatchObject({
      said: { errors: { from: ['licences:rules.past'] } },
    })
    const { id: rule } = await db().licenceRule.findFirstOrThrow()
    expect((await answerOf(setRule, await asked(world.supervisor, '/x', {}, fields({ end: rule })))).to).toBe(
      '/admin/licence-rules?done=ended',
    )
  })
})
