import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { drillForm } from '~/domain/drills/drill-form'
import { type SentEntry, sentEntry } from '~/domain/rollcall/event'
import { rollOf } from '~/domain/rollcall/presence'
import { isRefused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { planDrill } from '~/usecases/drills/plan-drill.server'
import { recordDrillEntries } from '~/usecases/drills/record-drill-entries.server'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

/** The long tests ask for 10,000. */
const entries = Number(process.env.REPLAYED ?? 600)
const phones = 40

let hotel: MadeUnit
let boss: MadePerson
let drill: string

beforeAll(async () => {
  catalogue()
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  await grant(boss.accountId, hotel)
  const form = drillForm.parse({
    ...{ template: 'hotel', title: '全员疏散', kind: 'evacuation', target: '后厨', on: '2026-03-10', startsAt: '10:00', place: '酒店' },
    ...{ commander: '老板娘', assembly: '广场' },
  })
  const planned = await planDrill(acting(boss.accountId), { unitId: hotel.id, form, rows: { zone0: '全楼' } })
  if (planned.kind === 'refused') throw new Error(planned.reason)
  drill = planned.id
}, 60_000)

/** The same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('what was queued on forty phones without network', () => {
  it(`arrives once each, although ${entries} entries are sent three times, shuffled, in batches, with replies lost and bodies cut`, async () => {
    const random = numbers(7)
    const made = Array.from(
      { length: entries },
      (_, nth): SentEntry => ({
        ...{
          id: newId(),
          device: `phone-number-${nth % phones}`,
          nth: Math.floor(nth / phones),
          clock: morning.getTime() + nth,
          offset: 0,
        },
        ...{ heard: null, by: boss.personId, said: { kind: 'walk-in', name: `来人${nth}`, zone: '广场' } },
      }),
    )
    const poisoned = { ...made[0], id: 'no uuid at all', said: { kind: 'walk-in', name: '', zone: '' } }
    const receipts = new Map<string, number>()
    const now = acting(boss.accountId)
    const asking = { ...now, actor: { ...now.actor, personId: boss.personId } }
    const queue = [...made, ...made, ...made].sort(() => random() - 0.5)
    let cut = 0
    let lost = 0
    while (queue.length > 0) {
      const batch = queue.splice(0, 1 + Math.floor(random() * Math.min(500, entries / 4)))
      const body = JSON.stringify([...batch, poisoned])
      const came = random() < 1 / 50 ? body.slice(0, Math.floor(body.length * random())) : body
      if (came !== body) {
        cut += 1
        expect(() => JSON.parse(came)).toThrow()
        queue.push(...batch)
        continue
      }
      const read = (JSON.parse(came) as unknown[]).map((one) => sentEntry.safeParse(one))
      expect(read.filter(({ success }) => !success)).toHaveLength(1)
      const sound = read.flatMap((one) => (one.success ? [one.data] : []))
      const outcome = await recordDrillEntries(asking, drill, morning.getTime(), sound)
      if (isRefused(outcome)) throw new Error(outcome.reason)
      expect(outcome.refused).toEqual([])
      if (random() < 1 / 10) {
        lost += 1
        queue.push(...batch)
        continue
      }
      for (const id of outcome.taken) receipts.set(id, 1)
    }
    const call = await findCall('drill', drill)
    if (call === null) throw new Error('no call')
    const kept = entriesAfter(call.id, 0).entries
    expect(await db().rollEvent.count()).toBe(entries)
    expect(new Set(kept.map(({ id }) => id)).size).toBe(entries)
    expect(receipts.size).toBe(entries)
    expect(rollOf(call.expected, kept, call.roles, null).totals.walkIns).toBe(entries)
    console.log(`${entries} entries of ${phones} phones, three times each: ${lost} replies lost, ${cut} bodies cut`)
  }, 600_000)
})
