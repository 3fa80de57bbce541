import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { revokeEvidence } from '~/data/duties/evidence.server'
import { readPermit } from '~/data/hotwork/permits.server'
import { transact } from '~/data/transact.server'
import { permitState } from '~/domain/hotwork/permit-state'
import type { PermitWish } from '~/domain/hotwork/wish'
import { parseDay } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { approvePermit, cancelPermit, refusePermit } from '~/usecases/hotwork/decide-permit.server'
import { checkPermitWorker, confirmGuard, postNotice } from '~/usecases/hotwork/prepare-site.server'
import { repeatPermit } from '~/usecases/hotwork/repeat-permit.server'
import { requestPermit } from '~/usecases/hotwork/request-permit.server'
import { endWork, lookAfter, startWork, stopWork } from '~/usecases/hotwork/work-with-fire.server'
import { actingAs, at, giveLicence, type HotSite, makeCleared, makeHotSite, type Person, wishFor } from '../../factories/hot-work'
import { makeStreet } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let site: HotSite

beforeAll(async () => {
  setClock('2026-03-10T00:30:00.000Z')
})
beforeEach(async () => {
  await emptyDatabase()
  await makeStreet()
  site = await makeHotSite('临河纺织厂', 'LHFZ', ['hot-work'])
})

const ask = (change: Partial<PermitWish> = {}, by: Person = site.clerk, on = site, time = '08:30') =>
  requestPermit(actingAs(by, at(time)), on.unit.id, wishFor(on, change))

async function asked(change: Partial<PermitWish> = {}, on = site): Promise<string> {
  const outcome = await ask(change, on.clerk, on)
  if (isRefused(outcome)) throw new Error(outcome.reason)
  return outcome.permitId
}
const by = (who: Person, time: string, permitId: string, on = site) => [actingAs(who, at(time)), { unitId: on.unit.id, permitId }] as const

async function approved(change: Partial<PermitWish> = {}): Promise<string> {
  const permitId = await asked(change)
  const [acting, one] = by(site.chief, '08:40', permitId)
  expect(await approvePermit(acting, { ...one, isDelegated: false })).toEqual({ kind: 'taken' })
  return permitId
}
async function workerIn(permitId: string): Promise<string> {
  const found = await db().hotWorkWorker.findFirst({ where: { permitId } })
  return found?.id ?? ''
}
async function checks(permitId: string, isSame: boolean | null = true, time = '09:30') {
  const [acting, one] = by(site.manager, time, permitId)
  return checkPermitWorker(acting, { ...one, workerId: await workerIn(permitId), isSame, isOfficial: false })
}
async function ready(change: Partial<PermitWish> = {}): Promise<string> {
  const permitId = await approved(change)
  expect(await checks(permitId)).toEqual({ kind: 'taken' })
  const [guard, one] = by(site.guard, '09:40', permitId)
  expect(await confirmGuard(guard, { ...one, measures: ['cleared', 'separated', 'extinguishers'], gas: '' })).toEqual({ kind: 'taken' })
  expect(await postNotice(guard, { ...one, places: ['site'], means: ['paper'], text: '' })).toEqual({ kind: 'taken' })
  return permitId
}
async function stands(permitId: string, time: string): Promise<string> {
  const permit = await readPermit({ unitId: site.unit.id, people: null }, permitId)
  return permit === null ? 'none' : permitState(permit.facts, at(time)).kind
}
const looks = (permitId: string, time: string, isClear = true, who: Person = site.guard) => {
  const [acting, one] = by(who, time, permitId)
  return lookAfter(acting, { ...one, isClear, looks: ['0', '1', '2', '3', '4'], sign: who.name, note: isClear ? '' : '吊顶里有烟' })
}

