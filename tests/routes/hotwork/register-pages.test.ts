import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { loader as register } from '~/routes/hotwork+/units.$unitId.hot-work._index'
import { action as permitActs, loader as permitPage } from '~/routes/hotwork+/units.$unitId.hot-work.$permitId'
import { loader as askPage, action as asks } from '~/routes/hotwork+/units.$unitId.hot-work.new'
import { loader as sheet } from '~/routes/hotwork+/units.$unitId.hot-work[.]xlsx'
import { at, giveLicence, type HotSite, makeCleared, makeHotSite, type Person } from '../../factories/hot-work'
import { supervise } from '../../factories/poster-street'
import { grant, type MadePerson, makeEmployee, makeStreet } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { complaintAbout, type Door, type Fields, hostileForms, opens, sends } from '../hostile/sending'

let mill: HotSite
let hall: HotSite
let outsider: Person
let stranger: MadePerson
let street: MadePerson
let now: Date

const clockAt = (time: string, day?: string): void => {
  now = setClock(at(time, day).toISOString())
}

beforeAll(async () => {
  await emptyDatabase()
  clockAt('08:30')
  await makeStreet()
  mill = await makeHotSite('临河纺织厂', 'LHFZ', ['hot-work'])
  hall = await makeHotSite('河西歌舞厅', 'HXGW', ['entertainment'])
  outsider = await makeCleared(hall.unit, '郑外来', 'welder')
  await giveLicence(outsider, '2026-12-31')
  stranger = await makeEmployee(hall.unit, '别家管理人')
  street = await makeEmployee(hall.unit, '街道的')
  await grant(stranger.accountId, hall.unit)
  await supervise(street.accountId, { path: 'street' })
})
beforeEach(() => {
  clockAt('08:30')
})

const cookieOf = async (who: MadePerson | null): Promise<string> => {
  if (who === null) return ''
  const request = new Request('http://127.0.0.1:3000/')
  return (await startSession(request, who.accountId, 'console', now, true)).split(';')[0] ?? ''
}
const ofMill = (permitId?: string) => ({ unitId: mill.unit.id, ...(permitId === undefined ? {} : { permitId }) })
const open = async (door: Door, who: MadePerson | null, params: Record<string, string>, path = '/x') =>
  opens(door, { path, params, cookie: await cookieOf(who) })
const send = async (door: Door, who: MadePerson | null, params: Record<string, string>, fields: Fields) =>
  sends(door, { path: '/x', params, cookie: await cookieOf(who) }, fields)

/** What a page's loader hands to the page. */
async function shown(door: Door, who: MadePerson, params: Record<string, string>) {
  const request = new Request('http://127.0.0.1:3000/x', { headers: { Cookie: await cookieOf(who) } })
  return JSON.stringify(await door({ request, params, context: { address: 'test', requestId: 't' } }))
}

const wish = (site: HotSite, change: Record<string, string> = {}): Fields =>
  Object.entries({
    id: newId(),
    place: '一层厨房后墙',
    work: '电焊风管两道环缝',
    kind: 'hot-work-general',
    day: '2026-03-10',
    from: '10:00',
    to: '12:00',
    guard: site.guard.postId,
    [`worker-${site.welder.postId}`]: 'on',
    'measure-cleared': 'on',
    'measure-separated': 'on',
    'measure-extinguishers': 'on',
    ...change,
  })

async function asked(change: Record<string, string> = {}, by: MadePerson = mill.clerk): Promise<string> {
  const answer = await send(asks, by, ofMill(), wish(mill, change))
  const found = /hot-work\/([0-9a-f-]{36})\?done=requested$/.exec(answer.to ?? '')?.[1]
  if (found === undefined) throw new Error(JSON.stringify(answer))
  return found
}

