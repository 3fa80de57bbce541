import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import type { Entry, SentEntry } from '~/domain/rollcall/event'
import { rollOf } from '~/domain/rollcall/presence'
import { newId } from '~/gateways/secrets.server'
import { recordDrillEntries } from '~/usecases/drills/record-drill-entries.server'
import { withProof } from '~/usecases/rollcall/entry-proof.server'
import { type MadeDrill, makeDrill } from '../../factories/roll-call'
import { acting, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let chief: MadePerson
let marshal: MadePerson
let guest: MadePerson
let drill: MadeDrill
let other: MadeDrill

const scannedAt = morning.getTime()
const restoredAt = new Date(scannedAt + 5 * 3_600_000)

beforeAll(async () => {
  await emptyDatabase()
  setClock(restoredAt.toISOString())
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  chief = await makeEmployee(hotel, '指挥员')
  marshal = await makeEmployee(hotel, '三层长')
  guest = await makeEmployee(hotel, '客房服务员')
})
beforeEach(async () => {
  drill = await makeDrill(hotel, { chief, marshals: { 三层: marshal }, expected: [guest, marshal] }, morning)
  other = await makeDrill(hotel, { chief, marshals: { 三层: marshal }, expected: [guest] }, morning)
})

/** What the server wrote when somebody checked in by code, in the hour that its backup does not have. */
const scanned = (said: Entry['said']): Entry => {
  const id = newId()
  const instants = { clock: scannedAt, offset: 0, heard: scannedAt, at: scannedAt, received: scannedAt + 4000 }
  return { id, device: `station-ABCD-${id.replaceAll('-', '').slice(-20)}`, nth: 0, by: guest.personId, said, ...instants }
}
const byCode = () => scanned({ kind: 'seen', who: guest.personId, way: 'code', zone: '三层' })
/** As a board that was told it sends it. */
const brought = (entry: Entry, callId = drill.callId): SentEntry => {
  const { at: _at, received: _received, carriedBy: _carriedBy, ...sent } = withProof(callId, entry)
  return sent
}
const send = (entries: SentEntry[], of = drill) => {
  const asking = acting(marshal.accountId, restoredAt)
  return recordDrillEntries({ ...asking, actor: { ...asking.actor, personId: marshal.personId } }, of.id, restoredAt.getTime(), entries)
}
const roll = async () => {
  const call = await findCall('drill', drill.id)
  if (call === null) throw new Error('no call')
  return rollOf(call.expected, entriesAfter(drill.callId, 0).entries, call.roles, scannedAt - 60_000)
}

describe('a check-in by code that a server lacks after a restore', () => {
  it('is brought back by a marshal’s phone, once, and counts from when the server first had it', async () => {
    const lost = byCode()
    for (const _again of [1, 2, 3]) expect(await send([brought(lost), brought(lost)])).toMatchObject({ refused: [] })
    expect(entriesAfter(drill.callId, 0).entries).toEqual([{ ...lost, carriedBy: marshal.personId }])
    const { totals, doubts } = await roll()
    expect([totals.there, doubts]).toEqual([1, []])
  })

  it('still waits for the commander where it waited before', async () => {
    await send([brought(scanned({ kind: 'seen', who: guest.personId, way: 'code', zone: '三层', doubt: 'browser' }))])
    const { totals, doubts } = await roll()
    expect([totals.there, doubts.map(({ doubt }) => doubt)]).toEqual([0, ['browser']])
  })

  it.each<[string, (sent: SentEntry) => SentEntry]>([
    ['without proof', ({ proof: _proof, ...sent }) => sent],
    ['of somebody else', (sent) => ({ ...sent, said: { kind: 'seen', who: marshal.personId, way: 'code', zone: '三层' } })],
    [
      'freed of its doubt',
      (sent) => ({ ...sent, said: { kind: 'seen', who: guest.personId, way: 'card', zone: '三层' }, by: guest.personId }),
    ],
    ['under another id', (sent) => ({ ...sent, id: newId() })],
    ['of another minute', (sent) => ({ ...sent, clock: sent.clock + 60_000 })],
    ['received earlier', (sent) => ({ ...sent, proof: sent.proof?.replace(/^\d+/, (at) => String(Number(at) - 1)) })],
  ])('is refused when it comes %s', async (_how, change) => {
    const doubted = scanned({ kind: 'seen', who: guest.personId, way: 'code', zone: '三层', doubt: 'browser' })
    expect(await send([change(brought(doubted))])).toMatchObject({ taken: [], refused: [{ fault: 'stranger' }] })
    expect(entriesAfter(drill.callId, 0).entries).toEqual([])
  })

  it('is refused at another drill, and a photograph everywhere, because its picture is gone', async () => {
    expect(await send([brought(byCode(), other.callId)])).toMatchObject({ taken: [] })
    const photo = { ...scanned({ kind: 'photo', photo: newId(), zone: '三层' }), by: marshal.personId }
    expect(withProof(drill.callId, photo)).toEqual(photo)
    expect(await send([brought(photo)])).toMatchObject({ refused: [{ fault: 'servers' }] })
  })

  it('gives a marshal’s tick no proof, and none is believed in its place', async () => {
    const tick = { ...byCode(), by: marshal.personId, said: { kind: 'seen', who: guest.personId, way: 'tick', zone: '三层' } as const }
    expect(withProof(drill.callId, tick)).toEqual(tick)
    await send([{ ...brought(tick), proof: brought(byCode()).proof }])
    expect(entriesAfter(drill.callId, 0).entries.map(({ received }) => received)).toEqual([restoredAt.getTime()])
  })
})