describe('a permit from the request to the last look', () => {
  it('is one row a step, with the licence as it stood', async () => {
    const permitId = await ready()
    const [acting, one] = by(site.welder, '10:00', permitId)
    expect(await startWork(acting, one)).toEqual({ kind: 'taken' })
    expect(await stands(permitId, '10:00')).toBe('burning')
    expect(await endWork(...by(site.guard, '11:00', permitId))).toEqual({ kind: 'taken' })
    expect(await looks(permitId, '11:29')).toMatchObject({ reason: 'hotwork:notNow.lookTooEarly' })
    expect(await looks(permitId, '11:30')).toEqual({ kind: 'taken' })
    expect(await looks(permitId, '12:00')).toEqual({ kind: 'taken' })
    expect(await stands(permitId, '12:00')).toBe('closed')
    const steps = await db().hotWorkStep.findMany({ where: { permitId }, orderBy: { nth: 'asc' } })
    expect(steps.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'approved 钱总',
      'worker-checked 孙经理',
      'guard-present 周看火',
      'notice-posted 周看火',
      'started 韩志强',
      'ended 周看火',
      'looked 周看火',
      'looked 周看火',
    ])
    expect(JSON.parse(steps[1]?.detail ?? '{}')).toMatchObject({
      same: true,
      fit: true,
      until: '2026-03-31',
      licences: [{ kind: 'hot-work-special', validTo: '2026-03-31', state: 'valid', checkedOn: '2026-01-05' }],
    })
    const acts = await db().auditEntry.findMany({ where: { targetId: permitId }, orderBy: { at: 'asc' } })
    expect(acts.map(({ act }) => act)).toHaveLength(9)
  })

  it('is watched all the same when somebody stops it', async () => {
    const permitId = await ready()
    await startWork(...by(site.welder, '10:00', permitId))
    const [acting, one] = by(site.clerk, '10:20', permitId)
    expect(await stopWork(acting, { ...one, reason: ' ' })).toMatchObject({ field: 'stopReason' })
    expect(await stopWork(acting, { ...one, reason: '监护人走开了' })).toEqual({ kind: 'taken' })
    expect(await stands(permitId, '10:21')).toBe('watching')
    expect(await looks(permitId, '10:40', false)).toEqual({ kind: 'taken' })
    expect(await looks(permitId, '11:09')).toMatchObject({ reason: 'hotwork:notNow.lookTooEarly' })
    expect(await looks(permitId, '11:10')).toEqual({ kind: 'taken' })
  })
})