describe('whose pages these are', () => {
  it('the register opens for those who hold a post there or supervise it, and is not there for others', async () => {
    const permitId = await asked({ from: '13:00', to: '14:00' })
    for (const door of [register, askPage, sheet, permitPage]) {
      expect((await open(door, null, ofMill(permitId))).status).toBe(302)
      expect((await open(door, stranger, ofMill(permitId))).status).toBe(404)
      for (const who of [mill.chief, mill.manager, mill.guard, mill.welder, mill.clerk])
        expect((await open(door, who, ofMill(permitId))).status).toBe(200)
    }
    for (const door of [register, sheet, permitPage]) expect((await open(door, street, ofMill(permitId))).status).toBe(200)
    expect((await open(askPage, street, ofMill())).status).toBe(403)
    expect((await send(asks, stranger, ofMill(), wish(mill))).status).toBe(404)
    for (const who of [street, stranger])
      expect((await send(permitActs, who, ofMill(permitId), [['intent', 'approved']])).status).toBe(who === street ? 403 : 404)
    expect(await db().hotWorkStep.count({ where: { permitId } })).toBe(0)
  })

  it('a permit is not found under another unit’s address, and no number opens one', async () => {
    const permitId = await asked({ from: '14:00', to: '15:00' })
    const elsewhere = { unitId: hall.unit.id, permitId }
    for (const who of [stranger, street, hall.chief]) expect((await open(permitPage, who, elsewhere)).status).toBe(404)
    expect((await open(permitPage, mill.chief, ofMill('2026-0001'))).status).toBe(404)
    expect((await send(permitActs, hall.chief, elsewhere, [['intent', 'approved']])).status).toBe(404)
  })

  it('who has an everyday post reads the permits that name her, a welder from outside his own, and nobody a foreign one', async () => {
    const card = await db().post.findUniqueOrThrow({ where: { id: outsider.postId } })
    const { [`worker-${mill.welder.postId}`]: _, ...own } = Object.fromEntries(wish(mill, { from: '15:00', to: '16:00' }))
    const answer = await send(asks, mill.manager, ofMill(), Object.entries({ ...own, card: `http://x/G/${card.cardToken}` }))
    const permitId = /hot-work\/([^?]+)/.exec(answer.to ?? '')?.[1] ?? ''
    expect((await open(permitPage, outsider, ofMill(permitId))).status).toBe(200)
    expect((await open(permitPage, mill.clerk, ofMill(permitId))).status).toBe(404)
    const hers = await asked({ from: '16:00', to: '17:00' })
    expect((await open(permitPage, outsider, ofMill(hers))).status).toBe(404)
    expect(await shown(register, outsider, ofMill())).not.toContain(hers)
    expect(await shown(register, mill.clerk, ofMill())).not.toContain(permitId)
    expect(await shown(register, mill.chief, ofMill())).toContain(permitId)
    expect((await send(permitActs, outsider, ofMill(permitId), [['intent', 'started']])).status).toBe(403)
  })
})

describe('a morning’s work, page by page', () => {
  it('goes from the request to the last look, and again tomorrow with one tap', async () => {
    const permitId = await asked()
    const act = async (who: MadePerson, time: string, fields: Fields) => {
      clockAt(time)
      const answer = await send(permitActs, who, ofMill(permitId), fields)
      return answer.to?.endsWith('?done=done') === true ? 'done' : (Object.values(answer.errors ?? {}).flat()[0] ?? answer.status)
    }
    const worker = (await db().hotWorkWorker.findFirstOrThrow({ where: { permitId } })).id
    const ticks = ['cleared', 'separated', 'extinguishers'].map((id) => [`measure-${id}`, 'on'] as const)
    const looks = [0, 1, 2, 3, 4].map((nth) => [`look-${nth}`, 'on'] as const)
    const look: Fields = [['intent', 'looked'], ['isClear', 'yes'], ...looks, ['sign', '周看火']]
    const check = (isSame: string): Fields => [
      ['intent', 'worker-checked'],
      ['workerId', worker],
      ['isSame', isSame],
    ]
    expect(await act(mill.clerk, '08:35', [['intent', 'approved']])).toBe(403)
    expect(await act(mill.welder, '08:35', [['intent', 'started']])).toBe('hotwork:notNow.notApproved')
    expect(await act(mill.manager, '08:36', [['intent', 'approved']])).toBe('hotwork:refusal.delegation')
    expect(await act(mill.chief, '08:40', [['intent', 'approved']])).toBe('done')
    expect(await act(mill.welder, '09:30', check('yes'))).toBe(403)
    expect(await act(mill.manager, '09:30', check(''))).toBe('hotwork:error.isSame')
    expect(await act(mill.manager, '09:30', check('yes'))).toBe('done')
    expect(await act(mill.guard, '09:40', [['intent', 'guard-present']])).toBe('hotwork:refusal.measures')
    expect(await act(mill.guard, '09:40', [['intent', 'guard-present'], ...ticks])).toBe('done')
    expect(await act(mill.guard, '09:45', [['intent', 'started']])).toBe('hotwork:notNow.notReady')
    const notice: Fields = [
      ['intent', 'notice-posted'],
      ['place-site', 'on'],
      ['means-paper', 'on'],
    ]
    expect(await act(mill.guard, '09:45', notice)).toBe('done')
    expect(await act(mill.welder, '09:59', [['intent', 'started']])).toBe('hotwork:notNow.tooEarly')
    expect(await act(mill.welder, '10:00', [['intent', 'started']])).toBe('done')
    expect(await act(mill.guard, '11:00', [['intent', 'ended']])).toBe('done')
    expect(await act(mill.guard, '11:29', look)).toBe('hotwork:notNow.lookTooEarly')
    expect(await act(mill.guard, '11:30', look)).toBe('done')
    expect(await act(mill.guard, '12:00', look)).toBe('done')
    const page = await shown(permitPage, mill.chief, ofMill(permitId))
    expect(page).toContain('"state":"closed"')
    expect(page).toContain('2026年3月31日')
    const [again] = await Promise.all([1, 2].map(() => send(permitActs, mill.clerk, ofMill(permitId), repeat(permitId))))
    expect(again?.to).toContain('?done=repeated')
    const copies = await db().hotWorkPermit.findMany({ where: { repeatOf: permitId }, include: { steps: true } })
    expect(copies).toMatchObject([{ from: at('10:00', '2026-03-11'), steps: [] }])
  })

  it('stops when the person is not the one on the card', async () => {
    const permitId = await asked({ day: '2026-03-16' })
    await send(permitActs, mill.chief, ofMill(permitId), [['intent', 'approved']])
    clockAt('09:30', '2026-03-16')
    const worker = (await db().hotWorkWorker.findFirstOrThrow({ where: { permitId } })).id
    const check: Fields = [
      ['intent', 'worker-checked'],
      ['workerId', worker],
      ['isSame', 'no'],
    ]
    await send(permitActs, mill.guard, ofMill(permitId), check)
    expect(await shown(permitPage, mill.chief, ofMill(permitId))).toContain('"state":"halted"')
    expect((await send(permitActs, mill.guard, ofMill(permitId), [['intent', 'guard-present']])).status).toBe(400)
  })
})

