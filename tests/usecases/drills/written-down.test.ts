import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { transact } from '~/data/transact.server'
import { signature } from '~/domain/drills/record'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { correctDrill } from '~/usecases/drills/correct-drill.server'
import { enterPastDrill } from '~/usecases/drills/enter-past-drill.server'
import type { HeldWish } from '~/usecases/drills/held-wish.server'
import { logDrill } from '~/usecases/drills/log-drill.server'
import { reopenDrill } from '~/usecases/drills/reopen-drill.server'
import { actsSoFar } from '../../factories/administration'
import { actingPerson } from '../../factories/held-drill'
import { readdirOf } from '../../factories/kept-files'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let boss: MadePerson
let maid: MadePerson
let cook: MadePerson

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  maid = await makeEmployee(hotel, '服务员')
  cook = await makeEmployee(hotel, '厨师', { from: '2026-02-01' })
  await grant(boss.accountId, hotel)
})

const wish = (more: Partial<HeldWish['form']> = {}, there: MadePerson[] = [boss, maid]): HeldWish => ({
  unitId: hotel.id,
  form: {
    id: newId(),
    kind: 'evacuation',
    on: '2026-03-10',
    startsAt: '09:30',
    place: '大楼',
    target: '后厨',
    commander: boss.personId,
    story: '',
    names: '',
    guests: '',
    notice: '',
    sign: '',
    answers: '',
    ...more,
  },
  there: there.map(({ personId }) => personId),
})
const provedFor = async (id: string) =>
  (await db().evidenceEntry.findMany({ where: { sourceId: id }, orderBy: { seq: 'asc' } })).map(({ subjectId, topic, on }) => [
    subjectId,
    topic,
    on,
  ])
const recordOf = async (drillId: string) => {
  const step = await db().drillStep.findFirstOrThrow({ where: { drillId, kind: 'signed' }, orderBy: { nth: 'desc' } })
  return signature.parse(JSON.parse(step.detail)).record
}
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()

describe('a drill logged when it is over', () => {
  it('is archived and evidence at once: who is ticked was there, who is not was away', async () => {
    const said = wish({ guests: '30', notice: '广播', sign: '大门口' })
    expect(await logDrill(actingPerson(boss), said)).toEqual({ kind: 'recorded', id: said.form.id })
    expect(await provedFor(said.form.id)).toEqual([
      [hotel.id, 'evacuation', '2026-03-10'],
      [maid.personId, 'evacuation', '2026-03-10'],
      [boss.personId, 'evacuation', '2026-03-10'],
    ])
    const record = await recordOf(said.form.id)
    expect(record).toMatchObject({ way: 'logged', notices: [{ means: '广播' }], signs: [{ where: '大门口' }], begins: null })
    expect(record.away).toMatchObject([{ name: '厨师', why: 'elsewhere' }])
    expect(record.missing).toEqual([])
    expect(record.counted).toMatchObject([{ kind: 'visitors', count: 30 }])
    expect(record.body.groups).toEqual({ attack: [], contact: [], evacuation: [], care: [] })
    expect(await actsSoFar()).toEqual(['drillrecord.drillLogged'])
  })

  it('is one drill when the button was pressed twice', async () => {
    const said = wish()
    await logDrill(actingPerson(boss), said)
    expect(await logDrill(actingPerson(boss), said)).toEqual({ kind: 'again', id: said.form.id })
    expect(await db().drill.count()).toBe(1)
    expect(await db().evidenceEntry.count()).toBe(3)
  })

  it('asks before there are two of one kind on one day', async () => {
    const first = wish()
    await logDrill(actingPerson(boss), first)
    expect(await logDrill(actingPerson(boss), wish())).toMatchObject({
      reason: 'drillrecord:refusal.sameDay',
      values: { drill: first.form.id },
    })
    expect(await logDrill(actingPerson(boss), wish({ kind: 'fire' }))).toMatchObject({ kind: 'recorded' })
    expect(await logDrill(actingPerson(boss), wish({ again: 'yes' }))).toMatchObject({ kind: 'recorded' })
    expect(await db().drill.count()).toBe(3)
  })

  it('is for whoever manages the unit, of today, and not of an hour to come', async () => {
    await expect(logDrill(actingPerson(maid), wish())).rejects.toBeInstanceOf(NotFound)
    expect(await logDrill(actingPerson(boss), wish({ on: '2026-03-09' }))).toMatchObject({ field: 'on' })
    expect(await logDrill(actingPerson(boss), wish({ startsAt: '10:01' }))).toMatchObject({ field: 'startsAt' })
    expect(await logDrill(actingPerson(boss), wish({}, []))).toMatchObject({ reason: 'drillrecord:refusal.nobody' })
    expect(await db().drill.count()).toBe(0)
  })
})