describe('a request is refused', () => {
  it('for a welder without a licence, with one that ran out, and with one of another kind', async () => {
    const other = await makeCleared(site.unit, '韩志刚', 'welder')
    expect(await ask({ workerPostIds: [other.postId] })).toMatchObject({
      reason: 'hotwork:refusal.licence.none',
      values: { rests: 'law21 tg' },
    })
    await giveLicence(other, '2026-03-09')
    expect(await ask({ workerPostIds: [other.postId] })).toMatchObject({ reason: 'hotwork:refusal.licence.expired' })
    expect(await ask({ kind: 'hot-work-pressure' })).toMatchObject({ reason: 'hotwork:refusal.licence.wrong-kind' })
    expect(await db().hotWorkPermit.count()).toBe(0)
  })

  it('for a night whose morning the licence does not reach', async () => {
    const night = { day: parseDay('2026-03-20') ?? wishFor(site).day, from: '23:00', to: '02:00' }
    const last = { ...night, day: parseDay('2026-03-24') ?? wishFor(site).day }
    expect(await ask(night)).toMatchObject({ kind: 'requested' })
    const brief = await makeCleared(site.unit, '何焊工', 'welder')
    await giveLicence(brief, '2026-03-24')
    expect(await ask({ ...last, workerPostIds: [brief.postId] })).toMatchObject({ reason: 'hotwork:refusal.licence.expired' })
  })

  it('for a guard who welds, and for one who watches elsewhere then', async () => {
    expect(await ask({ guardPostId: site.welder.postId })).toMatchObject({ reason: 'hotwork:refusal.guardIsWorker', field: 'guard' })
    const other = await makeCleared(site.unit, '何焊工', 'welder')
    await giveLicence(other, '2026-12-31')
    await asked()
    expect(await ask({ workerPostIds: [other.postId], from: '11:59', to: '13:00' })).toMatchObject({
      reason: 'hotwork:refusal.guardElsewhere',
    })
    expect(await ask({ workerPostIds: [other.postId], from: '12:00', to: '13:00' })).toMatchObject({ kind: 'requested' })
  })

  it('for a worker in two places at the same time, in another unit too', async () => {
    await asked()
    const hotel = await makeHotSite('河西宾馆', 'HXBG')
    const card = await db().post.findUniqueOrThrow({ where: { id: site.welder.postId } })
    const outside = { workerPostIds: [], card: `http://127.0.0.1:3000/G/${card.cardToken}` }
    expect(await ask(outside, hotel.clerk, hotel)).toMatchObject({ reason: 'hotwork:refusal.twoPlaces', values: { name: '韩志强' } })
    expect(await ask({ ...outside, from: '12:00', to: '13:00' }, hotel.clerk, hotel)).toMatchObject({ kind: 'requested' })
  })

  it('for a public entertainment place while it is open', async () => {
    const hall = await makeHotSite('河西歌舞厅', 'HXGW', ['entertainment'])
    const open = { opens: '11:00', closes: '02:00' }
    expect(await ask(open, hall.clerk, hall)).toMatchObject({ reason: 'hotwork:refusal.openHours', values: { rests: 'ban61 r39' } })
    expect(await ask({ ...open, to: '11:00' }, hall.clerk, hall)).toMatchObject({ kind: 'requested' })
  })

  it('to those outside: the unit is not there', async () => {
    const hotel = await makeHotSite('河西宾馆', 'HXBG')
    await expect(ask({}, hotel.clerk)).rejects.toThrow(NotFound)
  })

  it('with a code that opens no card, and takes an outside licence as it was seen', async () => {
    expect(await ask({ card: 'ABCDEFGHJKMNPQRSTUVWXYZ234' })).toMatchObject({ reason: 'hotwork:refusal.cardUnknown', field: 'card' })
    const day = (text: string) => parseDay(text) ?? wishFor(site).day
    const seen = {
      name: '郑外来',
      employer: '安装公司',
      licenceKind: 'hot-work-special',
      number: 'T320101199001011234',
      reviewDue: null,
      issuer: null,
    }
    const with_ = (validTo: string) => ({ workerPostIds: [], seen: { ...seen, validTo: day(validTo) } })
    expect(await ask(with_('2026-03-09'))).toMatchObject({ reason: 'hotwork:refusal.licence.expired' })
    const permitId = await asked(with_('2026-03-10'))
    const kept = await db().hotWorkWorker.findFirstOrThrow({ where: { permitId } })
    expect(JSON.stringify(kept)).not.toContain('T320101199001011234')
    expect(await ask({ ...with_('2026-03-10'), guardPostId: site.manager.postId })).toMatchObject({ reason: 'hotwork:refusal.twoPlaces' })
  })
})

describe('a double tap', () => {
  it('asks once, and has one number', async () => {
    const wish = wishFor(site)
    const twice = await Promise.all([1, 2].map(() => requestPermit(actingAs(site.clerk, at('08:30')), site.unit.id, wish)))
    expect(twice).toEqual([
      { kind: 'requested', permitId: wish.id, number: '2026-0001' },
      { kind: 'requested', permitId: wish.id, number: '2026-0001' },
    ])
    expect(await db().hotWorkPermit.count()).toBe(1)
  })

  it('starts once', async () => {
    const permitId = await ready()
    const starts = await Promise.all([1, 2].map(() => startWork(...by(site.welder, '10:00', permitId))))
    expect(starts).toEqual([{ kind: 'taken' }, { kind: 'taken' }])
    expect(await db().hotWorkStep.count({ where: { permitId, kind: 'started' } })).toBe(1)
  })
})

