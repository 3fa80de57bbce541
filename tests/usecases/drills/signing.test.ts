import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { piecesCounting } from '~/data/drills/drill-evidence.server'
import { recordRevision } from '~/data/drills/drill-writers.server'
import { drillInside } from '~/data/drills/drills.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import { transact } from '~/data/transact.server'
import { signature } from '~/domain/drills/record'
import { provedBy } from '~/domain/drills/sign-off'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { callOffDrill } from '~/usecases/drills/call-off-drill.server'
import { correctFacts } from '~/usecases/drills/correct-facts.server'
import { reopenDrill } from '~/usecases/drills/reopen-drill.server'
import { signDrill } from '~/usecases/drills/sign-drill.server'
import { actsSoFar } from '../../factories/administration'
import { actingPerson, drillOf, listed, planned } from '../../factories/held-drill'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let boss: MadePerson
let chief: MadePerson
let maid: MadePerson
let cook: MadePerson
let guard: MadePerson

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  chief = await makeEmployee(hotel, '保安队长', { position: 'security-guard' })
  maid = await makeEmployee(hotel, '服务员')
  cook = await makeEmployee(hotel, '厨师')
  guard = await makeEmployee(hotel, '保安')
  await grant(boss.accountId, hotel)
  await transact(async (tx) => {
    await tx.unitTrait.create({ data: { id: 'key', unitId: hotel.id, trait: 'key-unit', from: '2020-01-01' } })
    await tx.dutyAdoption.create({
      data: { id: 'key', dutyId: 'key-drill', placeId: 'county', from: '2025-07-01', adoptedBy: 'system', createdAt: morning },
    })
  })
})

const everybody = () => [listed(chief, '保安队长'), listed(maid, '服务员'), listed(cook, '厨师'), listed(guard, '保安')]

/** A drill that ran for ten minutes; these people were seen. */
async function held(people: MadePerson[], kind = 'evacuation') {
  const drill = await planned(hotel, chief, everybody(), { kind })
  await drill.mark('alarm', 0)
  for (const person of people) await drill.seen(person)
  await drill.mark('all-clear', 600)
  return drill
}

const inForce = (id: string) => transact((tx) => piecesCounting(tx, hotel.id, { kind: 'drill', id }))
const subjects = async (id: string) => (await inForce(id)).map(({ subjectId }) => subjectId).sort()
const lastSigned = async (id: string) => {
  const steps = (await transact((tx) => drillInside(tx, id)))?.steps ?? []
  return signature.parse(steps.filter(({ kind }) => kind === 'signed').at(-1)?.detail).record
}
const standingOfDrill = (): string => {
  const rules = [...catalogue().duties.values()].map(({ rule }) => rule)
  const day = parseDay('2026-03-10')
  return day === null ? '' : standingOf(indexFacts(factsOfUnits([hotel.id], rules)), 'key-drill', hotel.id, day).standing
}