describe('a drill of before, entered from paper', () => {
  it('is evidence on the day it was held, for those named on the sheet, with the sheet sealed beside it', async () => {
    const said = wish({ on: '2026-02-20', names: '厨师、送货的', startsAt: '15:00' }, [boss])
    expect(await enterPastDrill(actingPerson(boss), said, await picture())).toMatchObject({ kind: 'recorded' })
    expect((await provedFor(said.form.id)).map(([who, , on]) => [who, on])).toEqual([
      [hotel.id, '2026-02-20'],
      [cook.personId, '2026-02-20'],
      [boss.personId, '2026-02-20'],
    ])
    const record = await recordOf(said.form.id)
    expect(record).toMatchObject({
      way: 'paper',
      enteredBy: '老板娘',
      enteredAt: '2026-03-10T02:00:00.000Z',
      walkIns: ['送货的'],
      away: [],
    })
    expect(record.sheets).toEqual(readdirOf('photographs'))
  })

  it('knows who worked there on that day only', async () => {
    const said = wish({ on: '2026-01-20', names: '厨师' }, [boss])
    await enterPastDrill(actingPerson(boss), said, null)
    const record = await recordOf(said.form.id)
    expect(record.there.map(({ name }) => name)).toEqual(['老板娘'])
    expect(record.walkIns).toEqual(['厨师'])
  })

  it('is refused for days to come, days before the unit began and the same drill twice, and then keeps no picture', async () => {
    const enter = async (more: Partial<HeldWish['form']>) => enterPastDrill(actingPerson(boss), wish(more), await picture())
    expect(await enter({ on: '2026-03-11' })).toMatchObject({ reason: 'drillrecord:refusal.future' })
    expect(await enter({ on: '2019-12-31' })).toMatchObject({ reason: 'drillrecord:refusal.beforeUnit' })
    expect(await enter({ on: '2020-01-01' })).toMatchObject({ reason: 'drillrecord:refusal.notInPost' })
    await logDrill(actingPerson(boss), wish())
    const kept = readdirOf('photographs').length
    expect(await enter({})).toMatchObject({ reason: 'drillrecord:refusal.sameDay' })
    expect(readdirOf('photographs')).toHaveLength(kept)
  })
})

describe('correcting what was written down', () => {
  it('needs it opened again, then takes back exactly what was wrong', async () => {
    const said = wish()
    await logDrill(actingPerson(boss), said)
    const right: HeldWish = { ...said, there: [boss.personId, cook.personId] }
    expect(await correctDrill(actingPerson(boss), right)).toMatchObject({ reason: 'drillrecord:refusal.closed' })
    await reopenDrill(actingPerson(boss), { drillId: said.form.id, reason: '服务员不在' })
    expect(await correctDrill(actingPerson(boss), right)).toEqual({ kind: 'signed', version: 2, written: 1, revoked: 1 })
    const record = await recordOf(said.form.id)
    expect(record.there.map(({ name }) => name).sort()).toEqual(['厨师', '老板娘'])
    const revoked = await db().evidenceEntry.findMany({ where: { entry: 'revocation' } })
    expect(revoked.map(({ subjectId }) => subjectId)).toEqual([maid.personId])
    expect((await walkChains()).firstBad).toBeNull()
    expect((await actsSoFar()).sort()).toEqual(['drillrecord.drillCorrected', 'drillrecord.drillLogged', 'drillrecord.drillReopened'])
  })

  it('lets nobody move a drill to another unit', async () => {
    const said = wish()
    await logDrill(actingPerson(boss), said)
    await reopenDrill(actingPerson(boss), { drillId: said.form.id, reason: '改' })
    const school = await makeUnit('河西小学', 'HXXX')
    await grant(boss.accountId, school)
    await expect(correctDrill(actingPerson(boss), { ...said, unitId: school.id })).rejects.toBeInstanceOf(NotFound)
    await transact((tx) => tx.grant.deleteMany({ where: { unitId: hotel.id } }))
    await expect(reopenDrill(actingPerson(maid), { drillId: said.form.id, reason: '改' })).rejects.toBeInstanceOf(NotFound)
  })
})