describe('an approval', () => {
  const approve = (who: Person, permitId: string, isDelegated = true, time = '08:40') => {
    const [acting, one] = by(who, time, permitId)
    return approvePermit(acting, { ...one, isDelegated })
  }

  it('is the level’s to give: who signs for the responsible person says so', async () => {
    const permitId = await asked()
    await expect(approve(site.clerk, permitId)).rejects.toThrow(Forbidden)
    await expect(approve(site.welder, permitId)).rejects.toThrow(Forbidden)
    expect(await approve(site.approver, permitId, false)).toMatchObject({ reason: 'hotwork:refusal.delegation' })
    expect(await approve(site.approver, permitId)).toEqual({ kind: 'taken' })
  })

  it('of the first level is not the approver’s', async () => {
    const permitId = await asked({ isHidden: true, measures: ['cleared', 'separated', 'extinguishers', 'below'] })
    await expect(approve(site.approver, permitId)).rejects.toThrow(Forbidden)
    expect(await approve(site.manager, permitId)).toEqual({ kind: 'taken' })
  })

  it('is never one’s own', async () => {
    const outcome = await ask({}, site.chief)
    const permitId = isRefused(outcome) ? '' : outcome.permitId
    expect(await approve(site.chief, permitId, false)).toMatchObject({ reason: 'hotwork:refusal.ownApproval' })
  })

  it('of two at once is one, and the other is told', async () => {
    const permitId = await asked()
    const both = await Promise.all([approve(site.chief, permitId, false), approve(site.manager, permitId)])
    expect(both.filter((one) => one.kind === 'taken')).toHaveLength(1)
    expect(both.find((one) => one.kind === 'refused')).toMatchObject({ reason: 'hotwork:notNow.decided' })
    expect(await db().hotWorkStep.count({ where: { permitId } })).toBe(1)
  })

  it('comes before everything, and not after a refusal', async () => {
    const permitId = await asked()
    expect(await checks(permitId)).toMatchObject({ reason: 'hotwork:notNow.notApproved' })
    await expect(startWork(...by(site.clerk, '10:00', permitId))).rejects.toThrow(Forbidden)
    expect(await startWork(...by(site.welder, '10:00', permitId))).toMatchObject({ reason: 'hotwork:notNow.notApproved' })
    const [acting, one] = by(site.chief, '08:50', permitId)
    expect(await refusePermit(acting, { ...one, reason: '吊顶没拆' })).toEqual({ kind: 'taken' })
    expect(await approve(site.manager, permitId)).toMatchObject({ reason: 'hotwork:notNow.decided' })
  })

  it('falls with the licence: found false since, the start is refused', async () => {
    const permitId = await ready()
    const piece = await db().evidenceEntry.findFirstOrThrow({ where: { kind: 'licence', subjectId: site.welder.personId } })
    const today = wishFor(site).day
    await transact((tx) => revokeEvidence(tx, { id: newId(), revokes: piece.id, on: today, reason: '查证不实', by: 'x', at: at('09:50') }))
    expect(await startWork(...by(site.welder, '10:00', permitId))).toMatchObject({ kind: 'refused' })
    expect(await stands(permitId, '10:00')).toBe('ready')
  })
})