describe('signing a drill', () => {
  it('proves it for the unit and for whoever was accounted for, and the unit no longer owes it', async () => {
    expect(standingOfDrill()).toBe('overdue')
    const drill = await held([chief, maid])
    expect(await signDrill(actingPerson(boss), drill.id)).toEqual({ kind: 'signed', version: 1, written: 3, revoked: 0 })
    expect(await subjects(drill.id)).toEqual([hotel.id, chief.personId, maid.personId].sort())
    expect(standingOfDrill()).toBe('met')
    const [piece] = await db().evidenceEntry.findMany({ where: { subjectId: maid.personId } })
    expect(piece).toMatchObject({
      kind: 'drill',
      topic: 'evacuation',
      unitId: hotel.id,
      on: '2026-03-10',
      passed: true,
      sourceId: drill.id,
    })
    expect(await actsSoFar()).toEqual(['drillrecord.drillSigned'])
    expect((await walkChains()).firstBad).toBeNull()
  })

  it('keeps the record as it is then: people by name and state, timeline, day', async () => {
    const drill = await held([chief])
    await drill.say({ kind: 'away', who: maid.personId, why: 'leave' })
    await drill.say({ kind: 'counted', who: cook.personId, zone: '一楼', count: 3 })
    await drill.say({ kind: 'walk-in', name: '送货的', zone: '一楼' })
    await signDrill(actingPerson(chief), drill.id)
    const record = await lastSigned(drill.id)
    expect(record).toMatchObject({ unit: '河西大酒店', on: '2026-03-10', way: 'planned', departments: ['客房部'], walkIns: ['送货的'] })
    expect(record.there.map(({ name }) => name)).toEqual(['保安队长'])
    expect(record.away).toMatchObject([{ name: '服务员', why: 'leave' }])
    expect(record.missing.map(({ name }) => name)).toEqual(['厨师', '保安'])
    expect(record.timeline.map(({ mark, by }) => [mark, by])).toEqual([
      ['alarm', '保安队长'],
      ['all-clear', '保安队长'],
    ])
  })

  it('waits for the end and for the commander where something is in doubt', async () => {
    const drill = await planned(hotel, chief, everybody())
    await drill.mark('alarm', 0)
    expect(await signDrill(actingPerson(boss), drill.id)).toMatchObject({ reason: 'drillrecord:refusal.notOver' })
    await drill.mark('all-clear', 600)
    const doubted = await drill.say({ kind: 'walk-in', name: '服务员', zone: '一楼' }, 601)
    expect(await signDrill(actingPerson(boss), drill.id)).toMatchObject({ reason: 'drillrecord:refusal.undecided', values: { count: 1 } })
    await drill.say({ kind: 'decided', of: doubted, counts: false }, 602)
    expect(await signDrill(actingPerson(boss), drill.id)).toMatchObject({ kind: 'signed', version: 1 })
    expect(await db().evidenceEntry.count({ where: { subjectId: maid.personId } })).toBe(0)
  })

  it('is done once, by whoever leads it, and by nobody else', async () => {
    const drill = await held([chief])
    await expect(signDrill(actingPerson(maid), drill.id)).rejects.toBeInstanceOf(NotFound)
    await signDrill(actingPerson(chief), drill.id)
    expect(await signDrill(actingPerson(chief), drill.id)).toMatchObject({ reason: 'drillrecord:refusal.signedAlready' })
    expect(await db().evidenceEntry.count()).toBe(2)
  })

  it('of a tabletop exercise proves that and nothing else', async () => {
    const drill = await held([chief], 'tabletop')
    await signDrill(actingPerson(chief), drill.id)
    expect((await inForce(drill.id)).map(({ topic }) => topic)).toEqual(['tabletop', 'tabletop'])
    expect(standingOfDrill()).toBe('overdue')
  })

  it('is not for one that was called off; one that was held is not called off', async () => {
    const never = await planned(hotel, chief, everybody())
    expect(await callOffDrill(actingPerson(chief), { drillId: never.id, reason: '下大雨' })).toEqual({ kind: 'called-off' })
    expect(await signDrill(actingPerson(chief), never.id)).toMatchObject({ reason: 'drillrecord:refusal.notOver' })
    const over = await held([chief])
    expect(await callOffDrill(actingPerson(chief), { drillId: over.id, reason: '不想算' })).toMatchObject({
      reason: 'drillrecord:refusal.heldAlready',
    })
  })
})