const repeatIds = new Map<string, string>()
/** The same button pressed twice carries the same id. */
function repeat(permitId: string): Fields {
  const id = repeatIds.get(permitId) ?? newId()
  repeatIds.set(permitId, id)
  return [
    ['intent', 'repeat'],
    ['id', id],
  ]
}

describe('what law refuses', () => {
  it('is said in words with its clause, and writes nothing', async () => {
    const before = await db().hotWorkPermit.count()
    const ofHall = { unitId: hall.unit.id }
    const said = async (site: HotSite, params: Record<string, string>, change: Record<string, string>) => {
      const request = new Request('http://127.0.0.1:3000/x', {
        method: 'POST',
        headers: { Cookie: await cookieOf(site.clerk) },
        body: new URLSearchParams(wish(site, change).map(([name, value]) => [name, value])),
      })
      return JSON.stringify(await asks({ request, params, context: { address: 'test', requestId: 't' } }))
    }
    const silent = await said(hall, ofHall, {})
    expect(silent).toContain('hotwork:refusal.hoursUnsaid')
    expect(silent).toContain('39号令')
    expect(await said(hall, ofHall, { opens: '11:00', closes: '02:00' })).toContain('hotwork:refusal.openHours')
    const bare = await makeCleared(mill.unit, '韩志刚', 'welder')
    const other = { [`worker-${mill.welder.postId}`]: '', [`worker-${bare.postId}`]: 'on', day: '2026-03-12' }
    const unlicensed = await said(mill, ofMill(), other)
    expect(unlicensed).toContain('hotwork:refusal.licence.none')
    expect(unlicensed).toContain('韩志刚')
    expect(unlicensed).toContain('必须持证上岗')
    expect(await db().hotWorkPermit.count()).toBe(before)
  })
})

describe('what nobody means well by', () => {
  it('is answered in words, and never a fault of ours', async () => {
    const permitId = await asked({ day: '2026-03-13' })
    const fields = [...wish(mill, { day: '2026-03-14', opens: '', closes: '', card: '', seenName: '', seenValidTo: '', machine: 'HJ-1' })]
    const complaints: string[] = []
    const cookie = await cookieOf(mill.clerk)
    const forms = [...hostileForms(fields)]
    for (const [nth, { what, fields: bad }] of forms.entries()) {
      if (nth % 5 !== 0) continue
      const fault = complaintAbout(await sends(asks, { path: '/x', params: ofMill(), cookie }, bad))
      if (fault !== null) complaints.push(`${what}: ${fault}`)
    }
    const acts = ['approved', 'refused', 'worker-checked', 'guard-present', 'notice-posted', 'looked', 'repeat', '__proto__', '']
    for (const intent of acts)
      for (const value of ['', '\u0000', '中'.repeat(5000), '__proto__', '-1']) {
        const bad: Fields = ['workerId', 'isSame', 'reason', 'sign', 'note', 'id', 'gas'].map((name) => [name, value])
        const answer = await send(permitActs, mill.chief, ofMill(permitId), [['intent', intent], ...bad])
        const fault = complaintAbout(answer)
        if (fault !== null) complaints.push(`${intent} ${value.slice(0, 9)}: ${fault}`)
      }
    expect(complaints).toEqual([])
  })
})