describe('on the spot', () => {
  it('somebody else’s card stops the permit', async () => {
    const permitId = await approved()
    expect(await checks(permitId, null)).toMatchObject({ field: 'isSame' })
    expect(await checks(permitId, false)).toEqual({ kind: 'taken' })
    expect(await stands(permitId, '09:31')).toBe('halted')
    expect(await checks(permitId, true, '09:35')).toMatchObject({ reason: 'hotwork:notNow.over' })
  })

  it('nobody checks himself, and only the guard says that he is there', async () => {
    const permitId = await approved()
    const [welder, one] = by(site.welder, '09:30', permitId)
    const self = { ...one, workerId: await workerIn(permitId), isSame: true, isOfficial: false }
    await expect(checkPermitWorker(welder, self)).rejects.toThrow(Forbidden)
    const [manager] = by(site.manager, '09:30', permitId)
    const all = { ...one, measures: ['cleared', 'separated', 'extinguishers'], gas: '' }
    await expect(confirmGuard(manager, all)).rejects.toThrow(Forbidden)
    const [guard] = by(site.guard, '09:30', permitId)
    expect(await confirmGuard(guard, { ...all, measures: ['cleared'] })).toMatchObject({
      field: 'measures',
      values: { measures: 'separated extinguishers' },
    })
  })

  it('a crowded place is told at its entrance too', async () => {
    site = await makeHotSite('河西宾馆', 'HXBG', ['crowded', 'public-assembly'])
    const permitId = await asked()
    const [chief, one] = by(site.chief, '08:40', permitId)
    await approvePermit(chief, { ...one, isDelegated: false })
    const [guard] = by(site.guard, '09:40', permitId)
    const notice = { ...one, means: ['paper'], text: '' }
    expect(await postNotice(guard, { ...notice, places: ['site'] })).toMatchObject({
      values: { places: 'entrance', rests: 'tg-notice r5' },
    })
    expect(await postNotice(guard, { ...notice, places: ['site', 'entrance'] })).toEqual({ kind: 'taken' })
  })

  it('a licence that was only seen is looked up first', async () => {
    const until = parseDay('2026-12-31') ?? wishFor(site).day
    const seen = {
      name: '郑外来',
      employer: null,
      licenceKind: 'hot-work-special',
      number: 'T1234567890',
      validTo: until,
      reviewDue: null,
      issuer: null,
    }
    const permitId = await approved({ workerPostIds: [], seen })
    expect(await checks(permitId)).toMatchObject({ reason: 'hotwork:refusal.official', field: 'isOfficial' })
    const [acting, one] = by(site.manager, '09:31', permitId)
    const asked = { ...one, workerId: await workerIn(permitId), isSame: true, isOfficial: true }
    expect(await checkPermitWorker(acting, asked)).toEqual({ kind: 'taken' })
  })

  it('a look is signed with one’s own name', async () => {
    const permitId = await ready()
    await startWork(...by(site.welder, '10:00', permitId))
    await endWork(...by(site.welder, '10:30', permitId))
    const [guard, one] = by(site.guard, '11:00', permitId)
    const look = { ...one, isClear: true, looks: ['0', '1', '2', '3', '4'], note: '' }
    expect(await lookAfter(guard, { ...look, sign: '张三' })).toMatchObject({ field: 'sign' })
    expect(await lookAfter(guard, { ...look, sign: '周看火', looks: ['0'] })).toMatchObject({ field: 'looks' })
    await expect(looks(permitId, '11:00', true, site.manager)).rejects.toThrow(Forbidden)
  })
})

describe('the same again tomorrow', () => {
  it('is a new request: nothing of the approval is copied', async () => {
    const permitId = await ready()
    const outcome = await repeatPermit(actingAs(site.clerk, at('13:00')), { unitId: site.unit.id, permitId, id: newId() })
    expect(outcome).toMatchObject({ kind: 'requested', number: '2026-0002' })
    const again = await db().hotWorkPermit.findFirstOrThrow({ where: { repeatOf: permitId }, include: { steps: true } })
    expect(again).toMatchObject({ from: at('10:00', '2026-03-11'), steps: [], place: '一层厨房后墙' })
    expect(await stands(again.id, '13:00')).toBe('waiting')
  })

  it('is refused when the licence has run out by then', async () => {
    const permitId = await asked({ day: parseDay('2026-03-24') ?? wishFor(site).day })
    const later = actingAs(site.clerk, at('13:00', '2026-03-31'))
    expect(await repeatPermit(later, { unitId: site.unit.id, permitId, id: newId() })).toMatchObject({
      reason: 'hotwork:refusal.licence.expired',
    })
  })
})

describe('who may take back', () => {
  it('is the applicant or an approver, before it burns', async () => {
    const permitId = await asked()
    const [guard, one] = by(site.guard, '08:50', permitId)
    await expect(cancelPermit(guard, { ...one, reason: '不做了' })).rejects.toThrow(Forbidden)
    const [clerk] = by(site.clerk, '08:50', permitId)
    expect(await cancelPermit(clerk, { ...one, reason: '不做了' })).toEqual({ kind: 'taken' })
    expect(await stands(permitId, '09:00')).toBe('cancelled')
  })
})