describe('correcting a signed drill', () => {
  it('leaves what was signed in force until it is signed anew, then supersedes only what changed', async () => {
    const drill = await held([chief, maid])
    await signDrill(actingPerson(boss), drill.id)
    const before = await inForce(drill.id)
    expect(await reopenDrill(actingPerson(boss), { drillId: drill.id, reason: '厨师也在' })).toEqual({ kind: 'reopened' })
    expect(await reopenDrill(actingPerson(boss), { drillId: drill.id, reason: '厨师也在' })).toMatchObject({ kind: 'refused' })
    await drill.seen(cook)
    expect(await inForce(drill.id)).toEqual(before)
    expect(await signDrill(actingPerson(boss), drill.id)).toEqual({ kind: 'signed', version: 2, written: 1, revoked: 0 })
    expect((await inForce(drill.id)).slice(0, 3)).toEqual(before)
  })

  it('moves everything when the kind was wrong, and the standing with it', async () => {
    const drill = await held([chief])
    await signDrill(actingPerson(boss), drill.id)
    await reopenDrill(actingPerson(boss), { drillId: drill.id, reason: '其实是桌面推演' })
    await transact((tx) =>
      recordRevision(tx, { id: newId(), drillId: drill.id, body: drillOf(chief, { kind: 'tabletop' }), at: morning, by: boss.accountId }),
    )
    expect(await signDrill(actingPerson(boss), drill.id)).toEqual({ kind: 'signed', version: 2, written: 2, revoked: 2 })
    expect(standingOfDrill()).toBe('overdue')
    expect((await walkChains()).firstBad).toBeNull()
  })

  it('whatever is signed, reopened, changed and signed again: exactly the last signed record counts', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('seen' as const), who: fc.nat(3) }),
      fc.record({ do: fc.constant('unseen' as const), who: fc.nat(3) }),
      fc.record({ do: fc.constant('kind' as const), who: fc.nat(1) }),
      fc.record({ do: fc.constantFrom('sign' as const, 'reopen' as const), who: fc.constant(0) }),
    )
    const people = [chief, maid, cook, guard]
    const kinds = ['evacuation', 'fire']
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const drill = await held([chief])
        const sightings = new Map<number, string[]>()
        for (const { do: act, who } of [...steps, { do: 'sign' as const, who: 0 }]) {
          const person = people[who]
          if (person === undefined) throw new Error('nobody')
          if (act === 'sign') await signDrill(actingPerson(boss), drill.id)
          if (act === 'reopen') await reopenDrill(actingPerson(boss), { drillId: drill.id, reason: '改' })
          if (act === 'seen') sightings.set(who, [...(sightings.get(who) ?? []), await drill.seen(person)])
          if (act === 'unseen') {
            for (const of of sightings.get(who) ?? []) await drill.say({ kind: 'undo', of })
            sightings.delete(who)
          }
          if (act === 'kind') {
            const body = drillOf(chief, { kind: kinds[who] ?? '' })
            await transact((tx) => recordRevision(tx, { id: newId(), drillId: drill.id, body, at: morning, by: boss.accountId }))
          }
          const counts = (await inForce(drill.id)).map(({ id: _, ...piece }) => JSON.stringify(Object.entries(piece).sort()))
          const isSigned = (await db().drillStep.count({ where: { drillId: drill.id, kind: 'signed' } })) > 0
          const wanted = isSigned ? provedBy(hotel.id, await lastSigned(drill.id)) : []
          expect(counts.sort()).toEqual(wanted.map((one) => JSON.stringify(Object.entries(one).sort())).sort())
        }
      }),
      { numRuns: 25 },
    )
    expect((await walkChains()).firstBad).toBeNull()
  }, 60_000)
})

describe('saying anew what a drill with a board was', () => {
  const what = { kind: 'fire', target: '锅炉房', place: '后院', story: '用了两具灭火器' }
  it('needs it opened again and keeps who was there', async () => {
    const drill = await held([chief])
    await signDrill(actingPerson(boss), drill.id)
    expect(await correctFacts(actingPerson(chief), { drillId: drill.id, ...what })).toMatchObject({ reason: 'drillrecord:refusal.closed' })
    await reopenDrill(actingPerson(boss), { drillId: drill.id, reason: '其实是灭火' })
    expect(await correctFacts(actingPerson(chief), { drillId: drill.id, ...what })).toEqual({ kind: 'changed' })
    await signDrill(actingPerson(chief), drill.id)
    const record = await lastSigned(drill.id)
    expect(record).toMatchObject({ body: what, kindName: { zh: '灭火演练' }, there: [{ name: '保安队长' }] })
    expect((await inForce(drill.id)).map(({ topic }) => topic)).toEqual(['fire', 'fire'])
  })
})
